import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import {
  type CandidateKind,
  type CandidateRecord,
  candidateName,
  isCandidate,
} from '../../../shared/domain/vetting/candidate.ts';
import { bridge } from '../../app/bridge.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import folds from '../connection/check-list.module.css';
import { useRecordAction } from '../connection/use-record-action.ts';
import styles from './candidate-list.module.css';

interface ArchivedCandidatesProps {
  readonly kind: CandidateKind;
  readonly plan: Plan;
  readonly onBack: (record: CandidateRecord) => void;
}

/** Candidates taken off the list, each with a way back. Nothing is deleted. */
export function ArchivedCandidates({ kind, plan, onBack }: ArchivedCandidatesProps): ReactNode {
  const archived = plan.records
    .filter(isCandidate)
    .filter((record) => record.kind === kind && record.archivedOn !== null);
  if (archived.length === 0) return null;
  return (
    <details className={folds.fold}>
      <summary>Taken off the list ({archived.length})</summary>
      <ul className={folds.archived}>
        {archived.map((record) => (
          <li key={record.id}>
            <span>
              <Link to={paths.candidate(record.id)} dir="auto">
                {candidateName(record)}
              </Link>
              <span className={styles.soft}> · off since {formatDate(record.archivedOn ?? '')}</span>
            </span>
            <PutBack record={record} onBack={() => onBack(record)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PutBackProps {
  readonly record: CandidateRecord;
  /** Called once it is back. The button is gone then: the focus has to go somewhere. */
  readonly onBack: () => void;
}

/** Puts a candidate on its list again. */
export function PutBack({ record, onBack }: PutBackProps): ReactNode {
  const announce = useAnnounce();
  const { run, trouble } = useRecordAction(`record/${record.kind}/${record.id}`);
  const putBack = async (): Promise<void> => {
    const done = await run(() => bridge.archiveRecord({ id: record.id, isArchived: false }));
    if (done === null) return;
    announce(`${candidateName(record)} is on the list again.`);
    onBack();
  };
  return (
    <>
      <Button kind="quiet" aria-label={`Put it back: ${candidateName(record)}`} onClick={putBack}>
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
