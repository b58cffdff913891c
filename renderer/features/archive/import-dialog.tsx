import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { momentInWords } from '../connection/check-words.ts';
import styles from './archive-page.module.css';
import { ArchiveProgressBar } from './archive-progress.tsx';
import { absentInWords, holdsInWords, importedInWords } from './archive-words.ts';
import { useSettled } from './use-settled.ts';

interface ImportDialogProps {
  readonly chosen: OutputOf<'chooseArchive'>;
  readonly onClose: () => void;
  /** Told what was done, in a sentence or two. */
  readonly onImported: (words: string) => void;
}

const NOT_SAVED_YET = 'Your last changes could not be saved yet, so nothing was imported. Try again.';

/** What an archive holds and what importing it will do, before it is done. */
export function ImportDialog({ chosen, onClose, onImported }: ImportDialogProps): ReactNode {
  const client = useQueryClient();
  const settle = useSettled();
  const main = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { archiveId, description } = chosen;
  const { businessName, fileName, folder, createdAt, appVersion, absentFiles } = description;
  const absent = absentInWords(absentFiles);
  const replace = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    try {
      // What was typed belongs to the plan of now: it must be in its backup, and not in the plan that comes.
      if (!(await settle())) return setTrouble(NOT_SAVED_YET);
      const imported = await bridge.importArchive({ archiveId });
      await client.invalidateQueries();
      onImported(importedInWords(imported, fileName));
    } catch (thrown) {
      setTrouble(messageOf(thrown));
      // The button that stopped it is gone.
      main.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  // Closed while it is under way, as with Escape: stopped, if that is still possible.
  const leave = (): void => {
    if (isBusy) void bridge.cancelArchive({}).catch(() => undefined);
    onClose();
  };
  return (
    <Dialog
      title="Replace your plan by this archive?"
      onClose={leave}
      actions={
        <>
          <Button ref={main} kind="primary" onClick={() => void replace()} aria-disabled={isBusy}>
            {isBusy ? 'Importing…' : 'Replace my plan'}
          </Button>
          {isBusy ? null : <Button onClick={onClose}>Cancel</Button>}
        </>
      }
    >
      <p className={styles.wrap}>
        <strong>{businessName === '' ? 'A business without a name yet' : businessName}</strong>
        <br />
        <bdi>{fileName}</bdi> in <bdi>{folder}</bdi>
      </p>
      <p>
        Made {momentInWords(createdAt)} by First Claim {appVersion}. It holds {holdsInWords(description)}.
        {description.lastChangeAt === null
          ? ''
          : ` Last change in it: ${momentInWords(description.lastChangeAt)}.`}
      </p>
      {absent === null ? null : <p>{absent}</p>}
      <p>
        It takes the place of your plan as a whole; the two are not merged. Before that, your plan as it is
        now is backed up, and you can come back to it on the page Backups. Files you attached stay where they
        are.
      </p>
      {isBusy ? <ArchiveProgressBar task="import" words="Unpacking and checking" /> : null}
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </Dialog>
  );
}
