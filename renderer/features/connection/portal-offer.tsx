import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { candidateName } from '../../../shared/domain/vetting/candidate.ts';
import { type CandidatePortal, portalPatch } from '../../../shared/domain/vetting/candidate-portal.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import { showRecord } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import folds from './check-list.module.css';

interface PortalOfferProps {
  readonly portal: CandidatePortal;
  /** Names the company, where several are offered. */
  readonly isNamed?: boolean | undefined;
}

/** Whether the portal of a chosen company is on the list of portals; on a press it is, and on another it is not. */
export function PortalOffer({ portal, isNamed = false }: PortalOfferProps): ReactNode {
  const { entry, candidate, address } = portal;
  const client = useQueryClient();
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string | null>(null);
  // Only what was put there on this page just now is taken back here.
  const [added, setAdded] = useState<string | null>(null);
  const whose = isNamed ? `the portal of ${candidateName(candidate)}` : 'its portal';
  const act = async (work: () => Promise<{ readonly record: PlanRecord }>, said: string): Promise<void> => {
    setTrouble(null);
    try {
      const { record } = await work();
      setAdded(record.archivedOn === null ? record.id : null);
      showRecord(client, record);
      announce(said);
    } catch (thrown) {
      setTrouble(messageOf(thrown));
    }
  };
  const add = (): Promise<void> =>
    act(
      () =>
        entry === null
          ? bridge.saveRecord({ kind: 'portal', id: null, patch: { ...portalPatch(portal) } })
          : bridge.archiveRecord({ id: entry.id, isArchived: false }),
      'Added to the list of portals.',
    );
  const isListed = entry !== null && entry.archivedOn === null;
  return (
    <div className={folds.offer}>
      {isListed ? (
        <p>
          {address} is on your <Link to={paths.connection}>list of portals</Link>.{' '}
          {added === entry.id ? (
            <Button
              kind="quiet"
              onClick={() =>
                act(
                  () => bridge.archiveRecord({ id: entry.id, isArchived: true }),
                  'Taken off the list of portals again.',
                )
              }
            >
              Undo
            </Button>
          ) : null}
        </p>
      ) : (
        <p>
          {address} is not on your <Link to={paths.connection}>list of portals</Link>
          {entry === null ? '' : ' any more'}.{' '}
          <Button kind="quiet" onClick={add}>
            {entry === null ? `Add ${whose} to the list of portals` : `Put ${whose} back on the list`}
          </Button>
        </p>
      )}
      {trouble === null ? null : (
        <p role="alert" className={folds.trouble}>
          {trouble}
        </p>
      )}
    </div>
  );
}
