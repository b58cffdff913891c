import type { ReactNode } from 'react';
import { type ConnectionPosture, POSTURE_KINDS } from '../../../shared/domain/connection-posture.ts';
import { BatchButton } from './batch-button.tsx';
import type { CheckRunner } from './check-runner.ts';
import { countInWords, momentInWords } from './check-words.ts';
import styles from './posture-card.module.css';
import { StandingMark } from './standing-mark.tsx';

interface PostureCardProps {
  readonly posture: ConnectionPosture;
  readonly runner: CheckRunner;
  readonly onCheckEverything: () => void;
}

/** The whole secure connection at a glance, and the button that checks all of it. */
export function PostureCard({ posture, runner, onCheckEverything }: PostureCardProps): ReactNode {
  return (
    <section className={styles.card} aria-labelledby="posture">
      <h2 id="posture" className="visually-hidden">
        At a glance
      </h2>
      <Counts posture={posture} />
      <p className={styles.last}>
        {posture.lastCheckedAt === null
          ? 'Nothing was checked yet.'
          : `Last checked by the app on ${momentInWords(posture.lastCheckedAt)}.`}
      </p>
      <BatchButton
        runner={runner}
        place="top"
        label="Check everything"
        kind="primary"
        isIdle={posture.portals.length + posture.devices.length === 0}
        onPress={onCheckEverything}
      />
    </section>
  );
}

function Counts({ posture }: Pick<PostureCardProps, 'posture'>): ReactNode {
  const kinds = POSTURE_KINDS.filter((kind) => posture.counts[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <ul className={styles.counts} aria-label="How everything stands">
      {kinds.map((kind) => (
        <li key={kind}>
          <StandingMark kind={kind} text={countInWords(kind, posture.counts[kind])} />
        </li>
      ))}
    </ul>
  );
}
