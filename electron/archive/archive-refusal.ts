import type { ErrorCode, Failure } from '../../shared/domain/result.ts';
import { failed, type Result } from '../../shared/domain/result.ts';
import { diskTrouble } from '../store/disk-trouble.ts';
import { fileErrorCode } from '../store/file-error.ts';
import { sqliteCode } from '../store/store-failure.ts';

/** Why work on an archive stopped, as a sentence. Thrown through streams, and turned into a failure at the end. */
export class ArchiveRefusal extends Error {
  readonly code: ErrorCode;

  constructor(message: string, code: ErrorCode = 'file-failed') {
    super(message);
    this.name = 'ArchiveRefusal';
    this.code = code;
  }
}

const DAMAGED = 'The file is not a whole First Claim archive: it is damaged, cut short, or something else.';

/**
 * Words for whatever stopped the work, ending with what did not happen. Errors of the disk are told from faults of the
 * archive by their codes: those of the zip reader have none, those of inflating begin with `Z_`.
 */
export function refusalInWords(error: unknown, outcome: string): Result<never> {
  const { code, message } = explain(error);
  return failed(code, `${message} ${outcome}`);
}

function explain(error: unknown): Failure {
  if (error instanceof ArchiveRefusal) return { code: error.code, message: error.message };
  if (error instanceof Error && error.name === 'AbortError') {
    return { code: 'cancelled', message: 'You stopped it.' };
  }
  if (sqliteCode(error) === null && !/^E[A-Z0-9]+$/.test(fileErrorCode(error))) {
    return { code: 'file-failed', message: DAMAGED };
  }
  const [code, words] = diskTrouble(error);
  return { code, message: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` };
}
