import { readJson, type SessionMemory } from './session-memory.ts';

const MEMORY_KEY = 'first-claim.drafts';

// An address pasted with a name and a password stays on screen, but is never written anywhere.
const HOLDS_PASSWORD = /[^\s/"]:[^\s/"]+@/;

/** Text as it was typed. `isWrong`: it was left although it cannot be read, so the reason is shown beside it. */
export interface Draft {
  readonly typed: string;
  readonly isWrong: boolean;
}

/**
 * Text as it was typed, by field path, as long as it says something else than what is stored: a date half written, an
 * amount with a letter in it. Kept over page changes and reloads, so that nothing typed is ever lost.
 */
export class DraftStore {
  readonly #memory: SessionMemory;
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();

  constructor(memory: SessionMemory) {
    this.#memory = memory;
    const stored = (readJson(memory, MEMORY_KEY) ?? {}) as Readonly<Record<string, string>>;
    for (const [path, typed] of Object.entries(stored)) this.#drafts.set(path, { typed, isWrong: true });
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (path: string): Draft | undefined => this.#drafts.get(path);

  /** Paths under a prefix whose text is wrong, one a line. */
  readonly wrongUnder = (prefix: string): string =>
    [...this.#drafts]
      .filter(([path, draft]) => draft.isWrong && path.startsWith(prefix))
      .map(([path]) => path)
      .join('\n');

  /** Keeps the typed text of a field. Unless told, text that was wrong stays so until it can be read. */
  readonly keep = (path: string, typed: string, isWrong = this.get(path)?.isWrong ?? false): void => {
    this.#drafts.set(path, { typed, isWrong });
    this.#changed();
  };

  /** Forgets the draft of a field: its text is stored, or nothing is typed. */
  readonly forget = (path: string): void => {
    if (this.#drafts.delete(path)) this.#changed();
  };

  /** All typed text that may be written somewhere, by field path. */
  readonly typed = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...this.#drafts]
        .filter(([, draft]) => !HOLDS_PASSWORD.test(draft.typed))
        .map(([path, draft]) => [path, draft.typed]),
    );

  #changed(): void {
    const typed = this.typed();
    const isEmpty = Object.keys(typed).length === 0;
    this.#memory.write(MEMORY_KEY, isEmpty ? null : JSON.stringify(typed));
    for (const listener of [...this.#listeners]) listener();
  }
}
