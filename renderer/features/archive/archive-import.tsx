import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { BridgeError, bridge, messageOf } from '../../app/bridge.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './archive-page.module.css';
import { ImportDialog } from './import-dialog.tsx';
import { useInView } from './use-in-view.ts';

type Chosen = OutputOf<'chooseArchive'>;

type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'chosen'; readonly chosen: Chosen }
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Replaces the plan by an archive's: choose it, see what it holds, confirm. */
export function ArchiveImport(): ReactNode {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const { data: app } = useSuspenseQuery({ queryKey: ['app-info'], queryFn: () => bridge.getAppInfo({}) });
  const choose = async (): Promise<void> => {
    if (state.kind === 'busy') return;
    setState({ kind: 'busy' });
    try {
      setState({ kind: 'chosen', chosen: await bridge.chooseArchive({}) });
    } catch (thrown) {
      const isCancelled = thrown instanceof BridgeError && thrown.code === 'cancelled';
      setState(isCancelled ? { kind: 'idle' } : { kind: 'failed', message: messageOf(thrown) });
    }
  };
  const outcome = useInView(state.kind === 'done' || state.kind === 'failed' ? state : null);
  return (
    <section className={styles.part} aria-labelledby="import">
      <h2 id="import">Import</h2>
      <p>
        Opens an archive and says what it holds. Only when you confirm does it take the place of your plan,
        which is backed up first.
      </p>
      {app.shell === 'preview' ? (
        <p className={styles.soft}>
          The preview has no dialog for opening a file: it takes the newest .firstclaim file in the folder
          “exports” of your data folder.
        </p>
      ) : null}
      <Button aria-disabled={state.kind === 'busy'} onClick={() => void choose()}>
        Choose an archive…
      </Button>
      <div ref={outcome} className={styles.outcome}>
        <div role="status">
          {state.kind === 'busy' ? <p className={styles.soft}>Looking into the archive…</p> : null}
          {state.kind === 'done' ? (
            <Banner kind="done">
              <p>{state.words}</p>
            </Banner>
          ) : null}
        </div>
        {state.kind === 'failed' ? (
          <Banner kind="stop" role="alert" title="The archive cannot be used">
            <p>{state.message}</p>
          </Banner>
        ) : null}
      </div>
      {state.kind === 'chosen' ? (
        <ImportDialog
          chosen={state.chosen}
          onClose={() => setState((now) => (now.kind === 'chosen' ? { kind: 'idle' } : now))}
          onImported={(words) => setState({ kind: 'done', words })}
        />
      ) : null}
    </section>
  );
}
