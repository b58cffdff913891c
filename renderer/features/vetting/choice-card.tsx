import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { chosenOf } from '../../../shared/catalog/vetting/vetted-candidate.ts';
import { formatDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { assessRecord } from '../../../shared/domain/vetting/assess-record.ts';
import {
  CANDIDATE_KINDS,
  type CandidateKind,
  type CandidateRecord,
  candidateName,
  candidatesOf,
  textIn,
} from '../../../shared/domain/vetting/candidate.ts';
import { paths } from '../../app/routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { KIND_WORDS } from './candidate-kinds.ts';
import styles from './choice-card.module.css';
import { rememberStep } from './open-step.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface ChoiceCardProps {
  readonly plan: Plan;
  readonly today: IsoDate;
}

/** What was decided, of each list: the choice with its reason and verdict, or that none is made. */
export function ChoiceCard({ plan, today }: ChoiceCardProps): ReactNode {
  return (
    <section className={styles.card} aria-label="Decisions">
      {CANDIDATE_KINDS.map((kind) => (
        <Choice key={kind} kind={kind} plan={plan} today={today} />
      ))}
    </section>
  );
}

function Choice({ kind, plan, today }: ChoiceCardProps & { readonly kind: CandidateKind }): ReactNode {
  const candidates = candidatesOf(plan, kind);
  const marked = candidates.filter((record) => textIn(record, 'decision') === 'chosen');
  const chosen = chosenOf(candidates);
  return (
    <div className={styles.choice}>
      <h2 className={styles.kind}>{KIND_WORDS[kind].title}</h2>
      {chosen === null ? null : <Chosen record={chosen} plan={plan} today={today} />}
      {marked.length > 1 ? <SeveralChosen marked={marked} /> : null}
      {marked.length === 0 ? <p className={styles.soft}>Nothing is chosen yet.</p> : null}
    </div>
  );
}

function Chosen({ record, plan, today }: ChoiceCardProps & { readonly record: CandidateRecord }): ReactNode {
  const { verdict } = assessRecord(record, plan, today).assessment;
  const [reason, on] = [textIn(record, 'decision_reason').trim(), textIn(record, 'decided_on')];
  return (
    <>
      <p className={styles.name}>
        <Link to={paths.candidate(record.id)} dir="auto" onClick={() => rememberStep(record.id, 'decision')}>
          {candidateName(record)}
        </Link>
      </p>
      <p>
        <VerdictMark verdict={verdict} />
      </p>
      <p className={styles.soft}>
        Chosen{on === '' ? '' : ` on ${formatDate(on)}`}
        {reason === '' ? '. Say why.' : ': '}
        <span dir="auto">{reason}</span>
      </p>
      {verdict === 'do-not-sign' ? (
        <p className={styles.stop}>The choice is on record, but do not sign: its items stay blocked.</p>
      ) : null}
    </>
  );
}

function SeveralChosen({ marked }: { readonly marked: readonly CandidateRecord[] }): ReactNode {
  return (
    <Banner kind="hold" title={`${marked.length} are marked as chosen`}>
      <p>
        Only one can be, so none counts. Open the other and change your mind there:{' '}
        {marked.map((record, at) => (
          <span key={record.id}>
            {at === 0 ? '' : ', '}
            <Link to={paths.candidate(record.id)} onClick={() => rememberStep(record.id, 'decision')}>
              {candidateName(record)}
            </Link>
          </span>
        ))}
        .
      </p>
    </Banner>
  );
}
