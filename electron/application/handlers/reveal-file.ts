import { failed, ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Shows a file that was saved in this run in its folder. */
export const revealFile: Handler<'revealFile'> = async ({ fileId }, { savedFiles, shell }) => {
  const path = savedFiles.get(fileId);
  if (path === undefined) return failed('not-found', 'That file is no longer known. Save it again.');
  const shown = await shell.showInFolder(path);
  return shown.ok ? ok({}) : shown;
};
