import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';

const SHOWN_FROM = 0.85;
/** In a box for a few characters one sees oneself how many there are. */
const FEW = 40;

interface CounterProps {
  /** Characters typed. */
  readonly length: number;
  readonly max: number;
}

/** How much room is left. Silent until the end comes near. */
export function Counter({ length, max }: CounterProps): ReactNode {
  if (length <= max && (max <= FEW || length < max * SHOWN_FROM)) return null;
  const over = length - max;
  return (
    <span className={classNames(styles.counter, over > 0 && styles.over)}>
      {over > 0
        ? `${over.toLocaleString('en-US')} too many`
        : `${length.toLocaleString('en-US')} of ${max.toLocaleString('en-US')}`}
    </span>
  );
}
