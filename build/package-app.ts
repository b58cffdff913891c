import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { type ElectronDist, fitSettings } from './package-settings.ts';

const root = join(import.meta.dirname, '..');

/** A whole Electron to package, and its version: the one named by ELECTRON_DIST, else the one its package downloaded. */
export function electronDist(): ElectronDist | null {
  const { ELECTRON_DIST: named, ELECTRON_DIST_VERSION: version } = process.env;
  if (named && version) return { folder: named, version };
  const folder = join(root, 'node_modules', 'electron', 'dist');
  const file = join(folder, 'version');
  return existsSync(file) ? { folder, version: readFileSync(file, 'utf8').trim().replace(/^v/, '') } : null;
}

/**
 * Packages dist/ by electron-builder.yml as the unpacked app of this system, in `out`. Without an Electron at hand, the
 * builder fetches one. Throws the builder's own error.
 */
export async function packageApp(out = join(root, 'release')): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'first-claim-package-'));
  const config = join(folder, 'electron-builder.yml');
  try {
    const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    writeFileSync(config, fitSettings(settings, out, electronDist()));
    await build({ projectDir: root, dir: true, publish: 'never', config });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
