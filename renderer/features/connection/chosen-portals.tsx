import { type ReactNode, useState } from 'react';
import { isCandidate } from '../../../shared/domain/vetting/candidate.ts';
import { portalOf, portalsToOffer } from '../../../shared/domain/vetting/candidate-portal.ts';
import { usePlan } from '../../app/plan-query.ts';
import { PortalOffer } from './portal-offer.tsx';

/** Portals of chosen companies that are not on the list yet, each a press away from it. */
export function ChosenPortals(): ReactNode {
  const { plan } = usePlan();
  // What was offered stays in sight until the page is left, so that it can be taken back.
  const [offered, setOffered] = useState<readonly string[]>([]);
  const now = portalsToOffer(plan).map(({ candidate }) => candidate.id);
  const fresh = now.filter((id) => !offered.includes(id));
  if (fresh.length > 0) setOffered([...offered, ...fresh]);
  const shown = [...offered, ...fresh].flatMap((id) => {
    const candidate = plan.records.filter(isCandidate).find((record) => record.id === id);
    const portal = candidate === undefined ? null : portalOf(plan, candidate);
    return portal === null ? [] : [portal];
  });
  return shown.map((portal) => <PortalOffer key={portal.candidate.id} portal={portal} isNamed />);
}
