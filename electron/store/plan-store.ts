import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { openPlanDraft, type PlanDraft } from './plan-draft.ts';
import { openPlanReader, type Recorded } from './plan-reader.ts';
import type { FieldsFor } from './plan-rows.ts';
import { type StoreTask, toStoreFailure } from './store-failure.ts';

/** The plan in its file. Nothing here throws for a reason SQLite may have. */
export interface PlanStore {
  readonly read: () => Result<Recorded>;
  /** Runs `body` in one immediate transaction. A failure it returns undoes everything; so does anything it throws. */
  readonly change: <T>(body: (draft: PlanDraft) => Result<T>) => Result<T>;
  readonly close: () => void;
}

/** Carries a refusal out of a transaction: only a throw rolls it back. */
class Refused extends Error {
  readonly failure: Result<never>;
  constructor(failure: Result<never>) {
    super('refused');
    this.failure = failure;
  }
}

/** Serves the plan of an open database, which it owns from here on. `onChange` is called after each commit that wrote something. */
export function openPlanStore(
  db: Database,
  fieldsFor: FieldsFor,
  onChange: () => void = () => {},
): PlanStore {
  const reader = openPlanReader(db, fieldsFor);
  const newDraft = openPlanDraft(db);
  const isInPlace = watchPlace(db.name);
  const inTransaction = db.transaction((work: () => unknown) => work());

  const attempt = <T>(task: StoreTask, work: () => Result<T>): Result<T> => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Refused) return error.failure;
      const failure = db.open ? toStoreFailure(error, task) : failed('store-failed', 'The plan is closed.');
      if (failure === null) throw error;
      return failure;
    }
  };

  return {
    read: () => attempt('read', () => ok(inTransaction(() => reader.read()) as Recorded)),
    change: <T>(body: (draft: PlanDraft) => Result<T>): Result<T> =>
      attempt('save', () => {
        if (!isInPlace()) return movedAway();
        let written: Recorded | null = null;
        const result = inTransaction.immediate(() => {
          const draft = newDraft(reader.read());
          const outcome = body(draft);
          if (!outcome.ok) throw new Refused(outcome);
          written = draft.written();
          return outcome;
        }) as Result<T>;
        if (written !== null) {
          reader.remember(written);
          onChange();
        }
        return result;
      }),
    close: () => closeDatabase(db),
  };
}

/** A file that was moved or replaced while open would take every save to its grave: SQLite keeps writing to the old one. */
function watchPlace(path: string): () => boolean {
  const { dev, ino } = statSync(path);
  return () => {
    const now = statSync(path, { throwIfNoEntry: false });
    return now !== undefined && now.ino === ino && now.dev === dev;
  };
}

function movedAway(): Result<never> {
  return failed(
    'store-failed',
    'Not saved: the plan file was moved or replaced while First Claim was open. Your answer is still on the screen. Put the file back, or start First Claim again.',
  );
}

/** Leaves one tidy file, safe to copy. A database that cannot be tidied is still closed. */
function closeDatabase(db: Database): void {
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('optimize');
  } catch {
    // The commits are on disk already; the next start reads them from the WAL.
  } finally {
    db.close();
  }
}
