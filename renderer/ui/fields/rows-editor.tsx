import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import {
  type CellField,
  MAX_ROWS,
  prescribedRows,
  type Row,
  type RowsField,
} from '../../../shared/domain/field.ts';
import { rowLabel, shownRows } from '../../../shared/domain/visible-answers.ts';
import { paths } from '../../app/routes.ts';
import { useWrongDrafts } from '../../app/saving.tsx';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import { type EditorProps, useFieldScope } from './field-scope.tsx';
import { isSmallCell } from './field-width.ts';
import { FreeRows } from './free-rows.tsx';
import { RowCard } from './row-card.tsx';
import { type OnCell, RowCells } from './row-cells.tsx';
import { storedRows, withCell } from './row-values.ts';
import styles from './rows-editor.module.css';

/** What is needed to draw the rows of one field. */
export interface RowsView {
  readonly field: RowsField;
  readonly path: string;
  readonly rows: readonly Row[];
  readonly labelOf: (row: Row) => string;
  readonly onCell: OnCell;
  readonly refusalsOf: (row: Row) => Readonly<Record<string, string>>;
  /** Ids of rows in which something typed could not be read. */
  readonly drafted: ReadonlySet<string>;
}

export type RowsEditorProps = EditorProps<RowsField, readonly Row[]> & {
  /** Path of the refused answer inside the field, such as `roles.0.from_date`; null when nothing was refused. */
  readonly refusedPath: string | null;
};

/** A repeating group: rows the catalog prescribes, or rows the user adds. */
export function RowsEditor(props: RowsEditorProps): ReactNode {
  const { field, path, value, onChange, refusal, refusedPath, isOptionalSaid } = props;
  const { profile } = useFieldScope();
  const drafts = useWrongDrafts(`${path}.`);
  const stored = storedRows(value);
  const prescribed = prescribedRows(field, profile);
  const rows = shownRows(field, value, profile);
  const refused = refusedCell(field, rows, stored, refusedPath);
  const save = (next: readonly Row[]): void => onChange(next.length === 0 ? null : next, 'now');
  const onCell: OnCell = (rowId, cellId, cell, pace) => {
    const next = withCell(stored, rowId, cellId, cell, prescribed !== null);
    onChange(next.length === 0 ? null : next, pace);
  };
  const view: RowsView = {
    field,
    path,
    rows,
    labelOf: (row) => rowLabel(field, row.rowId, rows.indexOf(row), profile),
    onCell,
    refusalsOf: (row) =>
      refused?.rowId === row.rowId && refusal !== null ? { [refused.cellId]: refusal } : {},
    drafted: new Set(drafts.map((draft) => draft.slice(path.length + 1).split('.')[0] ?? '')),
  };
  const ids = fieldIds(path, field.hint !== undefined);
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide
      as="group"
      error={refused === null ? refusal : null}
    >
      <fieldset
        id={path}
        className={styles.group}
        aria-labelledby={ids.label}
        aria-describedby={ids.describedBy}
      >
        {prescribed === null ? (
          <FreeRows view={view} onRows={save} most={field.maxRows ?? MAX_ROWS} />
        ) : prescribed.length === 0 ? (
          <p className={styles.empty}>
            This list comes from your profile. <Link to={paths.welcome}>Tell us about your business</Link> and
            its rows appear here.
          </p>
        ) : isFlat(field) ? (
          <FlatRows view={view} />
        ) : (
          <PrescribedRows view={view} />
        )}
      </fieldset>
    </FieldFrame>
  );
}

const MOST_FLAT_CELLS = 3;

function isFlat(field: RowsField): boolean {
  return field.fields.length <= MOST_FLAT_CELLS && field.fields.every((cell: CellField) => isSmallCell(cell));
}

/** Rows of a few small cells: all open, one under the other. */
function FlatRows({ view }: { readonly view: RowsView }): ReactNode {
  const [only, ...others] = view.field.fields;
  const question = others.length === 0 ? only?.label : undefined;
  return (
    <ul className={styles.list} data-labels={question === undefined ? 'soft' : 'hidden'}>
      {question === undefined ? null : (
        <li className={styles.question} aria-hidden="true">
          {question}
        </li>
      )}
      {view.rows.map((row) => (
        <li key={row.rowId} className={styles.card}>
          <fieldset id={`${view.path}.${row.rowId}`} className={styles.flat}>
            <legend className={styles.name}>{view.labelOf(row)}</legend>
            <RowCells
              field={view.field}
              path={`${view.path}.${row.rowId}`}
              row={row}
              onCell={view.onCell}
              refusals={view.refusalsOf(row)}
            />
          </fieldset>
        </li>
      ))}
    </ul>
  );
}

function PrescribedRows({ view }: { readonly view: RowsView }): ReactNode {
  // Short lists open at once; of long ones the first row, so that the page shows what is asked.
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set([view.rows[0]?.rowId ?? '', ...view.drafted]),
  );
  return (
    <ul className={styles.list}>
      {view.rows.map((row) => (
        <RowCard
          key={row.rowId}
          field={view.field}
          path={`${view.path}.${row.rowId}`}
          row={row}
          label={view.labelOf(row)}
          isOpen={open.has(row.rowId)}
          onToggle={() => setOpen(toggled(open, row.rowId))}
          onCell={view.onCell}
          onRemove={null}
          refusals={view.refusalsOf(row)}
          hasDraft={view.drafted.has(row.rowId)}
          isNew={false}
        />
      ))}
    </ul>
  );
}

/** The set with one id put in or taken out. */
export function toggled(open: ReadonlySet<string>, rowId: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(rowId)) next.add(rowId);
  return next;
}

// The store names a refused cell by its place in the stored list.
function refusedCell(
  field: RowsField,
  rows: readonly Row[],
  stored: readonly Row[],
  refusedPath: string | null,
): { readonly rowId: string; readonly cellId: string } | null {
  const [, place, cellId] = refusedPath?.split('.') ?? [];
  if (place === undefined || cellId === undefined) return null;
  const rowId = stored[Number(place)]?.rowId ?? place;
  const isShown = rows.some((row) => row.rowId === rowId) && field.fields.some((cell) => cell.id === cellId);
  return isShown ? { rowId, cellId } : null;
}
