import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/** Builds pages, main process and preload into dist/. Every task that runs the app starts here. */
export async function buildApp(): Promise<void> {
  for (const side of ['renderer', 'main', 'preload']) {
    await build({ configFile: join(import.meta.dirname, `vite.${side}.ts`), logLevel: 'warn' });
  }
  // On Linux a window takes its picture from a file; Windows and macOS take it from the program.
  copyFileSync(join(import.meta.dirname, 'icons', '512x512.png'), join(root, 'dist', 'main', 'icon.png'));
}
