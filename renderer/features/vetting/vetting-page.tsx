import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { CANDIDATE_KINDS } from '../../../shared/domain/vetting/candidate.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { CALL_SCRIPT } from './call-script-page.tsx';
import { CandidateList } from './candidate-list.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { useCompared } from './compared.ts';
import styles from './vetting-page.module.css';
import { WhereItCounts } from './where-it-counts.tsx';

/** Clearinghouses and billing software under examination: how each stands, what to do next, and what was decided. */
export function VettingPage(): ReactNode {
  const { plan, today } = usePlan();
  const compared = useCompared();
  return (
    <Page>
      <PageHeader
        title="Vetting desk"
        lead="Choosing a clearinghouse is where newcomers get scammed. Look into two or three companies here, ask the offices, and let what is on record decide."
      />
      <ChoiceCard plan={plan} today={today} />
      <p className={styles.script}>
        <Link to={paths.candidate(CALL_SCRIPT)}>Call script and blank vetting sheet</Link>, to print and take
        to the phone.
      </p>
      {CANDIDATE_KINDS.map((kind) => (
        <CandidateList key={kind} kind={kind} plan={plan} today={today} compared={compared} />
      ))}
      <WhereItCounts />
      <section className={styles.part} aria-labelledby="how-vetting-works">
        <h2 id="how-vetting-works">How this desk judges</h2>
        <ul className={styles.notes}>
          <li>
            By what you record, and nothing else. “No record found” is an answer, never a clearance: it may
            only mean that nobody has complained yet.
          </li>
          <li>
            A hard stop goes before everything. Then what is on hold: an office not asked, no reply, a check
            more than 90 days old. Only then the score, which is a rule of this app.
          </li>
          <li>Nothing is deleted. What you take off a list, and what you decided before, is kept.</li>
        </ul>
      </section>
    </Page>
  );
}
