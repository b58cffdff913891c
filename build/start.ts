import { join } from 'node:path';
import { electronFlags } from '../electron/shell/find-electron.ts';
import { buildApp } from './build-app.ts';
import { runDemo } from './demo-run.ts';
import { answers, ensureElectron, hasDisplay } from './electron-runtime.ts';
import { ensureBrowser, NO_BROWSER } from './find-browser.ts';
import { fromUsersFolder, readFlags, stop } from './flags.ts';
import { run, runNode } from './run-command.ts';

const root = join(import.meta.dirname, '..');
const USAGE = `npm start takes these flags after --:
  --data-dir DIR               keep the plan in DIR
  --shell electron|preview     choose the window
  --sample                     open a filled example plan in a fresh data folder`;

const flags = readFlags(
  { 'data-dir': { type: 'string' }, shell: { type: 'string' }, sample: { type: 'boolean' } },
  USAGE,
);
const { shell } = flags;
if (shell !== undefined && shell !== 'electron' && shell !== 'preview') {
  stop(`There is no shell "${shell}".\n${USAGE}`);
}
const appFlags = [
  ...(flags['data-dir'] === undefined ? [] : [`--data-dir=${fromUsersFolder(flags['data-dir'])}`]),
  ...(flags.sample === true ? ['--sample'] : []),
];

await buildApp();
if (hasDisplay()) process.exit(await openWindow());
if (shell !== undefined)
  stop('There is no display to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.');
const out = fromUsersFolder('demo-out');
console.log(
  `There is no display here, so the demo runs instead: the example plan, its report and pictures go to ${out}.`,
);
await runDemo(out);

/** Opens the app and returns its exit code when it is closed. */
async function openWindow(): Promise<number> {
  if (shell === 'preview') return openPreview(null);
  const electron = await ensureElectron();
  if (electron !== null && (await answers(electron))) return openElectron(electron);
  const why =
    electron === null
      ? 'Electron’s runtime is not here and could not be downloaded.'
      : 'Electron’s runtime is here but does not start: a system library may be missing.';
  if (shell === 'electron') stop(why);
  return openPreview(`${why} This is the preview, in an installed browser.`);
}

async function openElectron(electron: string): Promise<number> {
  // Set in the terminals of some editors, it would turn Electron into plain Node.
  delete process.env.ELECTRON_RUN_AS_NODE;
  return (await run(electron, [...electronFlags(), root, ...appFlags])).code;
}

async function openPreview(notice: string | null): Promise<number> {
  if (notice !== null) console.log(notice);
  const browser = await ensureBrowser();
  if (browser === null) stop(NO_BROWSER);
  const env = { FIRST_CLAIM_BROWSER: browser, ...(notice === null ? {} : { FIRST_CLAIM_NOTICE: notice }) };
  return (await runNode(join(root, 'electron', 'preview.ts'), appFlags, { env })).code;
}
