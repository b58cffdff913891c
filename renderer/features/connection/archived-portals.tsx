import { type ReactNode, useEffect, useRef } from 'react';
import { portalName } from '../../../shared/domain/connection-posture.ts';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { bridge } from '../../app/bridge.ts';
import { usePlan } from '../../app/plan-query.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import styles from './check-list.module.css';
import { useRecordAction } from './use-record-action.ts';

/** Portals taken off the list, each with a way back. Nothing is deleted. */
export function ArchivedPortals({ onBack }: { readonly onBack: (record: PlanRecord) => void }): ReactNode {
  const { plan } = usePlan();
  const archived = plan.records.filter(({ kind, archivedOn }) => kind === 'portal' && archivedOn !== null);
  if (archived.length === 0) return null;
  return (
    <details className={styles.fold}>
      <summary>Taken off the list ({archived.length})</summary>
      <ul className={styles.archived}>
        {archived.map((record) => (
          <li key={record.id}>
            <span>
              <bdi>{portalName(record)}</bdi>
              <span className={styles.soft}> · off since {formatDate(record.archivedOn ?? '')}</span>
            </span>
            <PutBack record={record} onBack={onBack} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PutBackProps {
  readonly record: PlanRecord;
  readonly onBack: (record: PlanRecord) => void;
  /** Takes the focus when it appears. */
  readonly isWanted?: boolean | undefined;
}

function PutBack({ record, onBack, isWanted = false }: PutBackProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const announce = useAnnounce();
  const { run, trouble } = useRecordAction(`record/portal/${record.id}`);
  useEffect(() => {
    if (isWanted) button.current?.focus();
  }, [isWanted]);
  const putBack = async (): Promise<void> => {
    const done = await run(() => bridge.archiveRecord({ id: record.id, isArchived: false }));
    if (done === null) return;
    announce(`${portalName(record)} is on the list again.`);
    onBack(done.record);
  };
  return (
    <>
      <Button ref={button} kind="quiet" aria-label={`Put it back: ${portalName(record)}`} onClick={putBack}>
        Put it back
      </Button>
      {trouble === null ? null : (
        <span role="alert" className={styles.trouble}>
          {trouble}
        </span>
      )}
    </>
  );
}

/** Said in place of the row that just went, with the way back in reach. */
export function TakenOffNote({
  record,
  onBack,
}: {
  readonly record: PlanRecord;
  readonly onBack: () => void;
}): ReactNode {
  const { plan } = usePlan();
  const isStillOff = plan.records.some(({ id, archivedOn }) => id === record.id && archivedOn !== null);
  if (!isStillOff) return null;
  return (
    <p className={styles.note}>
      <bdi>{portalName(record)}</bdi> was taken off the list. What it holds is kept.{' '}
      <PutBack record={record} onBack={onBack} isWanted />
    </p>
  );
}
