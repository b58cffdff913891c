import { type ReactNode, useEffect, useRef } from 'react';
import type { Row, RowsField } from '../../../shared/domain/field.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';
import { Button } from '../button.tsx';
import { StatusIcon } from '../status-icon.tsx';
import { type OnCell, RowCells } from './row-cells.tsx';
import { countUnfilled, digestOf } from './row-values.ts';
import styles from './rows-editor.module.css';

interface RowCardProps {
  readonly field: RowsField;
  /** `target.field.rowId`. */
  readonly path: string;
  readonly row: Row;
  /** "Policy 2", or the catalog's label of a prescribed row. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onCell: OnCell;
  /** Null when rows cannot be removed by hand. */
  readonly onRemove: (() => void) | null;
  readonly refusals: Readonly<Record<string, string>>;
  /** Something typed in this row could not be read. */
  readonly hasDraft: boolean;
  /** Just added: put the cursor into its first field. */
  readonly isNew: boolean;
}

/** One row of a repeating group: a line that says what it holds, and opens to be filled in. */
export function RowCard(props: RowCardProps): ReactNode {
  const { field, path, row, label, isOpen, onToggle, onCell, onRemove, refusals, isNew } = props;
  const body = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isNew) body.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [isNew]);
  return (
    <li className={styles.card}>
      <button
        type="button"
        id={`${path}-toggle`}
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={path}
        onClick={onToggle}
      >
        <span className={styles.name}>{label}</span>
        <span className={styles.digest}>{digestOf(visibleFields(field.fields, row), row)}</span>
        <RowState {...props} />
      </button>
      {isOpen ? (
        <fieldset ref={body} id={path} className={styles.body}>
          <legend className="visually-hidden">{label}</legend>
          <RowCells field={field} path={path} row={row} onCell={onCell} refusals={refusals} />
          {onRemove === null ? null : (
            <Button kind="quiet" id={`${path}-remove`} onClick={onRemove}>
              Remove {label.toLowerCase()}
            </Button>
          )}
        </fieldset>
      ) : null}
    </li>
  );
}

function RowState({ field, row, refusals, hasDraft }: RowCardProps): ReactNode {
  const unfilled = countUnfilled(field, row);
  return (
    <span className={styles.state}>
      {hasDraft || Object.keys(refusals).length > 0 ? (
        <StatusIcon state="blocked" text="Look again" />
      ) : unfilled > 0 ? (
        <StatusIcon
          state={digestOf(visibleFields(field.fields, row), row) === '' ? 'not-started' : 'in-progress'}
          text={`${unfilled} to fill in`}
        />
      ) : (
        'Filled in'
      )}
    </span>
  );
}
