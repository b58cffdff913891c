import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NextStep } from '../../../shared/domain/next-steps.ts';
import { paths } from '../../app/routes.ts';
import { titleOf } from '../sections/item-notes.ts';
import styles from './next-steps-list.module.css';

/** Up to three things worth doing now; when nothing is left, where to go instead. */
export function NextStepsList({ steps }: { readonly steps: readonly NextStep[] }): ReactNode {
  if (steps.length === 0) {
    return (
      <section className={styles.section} aria-labelledby="next-steps">
        <h2 id="next-steps">Nothing is left to do today</h2>
        <p>
          <Link to={paths.report}>Print your report</Link>, or see{' '}
          <Link to={paths.calendar}>what comes up again and when</Link>.
        </p>
      </section>
    );
  }
  return (
    <section className={styles.section} aria-labelledby="next-steps">
      <h2 id="next-steps">{steps.length === 1 ? 'Do this next' : 'Do these next'}</h2>
      <ol className={styles.steps}>
        {steps.map(({ itemId, text }) => (
          <li key={itemId} className={styles.step}>
            <Link to={paths.item(itemId)} className={styles.link} aria-describedby={`next-${itemId}`}>
              {titleOf(itemId)}
            </Link>
            <p id={`next-${itemId}`}>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
