import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { BridgeError, bridge, messageOf } from './bridge.ts';
import type { DraftStore } from './draft-store.ts';
import type { SaveQueue } from './save-queue.ts';
import styles from './save-trouble.module.css';

type Copy =
  | { readonly kind: 'none' | 'saving' }
  | { readonly kind: 'saved'; readonly file: OutputOf<'saveCopy'> }
  | { readonly kind: 'failed'; readonly message: string };

interface SaveTroubleProps {
  readonly queue: SaveQueue;
  readonly drafts: DraftStore;
}

/**
 * Says on every page that something could not be saved and why, and offers to try again or to save a copy of
 * everything, this included, somewhere else.
 */
export function SaveTrouble({ queue, drafts }: SaveTroubleProps): ReactNode {
  const { failure } = useSyncExternalStore(queue.subscribe, queue.getState);
  if (failure === null) return null;
  return (
    <div className={styles.trouble}>
      <Banner kind="stop" role="alert" title="Your last changes are not saved yet">
        <p>{failure.message} Saving is tried again with your next change.</p>
      </Banner>
      <div className={styles.ways}>
        <Button onClick={() => queue.retry()}>Try again</Button>
        <CopyElsewhere queue={queue} drafts={drafts} />
      </div>
    </div>
  );
}

function CopyElsewhere({ queue, drafts }: SaveTroubleProps): ReactNode {
  const [copy, setCopy] = useState<Copy>({ kind: 'none' });
  const save = async (): Promise<void> => {
    if (copy.kind === 'saving') return;
    setCopy({ kind: 'saving' });
    setCopy(await saveCopy(queue, drafts));
  };
  return (
    <>
      <Button onClick={() => void save()}>Save a copy elsewhere</Button>
      <CopyNote copy={copy} />
    </>
  );
}

function CopyNote({ copy }: { readonly copy: Copy }): ReactNode {
  return (
    <p role="status" className={styles.copy}>
      {copy.kind === 'saved' && `A copy was saved as ${copy.file.fileName} in ${copy.file.folder}.`}
      {copy.kind === 'failed' && copy.message}
    </p>
  );
}

async function saveCopy(queue: SaveQueue, drafts: DraftStore): Promise<Copy> {
  // The contract's lists are plain arrays; ours are read-only. Nothing changes them on the way.
  const unsaved = queue.getState().overlays as InputOf<'saveCopy'>['unsaved'];
  try {
    return { kind: 'saved', file: await bridge.saveCopy({ unsaved, typed: drafts.typed() }) };
  } catch (thrown) {
    return thrown instanceof BridgeError && thrown.code === 'cancelled'
      ? { kind: 'none' }
      : { kind: 'failed', message: messageOf(thrown) };
  }
}
