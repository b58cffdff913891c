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
import { type Answers, type EvidenceNote, MAX_EVIDENCE } from '../../shared/domain/field.ts';
import { type Plan, RECORD_KINDS, type RecordKind } from '../../shared/domain/plan.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import { BridgeError, bridge, messageOf } from './bridge.ts';
import { type Draft, DraftStore } from './draft-store.ts';
import { notesAt, tooMany, twinOf, withNote } from './evidence-place.ts';
import { lookAgain } from './evidence-query.ts';
import { EvidenceUploads, type PlaceState, type UploadPorts } from './evidence-uploads.ts';
import { PLAN_KEY, showItem, showProfile, showRecord, usePlan } from './plan-query.ts';
import { type Patch, withPatch } from './save-lane.ts';
import { DUE_FIELD, SaveQueue, type SaveState, type SaveTarget } from './save-queue.ts';
import { SaveTrouble } from './save-trouble.tsx';
import { browserSession, type SessionMemory } from './session-memory.ts';

interface Saving {
  readonly queue: SaveQueue;
  readonly drafts: DraftStore;
  readonly uploads: EvidenceUploads;
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
  const [saving] = useState<Saving>(() => {
    const queue = new SaveQueue({ send: (target, patch) => sendPatch(client, target, patch), now, memory });
    const drafts = new DraftStore(memory);
    return { queue, drafts, uploads: new EvidenceUploads(uploadPorts(client, queue, drafts)) };
  });
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
      <SaveTrouble queue={saving.queue} drafts={saving.drafts} />
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
  const entry = entryOf(target);
  if (entry !== null) return showRecord(client, (await bridge.saveRecord({ ...entry, patch })).record);
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

function entryOf(target: SaveTarget): { readonly kind: RecordKind; readonly id: string } | null {
  const [, kind, id] = /^record\/([a-z-]+)\/(.+)$/.exec(target) ?? [];
  const known = RECORD_KINDS.find((each) => each === kind);
  return known === undefined || id === undefined ? null : { kind: known, id };
}

/** Puts what was attached into the answers as they are now, whether their page is still on screen or not. */
function uploadPorts(client: QueryClient, queue: SaveQueue, drafts: DraftStore): UploadPorts {
  const answersOf = (target: SaveTarget): Answers => {
    const loaded = client.getQueryData<OutputOf<'loadPlan'>>(PLAN_KEY);
    const stored = loaded === undefined ? {} : storedAnswers(loaded.plan, target);
    return withPatch(stored, queue.getState().overlays[target]);
  };
  return {
    countAt: (place) => notesAt(answersOf(place.target), place).length,
    deliver: (place, note) => {
      const answers = answersOf(place.target);
      const notes = notesAt(answers, place);
      // A file that had gone missing is there again, whoever brought it.
      lookAgain(client);
      const twin = twinOf(notes, note);
      if (twin !== null) return { remark: twin };
      if (notes.length >= MAX_EVIDENCE) return { failure: tooMany(note.name) };
      queue.save(place.target, place.fieldId, withNote(answers, place, note));
      // Lines that are still being written stand beside it.
      const draft = drafts.get(place.path);
      if (draft !== undefined) {
        drafts.keep(place.path, JSON.stringify([...(JSON.parse(draft.typed) as EvidenceNote[]), note]));
      }
      return {};
    },
  };
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

/** The window's files on their way. */
export function useUploads(): EvidenceUploads {
  return useSaving().uploads;
}

/** What is happening to files in one field. */
export function useUploadsAt(path: string): PlaceState {
  const { uploads } = useSaving();
  return useSyncExternalStore(uploads.subscribe, () => uploads.stateAt(path));
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
  const entry = entryOf(target);
  if (entry !== null) return plan.records.find(({ id }) => id === entry.id)?.answers ?? {};
  const dueItem = dueItemOf(target);
  if (dueItem === null) return plan.items[target as ItemId]?.answers ?? {};
  const dueOn = plan.items[dueItem]?.dueOn ?? null;
  return dueOn === null ? {} : { [DUE_FIELD]: dueOn };
}
