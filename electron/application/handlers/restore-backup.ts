import { ok } from '../../../shared/domain/result.ts';
import type { BackupName } from '../../store/backup-files.ts';
import type { Handler } from '../handler.ts';

/** Puts a backup in the place of the plan, which is backed up first. Every window is told. */
export const restoreBackup: Handler<'restoreBackup'> = ({ id }, { keeper, checks }) => {
  // What a check finds is about the plan it was started from.
  checks.cancel();
  const done = keeper.restore(id);
  if (!done.ok) return done;
  const { restored, previous } = done.value;
  return ok({ restored: nameOf(restored), previous: previous === null ? null : nameOf(previous) });
};

function nameOf({ id, madeAt, number }: BackupName): BackupName {
  return { id, madeAt, number };
}
