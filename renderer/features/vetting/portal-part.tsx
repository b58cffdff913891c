import type { ReactNode } from 'react';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { targetInWords } from '../../../shared/domain/portal-target.ts';
import { portalRunOf } from '../../../shared/domain/vetting/assess-record.ts';
import { type CandidateRecord, candidateName, textIn } from '../../../shared/domain/vetting/candidate.ts';
import { portalOf } from '../../../shared/domain/vetting/candidate-portal.ts';
import frames from '../connection/check-list.module.css';
import { useCheckRunner } from '../connection/check-runner.ts';
import { OUTCOME_KINDS } from '../connection/check-words.ts';
import { PortalOffer } from '../connection/portal-offer.tsx';
import { PortalResult } from '../connection/portal-result.tsx';
import { RunButton } from '../connection/run-button.tsx';
import { StandingMark } from '../connection/standing-mark.tsx';
import styles from './portal-part.module.css';

interface PortalPartProps {
  readonly record: CandidateRecord;
  readonly plan: Plan;
  readonly today: IsoDate;
}

/** The connection to a candidate's portal, looked at by the app itself on a press of a button. */
export function PortalPart({ record, plan, today }: PortalPartProps): ReactNode {
  const runner = useCheckRunner();
  const target = textIn(record, 'portal_target');
  const run = portalRunOf(record, plan);
  const isListed = record.archivedOn === null;
  const portal = portalOf(plan, record);
  return (
    <section className={styles.part} aria-labelledby="portal-check">
      <h3 id="portal-check">Connection to its portal</h3>
      {target === '' ? (
        <p className={styles.soft}>
          With the address of its portal above, the app can look at the connection for itself.
        </p>
      ) : (
        <>
          {run === null ? (
            <p>
              Not checked yet. When you press “Check”, one connection to {targetInWords(target)} is opened and
              closed again. Nothing is sent through it.
            </p>
          ) : (
            <>
              <p>
                <StandingMark kind={OUTCOME_KINDS[run.outcome]} />
              </p>
              <PortalResult run={run} today={today} />
            </>
          )}
          {isListed ? (
            <p className={frames.actions}>
              <RunButton
                runner={runner}
                subject={{ check: 'portal-tls', target }}
                name={`the connection to ${candidateName(record)}`}
                newest={run}
              />
            </p>
          ) : null}
          {portal === null ? null : <PortalOffer portal={portal} />}
        </>
      )}
    </section>
  );
}
