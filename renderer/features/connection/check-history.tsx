import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CheckSubject } from '../../../shared/domain/check-run.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import styles from './check-history.module.css';
import folds from './check-list.module.css';
import { momentInWords, OUTCOME_KINDS } from './check-words.ts';
import { StandingMark } from './standing-mark.tsx';

interface CheckHistoryProps {
  readonly subject: CheckSubject;
  /** Id of the newest run: with a new one the list is read again. */
  readonly newestId: string;
}

/** Every result so far, newest first. Read when it is opened. */
export function CheckHistory({ subject, newestId }: CheckHistoryProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={folds.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All results so far</summary>
      {isOpen ? <Results subject={subject} newestId={newestId} /> : null}
    </details>
  );
}

function Results({ subject, newestId }: CheckHistoryProps): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['check-history', subject.check, subject.target, newestId],
    queryFn: () => bridge.loadCheckHistory({ subject }),
  });
  if (error !== null) return <p className={folds.trouble}>{messageOf(error)}</p>;
  if (data === undefined) return <p className={folds.soft}>One moment…</p>;
  return (
    <ol className={styles.runs}>
      {data.runs.map((run) => (
        <li key={run.id}>
          <time dateTime={run.checkedAt} className={styles.when}>
            {momentInWords(run.checkedAt)}
          </time>
          <StandingMark kind={OUTCOME_KINDS[run.outcome]} />
          <span className={styles.found}>{run.detail.sentences[0] ?? ''}</span>
        </li>
      ))}
    </ol>
  );
}
