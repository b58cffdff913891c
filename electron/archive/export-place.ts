import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileErrorCode } from '../store/file-error.ts';
import { ARCHIVE_TYPE } from './archive-format.ts';
import { ArchiveRefusal } from './archive-refusal.ts';

/** Where the preview saves. */
const EXPORTS = 'exports';

/**
 * The real path under which an archive may be written. In the data folder only beside the plan and in `exports/`, and
 * there only under an archive's own name: everything else in it belongs to the plan. Throws `ArchiveRefusal`.
 */
export function placeFor(path: string, dataFolder: string): string {
  const folder = realFolder(path);
  const place = join(folder, basename(path));
  const inside = relative(realpathSync(dataFolder), folder);
  const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  const isOurKind = basename(path).toLowerCase().endsWith(`.${ARCHIVE_TYPE.extension}`);
  if (isOutside || (isOurKind && (inside === '' || inside === EXPORTS))) return place;
  throw new ArchiveRefusal('That is where First Claim keeps your plan. Choose another folder.');
}

function realFolder(path: string): string {
  try {
    return realpathSync(dirname(path));
  } catch (error) {
    throw new ArchiveRefusal(
      fileErrorCode(error) === 'ENOENT'
        ? 'That folder is not there any more.'
        : 'That folder cannot be used.',
    );
  }
}
