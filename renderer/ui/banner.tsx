import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';

/** `stop`: something failed or blocks. `hold`: be careful. `done`: it worked. `note`: good to know. */
export type BannerKind = 'stop' | 'hold' | 'done' | 'note';

const KIND_WORDS: Readonly<Record<BannerKind, string>> = {
  stop: 'Problem',
  hold: 'Careful',
  done: 'Done',
  note: 'Note',
};

interface BannerProps {
  readonly kind: BannerKind;
  readonly title?: string | undefined;
  /** `alert`: read out at once, for a failure that just happened. `status`: read out politely. */
  readonly role?: 'alert' | 'status' | undefined;
  readonly children?: ReactNode;
}

/** A few words that must be seen, with what to do about it. */
export function Banner({ kind, title, role, children }: BannerProps): ReactNode {
  return (
    <div className={classNames(styles.banner, styles[kind])} role={role}>
      <span className={styles.kind}>{title ?? KIND_WORDS[kind]}</span>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
