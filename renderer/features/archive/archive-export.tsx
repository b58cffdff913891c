import { type ReactNode, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { BridgeError, bridge, messageOf } from '../../app/bridge.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './archive-page.module.css';
import { ArchiveProgressBar } from './archive-progress.tsx';
import { exportedInWords } from './archive-words.ts';
import { useInView } from './use-in-view.ts';
import { useSettled } from './use-settled.ts';

type Exported = OutputOf<'exportArchive'>;

type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'stopped'; readonly message: string }
  | { readonly kind: 'saved'; readonly file: Exported }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string };

/** Saves everything as one file: how far it is, where the file is, what is not in it. */
export function ArchiveExport(): ReactNode {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const settle = useSettled();
  const button = useRef<HTMLButtonElement>(null);
  const save = async (): Promise<void> => {
    if (state.kind === 'busy') return;
    setState({ kind: 'busy' });
    try {
      if (!(await settle())) {
        return setState({
          kind: 'failed',
          title: 'The archive was not saved',
          message: 'Your last changes could not be saved yet, so they would not be in it. Try again.',
        });
      }
      setState({ kind: 'saved', file: await bridge.exportArchive({}) });
    } catch (thrown) {
      const isStopped = thrown instanceof BridgeError && thrown.code === 'cancelled';
      const message = messageOf(thrown);
      setState(
        isStopped
          ? { kind: 'stopped', message }
          : { kind: 'failed', title: 'The archive was not saved', message },
      );
      // The button that stopped it is gone.
      button.current?.focus();
    }
  };
  const reveal = async ({ fileId }: Exported): Promise<void> => {
    try {
      await bridge.revealFile({ fileId });
    } catch (thrown) {
      setState({ kind: 'failed', title: 'The folder could not be opened', message: messageOf(thrown) });
    }
  };
  const isBusy = state.kind === 'busy';
  const outcome = useInView(state.kind === 'idle' ? null : state);
  return (
    <section className={styles.part} aria-labelledby="export">
      <h2 id="export">Export</h2>
      <p>
        Saves your whole plan, its history and every file your answers refer to. Keep the file somewhere safe:
        anyone who has it can read everything in it.
      </p>
      <Button ref={button} kind="primary" aria-disabled={isBusy} onClick={() => void save()}>
        Export everything…
      </Button>
      <div ref={outcome} className={styles.outcome}>
        {isBusy ? <ArchiveProgressBar task="export" words="Saving the archive" /> : null}
        <div role="status">
          {state.kind === 'stopped' ? <p className={styles.soft}>{state.message}</p> : null}
          {state.kind === 'saved' ? (
            <Banner kind="done" title="Saved">
              <p>
                Saved as <bdi>{state.file.fileName}</bdi> in <bdi>{state.file.folder}</bdi>.{' '}
                <Button kind="quiet" onClick={() => void reveal(state.file)}>
                  Show in folder
                </Button>
              </p>
              {exportedInWords(state.file).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </Banner>
          ) : null}
        </div>
        {state.kind === 'failed' ? (
          <Banner kind="stop" role="alert" title={state.title}>
            <p>{state.message}</p>
          </Banner>
        ) : null}
      </div>
    </section>
  );
}
