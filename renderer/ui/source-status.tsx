import type { ReactNode } from 'react';
import type { Source, SourceStatus } from '../../shared/catalog/types.ts';
import { formatDate } from '../../shared/domain/iso-date.ts';
import { SOURCE_STATUS_WORDS } from '../../shared/domain/report-words.ts';
import styles from './source-status.module.css';

/** What each of the words for a status means. */
export const SOURCE_STATUS_MEANINGS: Readonly<Record<SourceStatus, string>> = {
  verified: 'The official text, or a word-for-word copy of it, was read.',
  secondary: 'Seen only through a page that names the authority.',
  unverified: 'Not read. The address is the place to check.',
};

/** "checked 22 Nov 2026"; what was never read was not checked either. */
export function checkedText({ status, checkedOn }: Pick<Source, 'status' | 'checkedOn'>): string {
  return `${status === 'unverified' ? 'as of' : 'checked'} ${formatDate(checkedOn)}`;
}

// Told apart by shape, not by colour: green, amber and red mean something else in this app.
const SHAPES: Readonly<Record<SourceStatus, ReactNode>> = {
  verified: (
    <>
      <circle cx="8" cy="8" r="6.5" className={styles.line} />
      <path d="m4.9 8.2 2.2 2.2 4-4.5" className={styles.line} />
    </>
  ),
  secondary: (
    <>
      <circle cx="8" cy="8" r="6.5" className={styles.line} />
      <path d="M4.8 8h6.4" className={styles.line} />
    </>
  ),
  unverified: <circle cx="8" cy="8" r="6.5" className={styles.dashed} />,
};

/** The status of a source as shape and word. */
export function SourceStatusMark({ status }: { readonly status: SourceStatus }): ReactNode {
  return (
    <span className={styles.mark}>
      <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[status]}
      </svg>
      {SOURCE_STATUS_WORDS[status]}
    </span>
  );
}
