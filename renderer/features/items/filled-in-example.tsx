import { type ReactNode, useState } from 'react';
import { fieldsOf } from '../../../shared/catalog/item-fields.ts';
import { isAnswered } from '../../../shared/domain/answer-reader.ts';
import type { Answers, CellField, Field } from '../../../shared/domain/field.ts';
import { formatAnswer } from '../../../shared/domain/format-answer.ts';
import type { Profile } from '../../../shared/domain/plan.ts';
import { rowLabel, shownRows, visibleFields } from '../../../shared/domain/visible-answers.ts';
import styles from './filled-in-example.module.css';
import type { ItemView } from './item-view.ts';

/** Believable answers that settle the item, to read, not to copy. Made up when it is opened. */
export function FilledInExample({ view }: { readonly view: ItemView }): ReactNode {
  const { item, plan, today } = view;
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.example} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>A filled-in example</summary>
      {isOpen ? (
        <AnswerList
          fields={fieldsOf(item)}
          answers={item.example({ today, profile: plan.profile })}
          profile={plan.profile}
        />
      ) : null}
    </details>
  );
}

interface AnswerListProps {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly profile: Profile;
}

function AnswerList({ fields, answers, profile }: AnswerListProps): ReactNode {
  const filled = visibleFields(fields, answers).filter((field) => isAnswered(answers[field.id]));
  return (
    <dl className={styles.answers}>
      {filled.map((field) => (
        <div key={field.id}>
          <dt>{field.label}</dt>
          {field.type === 'rows' ? (
            shownRows(field, answers[field.id], profile).map((row, index) => (
              <dd key={row.rowId}>
                <span className={styles.row}>{rowLabel(field, row.rowId, index, profile)}</span>
                <CellList cells={field.fields} answers={row} />
              </dd>
            ))
          ) : (
            <dd>{said(field, answers)}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function CellList({
  cells,
  answers,
}: {
  readonly cells: readonly CellField[];
  readonly answers: Answers;
}): ReactNode {
  const filled = visibleFields(cells, answers).filter((cell) => isAnswered(answers[cell.id]));
  return (
    <ul className={styles.cells}>
      {filled.map((cell) => (
        <li key={cell.id}>
          <span className={styles.label}>{cell.label}:</span> {said(cell, answers)}
        </li>
      ))}
    </ul>
  );
}

function said(field: CellField, answers: Answers): string {
  const value = answers[field.id];
  return value === undefined ? '' : formatAnswer(field, value);
}
