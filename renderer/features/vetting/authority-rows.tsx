import { type ReactNode, useState } from 'react';
import { authorityChecksField } from '../../../shared/catalog/vetting/authority-fields.ts';
import { MAX_ROWS, type Row, type RowsField } from '../../../shared/domain/field.ts';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import type { RecordTarget } from '../../app/save-queue.ts';
import { useSaveQueue, useSaveState, useWrongDrafts } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { RowCard } from '../../ui/fields/row-card.tsx';
import type { OnCell } from '../../ui/fields/row-cells.tsx';
import { withCell, withRowBack } from '../../ui/fields/row-values.ts';
import { toggled } from '../../ui/fields/rows-editor.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import frames from '../connection/check-list.module.css';
import styles from './authority-desk.module.css';

const FIELD = authorityChecksField.id;

/** Seldom needed, so they come last. */
const RARE: readonly string[] = ['company', 'office_url'];

/** The same cells, without those that the inquiry itself answers. They still decide what is shown. */
const fixedField: RowsField = {
  ...authorityChecksField,
  fields: [
    ...authorityChecksField.fields.filter(({ id }) => !RARE.includes(id)),
    ...authorityChecksField.fields.filter(({ id }) => RARE.includes(id)),
  ].map((cell) =>
    cell.id === 'office_kind' || cell.id === 'state' ? { ...cell, showWhen: () => false } : cell,
  ),
};

interface AuthorityRowsProps {
  readonly target: RecordTarget;
  /** All rows of the candidate. */
  readonly stored: readonly Row[];
  /** Those shown here. */
  readonly rows: readonly Row[];
  /** What a new row starts with. */
  readonly blank: Readonly<Record<string, string>>;
  /** Office and state are settled, so they are not asked. */
  readonly isFixed: boolean;
  readonly addLabel: string;
}

interface Removed {
  readonly row: Row;
  readonly index: number;
}

/** The records of one inquiry: each time it was made a line that opens, and a button for the next time. */
export function AuthorityRows(props: AuthorityRowsProps): ReactNode {
  const { target, stored, rows, blank, isFixed, addLabel } = props;
  const path = `${target}.${FIELD}`;
  const queue = useSaveQueue();
  const announce = useAnnounce();
  const refusalsOf = useRefusals(target, stored);
  const drafts = useWrongDrafts(`${path}.`);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const [added, setAdded] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const field = isFixed ? fixedField : authorityChecksField;
  const save = (next: readonly Row[]): void => queue.save(target, FIELD, next.length === 0 ? null : next);
  const onCell: OnCell = (rowId, cellId, value, pace) =>
    queue.save(target, FIELD, withCell(stored, rowId, cellId, value, false), pace);
  const add = (): void => {
    const rowId = globalThis.crypto.randomUUID();
    setOpen(new Set([...open, rowId]));
    setAdded(rowId);
    setRemoved(null);
    save([...stored, { rowId, ...blank }]);
  };
  const remove = (row: Row): void => {
    setRemoved({ row, index: stored.indexOf(row) });
    announce('Removed.');
    save(stored.filter(({ rowId }) => rowId !== row.rowId));
  };
  const putBack = ({ row, index }: Removed): void => {
    setRemoved(null);
    setAdded(row.rowId);
    setOpen(new Set([...open, row.rowId]));
    save(withRowBack(stored, row, index));
  };
  return (
    <div className={styles.rows}>
      {rows.length === 0 ? null : (
        <ul className={frames.list}>
          {rows.map((row) => (
            <RowCard
              key={row.rowId}
              field={field}
              path={`${path}.${row.rowId}`}
              row={row}
              label={labelOf(row)}
              isOpen={open.has(row.rowId)}
              onToggle={() => setOpen(toggled(open, row.rowId))}
              onCell={onCell}
              onRemove={() => remove(row)}
              refusals={refusalsOf(row)}
              hasDraft={drafts.some((draft) => draft.startsWith(`${path}.${row.rowId}.`))}
              isNew={added === row.rowId}
            />
          ))}
        </ul>
      )}
      {removed === null ? null : (
        <p>
          Removed.{' '}
          <Button kind="quiet" autoFocus onClick={() => putBack(removed)}>
            Put it back
          </Button>
        </p>
      )}
      {stored.length >= MAX_ROWS ? (
        <p>{MAX_ROWS} checks is the most that fits here.</p>
      ) : (
        <p>
          <Button onClick={add}>{addLabel}</Button>
        </p>
      )}
    </div>
  );
}

function labelOf({ date }: Row): string {
  return typeof date === 'string' ? `Asked ${formatDate(date)}` : 'Day not recorded yet';
}

/** What the store refused, by row. It names a cell by its place in the stored list. */
function useRefusals(
  target: RecordTarget,
  stored: readonly Row[],
): (row: Row) => Readonly<Record<string, string>> {
  const refusal = useSaveState().refusals[target]?.[FIELD];
  const [, place, cell] = refusal?.path.split('.') ?? [];
  const refused = place === undefined ? undefined : (stored[Number(place)]?.rowId ?? place);
  return ({ rowId }) =>
    refusal !== undefined && cell !== undefined && rowId === refused ? { [cell]: refusal.message } : {};
}
