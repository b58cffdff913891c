import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import type { ItemRecord } from '../../../shared/domain/plan.ts';
import { messageOf } from '../../app/bridge.ts';
import { showItem } from '../../app/plan-query.ts';
import { useSaveQueue } from '../../app/saving.tsx';

/** Something done to an item as a whole. */
export interface ItemAction {
  /** Saves what is still unsaved, then does it, then shows the item as it became. Null when it could not be done. */
  readonly run: <T extends { readonly item: ItemRecord }>(request: () => Promise<T>) => Promise<T | null>;
  /** Why it could not be done the last time. */
  readonly trouble: string | null;
}

const NOT_SAVED_YET = 'Your last changes could not be saved yet, so nothing else was done. Try again.';

/** For undo and "does not apply": they come after everything typed before them. */
export function useItemAction(itemId: ItemId): ItemAction {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const [trouble, setTrouble] = useState<string | null>(null);
  const run: ItemAction['run'] = useCallback(
    async (request) => {
      setTrouble(null);
      const settled = await Promise.all([queue.settle(itemId), queue.settle(`due/${itemId}`)]);
      if (settled.includes(false)) {
        setTrouble(NOT_SAVED_YET);
        return null;
      }
      try {
        const done = await request();
        showItem(client, done.item);
        return done;
      } catch (thrown) {
        setTrouble(messageOf(thrown));
        return null;
      }
    },
    [client, queue, itemId],
  );
  return { run, trouble };
}
