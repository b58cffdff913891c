import { type ReactNode, useSyncExternalStore } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import type { SaveQueue } from './save-queue.ts';
import styles from './save-trouble.module.css';

/** Says on every page that something could not be saved, why, and offers to try again. */
export function SaveTrouble({ queue }: { readonly queue: SaveQueue }): ReactNode {
  const { failure } = useSyncExternalStore(queue.subscribe, queue.getState);
  if (failure === null) return null;
  return (
    <div className={styles.trouble}>
      <Banner kind="stop" role="alert" title="Your last changes are not saved yet">
        <p>{failure.message} Saving is tried again with your next change.</p>
      </Banner>
      <Button onClick={() => queue.retry()}>Try again</Button>
    </div>
  );
}
