import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { assessRecord } from '../../../shared/domain/vetting/assess-record.ts';
import {
  type CandidateRecord,
  candidateName,
  isCandidate,
} from '../../../shared/domain/vetting/candidate.ts';
import { NotFoundPage } from '../../app/not-found-page.tsx';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { useSaveQueue } from '../../app/saving.tsx';
import { Banner } from '../../ui/banner.tsx';
import { PutBack } from './archived-candidates.tsx';
import { CALL_SCRIPT, CallScriptPage } from './call-script-page.tsx';
import { CandidateActions } from './candidate-actions.tsx';
import { CandidateHead } from './candidate-head.tsx';
import { KIND_WORDS } from './candidate-kinds.ts';
import { CandidateSteps } from './candidate-steps.tsx';
import { ScoreAside } from './score-aside.tsx';

/** A candidate by the id in the address. One address more leads to the papers for the phone. */
export function CandidatePage({ id }: { readonly id: string }): ReactNode {
  const { plan } = usePlan();
  if (id === CALL_SCRIPT) return <CallScriptPage />;
  const record = plan.records.filter(isCandidate).find((each) => each.id === id);
  // The key gives every candidate a page of its own: nothing typed for one can show up under another.
  return record === undefined ? <NotFoundPage /> : <Candidate key={id} record={record} />;
}

function Candidate({ record }: { readonly record: CandidateRecord }): ReactNode {
  const { plan, today } = usePlan();
  const queue = useSaveQueue();
  // Whatever was typed last is sent when the page is left, without waiting for the pause.
  useEffect(() => queue.flush, [queue]);
  const assessed = assessRecord(record, plan, today);
  return (
    <Page aside={<ScoreAside assessed={assessed} />} asideLabel="How it is judged">
      <PageHeader
        title={candidateName(record)}
        eyebrow={
          <>
            <Link to={paths.vetting}>Vetting desk</Link> · {KIND_WORDS[record.kind].title}
          </>
        }
      />
      {record.archivedOn === null ? null : (
        <Banner kind="note" title="Taken off the list">
          <p>
            Off since {formatDate(record.archivedOn)}. It is judged here, and counts nowhere else.{' '}
            <PutBack record={record} onBack={() => document.querySelector('h1')?.focus()} />
          </p>
        </Banner>
      )}
      <CandidateHead assessed={assessed} />
      <CandidateSteps assessed={assessed} plan={plan} today={today} />
      <CandidateActions record={record} />
    </Page>
  );
}
