import { join } from 'node:path';
import type { BackupName } from './backup-files.ts';
import { backupFolder, listBackups } from './find-backups.ts';
import { type ContentName, contentsNamedIn } from './plan-evidence.ts';
import { lookInto } from './plan-facts.ts';

/** A backup with the contents its answers refer to. */
export interface BackupContents extends BackupName {
  readonly contents: ReadonlyMap<string, ContentName | null>;
}

/** What each backup refers to, newest first. One that cannot be read is left out: nobody can go back to it. */
export function contentsOfBackups(dataFolder: string): readonly BackupContents[] {
  return listBackups(dataFolder).flatMap((name) => {
    try {
      return [{ ...name, contents: lookInto(join(backupFolder(dataFolder), name.id), contentsNamedIn) }];
    } catch {
      return [];
    }
  });
}
