import { basename, dirname } from 'node:path';
import { failed, ok, type Result } from '../../../shared/domain/result.ts';
import { writeFileDurably } from '../../report/write-file.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { readOrRemember } from '../last-read.ts';
import { rememberFile } from './export-report.ts';

/**
 * Saves everything there is to a place of the user's choice: the plan, from memory if its file cannot be read, and what
 * the page could not store. For when the plan's own disk fails, so nothing here needs it.
 */
export const saveCopy: Handler<'saveCopy'> = async ({ unsaved, typed }, context) => {
  const { store, lastRead, clock, version } = context;
  const read = readOrRemember(store, lastRead, clock.now());
  if (!read.ok) return read;
  const path = await choosePlace(context);
  if (!path.ok) return path;
  const copy = {
    about: 'A copy of a First Claim plan, made while it could not be saved. Keep it private.',
    version,
    savedAt: clock.now(),
    planReadAt: read.value.at,
    plan: read.value.plan,
    unsaved,
    typed,
  };
  const written = writeFileDurably(path.value, `${JSON.stringify(copy, null, 2)}\n`, context.dataFolder);
  if (!written.ok) return written;
  return ok({
    fileId: rememberFile(path.value, context),
    fileName: basename(path.value),
    folder: dirname(path.value),
  });
};

async function choosePlace({ shell, clock }: HandlerContext): Promise<Result<string>> {
  try {
    const path = await shell.chooseSaveFile({
      suggestedName: `first-claim-copy-${clock.today()}.json`,
      typeName: 'JSON file',
      extension: 'json',
    });
    return path === null ? failed('cancelled', 'Nothing was saved.') : ok(path);
  } catch {
    return failed('file-failed', 'The copy was not saved: no place for it could be opened.');
  }
}
