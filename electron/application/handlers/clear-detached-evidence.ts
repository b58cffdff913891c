import { clearDetached } from '../detached-evidence.ts';
import type { Handler } from '../handler.ts';

/** Removes files that no answer refers to, for good, after a backup. */
export const clearDetachedEvidence: Handler<'clearDetachedEvidence'> = ({ sha256s }, context) =>
  clearDetached(context, sha256s);
