import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Plan } from '../../../shared/domain/plan.ts';
import { type Assessed, assessRecord } from '../../../shared/domain/vetting/assess-record.ts';
import {
  CANDIDATE_KINDS,
  type CandidateKind,
  candidatesOf,
} from '../../../shared/domain/vetting/candidate.ts';
import { type ComparisonRow, compareCandidates } from '../../../shared/domain/vetting/compare-candidates.ts';
import { compareProducts } from '../../../shared/domain/vetting/compare-products.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { KIND_WORDS } from './candidate-kinds.ts';
import styles from './compare-page.module.css';
import { type Compared, FEWEST_COMPARED, MOST_COMPARED, useCompared } from './compared.ts';
import { ComparisonTable } from './comparison-table.tsx';
import printed from './printed.module.css';
import { PrintedHead } from './printed-head.tsx';

type Shown = 'all' | 'differing';

/** Two to four candidates of one list side by side, on screen and on paper. */
export function ComparePage(): ReactNode {
  const { plan, today } = usePlan();
  const compared = useCompared();
  const [shown, setShown] = useState<Shown>('all');
  const { kind } = compared;
  const candidates = comparedOf(plan, compared).map((record) => assessRecord(record, plan, today));
  const title = `${KIND_WORDS[kind].title} side by side`;
  return (
    <Page>
      <PageHeader
        title={title}
        eyebrow={<Link to={paths.vetting}>Vetting desk</Link>}
        lead="Hard stops first. Rows that differ are marked."
      />
      <KindBar kind={kind} onChoose={compared.show} plan={plan} />
      {candidates.length < FEWEST_COMPARED ? (
        <p>
          There is nothing to compare yet.{' '}
          <Link to={paths.vetting}>Tick two to four {KIND_WORDS[kind].plural}</Link> on the vetting desk.
        </p>
      ) : (
        <>
          <div className={styles.bar}>
            <ChoiceBar
              legend="Rows to show"
              choices={[
                { value: 'all', label: 'Every row' },
                { value: 'differing', label: 'Only what differs' },
              ]}
              value={shown}
              onChoose={setShown}
            />
            <Button onClick={() => window.print()}>Print</Button>
            <Link to={paths.vetting}>Compare others</Link>
          </div>
          <section className={printed.printed} aria-label={title}>
            <PrintedHead title={title} today={today} />
            <ComparisonTable
              candidates={candidates}
              rows={rowsOf(candidates).filter(({ differs }) => shown === 'all' || differs)}
              label={title}
            />
          </section>
        </>
      )}
    </Page>
  );
}

/** Those ticked; when none are, a list that is short enough is compared whole. */
function comparedOf(plan: Plan, { kind, ids }: Compared): ReturnType<typeof candidatesOf> {
  const listed = candidatesOf(plan, kind);
  const ticked = listed.filter(({ id }) => ids(kind).includes(id)).slice(0, MOST_COMPARED);
  return ticked.length === 0 && listed.length <= MOST_COMPARED ? listed : ticked;
}

function rowsOf(candidates: readonly Assessed[]): readonly ComparisonRow[] {
  const clearinghouses = candidates.flatMap((each) =>
    each.kind === 'clearinghouse' ? [{ answers: each.record.answers, assessment: each.assessment }] : [],
  );
  const products = candidates.flatMap((each) =>
    each.kind === 'billing-software' ? [{ answers: each.record.answers, assessment: each.assessment }] : [],
  );
  return clearinghouses.length > 0 ? compareCandidates(clearinghouses) : compareProducts(products);
}

interface KindBarProps {
  readonly kind: CandidateKind;
  readonly onChoose: (kind: CandidateKind) => void;
  readonly plan: Plan;
}

function KindBar({ kind, onChoose, plan }: KindBarProps): ReactNode {
  const choices = CANDIDATE_KINDS.map((value) => ({
    value,
    label: KIND_WORDS[value].title,
    count: candidatesOf(plan, value).length,
  }));
  return (
    <div className={styles.kinds}>
      <ChoiceBar legend="What to compare" choices={choices} value={kind} onChoose={onChoose} />
    </div>
  );
}
