import type { ItemId } from '../../shared/catalog/ids.ts';
import type { AnswerValue } from '../../shared/domain/field.ts';
import type { RecordKind } from '../../shared/domain/plan.ts';
import type { Failure, Result } from '../../shared/domain/result.ts';
import {
  afterFailure,
  afterSuccess,
  EMPTY_LANE,
  isUnsettled,
  type Lane,
  overlayOf,
  type Patch,
  type Refusal,
  withChange,
  withSecondChance,
} from './save-lane.ts';
import { readJson, type SessionMemory } from './session-memory.ts';

/** What answers belong to: an item, its "do this by" date, an entry of a list, or the profile of "Your business". */
export type SaveTarget = ItemId | DueTarget | RecordTarget | 'profile';
/** Target of an item's own date; its one field is `DUE_FIELD`. */
export type DueTarget = `due/${ItemId}`;
/** Target of an entry of a list: its kind and its id. */
export type RecordTarget = `record/${RecordKind}/${string}`;
export const DUE_FIELD = 'due_on';

/** `typing`: wait for a pause between keystrokes. `now`: a choice was made. */
export type Pace = 'now' | 'typing';

/** How saving stands. `savedAt` is kept while the next change is on its way. */
export interface SaveState {
  readonly kind: 'idle' | 'saving' | 'saved' | 'failed';
  readonly savedAt: Date | null;
  readonly failure: Failure | null;
  /** Values not yet stored, by target. */
  readonly overlays: Readonly<Partial<Record<SaveTarget, Patch>>>;
  /** Values the store refused, by target and field id. */
  readonly refusals: Readonly<Partial<Record<SaveTarget, Readonly<Record<string, Refusal>>>>>;
}

export interface SaveQueuePorts {
  /** Stores a patch and puts what was stored on screen before it resolves. Never throws. */
  readonly send: (target: SaveTarget, patch: Patch) => Promise<Result<unknown>>;
  readonly now: () => Date;
  readonly memory: SessionMemory;
}

/** How long after the last keystroke text is sent. */
export const TYPING_PAUSE_MS = 500;

const MEMORY_KEY = 'first-claim.unsaved';

/**
 * Saves every change by itself. A value is on screen at once and stays there whatever happens; one request a target is
 * under way at a time, in order, and what is not stored yet survives a reload of the page.
 */
export class SaveQueue {
  readonly #ports: SaveQueuePorts;
  readonly #lanes = new Map<SaveTarget, Lane>();
  readonly #timers = new Map<SaveTarget, ReturnType<typeof setTimeout>>();
  readonly #due = new Set<SaveTarget>();
  readonly #requests = new Map<SaveTarget, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  #savedAt: Date | null = null;
  #state: SaveState;

  constructor(ports: SaveQueuePorts) {
    this.#ports = ports;
    for (const [target, patch] of this.#remembered()) {
      this.#lanes.set(target, { ...EMPTY_LANE, waiting: patch });
    }
    this.#state = this.#describe();
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): SaveState => this.#state;

  /** Takes one changed answer; null clears it. Anything that failed before is tried again along with it. */
  readonly save = (
    target: SaveTarget,
    fieldId: string,
    value: AnswerValue | null,
    pace: Pace = 'now',
  ): void => {
    this.#set(target, withChange(this.#lane(target), fieldId, value));
    clearTimeout(this.#timers.get(target));
    if (pace === 'typing') {
      const timer = setTimeout(() => this.retry(target), TYPING_PAUSE_MS);
      this.#timers.set(target, timer);
    } else {
      this.retry(target);
    }
  };

  /** Sends what waits, without waiting for a pause: on leaving a field or a page. What failed waits for `retry`. */
  readonly flush = (): void => {
    for (const [target, lane] of this.#lanes) {
      if (lane.failure === null && isUnsettled(lane)) this.#sendSoon(target);
    }
  };

  /** Tries everything that failed again, and sends what waits for `also`. */
  readonly retry = (also?: SaveTarget): void => {
    for (const [target, lane] of this.#lanes) {
      if (target === also || lane.failure !== null) this.#sendSoon(target);
    }
  };

  /** Sends what waits for a target and waits for the answer; false when it could not be stored. */
  readonly settle = async (target: SaveTarget): Promise<boolean> => {
    this.#sendSoon(target);
    while (this.#lane(target).sending !== null) await this.#requests.get(target);
    return this.#lane(target).failure === null;
  };

  #sendSoon(target: SaveTarget): void {
    clearTimeout(this.#timers.get(target));
    this.#timers.delete(target);
    const lane = this.#lane(target);
    if (lane.sending !== null) {
      // Only if something changed meanwhile: a failing store is not asked over and over for the same thing.
      if (Object.keys(lane.waiting).length > 0) this.#due.add(target);
      return;
    }
    this.#due.delete(target);
    if (Object.keys(lane.waiting).length > 0) this.#requests.set(target, this.#send(target, lane));
  }

  async #send(target: SaveTarget, lane: Lane): Promise<void> {
    const patch = lane.waiting;
    // A failure stays in sight until a request has gone well.
    this.#set(target, { ...lane, sending: patch, waiting: {} });
    const result = await this.#ports.send(target, patch);
    const current = this.#lane(target);
    if (result.ok) {
      this.#savedAt = this.#ports.now();
      const next = afterSuccess(current);
      // Only entries of lists have answers that are refused for the sake of another one.
      const asksAgain = target.startsWith('record/') && Object.keys(next.refused).length > 0;
      this.#set(target, asksAgain ? withSecondChance(next) : next);
      if (asksAgain) this.#due.add(target);
    } else {
      const next = afterFailure(current, result.error);
      this.#set(target, next);
      if (next.failure === null) this.#due.add(target);
    }
    if (this.#due.has(target)) this.#sendSoon(target);
  }

  #lane(target: SaveTarget): Lane {
    return this.#lanes.get(target) ?? EMPTY_LANE;
  }

  #set(target: SaveTarget, lane: Lane): void {
    const isEmpty = !isUnsettled(lane) && Object.keys(lane.refused).length === 0;
    if (isEmpty) this.#lanes.delete(target);
    else this.#lanes.set(target, lane);
    this.#state = this.#describe();
    this.#remember();
    for (const listener of [...this.#listeners]) listener();
  }

  #describe(): SaveState {
    const lanes = [...this.#lanes];
    const failure = lanes.map(([, lane]) => lane.failure).find((each) => each !== null) ?? null;
    const isSaving = lanes.some(([, lane]) => lane.failure === null && isUnsettled(lane));
    const settled = this.#savedAt === null ? 'idle' : 'saved';
    return {
      kind: failure !== null ? 'failed' : isSaving ? 'saving' : settled,
      savedAt: this.#savedAt,
      failure,
      overlays: Object.fromEntries(lanes.map(([target, lane]) => [target, overlayOf(lane)])),
      refusals: Object.fromEntries(lanes.map(([target, lane]) => [target, lane.refused])),
    };
  }

  #remember(): void {
    const { overlays } = this.#state;
    const isEmpty = Object.keys(overlays).length === 0;
    this.#ports.memory.write(MEMORY_KEY, isEmpty ? null : JSON.stringify(overlays));
  }

  #remembered(): readonly (readonly [SaveTarget, Patch])[] {
    const stored = readJson(this.#ports.memory, MEMORY_KEY);
    return Object.entries(stored ?? {}) as [SaveTarget, Patch][];
  }
}
