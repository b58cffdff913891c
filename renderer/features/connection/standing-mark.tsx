import type { ReactNode } from 'react';
import type { PostureKind } from '../../../shared/domain/connection-posture.ts';
import { classNames } from '../../ui/class-names.ts';
import { POSTURE_WORDS } from './check-words.ts';
import styles from './standing-mark.module.css';

interface StandingMarkProps {
  readonly kind: PostureKind;
  /** Said instead of the usual word: "3 passed". */
  readonly text?: string | undefined;
}

/** A standing as shape, color and word. A person's word has a shape of its own: it never looks like a check. */
export function StandingMark({ kind, text }: StandingMarkProps): ReactNode {
  return (
    <span className={classNames(styles.mark, styles[kind])} data-standing={kind}>
      <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[kind]}
      </svg>
      <span>{text ?? POSTURE_WORDS[kind]}</span>
    </span>
  );
}

const bubble = (
  <path
    d="M3 2h10a1.5 1.5 0 0 1 1.5 1.5v6A1.5 1.5 0 0 1 13 11H8.2l-3.4 3.2V11H3a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 3 2z"
    className={styles.line}
  />
);
const ring = <circle cx="8" cy="8" r="6.5" className={styles.line} />;

const SHAPES: Readonly<Record<PostureKind, ReactNode>> = {
  passed: (
    <>
      <circle cx="8" cy="8" r="7" className={styles.filled} />
      <path d="m4.8 8.3 2.2 2.2 4.2-4.7" className={styles.cut} />
    </>
  ),
  failed: (
    <>
      <path d="M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5z" className={styles.filled} />
      <path d="M8 4v5M8 11.6v.2" className={styles.cut} />
    </>
  ),
  unknown: (
    <>
      {ring}
      <path d="M6 6.2a2 2 0 1 1 2.9 1.9c-.6.3-.9.7-.9 1.3M8 11.6v.1" className={styles.line} />
    </>
  ),
  attested: (
    <>
      {bubble}
      <path d="M4.6 5.2h6.8M4.6 7.9h4" className={styles.line} />
    </>
  ),
  'attested-failed': (
    <>
      {bubble}
      <path d="M8 4.4v2.4M8 8.9V9" className={styles.line} />
    </>
  ),
  again: (
    <>
      {ring}
      <path d="M8 4.2V8l2.6 1.9" className={styles.line} />
    </>
  ),
  'not-checked': <circle cx="8" cy="8" r="6.5" className={styles.dotted} />,
  'not-applicable': (
    <>
      {ring}
      <path d="m3.6 12.4 8.8-8.8" className={styles.line} />
    </>
  ),
};
