import { basename, dirname } from 'node:path';
import { failed, ok } from '../../../shared/domain/result.ts';
import { ARCHIVE_TYPE } from '../../archive/archive-format.ts';
import type { Handler } from '../handler.ts';
import { rememberFile } from './export-report.ts';

/** Saves the plan and its evidence as one file where the user says. */
export const exportArchive: Handler<'exportArchive'> = async (_input, context) => {
  const path = await context.shell.chooseSaveFile({
    suggestedName: `first-claim-${context.clock.today()}.${ARCHIVE_TYPE.extension}`,
    ...ARCHIVE_TYPE,
  });
  if (path === null) return failed('cancelled', 'Nothing was saved.');
  const exported = await context.archives.exportTo(path);
  if (!exported.ok) return exported;
  return ok({
    ...exported.value,
    fileId: rememberFile(path, context),
    fileName: basename(path),
    folder: dirname(path),
  });
};
