import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { recordFields } from '../../../shared/catalog/record-kinds.ts';
import { type CandidateRecord, candidateName } from '../../../shared/domain/vetting/candidate.ts';
import { bridge } from '../../app/bridge.ts';
import { paths } from '../../app/routes.ts';
import { SaveNote } from '../../app/save-note.tsx';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useRecordAction } from '../connection/use-record-action.ts';
import { CALL_SCRIPT } from './call-script-page.tsx';
import styles from './candidate-actions.module.css';
import { useCompared } from './compared.ts';

/** Undo, the way off the list, and how saving stands. */
export function CandidateActions({ record }: { readonly record: CandidateRecord }): ReactNode {
  const { run, trouble } = useRecordAction(`record/${record.kind}/${record.id}`);
  const announce = useAnnounce();
  const compared = useCompared();
  const [undone, setUndone] = useState('');
  const undo = async (): Promise<void> => {
    setUndone('');
    const done = await run(() => bridge.undoRecord({ id: record.id }));
    if (done !== null) setUndone(undoneInWords(done.undone));
  };
  const takeOff = async (): Promise<void> => {
    const done = await run(() => bridge.archiveRecord({ id: record.id, isArchived: true }));
    if (done === null) return;
    announce(`${candidateName(record)} was taken off the list. What it holds is kept.`);
    document.querySelector('h1')?.focus();
  };
  return (
    <footer className={styles.footer}>
      <Button kind="quiet" onClick={undo}>
        Undo last change
      </Button>
      {record.archivedOn === null ? (
        <Button kind="quiet" onClick={takeOff}>
          Take off the list
        </Button>
      ) : null}
      <Link to={paths.compare} onClick={() => compared.show(record.kind)}>
        Put side by side with others
      </Link>
      {record.kind === 'clearinghouse' ? (
        <Link to={paths.candidate(CALL_SCRIPT)}>Call script to print</Link>
      ) : null}
      <span role="status" className={styles.said}>
        {trouble ?? undone}
      </span>
      <SaveNote />
    </footer>
  );
}

// Written by the app itself, along with the address.
const ownLabel = recordFields('clearinghouse').find(({ id }) => id === 'portal_target')?.label;

function undoneInWords(labels: readonly string[]): string {
  const said = labels.filter((label) => label !== ownLabel).map((label) => `“${label}”`);
  return said.length === 0 ? 'Undone.' : `Undone: ${said.join(', ')}.`;
}
