import type { ReactNode } from 'react';
import { PageTitle } from '../ui/page-title.tsx';
import styles from './page.module.css';

interface PageProps {
  readonly children: ReactNode;
  /** Why it matters, what counts as done: on the right, or under the page when that is narrow. */
  readonly aside?: ReactNode;
  /** Name of the aside for screen readers. */
  readonly asideLabel?: string | undefined;
}

/** One page in the middle, with or without something beside it. Without, the page has the room to itself. */
export function Page({ children, aside, asideLabel = 'About this page' }: PageProps): ReactNode {
  if (aside === undefined || aside === null) return <div className={styles.page}>{children}</div>;
  return (
    <div className={styles.withAside}>
      <div className={styles.page}>{children}</div>
      <aside className={styles.aside} aria-label={asideLabel}>
        <div className={styles.beside}>{aside}</div>
      </aside>
    </div>
  );
}

interface PageHeaderProps {
  readonly title: string;
  readonly windowTitle?: string | undefined;
  /** A small line above the title. */
  readonly eyebrow?: ReactNode;
  /** A sentence or two under it. */
  readonly lead?: ReactNode;
}

/** Title of a page with the lines above and below it. */
export function PageHeader({ title, windowTitle, eyebrow, lead }: PageHeaderProps): ReactNode {
  return (
    <header className={styles.header}>
      {eyebrow === undefined ? null : <div className={styles.eyebrow}>{eyebrow}</div>}
      <PageTitle windowTitle={windowTitle}>{title}</PageTitle>
      {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
    </header>
  );
}
