import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { SourceId } from '../../../shared/catalog/ids.ts';
import type { Fact, SourceStatus } from '../../../shared/catalog/types.ts';
import { SourceStatusMark } from '../../ui/source-status.tsx';
import styles from './item-aside.module.css';

/** Statements, each with where it comes from and how far that can be trusted. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact.text}>
          <p>{fact.text}</p>
          <p className={styles.soft}>
            <SourceStatusMark status={statusOf(fact)} /> · {fact.sources.map(titleOf).join('; ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

const WEAKEST: readonly SourceStatus[] = ['unverified', 'secondary', 'verified'];

// A fact is as good as its weakest source, unless it says that it is weaker still.
function statusOf(fact: Fact): SourceStatus {
  const all = [...fact.sources.map((id) => sourceOf(id).status), ...(fact.status ? [fact.status] : [])];
  return WEAKEST.find((status) => all.includes(status)) ?? 'unverified';
}

function titleOf(id: SourceId): string {
  return sourceOf(id).title;
}

function sourceOf(id: SourceId): (typeof catalog.sources)[number] {
  const source = catalog.sources.find((each) => each.id === id);
  if (source === undefined) throw new Error(`No source "${id}" in the register`);
  return source;
}
