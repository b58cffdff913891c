import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Replaces the plan by that of the archive the user was shown. */
export const importArchive: Handler<'importArchive'> = async ({ archiveId }, { archives }) => {
  const imported = await archives.importChosen(archiveId);
  if (!imported.ok) return imported;
  const { evidenceFiles, previous } = imported.value;
  return ok({
    evidenceFiles,
    previous:
      previous === null ? null : { id: previous.id, madeAt: previous.madeAt, number: previous.number },
  });
};
