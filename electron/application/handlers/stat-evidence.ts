import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Says how kept files are found. */
export const statEvidence: Handler<'statEvidence'> = async ({ files, withHash }, { evidence }) =>
  ok({ statuses: { ...(await evidence.statusesOf(files, { withHash })) } });
