import type { ReactNode } from 'react';
import { KEPT_WORDS } from '../../../shared/domain/report-words.ts';
import styles from './report-paper.module.css';

/** Says of an answer that it is in the database although nothing asks for it today. */
export function KeptMark(): ReactNode {
  return <span className={styles.kept}> ({KEPT_WORDS})</span>;
}
