import type { AnswerReader } from '../domain/answer-reader.ts';
import type { ChoicesField, RuleContext } from '../domain/field.ts';
import { addMonths, type IsoDate } from '../domain/iso-date.ts';
import type { Blocker, Renewal, Rule } from './types.ts';

type Claim = (answers: AnswerReader, context: RuleContext) => boolean;
type RowFinding = (row: AnswerReader, context: RuleContext) => string | null;

/** Complete only when the claim holds; otherwise `sentence` says what is missing. */
export function requires(id: string, sentence: string, claim: Claim): Rule {
  return { id, find: (answers, context) => (claim(answers, context) ? [] : [sentence]) };
}

/** Asks each row of a rows field; a row answers with what it lacks, or null. */
export function requiresEachRow(id: string, rowsField: string, lack: RowFinding): Rule {
  return { id, find: (answers, context) => findInRows(answers, rowsField, lack, context) };
}

/** Complete only when every option of a choices field is ticked; otherwise `lead` and the labels that are not. */
export function requiresEveryChoice(id: string, field: ChoicesField, lead: string): Rule {
  return {
    id,
    find: (answers) => {
      const ticked = answers.list(field.id);
      const left = field.options.filter((option) => !ticked.includes(option.value));
      // With nothing ticked the field itself is reported as not filled.
      if (ticked.length === 0 || left.length === 0) return [];
      return [`${lead}: ${left.map((option) => option.label).join('; ')}.`];
    },
  };
}

/** Blocks while the claim holds. */
export function stopsWhen(id: string, sentence: string, claim: Claim): Blocker {
  return { id, kind: 'stop', find: (answers, context) => (claim(answers, context) ? [sentence] : []) };
}

/** Blocks for each row that has something wrong. */
export function stopsOnRow(id: string, rowsField: string, wrong: RowFinding): Blocker {
  return { id, kind: 'stop', find: (answers, context) => findInRows(answers, rowsField, wrong, context) };
}

/** Puts the check on hold while the claim holds: not refused, not finished. */
export function holdsWhen(id: string, sentence: string, claim: Claim): Blocker {
  return { id, kind: 'hold', find: (answers, context) => (claim(answers, context) ? [sentence] : []) };
}

/** Puts the check on hold for each row that is not finished. */
export function holdsOnRow(id: string, rowsField: string, unfinished: RowFinding): Blocker {
  return {
    id,
    kind: 'hold',
    find: (answers, context) => findInRows(answers, rowsField, unfinished, context),
  };
}

/** Due again `months` after the date in `field`, or after completion when no field is named or filled. */
export function everyMonths(text: string, months: number, field?: string): Renewal {
  return {
    text,
    dueOn: (answers, completedOn) => {
      const from = (field === undefined ? '' : answers.text(field)) || completedOn;
      return from ? addMonths(from, months) : null;
    },
  };
}

/** Due on the earliest date found in `dateField` of the rows, `months` later if told. */
export function onEarliestRow(text: string, rowsField: string, dateField: string, months = 0): Renewal {
  return {
    text,
    dueOn: (answers) => {
      const earliest = earliestDate(answers.rows(rowsField).map((row) => row.text(dateField)));
      return earliest === null ? null : addMonths(earliest, months);
    },
  };
}

/** Due on the date in `field`. */
export function onDate(text: string, field: string): Renewal {
  return { text, dueOn: (answers) => answers.text(field) || null };
}

/** Comes back with an event, not on a date. */
export function onEvent(text: string): Renewal {
  return { text };
}

/** The earliest of some dates; blanks do not count. */
export function earliestDate(dates: readonly string[]): IsoDate | null {
  return dates.filter((date) => date !== '').sort()[0] ?? null;
}

function findInRows(
  answers: AnswerReader,
  rowsField: string,
  finding: RowFinding,
  context: RuleContext,
): readonly string[] {
  return answers.rows(rowsField).flatMap((row) => finding(row, context) ?? []);
}
