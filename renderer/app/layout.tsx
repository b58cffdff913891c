import { useQuery } from '@tanstack/react-query';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { bridge, messageOf } from './bridge.ts';
import styles from './layout.module.css';
import { usePlanTrouble } from './plan-query.ts';
import { SectionRail } from './section-rail.tsx';

/** The frame of every screen: the rail with the sections, then the page. */
export function AppLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.app}>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to a place on this page; only the address must stay as it is. */}
      <a className={styles.skip} href="#main" onClick={skipToMain}>
        Skip to the page
      </a>
      <SectionRail />
      <main className={styles.main} id="main" tabIndex={-1}>
        <Notices />
        {children}
      </main>
    </div>
  );
}

// The address holds the route, so the skip link must not change it.
function skipToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function Notices(): ReactNode {
  const trouble = usePlanTrouble();
  const info = useQuery({ queryKey: ['app-info'], queryFn: () => bridge.getAppInfo({}) });
  const [isNoticeRead, setNoticeRead] = useState(false);
  const notice = isNoticeRead ? null : (info.data?.notice ?? null);
  if (trouble === null && notice === null) return null;
  return (
    <div className={styles.notices}>
      {trouble === null ? null : (
        <Banner kind="stop" role="alert" title="Your plan could not be read again">
          <p>{messageOf(trouble)} What you see is as it was read last.</p>
        </Banner>
      )}
      {notice === null ? null : (
        <Banner kind="note">
          <p>{notice}</p>
          <Button kind="quiet" onClick={() => setNoticeRead(true)}>
            Hide this note
          </Button>
        </Banner>
      )}
    </div>
  );
}
