import type { ReactNode } from 'react';
import type { Level } from '../../shared/catalog/types.ts';
import { LEVEL_WORDS } from '../../shared/domain/report-words.ts';
import styles from './level-tag.module.css';

interface LevelTagProps {
  readonly level: Level;
}

/** Says how much an item matters. In lists most items are required, so there only the others carry one. */
export function LevelTag({ level }: LevelTagProps): ReactNode {
  return <span className={styles.tag}>{LEVEL_WORDS[level]}</span>;
}
