import { type ErrorCode, failed, type Result } from '../../shared/domain/result.ts';

type Failed = Extract<Result<never>, { readonly ok: false }>;

/** What was being done when it went wrong. */
export type StoreTask = 'save' | 'read';

/** What went wrong in SQLite, in words for people; null when the error is not SQLite's. */
export function toStoreFailure(error: unknown, task: StoreTask = 'save'): Failed | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  const [errorCode, reason] = isDamage(error) ? DAMAGED : reasonFor(code);
  return task === 'save'
    ? failed(errorCode, `Not saved: ${reason}. Your answer is still on the screen.`)
    : failed(errorCode, `The plan could not be read: ${reason}.`);
}

type Reason = readonly [code: ErrorCode, words: string];
const DAMAGED: Reason = ['store-failed', 'the plan file is damaged'];

function reasonFor(code: string): Reason {
  const is = (...names: readonly string[]): boolean =>
    names.some((name) => code.startsWith(`SQLITE_${name}`));
  if (is('FULL')) return ['disk-full', 'the disk is full'];
  if (is('READONLY', 'PERM')) return ['read-only', 'the plan file cannot be written to'];
  if (is('BUSY', 'LOCKED')) return ['store-busy', 'another program is using the plan file'];
  if (is('IOERR')) return ['store-failed', 'the disk reported an error'];
  if (is('CANTOPEN')) return ['store-failed', 'the plan file cannot be opened'];
  return ['store-failed', 'the plan file could not be used'];
}

/** True when SQLite found that the file itself is broken. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  // A short read is a file that ends before its time, not a disk that fails.
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code);
}

/**
 * True when looking into a file failed because of the file. A broken schema or a broken row can bring SQLite to almost
 * any error; only those of the disk, of permissions and of other programs say nothing about it.
 */
export function isFaultOfFile(error: unknown): boolean {
  const code = sqliteCode(error);
  if (isDamage(error)) return true;
  return code !== null && !/^SQLITE_(BUSY|LOCKED|IOERR|FULL|READONLY|PERM|CANTOPEN|AUTH|PROTOCOL)/.test(code);
}

/** SQLite's name for what went wrong, such as `SQLITE_FULL`; null when the error is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}
