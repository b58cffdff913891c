import { type ReactNode, useState } from 'react';
import { type Partner, partnerName } from '../../../shared/domain/partner.ts';
import { bridge } from '../../app/bridge.ts';
import { SaveNote } from '../../app/save-note.tsx';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useRecordAction } from '../connection/use-record-action.ts';
import styles from './partner-page.module.css';

interface PartnerActionsProps {
  readonly partner: Partner;
  readonly isListed: boolean;
}

/** Undo, the way off the list, and how saving stands. */
export function PartnerActions({ partner, isListed }: PartnerActionsProps): ReactNode {
  const { id } = partner;
  const { run, trouble } = useRecordAction(`record/partner/${id}`);
  const announce = useAnnounce();
  const [undone, setUndone] = useState('');
  const undo = async (): Promise<void> => {
    setUndone('');
    const done = await run(() => bridge.undoRecord({ id }));
    if (done !== null) setUndone(undoneInWords(done.undone));
  };
  const takeOff = async (): Promise<void> => {
    const done = await run(() => bridge.archiveRecord({ id, isArchived: true }));
    if (done === null) return;
    announce(`${partnerName(partner)} was taken off the list. What it holds is kept.`);
    document.querySelector('h1')?.focus();
  };
  return (
    <footer className={styles.footer}>
      <Button kind="quiet" onClick={undo}>
        Undo last change
      </Button>
      {isListed ? (
        <Button kind="quiet" onClick={takeOff}>
          Take off the list
        </Button>
      ) : null}
      <span role="status" className={styles.said}>
        {trouble ?? undone}
      </span>
      <SaveNote />
    </footer>
  );
}

function undoneInWords(labels: readonly string[]): string {
  const said = labels.map((label) => `“${label}”`);
  return said.length === 0 ? 'Undone.' : `Undone: ${said.join(', ')}.`;
}
