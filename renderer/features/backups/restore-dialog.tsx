import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { historyWords } from '../../../shared/domain/history-words.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import { usePlan } from '../../app/plan-query.ts';
import type { SaveTarget } from '../../app/save-queue.ts';
import { useSaveQueue } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Backup, type BackupFacts, backupTitle, counted, holdsInWords } from './backup-words.ts';
import styles from './backups-page.module.css';
import { useDetached } from './detached-query.ts';
import { missingInWords } from './detached-words.ts';

interface RestoreDialogProps {
  readonly backup: Backup & { readonly facts: BackupFacts };
  readonly onClose: () => void;
  /** Told what was done, in a sentence or two. */
  readonly onRestored: (words: string) => void;
}

const NOT_SAVED_YET = 'Your last changes could not be saved yet, so nothing was restored. Try again.';
const MOST_NAMED = 5;

/** Says what will happen and what will be lost, before a backup takes the plan's place. */
export function RestoreDialog({ backup, onClose, onRestored }: RestoreDialogProps): ReactNode {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { id, facts } = backup;
  const missing = missingInWords(useDetached().data?.missingFrom[id] ?? 0);
  const restore = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    try {
      // What was typed belongs to the plan of now: it must be in its backup, and not in the plan of then.
      const targets = Object.keys(queue.getState().overlays) as SaveTarget[];
      const settled = await Promise.all(targets.map((target) => queue.settle(target)));
      if (settled.includes(false)) return setTrouble(NOT_SAVED_YET);
      const { previous } = await bridge.restoreBackup({ id });
      await client.invalidateQueries();
      onRestored(doneText(backup, previous));
      onClose();
    } catch (thrown) {
      setTrouble(messageOf(thrown));
      // The list may not have known yet what is wrong with it.
      void client.invalidateQueries({ queryKey: ['backups'] });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`Go back to the backup of ${backupTitle(backup)}?`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={restore} aria-disabled={isBusy}>
            {isBusy ? 'Restoring…' : 'Restore this backup'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>Your plan becomes what it was then, with {holdsInWords(facts)}.</p>
      <Lost facts={facts} />
      <p>
        Before that, your plan as it is now is backed up. You find it in this list and can come back to it in
        the same way. Files you attached stay where they are.
      </p>
      {missing === null ? null : <p>{missing}</p>}
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
    </Dialog>
  );
}

function Lost({ facts: { changesSince, lastSeq } }: { readonly facts: BackupFacts }): ReactNode {
  const { plan } = usePlan();
  const newest = useQuery({
    queryKey: ['history', 'lost'],
    queryFn: () => bridge.loadHistory({ subject: null, search: '', beforeSeq: null }),
    gcTime: 0,
  });
  if (changesSince === 0) return <p>Nothing was changed since, so nothing is lost.</p>;
  if (changesSince === null) {
    return (
      <p>
        This backup is not an earlier state of the plan you have now. Your plan becomes exactly what it holds:
        what only the plan of now holds will not be in it.
      </p>
    );
  }
  const lines = (newest.data?.entries ?? []).filter(({ seq }) => seq > lastSeq).slice(0, MOST_NAMED);
  const more = changesSince - lines.length;
  return (
    <>
      <p>
        What was changed since will not be in your plan: <strong>{counted(changesSince, 'change')}</strong>.
      </p>
      {lines.length === 0 ? null : (
        <ul className={styles.lost}>
          {lines.map((entry) => {
            const { title, changes } = historyWords(entry, { catalog, plan });
            return (
              <li key={entry.seq}>
                {title}: {changes[0]?.sentence}
                {changes.length > 1 ? `, and ${changes.length - 1} more` : ''}
              </li>
            );
          })}
          {more > 0 ? <li>and {counted(more, 'earlier change')}</li> : null}
        </ul>
      )}
    </>
  );
}

type Named = Parameters<typeof backupTitle>[0];

function doneText(restored: Named, previous: Named | null): string {
  const now = `Your plan is now that of the backup of ${backupTitle(restored)}.`;
  return previous === null
    ? now
    : `${now} The plan as it was before is kept as the backup of ${backupTitle(previous)}.`;
}
