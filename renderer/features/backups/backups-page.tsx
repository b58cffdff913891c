import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { bridge, messageOf } from '../../app/bridge.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { paths } from '../../app/routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { useReadAgain } from '../history/history-query.ts';
import { BackupList } from './backup-list.tsx';
import styles from './backups-page.module.css';
import { DetachedFiles } from './detached-files.tsx';
import { RecoveryNotes } from './recovery-notes.tsx';

/** The backups, each with what it holds; and what ever happened to the plan file. */
export function BackupsPage(): ReactNode {
  useReadAgain('backups');
  const [done, setDone] = useState<string | null>(null);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog gives the focus back to the list, from where these words may be out of sight.
    if (done !== null) said.current?.focus();
  }, [done]);
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
      <div ref={said} tabIndex={-1} role="status" className={styles.said}>
        {done === null ? null : (
          <Banner kind="done">
            <p>{done}</p>
          </Banner>
        )}
      </div>
      <section className={styles.part}>
        <h2 id="backups">Backups on this computer</h2>
        {error === null ? null : (
          <Banner kind="stop" role="alert" title="The backups could not be read">
            <p>{messageOf(error)}</p>
          </Banner>
        )}
        {data === undefined ? (
          error === null && <p className={styles.soft}>One moment…</p>
        ) : (
          // What was read last stays, and with it a dialog that is about one of them.
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
        <h2 id="detached">Files no longer attached</h2>
        <DetachedFiles />
      </section>
      <section className={styles.part}>
        <h2 id="notes">Recovery notes</h2>
        <RecoveryNotes />
      </section>
    </Page>
  );
}
