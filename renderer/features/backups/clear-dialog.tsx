import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatBytes } from '../../../shared/domain/evidence.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import { useDrafts, useSaveQueue } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSettled } from '../archive/use-settled.ts';
import { backupTitle, counted } from './backup-words.ts';
import styles from './backups-page.module.css';
import { comesBackInWords, type DetachedFile, filesInWords, fileTitle } from './detached-words.ts';

interface ClearDialogProps {
  readonly files: readonly DetachedFile[];
  readonly onClose: () => void;
  /** Told what was done, in a sentence or two. */
  readonly onCleared: (words: string) => void;
}

const NOT_SAVED_YET = 'Your last changes could not be saved yet, so nothing was cleared. Try again.';
const MOST_NAMED = 5;

/** Says what goes for good and what still names it, before files without an answer are cleared. */
export function ClearDialog({ files, onClose, onCleared }: ClearDialogProps): ReactNode {
  const client = useQueryClient();
  const settle = useSettled();
  const isOnScreen = useIsOnScreen();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const clear = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    try {
      // A file that is on its way into an answer must be there before anybody decides that none has it.
      if (!(await settle())) return setTrouble(NOT_SAVED_YET);
      const held = files.find(isOnScreen);
      if (held !== undefined) return setTrouble(stillHeld(held));
      const cleared = await bridge.clearDetachedEvidence({ sha256s: files.map(({ sha256 }) => sha256) });
      onCleared(clearedInWords(cleared));
      onClose();
    } catch (thrown) {
      setTrouble(messageOf(thrown));
    } finally {
      // Even after a failure: some may have gone.
      await client.invalidateQueries();
      setBusy(false);
    }
  };
  const [first] = files;
  const isOne = files.length === 1 && first !== undefined;
  return (
    <Dialog
      title={isOne ? `Clear “${fileTitle(first)}”?` : `Clear ${counted(files.length, 'file')}?`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={() => void clear()} aria-disabled={isBusy}>
            {isBusy ? 'Clearing…' : isOne ? 'Clear this file' : `Clear ${counted(files.length, 'file')}`}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <WhatGoes files={files} />
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </Dialog>
  );
}

function WhatGoes({ files }: Pick<ClearDialogProps, 'files'>): ReactNode {
  const isOne = files.length === 1;
  const comesBack = comesBackInWords(files);
  return (
    <>
      {isOne ? null : <Names files={files} />}
      <p>
        {isOne ? 'The file goes' : 'The files go'} for good: {bytesOf(files)} on this computer. Before that,
        your plan is backed up and the backup is checked. If that fails, nothing is cleared.
      </p>
      {comesBack === null ? null : <p>{comesBack}</p>}
      <p>
        Copies outside First Claim stay: {isOne ? 'the file' : 'the files'} you once chose, and archives saved
        while {isOne ? 'it was' : 'they were'} attached.
      </p>
    </>
  );
}

function Names({ files }: Pick<ClearDialogProps, 'files'>): ReactNode {
  const more = files.length - MOST_NAMED;
  return (
    <ul className={styles.lost}>
      {files.slice(0, MOST_NAMED).map((file) => (
        <li key={file.sha256}>
          <bdi>{fileTitle(file)}</bdi>
        </li>
      ))}
      {more > 0 ? <li>and {counted(more, 'more file', 'more files')}</li> : null}
    </ul>
  );
}

/** Whether an answer that could not be saved, or a line still being written, names a file. */
function useIsOnScreen(): (file: DetachedFile) => boolean {
  const queue = useSaveQueue();
  const drafts = useDrafts();
  return ({ sha256 }) => JSON.stringify([queue.getState().overlays, drafts.typed()]).includes(sha256);
}

function stillHeld(file: DetachedFile): string {
  return `Nothing was cleared. “${fileTitle(file)}” is in an answer that is not saved yet. Save or remove it there first.`;
}

function bytesOf(files: readonly DetachedFile[]): string {
  return formatBytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
}

function clearedInWords({ files, bytes, backup }: OutputOf<'clearDetachedEvidence'>): string {
  return `Cleared: ${filesInWords({ files, bytes })}. Your plan is in the backup of ${backupTitle(backup)}, which was checked before.`;
}
