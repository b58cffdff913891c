import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { openNeedsOf } from '../../../shared/domain/next-steps.ts';
import { FINDING_WORDS } from '../../../shared/domain/report-words.ts';
import { paths } from '../../app/routes.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './item-state.module.css';
import { findItem, type ItemView } from './item-view.ts';

/** How the item stands, in a word, and what is in the way, in sentences. */
export function ItemState({ view }: { readonly view: ItemView }): ReactNode {
  const { assessment, record } = view;
  const { findings, state, renewsOn } = assessment;
  return (
    <div className={styles.state}>
      {findings.length === 0 ? (
        <p>
          <StatusIcon state={state} />
          {state === 'done' && record?.completedOn != null ? (
            <span className={styles.since}> on {formatDate(record.completedOn)}</span>
          ) : null}
          {renewsOn === null ? null : (
            <span className={styles.since}>
              {state === 'overdue' ? ' · was due again ' : ' · due again '}
              {formatDate(renewsOn)}
            </span>
          )}
        </p>
      ) : (
        <ul className={styles.findings}>
          {findings.map((finding) => (
            <li key={`${finding.ruleId} ${finding.text}`}>
              <StatusIcon
                state={finding.kind === 'stop' ? 'blocked' : 'on-hold'}
                text={`${FINDING_WORDS[finding.kind]}: ${finding.text}`}
              />
            </li>
          ))}
        </ul>
      )}
      <DoFirst view={view} />
    </div>
  );
}

/** What has to come before this. Nothing is locked: one can prepare. */
function DoFirst({ view }: { readonly view: ItemView }): ReactNode {
  const { item, assessment, readiness } = view;
  const needs = assessment.isSettled ? [] : openNeedsOf(item, readiness.items);
  if (needs.length === 0) return null;
  return (
    <section className={styles.first} aria-labelledby="do-first">
      <h2 id="do-first">Do this first</h2>
      <ul>
        {needs.map((id) => (
          <li key={id}>
            <Link to={paths.item(id)}>{findItem(id).title}</Link>{' '}
            <StatusIcon state={readiness.items[id].state} />
          </li>
        ))}
      </ul>
      <p>You can fill this page in all the same.</p>
    </section>
  );
}
