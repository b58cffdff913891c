import type { ReactNode } from 'react';
import {
  type BreachClock,
  type BreachClocks,
  OUTER_BREACH_DAYS,
} from '../../../shared/domain/breach-clock.ts';
import { formatLongDate } from '../../../shared/domain/iso-date.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './breach-page.module.css';
import { leftText, namesInWords } from './clock-words.ts';

const MOST_NAMED = 3;

/** The deadline to work to: whom to tell first, by when, and how much of the time is gone. */
export function FirstToTell({ clocks }: { readonly clocks: BreachClocks }): ReactNode {
  const { shortest, outerOn, outerDaysLeft } = clocks;
  const first = clocks.clocks.filter(({ days }) => days === shortest?.days);
  const { dueOn, daysLeft } = shortest ?? { dueOn: outerOn, daysLeft: outerDaysLeft };
  const isByContract = shortest?.basis === 'contract';
  return (
    <section className={styles.card} aria-labelledby="tell-first">
      <h2 id="tell-first" className={styles.eyebrow}>
        {shortest === null ? 'The outer limit of the law' : 'Tell first'}
      </h2>
      <p className={styles.answer}>
        {first.length === 0 ? 'By ' : `${whoIn(first)}, by `}
        <time dateTime={dueOn}>{formatLongDate(dueOn)}</time>
      </p>
      <p>{daysLeft < 0 ? <StatusIcon state="overdue" text={leftText(daysLeft)} /> : leftText(daysLeft)}</p>
      <p className={styles.soft}>{isByContract ? BY_CONTRACT : BY_LAW}</p>
      {isByContract ? (
        <p className={styles.soft}>
          The outer limit of the law, {OUTER_BREACH_DAYS} calendar days from discovery:{' '}
          <time dateTime={outerOn}>{formatLongDate(outerOn)}</time>.
        </p>
      ) : null}
    </section>
  );
}

function whoIn(clocks: readonly BreachClock[]): string {
  return clocks.length > MOST_NAMED
    ? `${clocks.length} clients`
    : namesInWords(clocks.map(({ client }) => client));
}

const BY_CONTRACT =
  'That is the last day the agreement leaves, not the day to wait for: tell them without unreasonable delay.';
const BY_LAW = `That is ${OUTER_BREACH_DAYS} calendar days from discovery, the most the law leaves, not the day to wait for: tell them without unreasonable delay.`;
