import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Derivation, Desk } from '../../../shared/catalog/types.ts';
import { isAnswered } from '../../../shared/domain/answer-reader.ts';
import type { Answers, CellField, Field, Row, RowsField } from '../../../shared/domain/field.ts';
import { formatAnswer } from '../../../shared/domain/format-answer.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';
import { paths } from '../../app/routes.ts';
import { withArticle } from '../../ui/fields/free-rows.tsx';
import { digestOf } from '../../ui/fields/row-values.ts';
import styles from './desk-answers.module.css';
import type { ItemView } from './item-view.ts';

/** What each desk is called, where it is, and what one does there. */
const DESKS: Readonly<Record<Desk, { readonly name: string; readonly path: string; readonly work: string }>> =
  {
    connection: {
      name: 'Secure connection',
      path: paths.connection,
      work: 'can look at some of this by itself',
    },
    vetting: { name: 'Vetting desk', path: paths.vetting, work: 'is where companies are looked into' },
    software: { name: 'Software desk', path: paths.vetting, work: 'is where programs are compared' },
    partners: { name: 'Partners', path: paths.partners, work: 'is where agreements are kept' },
  };

/** Answers an item takes from a desk: shown, with the way there, and not to be changed here. */
export function DeskAnswers({ view }: { readonly view: ItemView }): ReactNode {
  const { item, deskFields, effective } = view;
  if (item.derived === undefined) return null;
  const { name, path, work } = DESKS[item.derived.desk];
  if (deskFields.length === 0) {
    const taken = takenCells(view);
    if (taken.length > 0) return <TakenCells view={view} taken={taken} name={name} path={path} />;
    return (
      <p className={styles.hint}>
        The page <Link to={path}>“{name}”</Link> {work}.
      </p>
    );
  }
  const missing = missingAt(item.derived, view);
  return (
    <section className={styles.desk} aria-labelledby="desk-answers">
      <h2 id="desk-answers">From the page “{name}”</h2>
      <dl className={styles.answers}>
        {deskFields.map((field) => (
          <div key={field.id}>
            <dt>{field.label}</dt>
            <dd>
              <Said field={field} answers={effective} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.way}>
        <Link to={path}>
          {missing === null ? `Change on the page “${name}”` : `Add ${missing} on the page “${name}”`}
        </Link>
      </p>
    </section>
  );
}

/** A row of a list and what the desk says in it. */
interface TakenCell {
  readonly row: Row;
  readonly words: string;
}

function takenCells({ item, effective, plan, today }: ItemView): readonly TakenCell[] {
  const known = item.derived?.cell;
  const field = item.fields.find(({ id }) => id === known?.field);
  if (known === undefined || field?.type !== 'rows') return [];
  return ((effective[field.id] ?? []) as readonly Row[]).flatMap((row): readonly TakenCell[] => {
    const said = known.known(plan, (id) => cellTextIn(row, id), today);
    const cell = field.fields.find(({ id }) => id === known.cell);
    return said === null || cell === undefined ? [] : [{ row, words: formatAnswer(cell, said) }];
  });
}

function cellTextIn(row: Row, id: string): string {
  const value = row[id];
  return typeof value === 'string' ? value : '';
}

interface TakenCellsProps {
  readonly view: ItemView;
  readonly taken: readonly TakenCell[];
  readonly name: string;
  readonly path: string;
}

/** What the desk knows of rows that are recorded here: it is not asked again. */
function TakenCells({ view: { item }, taken, name, path }: TakenCellsProps): ReactNode {
  const known = item.derived?.cell;
  const field = item.fields.find(({ id }) => id === known?.field);
  if (known === undefined || field?.type !== 'rows') return null;
  const others = field.fields.filter(({ id }) => id !== known.cell);
  return (
    <section className={styles.desk} aria-labelledby="desk-answers">
      <h2 id="desk-answers">From the page “{name}”</h2>
      <dl className={styles.answers}>
        <div>
          <dt>{field.fields.find(({ id }) => id === known.cell)?.label}</dt>
          <dd>
            <ul className={styles.rows}>
              {taken.map(({ row, words }) => (
                <li key={row.rowId}>
                  <span className={styles.name}>{words}</span>
                  <span className={styles.digest} dir="auto">
                    {digestOf(visibleFields(others, row), row)}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <p className={styles.way}>
        <Link to={path}>Change on the page “{name}”</Link>
      </p>
    </section>
  );
}

/** What to add at the desk: "a portal"; null when its own fields hold something. */
function missingAt({ fields }: Derivation, { item, effective }: ItemView): string | null {
  const empty = item.fields.find(({ id }) => fields.includes(id) && !isAnswered(effective[id]));
  if (empty === undefined) return null;
  return empty.type === 'rows' ? withArticle(empty.rowNoun) : 'it';
}

function Said({ field, answers }: { readonly field: Field; readonly answers: Answers }): ReactNode {
  const value = answers[field.id];
  if (value === undefined || !isAnswered(value)) return 'Nothing yet.';
  if (field.type !== 'rows') return <span dir="auto">{formatAnswer(field, value)}</span>;
  return (
    <ul className={styles.rows}>
      {(value as readonly Row[]).map((row) => (
        <RowLine key={row.rowId} field={field} row={row} />
      ))}
    </ul>
  );
}

/** A row in a line or two: what it is called, then what it says. */
function RowLine({ field, row }: { readonly field: RowsField; readonly row: Row }): ReactNode {
  const [first, ...others] = visibleFields(field.fields, row);
  const name = first === undefined ? '' : cellIn(first, row);
  return (
    <li>
      <span className={styles.name} dir="auto">
        {name === '' ? 'Without a name' : name}
      </span>
      <span className={styles.digest} dir="auto">
        {digestOf(others, row)}
      </span>
    </li>
  );
}

function cellIn(field: CellField, row: Row): string {
  const value = row[field.id];
  return value === undefined || !isAnswered(value) ? '' : formatAnswer(field, value);
}
