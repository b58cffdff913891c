import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import type { LaunchedApp } from './launch-app.ts';

/** Plays the person who chooses this file wherever the app asks for one to open. */
export async function offerFile(app: LaunchedApp, path: string): Promise<void> {
  if (app.electron === null) {
    // The preview takes the newest file in its folder for exports.
    const offered = join(app.exportsFolder, basename(path));
    mkdirSync(app.exportsFolder, { recursive: true });
    if (offered !== path) copyFileSync(path, offered);
    offeredLast += 1_000;
    utimesSync(offered, new Date(offeredLast), new Date(offeredLast));
    return;
  }
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [filePath],
    })) as unknown as typeof dialog.showOpenDialog;
  }, path);
}

/** Plays the person who saves into this folder wherever the app asks for a place. The preview asks nobody. */
export async function saveElsewhere({ electron }: LaunchedApp, folder: string): Promise<void> {
  await electron?.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      return { canceled: false, filePath: `${place}/${defaultPath}` };
    }) as typeof dialog.showSaveDialog;
  }, folder);
}

// Later than anything the app itself saves meanwhile, and each time later than the last.
let offeredLast = Date.now() + 3_600_000;

/** A folder whose programs for opening documents only write down what they were given. */
export function programsIn(folder: string): {
  readonly path: string;
  readonly opened: () => readonly string[];
} {
  const list = join(folder, 'opened.txt');
  for (const name of ['xdg-open', 'open']) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${list}'\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return {
    path: `${folder}${delimiter}${process.env.PATH ?? ''}`,
    opened: () => (existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : []),
  };
}
