import type { ReportRow, ReportRows } from '../../../shared/domain/report-types.ts';
import { KEPT_WORDS } from '../../../shared/domain/report-words.ts';
import { type Entry, entryPair, isShort, toEntry } from './pair-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block, RunPart } from './report-block.ts';
import { runBlocks } from './run-blocks.ts';

/** Most columns beside the row's name, and the longest text in one of them. */
const MOST_COLUMNS = 3;
const LONGEST_CELL = 60;

/**
 * The rows of a group, as close as they can stand: one answer each as a run, a few short ones as a table that says its
 * questions once, more or longer ones as a run for each row.
 */
export function rowsBlocks(list: string, group: ReportRows, unit?: string): readonly Block[] {
  const { label, rows } = group;
  const columns = columnsOf(rows);
  const areShort = rows.every(({ cells }) => cells.every((cell) => isShort(toEntry(cell))));
  const [only] = columns;
  if (areShort && rows.length > 1 && only !== undefined && columns.length === 1) {
    return runBlocks({ list, of: label, label: only.label, parts: rows.map(onlyPart), unit });
  }
  if (rows.length > 1 && columns.length <= MOST_COLUMNS && rows.every(fitsTable)) {
    return rows.map((row) => tableRow(list, group, columns, row, unit));
  }
  return rows.flatMap((row, at) => rowBlocks(list, at === 0 ? label : null, row, unit));
}

interface Column {
  readonly fieldId: string;
  readonly label: string;
}

function columnsOf(rows: readonly ReportRow[]): readonly Column[] {
  const byId = new Map(rows.flatMap(({ cells }) => cells.map((cell) => [cell.fieldId, cell])));
  return [...byId.values()];
}

function onlyPart({ label, isAsked, cells: [cell] }: ReportRow): RunPart {
  const answer =
    cell === undefined ? ({ text: 'Nothing recorded', tone: 'soft', isAsked: true } as const) : toEntry(cell);
  return { ...answer, label, text: toPaperText(answer.text), isAsked: isAsked && answer.isAsked };
}

/** What is kept but not asked for is said of a row, never of one cell of a table. */
function fitsTable({ isAsked, cells }: ReportRow): boolean {
  return cells.every((cell) => {
    const entry = toEntry(cell);
    return isShort(entry) && entry.text.length <= LONGEST_CELL && cell.isAsked === isAsked;
  });
}

function tableRow(
  list: string,
  { fieldId, label: caption }: ReportRows,
  columns: readonly Column[],
  { label, isAsked, cells }: ReportRow,
  unit?: string,
): Block {
  const textOf = ({ fieldId: id }: Column): string => {
    const cell = cells.find((each) => each.fieldId === id);
    return cell === undefined ? '–' : toPaperText(toEntry(cell).text);
  };
  return {
    kind: 'table-row',
    table: 'rows',
    of: { list: `${list} ${fieldId}`, caption },
    heads: columns.map((column) => column.label),
    cells: [isAsked ? label : `${label} (${KEPT_WORDS})`, ...columns.map(textOf)],
    unit,
  };
}

/** One row: its short answers as a run, each long one below in full. */
function rowBlocks(list: string, of: string | null, row: ReportRow, unit?: string): readonly Block[] {
  const { label, isAsked } = row;
  // The row has said it already if it is not asked for.
  const entries = row.cells.map((cell): Entry => toEntry({ ...cell, isAsked: cell.isAsked || !isAsked }));
  const parts = entries.filter(isShort).map((entry) => ({ ...entry, text: toPaperText(entry.text) }));
  const run = runBlocks({ list, of, label, isAsked, parts, isStrong: true, unit });
  const long = entries.filter((entry) => !isShort(entry));
  const head = long.length === 0 ? run : run.map((block) => ({ ...block, keepWithNext: true }));
  return [...head, ...long.map((entry) => entryPair(list, entry, true, unit))];
}
