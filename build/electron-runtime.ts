import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { electronFlags, findElectron } from '../electron/shell/find-electron.ts';
import { run, runNode } from './run-command.ts';

const root = join(import.meta.dirname, '..');
const DOWNLOAD_WITHIN_MS = 5 * 60_000;
const ANSWER_WITHIN_MS = 30_000;

/** Electron's program, downloading its runtime if that is missing; null when it cannot be had. */
export async function ensureElectron(): Promise<string | null> {
  const found = findElectron(root);
  if (found !== null) return found;
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return null;
  console.log('Fetching Electron’s runtime (about 110 MB, only once) …');
  await runNode(installer, [], { quiet: true, timeoutMs: DOWNLOAD_WITHIN_MS });
  return findElectron(root);
}

/** True if the program starts on this computer, where a system library may be missing. Needs a display. */
export async function answers(electron: string): Promise<boolean> {
  const asked = await run(electron, [...electronFlags(), '--version'], {
    quiet: true,
    timeoutMs: ANSWER_WITHIN_MS,
  });
  return asked.code === 0;
}

/** True where a window can be shown. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}
