import type { ReactNode } from 'react';
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

/** How far it is, and a way to stop it. */
export function ArchiveProgressBar({ task, words }: ArchiveProgressBarProps): ReactNode {
  const progress = useArchiveProgress();
  const mine = progress?.task === task ? progress : null;
  const text =
    mine === null ? `${words}…` : `${words}: ${formatBytes(mine.done)} of ${formatBytes(mine.total)}`;
  return (
    <div className={styles.progress}>
      {/* Without a value the bar only says that something is going on. */}
      <progress aria-label={words} {...(mine === null ? {} : { value: mine.done, max: mine.total })} />
      <p>{text}</p>
      <Button onClick={() => void bridge.cancelArchive({}).catch(() => undefined)}>Stop</Button>
    </div>
  );
}
