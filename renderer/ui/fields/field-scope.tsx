import { createContext, useContext } from 'react';
import type { AnswerValue, CellField, CellValue, Field } from '../../../shared/domain/field.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Profile } from '../../../shared/domain/plan.ts';
import type { Pace, SaveTarget } from '../../app/save-queue.ts';

/** What every field of one form needs to know. */
export interface FieldScope {
  readonly target: SaveTarget;
  readonly today: IsoDate;
  readonly profile: Profile;
}

const ScopeContext = createContext<FieldScope | null>(null);

/** Stands around the fields of a form. */
export const FieldScopeProvider = ScopeContext;

/** The form a field stands in. */
export function useFieldScope(): FieldScope {
  const scope = useContext(ScopeContext);
  if (scope === null) throw new Error('A field editor stands outside a FieldForm');
  return scope;
}

/** Takes a changed value; null clears the answer. */
export type OnChange<V extends AnswerValue = CellValue> = (value: V | null, pace: Pace) => void;

/** What an editor gets. */
export interface EditorProps<F extends Field = CellField, V extends AnswerValue = CellValue> {
  readonly field: F;
  /** `target.field` or `target.field.rowId.cell`: the control's id and name. */
  readonly path: string;
  readonly value: V | undefined;
  readonly onChange: OnChange<V>;
  /** Why the store refused the value shown, if it did. */
  readonly refusal: string | null;
  /** Say "optional": the form has required fields beside it. */
  readonly isOptionalSaid: boolean;
}
