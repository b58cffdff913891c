import { type ReactNode, useState } from 'react';
import { formatBytes } from '../../../shared/domain/evidence.ts';
import { Button } from '../../ui/button.tsx';
import {
  type Backup,
  type BackupFacts,
  backupTitle,
  counted,
  holdsInWords,
  reachesInWords,
  sinceInWords,
} from './backup-words.ts';
import styles from './backups-page.module.css';
import { RestoreDialog } from './restore-dialog.tsx';

interface BackupListProps {
  readonly backups: readonly Backup[];
  readonly onRestored: (words: string) => void;
}

/** Every backup with what it holds, and the way back to it. */
export function BackupList({ backups, onRestored }: BackupListProps): ReactNode {
  const [chosen, setChosen] = useState<(Backup & { readonly facts: BackupFacts }) | null>(null);
  if (backups.length === 0) {
    return (
      <p className={styles.soft}>
        There is no backup yet. The first one is made when First Claim is closed after a change.
      </p>
    );
  }
  return (
    <>
      <ul className={styles.list} aria-labelledby="backups">
        {backups.map((backup) => {
          const { id, madeAt, bytes, facts, problem } = backup;
          const when = backupTitle(backup);
          return (
            <li key={id} className={styles.backup}>
              <div className={styles.about}>
                <h3 className={styles.when}>
                  <time dateTime={madeAt}>{when}</time>
                </h3>
                {facts === null ? (
                  <p className={styles.trouble}>{problem}</p>
                ) : (
                  <>
                    <p>
                      {facts.businessName === '' ? null : (
                        <>
                          <bdi>{facts.businessName}</bdi>.{' '}
                        </>
                      )}
                      Holds {holdsInWords(facts)}.
                    </p>
                    <p className={styles.soft}>
                      {sinceInWords(facts)}. {reachesInWords(facts)}.
                    </p>
                  </>
                )}
                <p className={styles.soft}>
                  {formatBytes(bytes)}
                  {facts === null ? '' : `, with a history of ${counted(facts.changes, 'line')}`}
                </p>
              </div>
              {facts === null ? null : (
                <Button
                  aria-label={`Restore… the backup of ${when}`}
                  onClick={() => setChosen({ ...backup, facts })}
                >
                  Restore…
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {chosen === null ? null : (
        <RestoreDialog backup={chosen} onClose={() => setChosen(null)} onRestored={onRestored} />
      )}
    </>
  );
}
