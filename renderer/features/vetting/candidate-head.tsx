import type { ReactNode } from 'react';
import { type Assessed, answeredOf, checksInWords } from '../../../shared/domain/vetting/assess-record.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './candidate-head.module.css';
import { HOLDS_HEADING } from './score-aside.tsx';
import { VerdictMark } from './verdict-mark.tsx';

/** As many as fit at the top; all of them are beside. */
const MOST_HOLDS = 3;

/** Verdict and score at the top of a candidate, hard stops first, then what holds it up. */
export function CandidateHead({ assessed }: { readonly assessed: Assessed }): ReactNode {
  const { assessment, inquiries } = assessed;
  const { verdict, score, hardStops, holds } = assessment;
  return (
    <section className={styles.card} aria-label="Verdict">
      <p className={styles.words}>
        <VerdictMark verdict={verdict} size="large" />
      </p>
      <p className={styles.figures}>
        {score} of 100 points
        {inquiries.length === 0 ? null : ` · ${checksInWords(answeredOf(inquiries), inquiries.length)}`}
      </p>
      {hardStops.length === 0 ? null : (
        <ul className={styles.stops} aria-label="Hard stops">
          {hardStops.map(({ id, text }) => (
            <li key={`${id} ${text}`} className={styles.line} data-stop={id}>
              <StatusIcon state="blocked" text="Hard stop" word="hidden" />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {verdict === 'hold' ? (
        <>
          <ul className={styles.holds} aria-label="What holds it up">
            {holds.slice(0, MOST_HOLDS).map((hold) => (
              <li key={hold} className={styles.line}>
                <StatusIcon state="on-hold" text="On hold" word="hidden" />
                <span>{hold}</span>
              </li>
            ))}
          </ul>
          {holds.length > MOST_HOLDS ? (
            <Button kind="quiet" onClick={() => document.getElementById(HOLDS_HEADING)?.focus()}>
              See all {holds.length}
            </Button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
