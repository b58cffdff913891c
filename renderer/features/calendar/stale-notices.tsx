import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { REVIEW_DAYS, type StaleNotice } from '../../../shared/domain/stale.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { titleOf } from '../sections/item-notes.ts';
import styles from './calendar-page.module.css';

/** Names answers and sources that are older than their review period. Nothing when all are fresh. */
export function StaleNotices({ notices }: { readonly notices: readonly StaleNotice[] }): ReactNode {
  const answers = notices.flatMap((notice) => (notice.kind === 'answer' ? [notice] : []));
  const sources = notices.filter(({ kind }) => kind === 'source');
  return (
    <>
      {answers.length === 0 ? null : (
        <section className={styles.part} aria-labelledby="stale-answers">
          <h2 id="stale-answers">Answers worth another look</h2>
          <p>You last changed these more than {REVIEW_DAYS.answer} days ago.</p>
          <HairlineList labelledBy="stale-answers">
            {answers.map(({ itemId, lastChangedOn }) => (
              <HairlineRow
                key={itemId}
                title={titleOf(itemId)}
                to={paths.item(itemId)}
                meta={`changed ${formatDate(lastChangedOn)}`}
              />
            ))}
          </HairlineList>
        </section>
      )}
      {sources.length === 0 ? null : (
        <section className={styles.part} aria-labelledby="stale-sources">
          <h2 id="stale-sources">Sources worth another look</h2>
          <p>
            {sources.length === 1 ? 'One source was' : `${sources.length} sources were`} checked more than{' '}
            {REVIEW_DAYS.source} days ago. Rules may have changed since:{' '}
            <Link to={paths.sources}>see the sources</Link>.
          </p>
        </section>
      )}
    </>
  );
}
