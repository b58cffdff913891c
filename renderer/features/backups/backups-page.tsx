import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { bridge, messageOf } from '../../app/bridge.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { paths } from '../../app/routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { useReadAgain } from '../history/history-query.ts';
import { BackupList } from './backup-list.tsx';
import styles from './backups-page.module.css';
import { RecoveryNotes } from './recovery-notes.tsx';

/** The backups, each with what it holds; and what ever happened to the plan file. */
export function BackupsPage(): ReactNode {
  useReadAgain('backups');
  const [done, setDone] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['backups'],
    queryFn: () => bridge.listBackups({}),
    gcTime: 0,
  });
  return (
    <Page>
      <PageHeader
        title="Backups"
        eyebrow={<Link to={paths.history}>History</Link>}
        lead="First Claim backs your plan up each day while it is open, and when it is closed. Here you can go back to an earlier state."
      />
      {done === null ? null : (
        <Banner kind="done" role="status">
          <p>{done}</p>
        </Banner>
      )}
      <section className={styles.part}>
        <h2 id="backups">Backups on this computer</h2>
        {error !== null ? (
          <Banner kind="stop" role="alert" title="The backups could not be read">
            <p>{messageOf(error)}</p>
          </Banner>
        ) : data === undefined ? (
          <p className={styles.soft}>One moment…</p>
        ) : (
          <>
            <BackupList backups={data.backups} onRestored={setDone} />
            <p className={styles.folder}>
              They lie in <span className={styles.path}>{data.folder}</span>. They hold your answers and their
              history, not the files you attached. Save{' '}
              <Link to={paths.archive}>one file with everything</Link> to another disk now and then: a backup
              beside the plan does not help when the disk fails.
            </p>
          </>
        )}
      </section>
      <section className={styles.part}>
        <h2 id="notes">Recovery notes</h2>
        <RecoveryNotes />
      </section>
    </Page>
  );
}
