import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { STANDING_WORDS } from '../../../shared/domain/check-standing.ts';
import { postureKindOf } from '../../../shared/domain/connection-posture.ts';
import { evidenceInWords } from '../../../shared/domain/evidence.ts';
import type { PointCheck } from '../../../shared/domain/rule-checks.ts';
import type { PointEvidence } from '../../../shared/domain/rule-evidence.ts';
import type { PointAssessment } from '../../../shared/domain/rule-standing.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { StandingMark } from '../connection/standing-mark.tsx';
import { PointAnswer } from './point-answer.tsx';
import styles from './point-panel.module.css';
import type { Point } from './rule-groups.ts';

interface PointPanelProps {
  readonly point: Point;
  readonly isAnswering: boolean;
  readonly onAnswer: () => void;
}

/** Everything about one point: why it stands as it does, what is left, what answers it, and the user's own answer. */
export function PointPanel({ point, isAnswering, onAnswer }: PointPanelProps): ReactNode {
  const { specification, assessment } = point;
  const { why, open, items, checks, evidence } = assessment;
  const formId = useId();
  return (
    <>
      <Part title="Why">
        {why.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Part>
      {specification.onlyIf === null || why.includes(specification.onlyIf) ? null : (
        <p className={styles.soft}>{specification.onlyIf}</p>
      )}
      {open.length === 0 ? null : (
        <Part title="Still open">
          <ul className={styles.bullets}>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Part>
      )}
      {items.length === 0 ? null : <Items items={items} />}
      {checks.length === 0 ? null : <Checks checks={checks} />}
      <Part title="What would show it">
        <p>{specification.evidence}.</p>
      </Part>
      <Part title="On record">
        {evidence.length === 0 ? <p>Nothing yet.</p> : <Evidence evidence={evidence} />}
      </Part>
      <div>
        <Button aria-expanded={isAnswering} aria-controls={formId} onClick={onAnswer}>
          {isAnswering ? 'Close your answer' : 'Your answer'}
        </Button>
        <div id={formId} hidden={!isAnswering}>
          {isAnswering ? <PointAnswer specification={specification} /> : null}
        </div>
      </div>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.part}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}

function Items({ items }: Pick<PointAssessment, 'items'>): ReactNode {
  return (
    <Part title="On the checklist">
      <ul className={styles.lines}>
        {items.map(({ id, title, state }) => (
          <li key={id}>
            <Link to={paths.item(id)}>{title}</Link> <StatusIcon state={state} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Checks({ checks }: Pick<PointAssessment, 'checks'>): ReactNode {
  return (
    <Part title="Checks">
      <ul className={styles.lines}>
        {checks.map((check) => (
          <li key={check.title}>
            <span dir="auto">{check.title}</span> <StandingMark kind={postureKindOf(check)} />
            <span className={styles.words}>{moreOf(check)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.connection}>Go to “Secure connection”</Link>
      </p>
    </Part>
  );
}

/** What a check says beyond the word beside its shape. */
function moreOf({ kind, words }: PointCheck): string {
  return words.startsWith(`${STANDING_WORDS[kind]}.`) ? words.slice(STANDING_WORDS[kind].length + 1) : words;
}

function Evidence({ evidence }: { readonly evidence: readonly PointEvidence[] }): ReactNode {
  return (
    <ul className={styles.bullets}>
      {evidence.map(({ from, ...note }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document may be named twice, and none of them moves.
        <li key={place}>
          <span dir="auto">{evidenceInWords(note)}</span>
          <span className={styles.words}>
            From: <bdi>{from}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
