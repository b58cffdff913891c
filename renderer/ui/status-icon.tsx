import type { ReactNode } from 'react';
import type { ItemState } from '../../shared/domain/assess-item.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { STATE_WORDS } from '../../shared/domain/state-words.ts';
import { classNames } from './class-names.ts';
import styles from './status-icon.module.css';

interface StatusIconProps {
  readonly state: ItemState;
  /** `hidden`: the word is there for screen readers only, because the same thing stands beside it in text. */
  readonly word?: 'shown' | 'hidden' | undefined;
  /** Said instead of the usual word: "Open complaint". */
  readonly text?: string | undefined;
  /** `large` for verdicts. */
  readonly size?: 'small' | 'large' | undefined;
}

/** A state as shape, colour and word. Never one without the others: the word is always in the page. */
export function StatusIcon({ state, word = 'shown', text, size = 'small' }: StatusIconProps): ReactNode {
  return (
    <span className={classNames(styles.status, styles[state], size === 'large' && styles.large)}>
      <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapeFor(state)}
      </svg>
      <span className={word === 'hidden' ? 'visually-hidden' : undefined}>{text ?? STATE_WORDS[state]}</span>
    </span>
  );
}

function shapeFor(state: ItemState): ReactNode {
  switch (state) {
    case 'done':
      return (
        <>
          <circle cx="8" cy="8" r="7" className={styles.filled} />
          <path d="m4.8 8.3 2.2 2.2 4.2-4.7" className={styles.cut} />
        </>
      );
    case 'blocked':
      return (
        <>
          <path d="M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5z" className={styles.filled} />
          <path d="M8 4v5M8 11.6v.2" className={styles.cut} />
        </>
      );
    case 'on-hold':
      return (
        <>
          <rect x="1.5" y="1.5" width="13" height="13" rx="3" className={styles.line} />
          <path d="M6.2 5.4v5.2M9.8 5.4v5.2" className={styles.line} />
        </>
      );
    case 'overdue':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" className={styles.line} />
          <path d="M8 4.2V8l2.6 1.9" className={styles.line} />
        </>
      );
    case 'in-progress':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" className={styles.line} />
          <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" className={styles.filled} />
        </>
      );
    case 'not-started':
      return <circle cx="8" cy="8" r="6.5" className={styles.dotted} />;
    case 'not-applicable':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" className={styles.line} />
          <path d="m3.6 12.4 8.8-8.8" className={styles.line} />
        </>
      );
    case 'set-aside':
      return (
        <>
          <rect x="1.5" y="1.5" width="13" height="13" rx="3" className={styles.line} />
          <path d="M4.8 8h6.4" className={styles.line} />
        </>
      );
    default:
      return assertNever(state);
  }
}
