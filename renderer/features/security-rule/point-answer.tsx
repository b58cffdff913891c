import type { ReactNode } from 'react';
import type { RuleSpecification } from '../../../shared/catalog/security-rule/types.ts';
import { ruleAnswerFields } from '../../../shared/domain/rule-answer.ts';
import { usePlan } from '../../app/plan-query.ts';
import { SaveNote } from '../../app/save-note.tsx';
import type { RecordTarget } from '../../app/save-queue.ts';
import { useAnswers } from '../../app/saving.tsx';
import { FieldForm } from '../../ui/fields/field-form.tsx';
import styles from './point-answer.module.css';

/** The user's own answer to one point. A required point offers no equivalent, and says so. */
export function PointAnswer({ specification }: { readonly specification: RuleSpecification }): ReactNode {
  const { cite, mark, title } = specification;
  const { plan, today } = usePlan();
  const target: RecordTarget = `record/rule-answer/${cite}`;
  const answers = useAnswers(target);
  return (
    <section className={styles.answer} aria-label={`Your answer: ${title}`}>
      <p className={styles.lead}>
        {mark === 'required'
          ? 'This point is required: it has to be met as it says. Nothing else can stand in for it.'
          : 'This point is addressable. If it is not reasonable for you, say why, and what you do instead.'}
      </p>
      <FieldForm
        target={target}
        fields={ruleAnswerFields(mark)}
        answers={answers}
        today={today}
        profile={plan.profile}
      />
      <SaveNote />
    </section>
  );
}
