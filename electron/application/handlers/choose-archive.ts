import { failed } from '../../../shared/domain/result.ts';
import { ARCHIVE_TYPE } from '../../archive/archive-format.ts';
import type { Handler } from '../handler.ts';

/** Lets the user choose an archive and looks into it. Nothing is changed by that. */
export const chooseArchive: Handler<'chooseArchive'> = async (_input, { shell, archives }) => {
  const path = await shell.chooseOpenFile(ARCHIVE_TYPE);
  if (!path.ok) return path;
  return path.value === null ? failed('cancelled', 'No file was chosen.') : archives.inspect(path.value);
};
