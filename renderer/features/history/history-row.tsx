import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import type { HistoryTopic, HistoryView } from '../../../shared/domain/history-subject.ts';
import { historyWords } from '../../../shared/domain/history-words.ts';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { assertNever } from '../../../shared/domain/result.ts';
import { paths } from '../../app/routes.ts';
import styles from './history-page.module.css';
import { HistorySides } from './history-sides.tsx';

interface HistoryRowProps {
  readonly entry: HistoryEntry;
  readonly view: HistoryView;
}

const MOST_SENTENCES = 3;

/** One change: when, to what, in sentences; unfolded, each value before and after. */
export function HistoryRow({ entry, view }: HistoryRowProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { title, did, topic, changes } = historyWords(entry, view);
  const more = changes.length - MOST_SENTENCES;
  const path = pathOf(topic);
  return (
    <li className={styles.entry}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <time dateTime={entry.at} className={styles.time}>
            {format(parseISO(entry.at), 'HH:mm')}
          </time>
          <span className={styles.what}>
            <span className={styles.title}>
              <bdi>{title}</bdi>
            </span>{' '}
            <span className={styles.soft}>{did}</span>
            {changes.slice(0, MOST_SENTENCES).map(({ sentence, label }) => (
              <span key={`${label}/${sentence}`} className={styles.sentence}>
                {stopped(sentence)}
              </span>
            ))}
            {more > 0 ? (
              <span className={styles.sentence}>
                And {more} more {more === 1 ? 'change' : 'changes'}.
              </span>
            ) : null}
          </span>
        </summary>
        {isOpen ? (
          <div className={styles.body}>
            <ul className={styles.changes} aria-label={`What changed: ${title}`}>
              {changes.map((change) => (
                <HistorySides
                  key={`${change.field}/${change.label}`}
                  entry={entry}
                  topic={topic}
                  change={change}
                  view={view}
                />
              ))}
            </ul>
            {path === null ? null : (
              <p>
                <Link to={path}>Go to “{title}”</Link>
              </p>
            )}
          </div>
        ) : null}
      </details>
    </li>
  );
}

/** With a stop, unless what was quoted last ends with one. */
function stopped(sentence: string): string {
  return /[.…?]”?$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Where what a line is about can be seen and changed; null when it has no page. */
function pathOf(topic: HistoryTopic): string | null {
  switch (topic.kind) {
    case 'profile':
      return paths.welcome;
    case 'item':
      return paths.item(topic.item.id);
    case 'record':
      return recordPath(topic.record);
    case 'check':
      return paths.connection;
    case 'unknown':
      return null;
    default:
      return assertNever(topic);
  }
}

function recordPath({ id, kind }: PlanRecord): string {
  switch (kind) {
    case 'portal':
      return paths.connection;
    case 'rule-answer':
      return paths.rule;
    case 'clearinghouse':
    case 'billing-software':
      return paths.candidate(id);
    case 'partner':
      return paths.partner(id);
    default:
      return assertNever(kind);
  }
}
