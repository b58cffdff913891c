import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { recordKinds } from '../../../shared/catalog/record-kinds.ts';
import type { FieldGroup } from '../../../shared/catalog/records/record-kind.ts';
import type { Answers } from '../../../shared/domain/field.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { Assessed } from '../../../shared/domain/vetting/assess-record.ts';
import { useAnswers } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './candidate-steps.module.css';
import { rememberedStep, rememberStep } from './open-step.ts';
import { StepBody } from './step-body.tsx';
import { StepMark } from './step-mark.tsx';
import { StepRow, stepToggleId } from './step-row.tsx';

/** What a step is drawn from. `answers`: what is stored, with what is still on its way. */
export interface StepView {
  readonly assessed: Assessed;
  readonly group: FieldGroup;
  readonly answers: Answers;
  readonly plan: Plan;
  readonly today: IsoDate;
  /** Opens another step and puts the focus on its line. */
  readonly onGoTo: (step: string) => void;
}

interface CandidateStepsProps {
  readonly assessed: Assessed;
  readonly plan: Plan;
  readonly today: IsoDate;
}

/** Everything to find out about a candidate, in working order, one group open at a time. */
export function CandidateSteps({ assessed, plan, today }: CandidateStepsProps): ReactNode {
  const { record } = assessed;
  const { groups } = recordKinds[record.kind];
  const [open, setOpen] = useState(() => rememberedStep(record.id) ?? groups[0]?.id ?? '');
  const answers = useAnswers(`record/${record.kind}/${record.id}`);
  const openStep = (step: string): void => {
    flushSync(() => setOpen(step));
    rememberStep(record.id, step);
    // The one that closed may have been above: the line just pressed must not run away.
    document.getElementById(stepToggleId(rowId(step)))?.scrollIntoView?.({ block: 'nearest' });
  };
  const goTo = (step: string): void => {
    openStep(step);
    document.getElementById(stepToggleId(rowId(step)))?.focus();
  };
  return (
    <section className={styles.part} aria-labelledby="candidate-steps">
      <h2 id="candidate-steps">What to find out</h2>
      <ul className={styles.list} aria-labelledby="candidate-steps">
        {groups.map((group, at) => {
          const view = { assessed, group, answers, plan, today, onGoTo: goTo };
          const next = groups[at + 1];
          return (
            <StepRow
              key={group.id}
              id={rowId(group.id)}
              title={group.title}
              mark={<StepMark view={view} />}
              isOpen={open === group.id}
              onToggle={() => openStep(open === group.id ? '' : group.id)}
            >
              {() => (
                <>
                  {group.lead === undefined ? null : <p className={styles.lead}>{group.lead}</p>}
                  <StepBody view={view} />
                  {next === undefined ? null : (
                    <Button onClick={() => goTo(next.id)}>Next: {next.title}</Button>
                  )}
                </>
              )}
            </StepRow>
          );
        })}
      </ul>
    </section>
  );
}

function rowId(step: string): string {
  return `step-${step}`;
}
