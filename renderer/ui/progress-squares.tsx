import type { ReactNode } from 'react';
import type { ItemState } from '../../shared/domain/assess-item.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { classNames } from './class-names.ts';
import styles from './progress-squares.module.css';

/** What a square can say. Blocked and overdue are one thing here: both stand in the way. */
export type SquareKind = 'settled' | 'open' | 'hold' | 'blocks' | 'empty';

const ORDER: readonly SquareKind[] = ['settled', 'open', 'hold', 'blocks', 'empty'];

const LEGEND_WORDS: Readonly<Record<SquareKind, (count: number) => string>> = {
  settled: (count) => `${count} settled`,
  open: (count) => `${count} in progress`,
  hold: (count) => `${count} on hold`,
  blocks: (count) => `${count} ${count === 1 ? 'blocks' : 'block'} you`,
  empty: (count) => `${count} not started`,
};

/** The kind of square for a state; null for an item set aside, which has none. */
export function squareFor(state: ItemState): SquareKind | null {
  switch (state) {
    case 'done':
    case 'not-applicable':
      return 'settled';
    case 'in-progress':
      return 'open';
    case 'on-hold':
      return 'hold';
    case 'blocked':
    case 'overdue':
      return 'blocks';
    case 'not-started':
      return 'empty';
    case 'set-aside':
      return null;
    default:
      return assertNever(state);
  }
}

interface ProgressSquaresProps {
  /** One state for each item that counts. */
  readonly states: readonly ItemState[];
}

/** One small square for each item, grouped by state, with a legend in words. The same figure on screen and on paper. */
export function ProgressSquares({ states }: ProgressSquaresProps): ReactNode {
  const kinds = states.map(squareFor);
  const groups = ORDER.map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length })).filter(
    ({ count }) => count > 0,
  );
  const squares = groups.flatMap(({ kind, count }) =>
    Array.from({ length: count }, (_, index) => ({ kind, key: `${kind}-${index}` })),
  );
  return (
    <div className={styles.figure}>
      <div className={styles.squares} aria-hidden="true">
        {squares.map(({ kind, key }) => (
          <Square key={key} kind={kind} />
        ))}
      </div>
      <ul className={styles.legend}>
        {groups.map(({ kind, count }) => (
          <li key={kind}>
            <Square kind={kind} />
            {LEGEND_WORDS[kind](count)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Square({ kind }: { readonly kind: SquareKind }): ReactNode {
  return (
    <svg className={classNames(styles.square, styles[kind])} viewBox="0 0 10 12" aria-hidden="true">
      {kind === 'settled' || kind === 'blocks' ? (
        <rect width="10" height="12" rx="2" className={styles.fill} />
      ) : (
        <rect x=".6" y=".6" width="8.8" height="10.8" rx="1.5" className={styles.line} />
      )}
      {marks[kind]}
    </svg>
  );
}

// Told apart without colour: full, half, two bars, an exclamation mark, an outline.
const marks: Readonly<Record<SquareKind, ReactNode>> = {
  settled: null,
  open: <path d="M.6 6h8.8v3.9a1.5 1.5 0 0 1-1.5 1.5H2.1A1.5 1.5 0 0 1 .6 9.9z" className={styles.fill} />,
  hold: <path d="M3.4 3.5v5M6.6 3.5v5" className={styles.line} />,
  blocks: <path d="M5 2.8v3.8M5 9v.1" className={styles.cut} />,
  empty: null,
};
