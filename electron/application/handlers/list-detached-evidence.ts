import { listDetached } from '../detached-evidence.ts';
import type { Handler } from '../handler.ts';

/** Says which kept files no answer refers to. */
export const listDetachedEvidence: Handler<'listDetachedEvidence'> = (_input, context) =>
  listDetached(context);
