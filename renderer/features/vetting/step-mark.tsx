import type { ReactNode } from 'react';
import { isAnswered } from '../../../shared/domain/answer-reader.ts';
import { EMPTY_PROFILE } from '../../../shared/domain/plan.ts';
import { answeredOf } from '../../../shared/domain/vetting/assess-record.ts';
import { unfilledIn, visibleFields } from '../../../shared/domain/visible-answers.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { StepView } from './candidate-steps.tsx';

/** How far one step is, in a word or two. */
export function StepMark({ view }: { readonly view: StepView }): ReactNode {
  const { assessed, group, answers } = view;
  if (group.id === 'decision') return <DecisionMark decision={answers.decision} />;
  const unfilled = unfilledIn(group.fields, answers, EMPTY_PROFILE).length;
  if (assessed.kind === 'clearinghouse' && group.id === 'authorities') {
    const { inquiries } = assessed;
    const answered = answeredOf(inquiries);
    const isDone = answered === inquiries.length && unfilled === 0;
    const state = answered === 0 ? 'not-started' : isDone ? 'done' : 'in-progress';
    return <StatusIcon state={state} text={`${answered} of ${inquiries.length} done`} />;
  }
  if (
    assessed.kind === 'clearinghouse' &&
    group.id === 'offer' &&
    assessed.assessment.bizopp.broken.length > 0
  ) {
    return <StatusIcon state="blocked" text="Stop" />;
  }
  if (!visibleFields(group.fields, answers).some(({ id }) => isAnswered(answers[id]))) {
    return <StatusIcon state="not-started" />;
  }
  return unfilled === 0 ? (
    <StatusIcon state="done" text="Filled in" />
  ) : (
    <StatusIcon state="in-progress" text={`${unfilled} to fill in`} />
  );
}

function DecisionMark({ decision }: { readonly decision: unknown }): ReactNode {
  if (decision === 'chosen') return <StatusIcon state="done" text="Chosen" />;
  if (decision === 'not-chosen') return <StatusIcon state="not-applicable" text="Not chosen" />;
  return <StatusIcon state="not-started" text="Not decided" />;
}
