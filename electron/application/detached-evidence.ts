import { formatBytes } from '../../shared/domain/evidence.ts';
import { type Failure, failed, ok, type Result } from '../../shared/domain/result.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import { MAX_DETACHED } from '../../shared/ipc/evidence-contract.ts';
import type { ArchiveDesk } from '../archive/archive-desk.ts';
import { contentsOfBackups } from '../store/backup-evidence.ts';
import type { BackupName } from '../store/backup-files.ts';
import {
  refuseLinkedFolder,
  removeEvidence,
  type Unreferenced,
  unreferencedEvidence,
} from '../store/evidence-clearing.ts';
import { storedContents } from '../store/evidence-folder.ts';
import { newestSoundBackup, soundBackupWithId } from '../store/find-backups.ts';
import type { HandlerContext } from './handler.ts';
import { changesSince } from './handlers/list-backups.ts';
import type { PlanKeeper } from './plan-keeper.ts';

/** What clearing needs of the application. */
interface Context extends Pick<HandlerContext, 'dataFolder' | 'evidence' | 'log' | 'store'> {
  readonly archives: Pick<ArchiveDesk, 'isBusy'>;
  readonly keeper: Pick<PlanKeeper, 'backUp'>;
}
type Listed = OutputOf<'listDetachedEvidence'>;
type Cleared = OutputOf<'clearDetachedEvidence'>;

/** Kept files that the plan does not refer to. */
interface Detached {
  /** Those that may be cleared. */
  readonly free: readonly Unreferenced[];
  /** How many came in this run and may yet be put into an answer. */
  readonly waiting: number;
}

/** Every kept file that the plan does not refer to, with what is still known of it. Changes nothing. */
export function listDetached(context: Context): Result<Listed> {
  const { dataFolder, store } = context;
  const detached = findDetached(context);
  if (!detached.ok) return detached;
  const { free, waiting } = detached.value;
  const stored = storedContents(dataFolder);
  if (!stored.ok) return stored;
  const here = new Set(stored.value);
  const known = store.lastNamed(new Set(free.map(({ sha256 }) => sha256)));
  if (!known.ok) return known;
  const backups = contentsOfBackups(dataFolder);
  const files = free.map(({ sha256, bytes }) => {
    const naming = backups.filter(({ contents }) => contents.has(sha256));
    const last = known.value.get(sha256);
    const called = last ?? naming.map(({ contents }) => contents.get(sha256)).find((name) => name != null);
    return {
      sha256,
      bytes,
      name: called?.name ?? null,
      mediaType: called?.mediaType ?? null,
      lastNamed: last === undefined ? null : { at: last.at, subject: last.subject },
      backups: naming.map(({ id }) => id),
    };
  });
  // What was removed last is what one comes for.
  files.sort((a, b) => (b.lastNamed?.at ?? '').localeCompare(a.lastNamed?.at ?? '') || b.bytes - a.bytes);
  const missing = backups.map(
    ({ id, contents }) => [id, [...contents.keys()].filter((sha256) => !here.has(sha256)).length] as const,
  );
  return ok({
    files: files.slice(0, MAX_DETACHED),
    total: { files: free.length, bytes: bytesOf(free) },
    waiting,
    missingFrom: Object.fromEntries(missing.filter(([, count]) => count > 0)),
  });
}

/**
 * Removes kept files for good, once the plan, which refers to none of them, is in a backup that was made or found to be
 * the same, and checked. Refused as a whole when any of them is wanted after all. Nothing in here waits for anything,
 * so no request comes in between.
 */
export function clearDetached(context: Context, sha256s: readonly string[]): Result<Cleared> {
  const { archives, dataFolder, evidence, log } = context;
  if (archives.isBusy()) {
    return nothingCleared({
      code: 'busy',
      message: 'An archive is being written or read. Wait until it is done.',
    });
  }
  if (evidence.isCopying()) {
    return nothingCleared({
      code: 'busy',
      message: 'A file is being attached. Wait until it is done.',
    });
  }
  const chosen = chosenAmong(context, sha256s);
  if (!chosen.ok) return nothingCleared(chosen.error);
  const backup = checkedBackup(context);
  if (!backup.ok) return nothingCleared(backup.error);
  const { removed, failure } = removeEvidence(
    dataFolder,
    chosen.value.map(({ sha256 }) => sha256),
  );
  evidence.dropCopies(removed);
  const gone = chosen.value.filter(({ sha256 }) => removed.includes(sha256));
  log(
    `cleared: ${gone.length} of ${chosen.value.length} files, ${bytesOf(gone)} bytes, backup ${backup.value.number}`,
  );
  if (failure !== null) return notAllCleared(chosen.value, gone, failure);
  const { id, madeAt, number } = backup.value;
  return ok({ files: gone.length, bytes: bytesOf(gone), backup: { id, madeAt, number } });
}

function findDetached({ dataFolder, evidence, store }: Context): Result<Detached> {
  const isOwn = refuseLinkedFolder(dataFolder);
  if (!isOwn.ok) return isOwn;
  const named = store.namedContents();
  if (!named.ok) return named;
  const unreferenced = unreferencedEvidence(dataFolder, named.value);
  if (!unreferenced.ok) return unreferenced;
  const waiting = evidence.waiting();
  const free = unreferenced.value.filter(({ sha256 }) => !waiting.has(sha256));
  return ok({ free, waiting: unreferenced.value.length - free.length });
}

/** What was asked for, as long as all that is there of it may go. What has gone already is no obstacle. */
function chosenAmong(context: Context, sha256s: readonly string[]): Result<readonly Unreferenced[]> {
  const detached = findDetached(context);
  if (!detached.ok) return detached;
  const stored = storedContents(context.dataFolder);
  if (!stored.ok) return stored;
  const asked = new Set(sha256s);
  const chosen = detached.value.free.filter(({ sha256 }) => asked.has(sha256));
  const there = stored.value.filter((sha256) => asked.has(sha256));
  if (there.length > chosen.length) {
    return failed(
      'not-found',
      'Not all of these files are without an answer any more. Look at the list again.',
    );
  }
  return chosen.length === 0
    ? failed('not-found', 'What you chose is not in the evidence folder any more.')
    : ok(chosen);
}

/** The backup that holds the plan as it is now, after a thorough look at it. */
function checkedBackup({ dataFolder, keeper, store }: Context): Result<BackupName> {
  const made = keeper.backUp();
  if (!made.ok) return made;
  const newest = made.value ?? newestSoundBackup(dataFolder);
  if (newest === null) {
    return failed('store-failed', 'There is no backup yet: nothing is recorded in your plan.');
  }
  const sound = soundBackupWithId(dataFolder, newest.id);
  if (!sound.ok) return sound;
  const since = changesSince(store, sound.value.mark);
  if (!since.ok) return since;
  return since.value === 0 ? sound : failed('store-failed', 'There is no backup of your plan as it is now.');
}

function bytesOf(files: readonly Unreferenced[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function nothingCleared({ code, message }: Failure): Result<never> {
  return failed(code, `Nothing was cleared. ${message}`);
}

function notAllCleared(
  chosen: readonly Unreferenced[],
  gone: readonly Unreferenced[],
  failure: Failure,
): Result<never> {
  if (gone.length === 0) return nothingCleared(failure);
  const left = chosen.length - gone.length;
  return failed(
    failure.code,
    `${gone.length} of ${chosen.length} files (${formatBytes(bytesOf(gone))}) were cleared. ${left} could not be removed. ${failure.message}`,
  );
}
