import { type ReactNode, useId, useState } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { linkIdsForSource } from '../../../shared/catalog/links.ts';
import type { Source, SourceStatus } from '../../../shared/catalog/types.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { checkedText, SOURCE_STATUS_MEANINGS, SourceStatusMark } from '../../ui/source-status.tsx';
import { findSources } from './find-sources.ts';
import styles from './sources-page.module.css';

const STATUSES: readonly SourceStatus[] = ['verified', 'secondary', 'unverified'];

/** The whole register of sources, searchable, with how far each can be trusted. */
export function SourcesPage(): ReactNode {
  const [typed, setTyped] = useState('');
  const searchId = useId();
  const found = findSources(catalog.sources, typed);
  return (
    <Page>
      <PageHeader
        title="Sources"
        lead="Where the rules in this app come from. Nobody opened these addresses for this list, and rules move: read the source itself before you rely on it."
      />
      <dl className={styles.meanings}>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <SourceStatusMark status={status} />
            </dt>
            <dd>{SOURCE_STATUS_MEANINGS[status]}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/useSemanticElements: Chrome 114 does not know the element. */}
      <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={searchId}>Find a source</label>
        <input
          id={searchId}
          className={styles.input}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className={styles.count} role="status">
          {countText(found.length)}
        </p>
      </form>
      {found.length === 0 ? null : (
        <ul className={styles.list} aria-label="Sources">
          {found.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function countText(count: number): string {
  const all = catalog.sources.length;
  if (count === 0) return 'No source has all these words. Try fewer.';
  return count === all ? `${all} sources` : `${count} of ${all} sources`;
}

function SourceRow({ source }: { readonly source: Source }): ReactNode {
  return (
    <li className={styles.source}>
      <div className={styles.about}>
        <h2 className={styles.title}>{source.title}</h2>
        {source.note === undefined ? null : <p className={styles.note}>{source.note}</p>}
        {linkIdsForSource(source).map(({ url, linkId }) => (
          <div key={url} className={styles.address}>
            {linkId === null ? url : <OutsideLink linkId={linkId}>{url}</OutsideLink>}
          </div>
        ))}
      </div>
      <div className={styles.standing}>
        <SourceStatusMark status={source.status} />
        <span>{checkedText(source)}</span>
      </div>
    </li>
  );
}
