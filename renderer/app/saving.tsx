import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ItemId } from '../../shared/catalog/ids.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { InputOf } from '../../shared/ipc/contract.ts';
import { BridgeError, bridge, messageOf } from './bridge.ts';
import { type Draft, DraftStore } from './draft-store.ts';
import { showItem, showProfile, usePlan } from './plan-query.ts';
import { type Patch, withPatch } from './save-lane.ts';
import { DUE_FIELD, SaveQueue, type SaveState, type SaveTarget } from './save-queue.ts';
import { SaveTrouble } from './save-trouble.tsx';
import { browserSession, type SessionMemory } from './session-memory.ts';

interface Saving {
  readonly queue: SaveQueue;
  readonly drafts: DraftStore;
}

const SavingContext = createContext<Saving | null>(null);

interface SavingProviderProps {
  readonly children: ReactNode;
  readonly memory?: SessionMemory;
  readonly now?: () => Date;
}

/** Holds the save queue and the drafts of the whole window. Stands once, inside the query client's provider. */
export function SavingProvider({
  children,
  memory = browserSession,
  now = () => new Date(),
}: SavingProviderProps): ReactNode {
  const client = useQueryClient();
  const [saving] = useState<Saving>(() => ({
    queue: new SaveQueue({ send: (target, patch) => sendPatch(client, target, patch), now, memory }),
    drafts: new DraftStore(memory),
  }));
  useEffect(() => {
    const { flush, retry } = saving.queue;
    // What an earlier life of this page could not send.
    flush();
    const leave = (): void => {
      retry();
      flush();
    };
    const moments = [
      ['pagehide', leave],
      ['beforeunload', leave],
      ['blur', flush],
      ['visibilitychange', flush],
    ] as const;
    for (const [moment, send] of moments) window.addEventListener(moment, send);
    return () => {
      for (const [moment, send] of moments) window.removeEventListener(moment, send);
      leave();
    };
  }, [saving]);
  return (
    <SavingContext value={saving}>
      {children}
      <SaveTrouble queue={saving.queue} />
    </SavingContext>
  );
}

async function sendPatch(client: QueryClient, target: SaveTarget, patch: Patch): Promise<Result<null>> {
  try {
    await storePatch(client, target, patch);
    return ok(null);
  } catch (thrown) {
    return thrown instanceof BridgeError
      ? failed(thrown.code, thrown.message, thrown.field)
      : failed('internal', messageOf(thrown));
  }
}

async function storePatch(client: QueryClient, target: SaveTarget, changes: Patch): Promise<void> {
  // The contract's lists are plain arrays; ours are read-only. Nothing changes them on the way.
  const patch = changes as InputOf<'answerItem'>['patch'];
  if (target === 'profile') return showProfile(client, (await bridge.answerProfile({ patch })).profile);
  const dueItem = dueItemOf(target);
  if (dueItem === null) {
    return showItem(client, (await bridge.answerItem({ itemId: target as ItemId, patch })).item);
  }
  const dueOn = changes[DUE_FIELD];
  const changed = await bridge.setDueDate({
    itemId: dueItem,
    dueOn: typeof dueOn === 'string' ? dueOn : null,
  });
  showItem(client, changed.item);
}

function dueItemOf(target: SaveTarget): ItemId | null {
  return target.startsWith('due/') ? (target.slice('due/'.length) as ItemId) : null;
}

function useSaving(): Saving {
  const saving = useContext(SavingContext);
  if (saving === null) throw new Error('A field stands outside SavingProvider');
  return saving;
}

/** The window's save queue. */
export function useSaveQueue(): SaveQueue {
  return useSaving().queue;
}

/** The window's drafts. */
export function useDrafts(): DraftStore {
  return useSaving().drafts;
}

/** How saving stands, and what is not stored yet. */
export function useSaveState(): SaveState {
  const { queue } = useSaving();
  return useSyncExternalStore(queue.subscribe, queue.getState);
}

/** The draft of one field, if there is one. */
export function useDraft(path: string): Draft | undefined {
  const { drafts } = useSaving();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(path));
}

/** Paths under a prefix where something typed could not be read. */
export function useWrongDrafts(prefix: string): readonly string[] {
  const { drafts } = useSaving();
  const paths = useSyncExternalStore(drafts.subscribe, () => drafts.wrongUnder(prefix));
  return useMemo(() => paths.split('\n').filter((path) => path !== ''), [paths]);
}

/** The answers to show for a target: what is stored, with everything not stored yet laid over it. */
export function useAnswers(target: SaveTarget): Answers {
  const { plan } = usePlan();
  const overlay = useSaveState().overlays[target];
  const stored = useMemo(() => storedAnswers(plan, target), [plan, target]);
  return useMemo(() => withPatch(stored, overlay), [stored, overlay]);
}

function storedAnswers(plan: Plan, target: SaveTarget): Answers {
  if (target === 'profile') return toProfileAnswers(plan.profile);
  const dueItem = dueItemOf(target);
  if (dueItem === null) return plan.items[target as ItemId]?.answers ?? {};
  const dueOn = plan.items[dueItem]?.dueOn ?? null;
  return dueOn === null ? {} : { [DUE_FIELD]: dueOn };
}
