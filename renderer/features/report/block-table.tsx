import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { StandingMark } from '../connection/standing-mark.tsx';
import { BaaMark } from '../partners/baa-mark.tsx';
import { VerdictMark } from '../vetting/verdict-mark.tsx';
import { TABLES } from './block-tables.ts';
import type { Fragment } from './fragments.ts';
import type { Cell, Mark, TableId, TableRowBlock } from './report-block.ts';
import styles from './report-paper.module.css';

interface BlockTableProps {
  readonly table: TableId;
  readonly rows: readonly (Fragment & { readonly block: TableRowBlock })[];
}

/** The rows of one table that stand on one page, under its head. */
export function BlockTable({ table, rows }: BlockTableProps): ReactNode {
  const first = rows[0]?.block;
  const caption = first?.of?.caption;
  const columns = columnsOf(table, first?.heads ?? [], caption);
  return (
    <div className={classNames(styles.tableFrame, first?.isDense && styles.dense)} data-group="">
      <table className={styles.table} aria-label={caption ?? TABLES[table].caption}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col" dir="auto">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ block, index }) => (
            <tr key={index} data-block={index}>
              {columns.map(({ key }, column) => (
                <TableCell key={key} cell={block.cells[column] ?? ''} isName={column === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnOnPage {
  /** Two candidates may have one name. */
  readonly key: string;
  readonly head: string;
  readonly width: number;
}

/** The columns of a table. Those that its rows name share what the others leave. */
function columnsOf(table: TableId, heads: readonly string[], caption = ''): readonly ColumnOnPage[] {
  const { columns } = TABLES[table];
  const left = 100 - columns.reduce((sum, { width }) => sum + width, 0);
  return [...columns, ...heads.map((head) => ({ head, width: left / heads.length }))].map(
    ({ head, width }, at) => ({ key: `${at} ${head}`, head: head === '' ? caption : head, width }),
  );
}

function TableCell({ cell, isName }: { readonly cell: Cell; readonly isName: boolean }): ReactNode {
  const shown = showCell(cell);
  return isName ? <th scope="row">{shown}</th> : <td>{shown}</td>;
}

function showCell(cell: Cell): ReactNode {
  if (typeof cell === 'string') return <span className={styles.said}>{cell}</span>;
  if (isMark(cell)) return <StateMark state={cell} />;
  return cell.map((line, place) => (
    <span key={line} className={place === 0 ? styles.line : styles.softLine}>
      {line}
    </span>
  ));
}

function isMark(cell: Mark | readonly string[]): cell is Mark {
  return !Array.isArray(cell);
}

/** How something stands, as shape and word. */
export function StateMark({ state }: { readonly state: Mark }): ReactNode {
  if ('check' in state) return <StandingMark kind={state.check} />;
  if ('verdict' in state) return <VerdictMark verdict={state.verdict} />;
  if ('agreement' in state) return <BaaMark standing={state.agreement} />;
  return <StatusIcon state={state.kind} text={state.word} />;
}
