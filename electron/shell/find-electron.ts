import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's program, if its runtime is there: the one ELECTRON_OVERRIDE_DIST_PATH names, else the one its package has
 * downloaded. Null otherwise; asking the package itself would start a download.
 */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const overriding = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  try {
    const name = existsSync(join(folder, 'path.txt'))
      ? readFileSync(join(folder, 'path.txt'), 'utf8')
      : 'electron';
    const program = join(overriding ?? join(folder, 'dist'), name);
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** Flags without which Electron does not start: as root there is no sandbox. */
export function electronFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
