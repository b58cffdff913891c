import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Row } from '../../../shared/domain/field.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';
import { Button } from '../button.tsx';
import { useAnnounce } from '../live-region.tsx';
import { RowCard } from './row-card.tsx';
import { digestOf, withRowBack } from './row-values.ts';
import styles from './rows-editor.module.css';
import { type RowsView, toggled } from './rows-editor.tsx';

interface FreeRowsProps {
  readonly view: RowsView;
  readonly onRows: (rows: readonly Row[]) => void;
  /** How many rows fit. */
  readonly most: number;
}

interface Removed {
  readonly row: Row;
  readonly index: number;
  readonly label: string;
}

const SEARCH_FROM = 12;

/** Rows the user adds: each a line that opens, with a way to remove it and to have it back. */
export function FreeRows({ view, onRows, most }: FreeRowsProps): ReactNode {
  const { field, path, rows } = view;
  const announce = useAnnounce();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => startOpen(view));
  const [added, setAdded] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [query, setQuery] = useState('');
  const shown = query.trim() === '' ? rows : rows.filter((row) => says(view, row, query));

  const add = (): void => {
    const rowId = globalThis.crypto.randomUUID();
    setOpen(new Set([...open, rowId]));
    setAdded(rowId);
    setQuery('');
    onRows([...rows, { rowId }]);
  };
  const remove = (row: Row): void => {
    setRemoved({ row, index: rows.indexOf(row), label: view.labelOf(row) });
    announce(`${view.labelOf(row)} removed.`);
    onRows(rows.filter((each) => each.rowId !== row.rowId));
  };
  const putBack = ({ row, index, label }: Removed): void => {
    setRemoved(null);
    setAdded(row.rowId);
    setOpen(new Set([...open, row.rowId]));
    announce(`${label} is back.`);
    onRows(withRowBack(rows, row, index));
  };
  return (
    <div className={styles.free}>
      {rows.length < SEARCH_FROM ? null : (
        <RowSearch
          noun={field.rowNoun}
          query={query}
          onQuery={setQuery}
          found={shown.length}
          of={rows.length}
        />
      )}
      {shown.length === 0 ? null : (
        <ul className={styles.list}>
          {shown.map((row) => (
            <RowCard
              key={row.rowId}
              field={field}
              path={`${path}.${row.rowId}`}
              row={row}
              label={view.labelOf(row)}
              isOpen={open.has(row.rowId)}
              onToggle={() => setOpen(toggled(open, row.rowId))}
              onCell={view.onCell}
              onRemove={() => remove(row)}
              refusals={view.refusalsOf(row)}
              hasDraft={view.drafted.has(row.rowId)}
              isNew={added === row.rowId}
            />
          ))}
        </ul>
      )}
      {removed === null ? null : <RemovedNote removed={removed} onPutBack={() => putBack(removed)} />}
      {rows.length >= most ? (
        <p>{most} rows is the most that fits here.</p>
      ) : (
        <Button id={`${path}-add`} onClick={add}>
          {rows.length === 0 ? `Add ${withArticle(field.rowNoun)}` : `Add another ${field.rowNoun}`}
        </Button>
      )}
    </div>
  );
}

function RemovedNote({
  removed,
  onPutBack,
}: {
  readonly removed: Removed;
  readonly onPutBack: () => void;
}): ReactNode {
  const undo = useRef<HTMLButtonElement>(null);
  const { row } = removed;
  // The button that was pressed is gone with its row.
  useEffect(() => {
    if (row.rowId !== '') undo.current?.focus();
  }, [row.rowId]);
  return (
    <p className={styles.removed}>
      {removed.label} was removed.{' '}
      <Button ref={undo} kind="quiet" onClick={onPutBack}>
        Put it back
      </Button>
    </p>
  );
}

interface RowSearchProps {
  readonly noun: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found: number;
  readonly of: number;
}

function RowSearch({ noun, query, onQuery, found, of }: RowSearchProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id}>Find {withArticle(noun)}</label>
      <input
        id={id}
        type="search"
        className={styles.query}
        autoComplete="off"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      <span aria-live="polite">{query.trim() === '' ? `${of} in the list` : `${found} of ${of}`}</span>
    </div>
  );
}

function says(view: RowsView, row: Row, query: string): boolean {
  return `${view.labelOf(row)} ${digestOf(visibleFields(view.field.fields, row), row)}`
    .toLowerCase()
    .includes(query.trim().toLowerCase());
}

// A single unfinished row is what one came for; in a list one chooses.
function startOpen({ rows, drafted }: RowsView): ReadonlySet<string> {
  const [only, ...others] = rows;
  return new Set([...(only !== undefined && others.length === 0 ? [only.rowId] : []), ...drafted]);
}

/** "a policy", "an answer". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
