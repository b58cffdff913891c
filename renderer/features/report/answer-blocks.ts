import { noteField } from '../../../shared/catalog/item-fields.ts';
import type {
  ReportAnswer,
  ReportRow,
  ReportRows,
  ReportValue,
} from '../../../shared/domain/report-types.ts';
import { toPaperText } from './paper-text.ts';
import type { Block, FieldCell, FieldsBlock, PairBlock, Tone } from './report-block.ts';

/** Longest text for one column of the form, and for two. Longer ones get a line of their own. */
const ONE_COLUMN = 26;
const TWO_COLUMNS = 90;
const COLUMNS = 4;
/** Most lines in one block of fields: blocks of fields are never torn apart. */
const MOST_LINES = 5;

/** Something to print with its label, long or short. */
export interface Entry {
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
  readonly isAsked: boolean;
}

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
  for (const answer of answers) {
    if (answer.kind === 'value' && answer.fieldId === noteField.id) {
      flush();
      blocks.push(pair(list, toEntry(answer), false, unit));
    } else if (answer.kind === 'value') entries.push(toEntry(answer));
    else if (answer.rows.length === 0)
      entries.push({ ...BLANK, label: answer.label, isAsked: answer.isAsked });
    else {
      flush();
      blocks.push(...answer.rows.flatMap((row) => rowBlocks(list, answer, row, unit)));
    }
  }
  flush();
  return blocks;
}

const BLANK = { text: 'Left blank', tone: 'soft' } as const;

function toEntry({ label, lines, isAsked }: ReportValue): Entry {
  if (lines.length === 0) return { ...BLANK, label, isAsked };
  const inOneLine = lines.join('; ');
  const text = inOneLine.length <= TWO_COLUMNS ? inOneLine : lines.join('\n');
  return { label, text, tone: 'plain', isAsked };
}

function rowBlocks(list: string, { label }: ReportRows, row: ReportRow, unit?: string): readonly Block[] {
  const name = toCell({ label, text: row.label, tone: 'strong', isAsked: row.isAsked });
  // The row has said it already if it is not asked for.
  const cells = row.cells.map((cell) => toEntry({ ...cell, isAsked: cell.isAsked || !row.isAsked }));
  const [first, ...more] = joinLines(entryBlocks(list, cells, unit, true));
  if (first?.kind === 'fields') return [{ ...first, name }, ...more];
  const alone: FieldsBlock = { kind: 'fields', list, name, lines: [], isInRow: true, unit };
  return first === undefined ? [alone] : [{ ...alone, keepWithNext: true }, first, ...more];
}

/** Lines of fields that follow each other in one block, beside the name of their row. */
function joinLines(blocks: readonly (FieldsBlock | PairBlock)[]): readonly (FieldsBlock | PairBlock)[] {
  const joined: (FieldsBlock | PairBlock)[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'fields' && last?.kind === 'fields' && last.lines.length < MOST_LINES) {
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

/** Entries as blocks: short ones share lines, long ones stand alone. In a row of a group the first column stays free. */
export function entryBlocks(
  list: string,
  entries: readonly Entry[],
  unit?: string,
  isInRow = false,
): readonly (FieldsBlock | PairBlock)[] {
  const blocks: (FieldsBlock | PairBlock)[] = [];
  const columns = COLUMNS - (isInRow ? 1 : 0);
  let line: FieldCell[] = [];
  const flush = (): void => {
    if (line.length > 0) {
      const lines = [fillLine(line, columns)];
      blocks.push({ kind: 'fields', list, name: null, lines, isInRow, unit });
    }
    line = [];
  };
  for (const entry of entries) {
    const cell = isShort(entry) ? toCell(entry) : null;
    if (cell === null) {
      flush();
      blocks.push(pair(list, entry, isInRow, unit));
      continue;
    }
    if (widthOf(line) + cell.span > columns) flush();
    line.push(cell);
  }
  flush();
  return blocks;
}

function isShort({ text }: Entry): boolean {
  return text.length <= TWO_COLUMNS && !toPaperText(text).includes('\n');
}

function toCell({ text, ...entry }: Entry): FieldCell {
  return { ...entry, text: toPaperText(text), span: text.length <= ONE_COLUMN ? 1 : 2 };
}

/** A long text at the end of a line takes what is left of it. */
function fillLine(line: readonly FieldCell[], columns: number): readonly FieldCell[] {
  const last = line.at(-1);
  if (last === undefined || last.span === 1) return line;
  const before = line.slice(0, -1);
  return [...before, { ...last, span: columns - widthOf(before) }];
}

function widthOf(line: readonly FieldCell[]): number {
  return line.reduce((width, { span }) => width + span, 0);
}

function pair(list: string, entry: Entry, isInRow: boolean, unit: string | undefined): PairBlock {
  return { kind: 'pair', list, ...entry, text: toPaperText(entry.text), isInRow, unit };
}

/** One entry on a line of its own, whatever its length. */
export function pairBlock(list: string, label: string, text: string, tone: Tone): PairBlock {
  return pair(list, { label, text, tone, isAsked: true }, false, list);
}
