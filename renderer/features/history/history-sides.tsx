import type { ReactNode } from 'react';
import type { HistoryChange } from '../../../shared/domain/history-change.ts';
import { HISTORY_SIDES, type HistoryEntry, type HistorySide } from '../../../shared/domain/history-entry.ts';
import { refuseRestore } from '../../../shared/domain/history-restore.ts';
import type { HistoryTopic, HistoryView } from '../../../shared/domain/history-subject.ts';
import { usePlan } from '../../app/plan-query.ts';
import styles from './history-page.module.css';
import { PutBack } from './put-back.tsx';

interface HistorySidesProps {
  readonly entry: HistoryEntry;
  readonly topic: HistoryTopic;
  readonly change: HistoryChange;
  readonly view: HistoryView;
}

const SIDE_WORDS: Readonly<Record<HistorySide, string>> = { before: 'Before', after: 'After' };
const SHOWN = 600;

/** One value before and after a change, whole, with the way back to either. */
export function HistorySides({ entry, topic, change, view }: HistorySidesProps): ReactNode {
  const { today } = usePlan();
  const { field } = change;
  const refusal = field === null ? null : refuseRestore(topic, field, view, today);
  return (
    <li className={styles.change}>
      <h3 className={styles.label}>{change.label}</h3>
      <div className={styles.sides}>
        {HISTORY_SIDES.map((side) => (
          <div key={side} className={styles.side}>
            <p className={styles.sideName}>{SIDE_WORDS[side]}</p>
            <Value text={change[side]} />
            {field === null || refusal !== null ? null : (
              <PutBack entry={entry} topic={topic} change={{ ...change, field }} side={side} />
            )}
          </div>
        ))}
      </div>
      {refusal === null ? null : <p className={styles.soft}>{refusal}</p>}
    </li>
  );
}

function Value({ text }: { readonly text: string }): ReactNode {
  if (text === '') return <p className={styles.soft}>Nothing</p>;
  if (text.length <= SHOWN) return <p className={styles.value}>{text}</p>;
  return (
    <>
      <p className={styles.value}>{text.slice(0, SHOWN).trimEnd()}…</p>
      <details>
        <summary>All {text.length.toLocaleString('en-US')} characters</summary>
        <p className={styles.value}>{text}</p>
      </details>
    </>
  );
}
