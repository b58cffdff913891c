import type { ReactNode } from 'react';
import type { Field } from '../../../shared/domain/field.ts';
import { FieldForm } from '../../ui/fields/field-form.tsx';
import type { StepView } from './candidate-steps.tsx';

interface StepFormProps {
  readonly view: StepView;
  readonly fields: readonly Field[];
}

/** A form over some of a candidate's fields. */
export function StepForm({ view, fields }: StepFormProps): ReactNode {
  const { record } = view.assessed;
  return (
    <FieldForm
      target={`record/${record.kind}/${record.id}`}
      fields={fields}
      answers={view.answers}
      today={view.today}
      profile={view.plan.profile}
    />
  );
}
