import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { messageOf } from '../../app/bridge.ts';
import { showRecord } from '../../app/plan-query.ts';
import type { RecordTarget } from '../../app/save-queue.ts';
import { useSaveQueue } from '../../app/saving.tsx';

/** Something done to an entry of a list as a whole. */
export interface RecordAction {
  /** Saves what is still unsaved, then does it, then shows the entry as it became. Null when it could not be done. */
  readonly run: <T extends { readonly record: PlanRecord }>(request: () => Promise<T>) => Promise<T | null>;
  /** Why it could not be done the last time. */
  readonly trouble: string | null;
}

const NOT_SAVED_YET = 'Your last changes could not be saved yet, so nothing else was done. Try again.';

/** For undo, and for taking an entry off its list: they come after everything typed before them. */
export function useRecordAction(target: RecordTarget): RecordAction {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const [trouble, setTrouble] = useState<string | null>(null);
  const run: RecordAction['run'] = useCallback(
    async (request) => {
      setTrouble(null);
      if (!(await queue.settle(target))) {
        setTrouble(NOT_SAVED_YET);
        return null;
      }
      try {
        const done = await request();
        showRecord(client, done.record);
        return done;
      } catch (thrown) {
        setTrouble(messageOf(thrown));
        return null;
      }
    },
    [client, queue, target],
  );
  return { run, trouble };
}
