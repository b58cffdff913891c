import { type ReactNode, useEffect, useState } from 'react';
import { formatBytes } from '../../../shared/domain/evidence.ts';
import { bridge } from '../../app/bridge.ts';
import { Button } from '../../ui/button.tsx';
import styles from './archive-page.module.css';
import { useArchiveProgress } from './use-archive-progress.ts';

interface ArchiveProgressBarProps {
  readonly task: 'export' | 'import';
  /** What is being done, such as "Saving the archive". */
  readonly words: string;
}

const SAID_EVERY_PERCENT = 25;

/** How far it is, seen and now and then politely said, and a way to stop it. */
export function ArchiveProgressBar({ task, words }: ArchiveProgressBarProps): ReactNode {
  const progress = useArchiveProgress();
  const mine = progress?.task === task ? progress : null;
  const text =
    mine === null ? `${words}…` : `${words}: ${formatBytes(mine.done)} of ${formatBytes(mine.total)}`;
  const percent = mine === null ? 0 : Math.floor((100 * mine.done) / mine.total);
  const step = Math.floor(percent / SAID_EVERY_PERCENT) * SAID_EVERY_PERCENT;
  const [said, setSaid] = useState('');
  // Only what comes into a region that is there already is read out.
  useEffect(() => setSaid(step === 0 ? `${words}…` : `${words}: ${step} %`), [words, step]);
  return (
    <div className={styles.progress}>
      {/* Here and not at the end of the page, of which nothing is read out while a dialog is open. */}
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {/* Without a value the bar only says that something is going on. */}
      <progress aria-label={words} {...(mine === null ? {} : { value: mine.done, max: mine.total })} />
      <p>{text}</p>
      <Button onClick={() => void bridge.cancelArchive({}).catch(() => undefined)}>Stop</Button>
    </div>
  );
}
