import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Readiness } from '../../../shared/domain/readiness.ts';
import { paths } from '../../app/routes.ts';
import { asideGroups, keptCount } from './aside-groups.ts';
import styles from './welcome-page.module.css';

/** What the answers on this page change: which items are set aside, and why. */
export function SetAsideSummary({ readiness }: { readonly readiness: Readiness }): ReactNode {
  const groups = asideGroups(readiness);
  const aside = groups.reduce((sum, group) => sum + group.items.length, 0);
  const kept = keptCount(readiness);
  return (
    <section className={styles.part} aria-labelledby="what-changes">
      <h2 id="what-changes">What this changes</h2>
      <p role="status">
        {aside === 0
          ? `All ${kept} items are on your list. “No” to a question above may set some aside.`
          : `${kept} items are on your list. ${aside} ${aside === 1 ? 'is' : 'are'} set aside:`}
      </p>
      <ul className={styles.groups}>
        {groups.map(({ reason, items }) => (
          <li key={reason}>
            <span className={styles.reason}>{reason}</span>
            <ul className={styles.asideItems}>
              {items.map(({ id, title }) => (
                <li key={id}>
                  <Link to={paths.item(id)}>{title}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
