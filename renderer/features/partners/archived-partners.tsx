import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { type PartnerKind, partnerName, toPartner } from '../../../shared/domain/partner.ts';
import type { Plan, PlanRecord } from '../../../shared/domain/plan.ts';
import { bridge } from '../../app/bridge.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import folds from '../connection/check-list.module.css';
import { useRecordAction } from '../connection/use-record-action.ts';

interface ArchivedPartnersProps {
  readonly kind: PartnerKind;
  readonly plan: Plan;
}

/** Partners taken off the list, each with a way back. Nothing is deleted. */
export function ArchivedPartners({ kind, plan }: ArchivedPartnersProps): ReactNode {
  const archived = plan.records.filter(
    (record) => record.kind === 'partner' && record.archivedOn !== null && toPartner(record).kind === kind,
  );
  if (archived.length === 0) return null;
  return (
    <details className={folds.fold}>
      <summary>Taken off the list ({archived.length})</summary>
      <ul className={folds.archived}>
        {archived.map((record) => (
          <li key={record.id}>
            <span>
              <Link to={paths.partner(record.id)} dir="auto">
                {partnerName(toPartner(record))}
              </Link>
              <span className={folds.soft}> · off since {formatDate(record.archivedOn ?? '')}</span>
            </span>
            <PutBack record={record} onBack={() => document.querySelector('h1')?.focus()} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PutBackProps {
  readonly record: PlanRecord;
  /** Called once it is back. The button is gone then: the focus has to go somewhere. */
  readonly onBack: () => void;
}

/** Puts a partner on its list again. */
export function PutBack({ record, onBack }: PutBackProps): ReactNode {
  const name = partnerName(toPartner(record));
  const announce = useAnnounce();
  const { run, trouble } = useRecordAction(`record/partner/${record.id}`);
  const putBack = async (): Promise<void> => {
    const done = await run(() => bridge.archiveRecord({ id: record.id, isArchived: false }));
    if (done === null) return;
    announce(`${name} is on the list again.`);
    onBack();
  };
  return (
    <>
      <Button kind="quiet" aria-label={`Put it back: ${name}`} onClick={putBack}>
        Put it back
      </Button>
      {trouble === null ? null : (
        <span role="alert" className={folds.trouble}>
          {trouble}
        </span>
      )}
    </>
  );
}
