import type { ReactNode } from 'react';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { SourceId } from '../../shared/catalog/ids.ts';
import { linkIdsForSource } from '../../shared/catalog/links.ts';
import type { SourceStatus } from '../../shared/catalog/types.ts';
import { OutsideLink } from './outside-link.tsx';
import styles from './source-line.module.css';
import { checkedText, SourceStatusMark } from './source-status.tsx';

interface SourceLineProps {
  readonly id: SourceId;
  /** Set when the statement made from it is weaker than the source itself. */
  readonly status?: SourceStatus | undefined;
}

/** One source in a list: its title, opened by its first address, how far it can be trusted and when it was checked. */
export function SourceLine({ id, status }: SourceLineProps): ReactNode {
  const source = catalog.sources.find((each) => each.id === id);
  if (source === undefined) throw new Error(`No source "${id}" in the register`);
  const linkId = linkIdsForSource(source).find((each) => each.linkId !== null)?.linkId ?? null;
  const standing = status ?? source.status;
  return (
    <span className={styles.line}>
      <span className={styles.title}>
        {linkId === null ? source.title : <OutsideLink linkId={linkId}>{source.title}</OutsideLink>}
      </span>
      <span className={styles.standing}>
        <SourceStatusMark status={standing} /> ·{' '}
        {checkedText({ status: standing, checkedOn: source.checkedOn })}
      </span>
    </span>
  );
}
