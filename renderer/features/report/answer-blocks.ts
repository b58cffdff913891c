import { noteField } from '../../../shared/catalog/item-fields.ts';
import type { ReportAnswer } from '../../../shared/domain/report-types.ts';
import { KEPT_WORDS } from '../../../shared/domain/report-words.ts';
import { type Entry, entryPair, isShort, toEntry } from './pair-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block, FieldCell, FieldsBlock, PairBlock } from './report-block.ts';
import { rowsBlocks } from './row-blocks.ts';

/** Longest text for one column of the form; longer ones take two, or a line of their own. */
const ONE_COLUMN = 26;
const COLUMNS = 4;

/** What was recorded for some fields. `list` names the label–value lists they make. */
export function answerBlocks(
  list: string,
  answers: readonly ReportAnswer[],
  unit?: string,
): readonly Block[] {
  const blocks: Block[] = [];
  let entries: Entry[] = [];
  const flush = (): void => {
    blocks.push(...entryBlocks(list, entries, unit));
    entries = [];
  };
  for (const answer of answers.filter((each) => !isBlank(each))) {
    if (answer.kind === 'rows') {
      flush();
      blocks.push(...rowsBlocks(list, answer, unit));
    } else if (answer.fieldId === noteField.id) {
      flush();
      blocks.push(entryPair(list, toEntry(answer), false, unit));
    } else entries.push(toEntry(answer));
  }
  flush();
  return [...blocks, ...blankBlocks(list, answers, unit)];
}

/** Whether a field was emptied again. */
export function isBlank(answer: ReportAnswer): boolean {
  return answer.kind === 'rows' ? answer.rows.length === 0 : answer.lines.length === 0;
}

/** Fields that were emptied again, by name. */
export function blankBlocks(
  list: string,
  answers: readonly ReportAnswer[],
  unit?: string,
): readonly PairBlock[] {
  const names = answers
    .filter(isBlank)
    .map(({ label, isAsked }) => (isAsked ? label : `${label} (${KEPT_WORDS})`));
  const entry = { label: 'Left blank', text: names.join('; '), tone: 'soft', isAsked: true } as const;
  return names.length === 0 ? [] : [entryPair(list, entry, false, unit)];
}

/** Entries as blocks: short ones share lines, long ones stand alone. */
function entryBlocks(
  list: string,
  entries: readonly Entry[],
  unit?: string,
): readonly (FieldsBlock | PairBlock)[] {
  const blocks: (FieldsBlock | PairBlock)[] = [];
  let line: FieldCell[] = [];
  const flush = (): void => {
    if (line.length > 0) blocks.push({ kind: 'fields', list, cells: fillLine(line), unit });
    line = [];
  };
  for (const entry of entries) {
    if (!isShort(entry)) {
      flush();
      blocks.push(entryPair(list, entry, false, unit));
      continue;
    }
    const cell = toCell(entry);
    if (widthOf(line) + cell.span > COLUMNS) flush();
    line.push(cell);
  }
  flush();
  return blocks;
}

function toCell({ text, ...entry }: Entry): FieldCell {
  return { ...entry, text: toPaperText(text), span: text.length <= ONE_COLUMN ? 1 : 2 };
}

/** A long text at the end of a line takes what is left of it. */
function fillLine(line: readonly FieldCell[]): readonly FieldCell[] {
  const last = line.at(-1);
  if (last === undefined || last.span === 1) return line;
  const before = line.slice(0, -1);
  return [...before, { ...last, span: COLUMNS - widthOf(before) }];
}

function widthOf(line: readonly FieldCell[]): number {
  return line.reduce((width, { span }) => width + span, 0);
}
