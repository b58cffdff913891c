import type { ReactNode } from 'react';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { TABLES } from './block-tables.ts';
import type { Fragment } from './fragments.ts';
import type { Cell, TableId, TableRowBlock } from './report-block.ts';
import styles from './report-paper.module.css';

interface BlockTableProps {
  readonly table: TableId;
  readonly rows: readonly (Fragment & { readonly block: TableRowBlock })[];
}

/** The rows of one table that stand on one page, under its head. */
export function BlockTable({ table, rows }: BlockTableProps): ReactNode {
  const { caption, columns } = TABLES[table];
  return (
    <div className={styles.tableFrame} data-group="">
      <table className={styles.table} aria-label={caption}>
        <colgroup>
          {columns.map(({ head, width }) => (
            <col key={head} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ block, index }) => (
            <tr key={index} data-block={index}>
              {columns.map(({ head }, column) => (
                <TableCell key={head} cell={block.cells[column] ?? ''} isName={column === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableCell({ cell, isName }: { readonly cell: Cell; readonly isName: boolean }): ReactNode {
  const shown = showCell(cell);
  return isName ? <th scope="row">{shown}</th> : <td>{shown}</td>;
}

function showCell(cell: Cell): ReactNode {
  if (typeof cell === 'string') return <span className={styles.said}>{cell}</span>;
  if ('word' in cell) return <StatusIcon state={cell.kind} text={cell.word} />;
  return cell.map((line, place) => (
    <span key={line} className={place === 0 ? styles.line : styles.softLine}>
      {line}
    </span>
  ));
}
