import type { SaveTarget } from '../../app/save-queue.ts';
import { useSaveQueue } from '../../app/saving.tsx';

/** A way to wait until everything typed is stored in the plan of now; false when some of it could not be. */
export function useSettled(): () => Promise<boolean> {
  const queue = useSaveQueue();
  return async () => {
    const targets = Object.keys(queue.getState().overlays) as SaveTarget[];
    const settled = await Promise.all(targets.map((target) => queue.settle(target)));
    return !settled.includes(false);
  };
}
