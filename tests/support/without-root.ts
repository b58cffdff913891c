const NOBODY = 65_534;

/**
 * Runs a test's body as a user whom file permissions stop. Root passes every one of them, and some machines test as
 * root. Works in a process of its own (vitest's forks), not in a worker thread.
 */
export function withoutRoot<T>(body: () => T): T {
  if (process.geteuid?.() !== 0) return body();
  process.seteuid?.(NOBODY);
  try {
    return body();
  } finally {
    process.seteuid?.(0);
  }
}
