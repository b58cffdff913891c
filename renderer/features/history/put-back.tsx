import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { HistoryChange } from '../../../shared/domain/history-change.ts';
import type { HistoryEntry, HistorySide } from '../../../shared/domain/history-entry.ts';
import type { HistoryTopic } from '../../../shared/domain/history-subject.ts';
import { valueNow, valueThen } from '../../../shared/domain/history-words.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import { usePlan } from '../../app/plan-query.ts';
import type { SaveTarget } from '../../app/save-queue.ts';
import { useSaveQueue } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './history-page.module.css';

interface PutBackProps {
  readonly entry: HistoryEntry;
  readonly topic: HistoryTopic;
  readonly change: HistoryChange & { readonly field: string };
  readonly side: HistorySide;
}

const NOT_SAVED_YET = 'Your last changes could not be saved yet, so nothing was put back. Try again.';

/** Gives an answer the value it had on one side of a change, and says so beside it. */
export function PutBack({ entry, topic, change, side }: PutBackProps): ReactNode {
  const { plan } = usePlan();
  const queue = useSaveQueue();
  const [said, setSaid] = useState<{ readonly text: string; readonly isTrouble: boolean } | null>(null);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button is gone once it has done its work; what it did is where one goes on from.
    if (said?.isTrouble === false) words.current?.focus();
  }, [said]);
  const then = valueThen(entry, change.field, side) ?? null;
  const isNow = JSON.stringify(valueNow(plan, topic, change.field) ?? null) === JSON.stringify(then);
  const putBack = async (): Promise<void> => {
    setSaid(null);
    // What was typed a moment ago comes first: it must not land on top of what is put back.
    const settled = await Promise.all(targetsOf(topic).map((target) => queue.settle(target)));
    if (settled.includes(false)) return setSaid({ text: NOT_SAVED_YET, isTrouble: true });
    try {
      await bridge.restoreAnswer({ seq: entry.seq, field: change.field, side });
      setSaid({ text: doneText(change, side), isTrouble: false });
    } catch (thrown) {
      setSaid({ text: messageOf(thrown), isTrouble: true });
    }
  };
  return (
    <div className={styles.putBack}>
      {isNow && said === null ? <p className={styles.soft}>So it is now.</p> : null}
      {isNow ? null : (
        <Button
          kind="quiet"
          onClick={putBack}
          aria-label={`Put this back: “${change.label}” as it was ${side} this change`}
        >
          Put this back
        </Button>
      )}
      {said === null ? null : (
        <p
          ref={words}
          tabIndex={-1}
          role={said.isTrouble ? 'alert' : 'status'}
          className={said.isTrouble ? styles.trouble : styles.done}
        >
          {said.text}
        </p>
      )}
    </div>
  );
}

function doneText(change: HistoryChange, side: HistorySide): string {
  return change[side] === ''
    ? `Put back. “${change.label}” has no answer now.`
    : `Put back. This is the answer to “${change.label}” now.`;
}

function targetsOf(topic: HistoryTopic): readonly SaveTarget[] {
  switch (topic.kind) {
    case 'item':
      return [topic.item.id, `due/${topic.item.id}`];
    case 'record':
      return [`record/${topic.record.kind}/${topic.record.id}`];
    case 'profile':
      return ['profile'];
    default:
      return [];
  }
}
