import { answersIn, type HistoryEntry } from '../history-entry.ts';
import { type IsoDate, isIsoDate } from '../iso-date.ts';

/** A decision about a candidate that was changed since. */
export interface EarlierDecision {
  /** The change that ended it. */
  readonly seq: number;
  readonly kind: 'chosen' | 'not-chosen';
  /** The day it was made on, as recorded; null when none was. */
  readonly on: IsoDate | null;
  /** '' when none was given. */
  readonly reason: string;
  /** It was taken back with “Undo”, not decided anew. */
  readonly isUndone: boolean;
}

/**
 * The decisions about a candidate before the one that stands, newest first, from its history (newest first). A decision
 * and its reason are changed together, so that each change tells the whole of what it ended.
 */
export function earlierDecisions(
  history: readonly HistoryEntry[],
  current: Readonly<Record<string, unknown>>,
): readonly EarlierDecision[] {
  let answers = current;
  return history.flatMap(({ seq, action, before }) => {
    const was = answersIn(before);
    answers = { ...answers, ...was };
    const { decision, decision_reason: reason, decided_on: on } = answers;
    if (!('decision' in was) || (decision !== 'chosen' && decision !== 'not-chosen')) return [];
    return [
      {
        seq,
        kind: decision,
        on: typeof on === 'string' && isIsoDate(on) ? on : null,
        reason: typeof reason === 'string' ? reason.trim() : '',
        isUndone: action === 'undo',
      },
    ];
  });
}
