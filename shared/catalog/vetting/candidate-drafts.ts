import {
  type Answers,
  type AnswerValue,
  MAX_LONG_TEXT,
  MAX_ROWS,
  MAX_TEXT,
  type Row,
} from '../../domain/field.ts';
import { formatAnswer } from '../../domain/format-answer.ts';
import { isSameName } from '../name-match.ts';
import { authorityChecksField } from './authority-fields.ts';
import { textOf } from './item-field-map.ts';

/** A candidate while earlier answers are being gathered for it. */
export interface Draft {
  readonly answers: Record<string, AnswerValue>;
  readonly checks: Row[];
  /** What has no field of its own, in words. */
  readonly remarks: string[];
}

/** Candidates while earlier answers are being gathered. */
export interface CandidateDrafts {
  readonly all: readonly Draft[];
  readonly add: (answers: Answers) => Draft;
  /** The candidate somebody meant by a name, if it is one of these. */
  readonly known: (name: string) => Draft | undefined;
  /** The candidate somebody meant by a name: a known one, else a new one; without a name, the first. */
  readonly forCompany: (name: string) => Draft;
}

/** Starts with no candidate. */
export function openDrafts(): CandidateDrafts {
  const all: Draft[] = [];
  const add = (answers: Answers): Draft => {
    const draft: Draft = { answers: { ...answers }, checks: [], remarks: [] };
    giveOwnName(draft, all);
    all.push(draft);
    return draft;
  };
  const known = (name: string): Draft | undefined => (name.trim() === '' ? undefined : meantBy(name, all));
  const forCompany = (name: string): Draft =>
    name.trim() === '' ? (all[0] ?? add({})) : (known(name) ?? add({ name }));
  return { all, add, known, forCompany };
}

/** The finished answers. What does not fit is said in the note. */
export function finishDraft({ answers, checks, remarks }: Draft): Answers {
  const tooMany = checks.slice(MAX_ROWS).map(checkInWords);
  const note = [...remarks, ...tooMany].join('\n').slice(0, MAX_LONG_TEXT);
  return {
    ...answers,
    ...(checks.length === 0 ? {} : { authority_checks: checks.slice(0, MAX_ROWS) }),
    ...(note === '' ? {} : { note }),
  };
}

/** Capitals and spaces do not make another name. */
function comparable(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function namesOf({ answers }: Draft): readonly string[] {
  return [textOf(answers, 'name'), textOf(answers, 'legal_name')].filter((name) => name.trim() !== '');
}

function meantBy(name: string, drafts: readonly Draft[]): Draft | undefined {
  const exact = drafts.find((draft) =>
    namesOf(draft).some((known) => comparable(known) === comparable(name)),
  );
  if (exact !== undefined) return exact;
  const close = drafts.filter((draft) => namesOf(draft).some((known) => isSameName(known, name)));
  return close.length === 1 ? close[0] : undefined;
}

// No two entries of a list may share a name, so the later one says that it was the second.
function giveOwnName(draft: Draft, others: readonly Draft[]): void {
  const name = textOf(draft.answers, 'name');
  const isTaken = (wanted: string): boolean =>
    others.some(({ answers }) => comparable(textOf(answers, 'name')) === comparable(wanted));
  if (name.trim() === '' || !isTaken(name)) return;
  let number = 2;
  const numbered = (): string => `${name.slice(0, MAX_TEXT - 8)} (${number})`;
  while (isTaken(numbered())) number += 1;
  draft.answers.name = numbered();
  draft.remarks.push(`Recorded under the name “${name}”, which another candidate has, too.`);
}

function checkInWords(check: Row): string {
  const cells = authorityChecksField.fields.flatMap((field) => {
    const value = check[field.id];
    return value === undefined ? [] : [`${field.label}: ${formatAnswer(field, value)}`];
  });
  return `One more check: ${cells.join('; ')}.`;
}
