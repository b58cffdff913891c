import type { TableId } from './report-block.ts';

interface Column {
  readonly head: string;
  /** Share of the width, in per cent. Fixed, so that a table is as wide on every page. */
  readonly width: number;
}

/** Columns of the report's tables. The first cell of a row names it. */
export const TABLES: Readonly<
  Record<TableId, { readonly caption: string; readonly columns: readonly Column[] }>
> = {
  sections: {
    caption: 'Section by section',
    columns: [
      { head: 'Section', width: 24 },
      { head: 'Settled', width: 12 },
      { head: 'State', width: 17 },
      { head: 'Open or blocked', width: 47 },
    ],
  },
  calendar: {
    caption: 'Calendar',
    columns: [
      { head: 'Date', width: 15 },
      { head: 'Item', width: 43 },
      { head: 'Why', width: 42 },
    ],
  },
  checks: {
    caption: 'Checks',
    columns: [
      { head: 'What', width: 33 },
      { head: 'Result', width: 22 },
      { head: 'When', width: 20 },
      { head: 'Who says so', width: 25 },
    ],
  },
  deadlines: {
    caption: 'Deadlines for telling clients',
    columns: [
      { head: 'Client', width: 28 },
      { head: 'Within', width: 13 },
      { head: 'By what', width: 34 },
      { head: 'Contact', width: 25 },
    ],
  },
  score: {
    caption: 'How the score adds up',
    columns: [
      { head: 'What', width: 36 },
      { head: 'Points', width: 13 },
      { head: 'Why', width: 51 },
    ],
  },
  chain: {
    caption: 'Agreements with clients and vendors',
    columns: [
      { head: 'Partner', width: 22 },
      { head: 'Patient data goes', width: 19 },
      { head: 'Agreement', width: 18 },
      { head: 'Signed on', width: 14.5 },
      { head: 'Ends on', width: 14.5 },
      { head: 'Incident notice', width: 12 },
    ],
  },
  // Its other columns are the candidates.
  compared: { caption: 'Side by side', columns: [{ head: 'What', width: 28 }] },
  // Headed by what its rows are; its other columns are their questions.
  rows: { caption: 'Recorded', columns: [{ head: '', width: 28 }] },
  sources: {
    caption: 'Sources',
    columns: [
      { head: 'No.', width: 6 },
      { head: 'Source', width: 74 },
      { head: 'How far followed', width: 20 },
    ],
  },
};
