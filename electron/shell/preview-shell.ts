import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { Paper } from '../../shared/ipc/contract.ts';
import type { Shell } from '../application/shell.ts';
import { isSafeLink } from '../security/safe-link.ts';

/** The platform's way to hand an address or a folder to the program that opens it; never through a command shell. */
export function openerFor(platform: NodeJS.Platform): readonly [command: string, ...args: string[]] {
  if (platform === 'darwin') return ['open'];
  // `start` is a word of the command shell, which would act on an "&" in the address.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

/** A path in `folder` that no file has yet: `report.pdf`, `report (2).pdf`. */
export function freePath(folder: string, name: string, extension: string): string {
  const stem = name.endsWith(`.${extension}`) ? name.slice(0, -extension.length - 1) : name;
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${stem}.${extension}` : `${stem} (${copy}).${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** What the preview's browser must do for the shell. */
export interface PreviewPrinting {
  readonly makePdf: (paper: Paper) => Promise<Result<Uint8Array>>;
  readonly print: (paper: Paper) => Promise<Result<null>>;
  readonly reportReady: (senderId: number, pages: number) => void;
  readonly planChanged: () => void;
  readonly checkProgress: Shell['checkProgress'];
  readonly archiveProgress: Shell['archiveProgress'];
}

/** The Shell port without Electron: files are saved into the data folder's `exports/` unasked. */
export function createPreviewShell(dataFolder: string, printing: PreviewPrinting): Shell {
  return {
    kind: 'preview',
    ...printing,
    chooseSaveFile: async ({ suggestedName, extension }) => {
      const folder = join(dataFolder, 'exports');
      // Not together with the data folder: where that has gone, a new one would only hide it.
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
      return freePath(folder, suggestedName, extension);
    },
    chooseOpenFile: async ({ extension }) => newestIn(join(dataFolder, 'exports'), extension),
    openLink: async (url) =>
      isSafeLink(url) ? open(url) : failed('link-refused', 'Only secure web addresses are opened.'),
    openFile: open,
    showInFolder: (path) => open(dirname(path)),
  };
}

/** The preview has no dialog for opening: the newest file it saved itself stands in for a choice. */
function newestIn(folder: string, extension: string): Result<string | null> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const [newest] = names
    .filter((name) => name.endsWith(`.${extension}`))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  return newest === undefined
    ? failed('not-found', `There is no .${extension} file in ${folder}. Put one there, or export one first.`)
    : ok(newest.path);
}

function open(target: string): Promise<Result<null>> {
  const [command, ...args] = openerFor(process.platform);
  return new Promise((resolve) => {
    const child = spawn(command, [...args, target], { detached: true, stdio: 'ignore' });
    child.once('error', () =>
      resolve(failed('file-failed', `This computer has no program to open ${target} with.`)),
    );
    child.once('spawn', () => {
      child.unref();
      resolve(ok(null));
    });
  });
}
