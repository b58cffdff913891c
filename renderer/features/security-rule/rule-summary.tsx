import type { ReactNode } from 'react';
import type { RuleAssessment } from '../../../shared/domain/rule-standing.ts';
import styles from './security-rule-page.module.css';

/** How the whole rule stands, in counts. */
export function RuleSummary({ rule }: { readonly rule: RuleAssessment }): ReactNode {
  const { met, equivalent, open, setAside } = rule;
  return (
    <section className={styles.card} aria-label="Summary">
      <p className={styles.headline}>
        {met} of {met + equivalent + open} points met
      </p>
      <p>
        {equivalent} documented with an equivalent, {open} open.{' '}
        {setAside === 0
          ? null
          : setAside === 1
            ? '1 more is set aside: it concerns another kind of business.'
            : `${setAside} more are set aside: they concern other kinds of business.`}
      </p>
      <p className={styles.soft}>
        This is your own record, worked out by rules of this app. It is not a certificate and not legal
        advice.
      </p>
    </section>
  );
}
