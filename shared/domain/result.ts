/** Every way a request can fail, as a closed union: the renderer decides what to offer by the code, never by the message. */
export const ERROR_CODES = [
  'bad-sender',
  'unknown-channel',
  'invalid-input',
  'invalid-answer',
  'too-large',
  'not-found',
  'nothing-to-undo',
  'cancelled',
  'busy',
  'link-refused',
  'no-printer',
  'print-failed',
  'disk-full',
  'read-only',
  'store-busy',
  'store-failed',
  'file-failed',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure in words for people. `field` is the path of the answer it belongs to, such as `roles.r1.from_date`. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string | undefined;
}

/** The outcome of anything that can be expected to fail. Impossible states throw instead. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Makes a failure. */
export function failed(
  code: ErrorCode,
  message: string,
  field?: string,
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: field === undefined ? { code, message } : { code, message, field } };
}

/** Ends a closed `switch`: compiling proves that every case was handled. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
