import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a new name in a folder last through a power cut, where the system can: Windows and some network disks cannot. */
export function flushFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // The file is whole and has its name; only a power cut in the next seconds could still undo the renaming.
  }
}
