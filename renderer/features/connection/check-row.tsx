import type { ReactNode } from 'react';
import styles from './check-row.module.css';

interface CheckRowProps {
  /** Start of the row's ids: `portal-…`, `device-firewall`. */
  readonly id: string;
  readonly title: string;
  /** Under the title, in softer ink. */
  readonly detail: ReactNode;
  /** A `StandingMark`, or that it is being checked. */
  readonly mark: ReactNode;
  /** When it was looked at. */
  readonly meta: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Everything about it; made only while it is open. */
  readonly children: () => ReactNode;
}

/** One line of a list of checks, that opens. */
export function CheckRow(props: CheckRowProps): ReactNode {
  const { id, title, detail, mark, meta, isOpen, onToggle, children } = props;
  return (
    <li className={styles.row}>
      <button
        type="button"
        id={toggleId(id)}
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={`${id}-panel`}
        onClick={onToggle}
      >
        <span className={styles.title} dir="auto">
          {title}
        </span>
        <span className={styles.detail}>{detail}</span>
        <span className={styles.mark}>{mark}</span>
        <span className={styles.meta}>{meta}</span>
      </button>
      <section id={`${id}-panel`} className={styles.panel} aria-label={title} hidden={!isOpen}>
        {isOpen ? children() : null}
      </section>
    </li>
  );
}

/** Id of the line that opens a row. */
export function toggleId(id: string): string {
  return `${id}-toggle`;
}
