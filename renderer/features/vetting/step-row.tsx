import type { ReactNode } from 'react';
import styles from './candidate-steps.module.css';

interface StepRowProps {
  /** Start of the row's ids. */
  readonly id: string;
  readonly title: string;
  /** How far it is. */
  readonly mark: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Made only while it is open. */
  readonly children: () => ReactNode;
}

/** One step of a candidate: a line that opens. */
export function StepRow({ id, title, mark, isOpen, onToggle, children }: StepRowProps): ReactNode {
  return (
    <li className={styles.row}>
      <button
        type="button"
        id={stepToggleId(id)}
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={`${id}-panel`}
        onClick={onToggle}
      >
        <span className={styles.title}>{title}</span>
        <span className={styles.mark}>{mark}</span>
      </button>
      <section id={`${id}-panel`} className={styles.panel} aria-label={title} hidden={!isOpen}>
        {isOpen ? children() : null}
      </section>
    </li>
  );
}

/** Id of the line that opens a step. */
export function stepToggleId(id: string): string {
  return `${id}-toggle`;
}
