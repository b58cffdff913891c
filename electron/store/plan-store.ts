import type { Database } from 'better-sqlite3';
import type { CheckRun, CheckSubject } from '../../shared/domain/check-run.ts';
import type { HistoryEntry } from '../../shared/domain/history-entry.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { closeTidily, watchPlace } from './close-database.ts';
import { type HistoryPage, type HistoryQuery, openHistoryReader } from './history-reader.ts';
import { openPlanDraft, type PlanDraft } from './plan-draft.ts';
import { type ContentName, contentsNamedIn, type LastNamed, lastNamedIn } from './plan-evidence.ts';
import { openPlanReader, type Recorded } from './plan-reader.ts';
import type { FieldsFor } from './plan-rows.ts';
import { CHECK_COLUMNS, parseCheckRow, type RecordFieldsFor } from './record-rows.ts';
import { type StoreTask, toStoreFailure } from './store-failure.ts';

/** The plan in its file. Nothing here throws for a reason SQLite may have. */
export interface PlanStore {
  readonly read: () => Result<Recorded>;
  /** Runs `body` in one immediate transaction. A failure it returns undoes everything; so does anything it throws. */
  readonly change: <T>(body: (draft: PlanDraft) => Result<T>) => Result<T>;
  /** Runs of one check against one target, newest first, `limit` at most. What cannot be read is left out. */
  readonly checkHistory: (subject: CheckSubject, limit: number) => Result<readonly CheckRun[]>;
  /** Part of the history, newest first. */
  readonly historyPage: (query: HistoryQuery) => Result<HistoryPage>;
  /** The line of the history with this number; null when there is none. */
  readonly historyEntry: (seq: number) => Result<HistoryEntry | null>;
  /** How many lines of the history come after this number. */
  readonly changesAfter: (seq: number) => Result<number>;
  /** Every content the plan names outside its history. Fails where the file was moved: another may be in its place. */
  readonly namedContents: () => Result<ReadonlyMap<string, ContentName | null>>;
  /** How the history knows these contents last. */
  readonly lastNamed: (sha256s: ReadonlySet<string>) => Result<ReadonlyMap<string, LastNamed>>;
  readonly close: () => void;
}

/** What wants to know what a store does to its file. */
export interface StoreWatch {
  /** Called inside each transaction that wrote something, before it is committed. */
  readonly beforeCommit: () => void;
  /** Called after each commit of such a transaction. */
  readonly afterCommit: () => void;
  /** Told of every error that SQLite throws. */
  readonly sawError: (error: unknown) => void;
}

const MOVED = 'The plan file was moved or replaced while First Claim was open. Start First Claim again.';

const UNWATCHED: StoreWatch = { beforeCommit: () => {}, afterCommit: () => {}, sawError: () => {} };

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
  recordFieldsFor: RecordFieldsFor,
  onChange: () => void = () => {},
  watch: StoreWatch = UNWATCHED,
): PlanStore {
  const reader = openPlanReader(db, fieldsFor, recordFieldsFor);
  const newDraft = openPlanDraft(db);
  const selectHistory = db.prepare(
    `SELECT ${CHECK_COLUMNS} FROM check_run WHERE check_name = ? AND target = ? ORDER BY seq DESC LIMIT ?`,
  );
  const history = openHistoryReader(db);
  const isInPlace = watchPlace(db.name);
  const inTransaction = db.transaction((work: () => unknown) => work());

  const attempt = <T>(task: StoreTask, work: () => Result<T>): Result<T> => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Refused) return error.failure;
      watch.sawError(error);
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
          if (written !== null) watch.beforeCommit();
          return outcome;
        }) as Result<T>;
        if (written !== null) {
          watch.afterCommit();
          reader.remember(written);
          onChange();
        }
        return result;
      }),
    checkHistory: ({ check, target }, limit) =>
      attempt('read', () =>
        ok(selectHistory.all(check, target, limit).flatMap((row) => parseCheckRow(row).value ?? [])),
      ),
    historyPage: (query) => attempt('read', () => ok(history.page(query))),
    historyEntry: (seq) => attempt('read', () => ok(history.entry(seq))),
    changesAfter: (seq) => attempt('read', () => ok(history.countAfter(seq))),
    namedContents: () =>
      attempt('read', () => (isInPlace() ? ok(contentsNamedIn(db)) : failed('store-failed', MOVED))),
    lastNamed: (sha256s) => attempt('read', () => ok(lastNamedIn(db, sha256s))),
    close: () => {
      closeTidily(db);
    },
  };
}

function movedAway(): Result<never> {
  return failed(
    'store-failed',
    'Not saved: the plan file was moved or replaced while First Claim was open. Your answer is still on the screen. Put the file back, or start First Claim again.',
  );
}
