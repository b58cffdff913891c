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
  sources: {
    caption: 'Sources',
    columns: [
      { head: 'No.', width: 6 },
      { head: 'Source', width: 74 },
      { head: 'How far followed', width: 20 },
    ],
  },
};
