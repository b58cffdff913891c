import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Shows a copy of a file in its folder. Nothing is opened. */
export const showEvidence: Handler<'showEvidence'> = async (content, { evidence, shell }) => {
  const copy = await evidence.copyOf(content);
  if (!copy.ok) return copy;
  const shown = await shell.showInFolder(copy.value);
  return shown.ok ? ok({}) : shown;
};
