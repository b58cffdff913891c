import type { ReactNode } from 'react';
import type { Answers, AnswerValue, CellValue, Field, Row } from '../../../shared/domain/field.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Profile } from '../../../shared/domain/plan.ts';
import { visibleFields } from '../../../shared/domain/visible-answers.ts';
import type { Refusal } from '../../app/save-lane.ts';
import type { Pace, SaveTarget } from '../../app/save-queue.ts';
import { useSaveQueue, useSaveState } from '../../app/saving.tsx';
import { CellEditor } from './cell-editor.tsx';
import styles from './field-form.module.css';
import { FieldScopeProvider } from './field-scope.tsx';
import { RowsEditor } from './rows-editor.tsx';

interface FieldFormProps {
  readonly target: SaveTarget;
  readonly fields: readonly Field[];
  /** From `useAnswers(target)`: what is stored, with what is still on its way. */
  readonly answers: Answers;
  readonly today: IsoDate;
  readonly profile: Profile;
}

/** The form that a list of fields describes. Every change saves by itself. */
export function FieldForm({ target, fields, answers, today, profile }: FieldFormProps): ReactNode {
  const queue = useSaveQueue();
  const refusals = useSaveState().refusals[target];
  const isOptionalSaid = fields.some((field) => field.required === true);
  return (
    <FieldScopeProvider value={{ target, today, profile }}>
      <form
        className={styles.form}
        autoComplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          queue.flush();
        }}
      >
        <div className={styles.grid}>
          {visibleFields(fields, answers).map((field) => (
            <FieldSlot
              key={field.id}
              field={field}
              path={`${target}.${field.id}`}
              value={answers[field.id]}
              onChange={(value, pace) => queue.save(target, field.id, value, pace)}
              refusal={refusals?.[field.id]}
              isOptionalSaid={isOptionalSaid}
            />
          ))}
        </div>
      </form>
    </FieldScopeProvider>
  );
}

interface FieldSlotProps {
  readonly field: Field;
  readonly path: string;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | null, pace: Pace) => void;
  readonly refusal: Refusal | undefined;
  readonly isOptionalSaid: boolean;
}

function FieldSlot({ field, value, refusal, ...rest }: FieldSlotProps): ReactNode {
  const message = refusal?.message ?? null;
  return field.type === 'rows' ? (
    <RowsEditor
      field={field}
      value={value as readonly Row[] | undefined}
      refusal={message}
      refusedPath={refusal?.path ?? null}
      {...rest}
    />
  ) : (
    <CellEditor field={field} value={value as CellValue | undefined} refusal={message} {...rest} />
  );
}
