import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { classNames } from './class-names.ts';
import styles from './hairline-list.module.css';

interface HairlineListProps {
  /** `HairlineRow`s. */
  readonly children: ReactNode;
  /** Id of the heading that names the list. */
  readonly labelledBy?: string | undefined;
  /** Name of the list where no heading names it. */
  readonly label?: string | undefined;
}

/** A sheet of rows parted by hairlines. */
export function HairlineList({ children, labelledBy, label }: HairlineListProps): ReactNode {
  return (
    <ul className={styles.list} aria-labelledby={labelledBy} aria-label={label}>
      {children}
    </ul>
  );
}

interface HairlineRowProps {
  /** What the row is about; the words of the link. */
  readonly title: string;
  /** Path from `paths`. With it the whole row is the link. */
  readonly to?: string | undefined;
  /** Under the title, in softer ink. */
  readonly detail?: ReactNode;
  /** A `StatusIcon`. */
  readonly status?: ReactNode;
  /** At the end: a date, a level. */
  readonly meta?: ReactNode;
}

/** One row: title and detail, then its status, then a date. Folds when narrow. */
export function HairlineRow({ title, to, detail, status, meta }: HairlineRowProps): ReactNode {
  const describedBy = useId();
  return (
    <li className={classNames(styles.row, to !== undefined && styles.pressable)}>
      <div className={styles.text}>
        {to === undefined ? (
          <span className={styles.title}>{title}</span>
        ) : (
          <Link to={to} className={styles.link} aria-describedby={describedBy}>
            {title}
          </Link>
        )}
        {detail === undefined || detail === null ? null : <div className={styles.detail}>{detail}</div>}
      </div>
      <div className={styles.ending} id={describedBy}>
        {status === undefined ? null : <div className={styles.status}>{status}</div>}
        {meta === undefined || meta === null ? null : <div className={styles.meta}>{meta}</div>}
      </div>
    </li>
  );
}
