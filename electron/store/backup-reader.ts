import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type BackupDescription, backupFolder, describeBackup, listBackups } from './find-backups.ts';

/** Says what backups hold, one after the other, so that a window that waits for it can do other things meanwhile. */
export type BackupReader = () => Promise<readonly BackupDescription[]>;

/** Reads a backup once, and again only when its file was touched: before one is restored all of it is read in any case. */
export function openBackupReader(dataFolder: string): BackupReader {
  const known = new Map<string, { readonly identity: string; readonly description: BackupDescription }>();
  return async () => {
    const descriptions: BackupDescription[] = [];
    for (const name of listBackups(dataFolder)) {
      const stats = statSync(join(backupFolder(dataFolder), name.id), { throwIfNoEntry: false });
      const identity = stats === undefined ? '' : identityOf(stats);
      const before = known.get(name.id);
      if (before?.identity === identity) {
        descriptions.push(before.description);
        continue;
      }
      await nextTurn();
      const description = describeBackup(dataFolder, name);
      known.set(name.id, { identity, description });
      descriptions.push(description);
    }
    return descriptions;
  };
}

/** What changes whenever a file is written to. */
function identityOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [dev, ino, size, mtimeMs, ctimeMs].join(' ');
}
