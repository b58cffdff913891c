import type { ReactNode } from 'react';
import type { Assessed } from '../../../shared/domain/vetting/assess-record.ts';
import type { CandidateKind } from '../../../shared/domain/vetting/candidate.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './score-aside.module.css';

/** The heading to go to for everything that holds a candidate up. */
export const HOLDS_HEADING = 'candidate-holds';

const RULES: Readonly<Record<CandidateKind, string>> = {
  clearinghouse:
    '80 or more is suitable, 65 to 79 suitable with conditions, less is not recommended. A hard stop, and anything on hold, goes before the score. A rule of this app, not of any office.',
  'billing-software':
    '8 points for each must, 10 for each good-to-have. A must it lacks makes it not recommended. A hard stop, and anything on hold, goes before the score. A rule of this app, not of any office.',
};

/** The arithmetic of the score, line by line; then what is on hold, what was found wanting, and what is not answered. */
export function ScoreAside({ assessed }: { readonly assessed: Assessed }): ReactNode {
  const { holds, conditions, open } = assessed.assessment;
  return (
    <div className={styles.aside}>
      <Score assessed={assessed} />
      <Sentences id={HOLDS_HEADING} title="On hold" sentences={holds} none="Nothing is on hold." />
      <Sentences
        id="candidate-conditions"
        title="Conditions"
        sentences={conditions}
        none="None. Nothing recorded was found wanting."
      />
      {open.length === 0 ? null : (
        <details className={styles.part}>
          <summary className={styles.summary}>Not answered yet ({open.length})</summary>
          <ul className={styles.list}>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Score({ assessed }: { readonly assessed: Assessed }): ReactNode {
  const { lines, score } = assessed.assessment;
  const full = lines.reduce((sum, { of }) => sum + of, 0);
  return (
    <section className={styles.part} aria-labelledby="candidate-score">
      <h2 id="candidate-score" className={styles.title}>
        How the score adds up
      </h2>
      <table className={styles.score} aria-labelledby="candidate-score">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Area, and why</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, points, of, why }) => (
            <tr key={label}>
              <th scope="row">
                {label}
                <span className={styles.why}>{why}</span>
              </th>
              <td className={classNames(points === of && styles.full)}>
                {points} of {of}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Score</th>
            <td>
              {score} of {full}
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.soft}>{RULES[assessed.kind]}</p>
    </section>
  );
}

interface SentencesProps {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** Said when there are none. */
  readonly none: string;
}

function Sentences({ id, title, sentences, none }: SentencesProps): ReactNode {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.title} tabIndex={-1}>
        {title}
        {sentences.length === 0 ? '' : ` (${sentences.length})`}
      </h2>
      {sentences.length === 0 ? (
        <p className={styles.soft}>{none}</p>
      ) : (
        <ul className={styles.list}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
