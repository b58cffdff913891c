import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { recordFields } from '../../../shared/catalog/record-kinds.ts';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import type { CandidateRecord } from '../../../shared/domain/vetting/candidate.ts';
import { type EarlierDecision, earlierDecisions } from '../../../shared/domain/vetting/earlier-decisions.ts';
import { paths } from '../../app/routes.ts';
import { useHistory } from '../history/history-query.ts';
import styles from './decision-panel.module.css';

/** What was decided about a candidate before, each with its day and reason; nothing while that was never changed. */
export function EarlierDecisions({ record }: { readonly record: CandidateRecord }): ReactNode {
  const subject = `record:${record.id}`;
  const found = useHistory(subject, labelOf(record));
  const history = found.data?.pages.flatMap(({ entries }) => entries) ?? [];
  const earlier = earlierDecisions(history, record.answers);
  if (earlier.length === 0) return null;
  return (
    <section className={styles.earlier} aria-labelledby="earlier-decisions">
      <h3 id="earlier-decisions">Earlier decisions</h3>
      <ul aria-labelledby="earlier-decisions">
        {earlier.map((decision) => (
          <li key={decision.seq}>
            {inWords(decision)}
            <span className={styles.reason} dir="auto">
              {decision.reason === '' ? 'Why is not recorded.' : decision.reason}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.historyOf(subject)}>Everything that changed here</Link>
      </p>
    </section>
  );
}

function inWords({ kind, on, isUndone }: EarlierDecision): string {
  const what = kind === 'chosen' ? 'Chosen' : 'Not chosen';
  const day = on === null ? '' : `, ${formatDate(on)}`;
  return `${what}${day}${isUndone ? ' (undone)' : ''}`;
}

// The history is searched in the words a person reads.
function labelOf({ kind }: CandidateRecord): string {
  return recordFields(kind).find(({ id }) => id === 'decision')?.label ?? '';
}
