import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import { momentInWords } from '../connection/check-words.ts';
import { useReadAgain } from '../history/history-query.ts';
import styles from './backups-page.module.css';

/** The notes, read each time they are shown, and after every change. */
export function useRecoveryNotes(): UseQueryResult<OutputOf<'loadRecoveryNotes'>> {
  useReadAgain('recovery-notes');
  return useQuery({
    queryKey: ['recovery-notes'],
    queryFn: () => bridge.loadRecoveryNotes({}),
    gcTime: 0,
  });
}

/** What happened to the plan file, ever: what was kept, and what was lost. Newest first. */
export function RecoveryNotes(): ReactNode {
  const { data, error } = useRecoveryNotes();
  if (error !== null) return <p className={styles.trouble}>{messageOf(error)}</p>;
  if (data === undefined) return <p className={styles.soft}>One moment…</p>;
  if (data.notes.length === 0) {
    return <p className={styles.soft}>Nothing has ever happened to your plan file.</p>;
  }
  return (
    <ul className={styles.list} aria-labelledby="notes">
      {data.notes.map(({ id, at, happened, kept, lost, quarantine }) => (
        <li key={id} className={styles.note}>
          <h3 className={styles.when}>
            <time dateTime={at}>{momentInWords(at)}</time>
          </h3>
          <p>{happened}</p>
          <Sentences title="Kept" sentences={kept} />
          <Sentences title="Lost, or in doubt" sentences={lost} />
          {quarantine === null ? null : (
            <p className={styles.soft}>
              The files as they were found are in the folder {quarantine} of your data folder.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4 className={styles.side}>{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
