import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { ItemState } from '../../../shared/domain/assess-item.ts';
import type { GateAnswer } from '../../../shared/domain/first-client-gate.ts';
import { type Readiness, VERDICT_WORDS, type Verdict } from '../../../shared/domain/readiness.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressSquares } from '../../ui/progress-squares.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { titleOf } from '../sections/item-notes.ts';
import styles from './verdict-card.module.css';

const VERDICT_SHAPES: Readonly<Record<Verdict, ItemState>> = {
  'not-ready': 'blocked',
  'ready-with-gaps': 'in-progress',
  ready: 'done',
};

const MOST_REASONS = 3;

interface VerdictCardProps {
  readonly readiness: Readiness;
  /** Asked to show everything that blocks, is on hold or is overdue. */
  readonly onShowBlocked: () => void;
}

/** Where the user stands: the verdict, how far they are, and whether patient data may be touched. */
export function VerdictCard({ readiness, onShowBlocked }: VerdictCardProps): ReactNode {
  const required = catalog.items.filter(({ level }) => level === 'required');
  return (
    <section className={styles.card} aria-label="Verdict">
      <div className={styles.verdict}>
        <p className={styles.words}>
          <StatusIcon
            state={VERDICT_SHAPES[readiness.verdict]}
            text={VERDICT_WORDS[readiness.verdict]}
            size="large"
          />
        </p>
        <p className={styles.headline}>{headlineFor(readiness)}</p>
        <ProgressSquares states={required.map(({ id }) => readiness.items[id].state)} />
      </div>
      <Gate gate={readiness.gate} />
      <Reasons readiness={readiness} onShowBlocked={onShowBlocked} />
    </section>
  );
}

// Counts of what is open are in the legend already; here stands what is in the way.
function Reasons({ readiness, onShowBlocked }: VerdictCardProps): ReactNode {
  const named = readiness.reasons.flatMap(({ itemId, text }) => (itemId === null ? [] : [{ itemId, text }]));
  if (named.length === 0) return null;
  return (
    <ul className={styles.reasons} aria-label="What is in the way">
      {named.slice(0, MOST_REASONS).map(({ itemId, text }) => (
        <li key={`${itemId}${text}`} className={styles.reason}>
          <StatusIcon state={readiness.items[itemId].state} word="hidden" />
          <span>
            <Link to={paths.item(itemId)}>{titleOf(itemId)}</Link>: {text}
          </span>
        </li>
      ))}
      {named.length > MOST_REASONS ? (
        <li>
          <Button kind="quiet" onClick={onShowBlocked}>
            See all {named.length}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

function headlineFor({ headline, verdict, reasons }: Readiness): string {
  const gaps = reasons.map(({ text }) => text).join(' ');
  return verdict === 'ready-with-gaps' ? `${headline}. ${gaps}` : `${headline}.`;
}

function Gate({ gate }: { readonly gate: GateAnswer }): ReactNode {
  const [first, second] = gate.missing;
  return (
    <section className={styles.gate} aria-labelledby="gate-question">
      <h2 id="gate-question">May I touch patient data today?</h2>
      <p className={styles.answer}>
        <StatusIcon state={gate.mayTouchPhi ? 'done' : 'blocked'} text={gate.mayTouchPhi ? 'Yes' : 'No'} />
      </p>
      {first === undefined ? (
        <p>Everything this app asks for is on record. </p>
      ) : (
        <p>
          {gate.missing.length === 1
            ? 'One thing is missing: '
            : `${gate.missing.length} things are missing, such as: `}
          {[first, second].flatMap((lack) => (lack === undefined ? [] : [titleOf(lack.itemId)])).join('; ')}.
        </p>
      )}
      <p>
        <Link to={paths.gate}>See the full list</Link>
      </p>
    </section>
  );
}
