import type { ReactNode } from 'react';
import { AuthorityDesk } from './authority-desk.tsx';
import type { StepView } from './candidate-steps.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { OfferPanel } from './offer-panel.tsx';
import { PortalPart } from './portal-part.tsx';
import { StepForm } from './step-form.tsx';

/** What stands in an open step: its form, and what the app works out beside it. */
export function StepBody({ view }: { readonly view: StepView }): ReactNode {
  const { assessed, group, plan, today } = view;
  switch (group.id) {
    case 'company':
    case 'product':
      return (
        <>
          <StepForm view={view} fields={group.fields} />
          <PortalPart record={assessed.record} plan={plan} today={today} />
        </>
      );
    case 'authorities':
      return assessed.kind === 'clearinghouse' ? (
        <AuthorityDesk view={view} inquiries={assessed.inquiries} />
      ) : null;
    case 'offer':
      return assessed.kind === 'clearinghouse' ? (
        <>
          <OfferPanel screen={assessed.assessment.bizopp} today={today} />
          <StepForm view={view} fields={group.fields} />
        </>
      ) : null;
    case 'decision':
      return <DecisionPanel view={view} />;
    default:
      return <StepForm view={view} fields={group.fields} />;
  }
}
