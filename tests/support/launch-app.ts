import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { CheckPorts } from '../../electron/checks/check-ports.ts';
import { findBrowser } from '../../electron/shell/find-browser.ts';
import { electronFlags, findElectron } from '../../electron/shell/find-electron.ts';
import { openPreview } from '../../electron/shell/open-preview.ts';
import { enterWorld, type PortalWorld, portsInto } from './portal-world.ts';

// A test that starts no world of its own asks nobody for a name.
const offline: CheckPorts = {
  lookUp: () => Promise.reject(Object.assign(new Error('offline'), { code: 'EAI_AGAIN' })),
};

const root = join(import.meta.dirname, '..', '..');

export type ShellName = 'electron' | 'preview';

export interface LaunchedApp {
  readonly page: Page;
  readonly close: () => Promise<void>;
  /** Every request of a window for anything that is not ours, refused or not. Must stay empty. */
  readonly outbound: readonly string[];
  /** Where the app saves what it exports: no dialog is shown. */
  readonly exportsFolder: string;
  /** Only in the Electron shell. */
  readonly electron: ElectronApplication | null;
}

/**
 * Starts the built app (see `npm run build`) with its plan in `dataDir`, out of sight in the preview shell. Returns when
 * its first heading is on screen.
 */
export async function launchApp(options: {
  readonly dataDir: string;
  readonly shell: ShellName;
  /** Fill an empty data folder with the example plan. */
  readonly sample?: boolean;
  /** Portals on this computer that stand for the outside world. Without it no name is found. */
  readonly world?: PortalWorld | undefined;
  /** More switches for Electron, such as a network log. */
  readonly electronArgs?: readonly string[];
}): Promise<LaunchedApp> {
  const exportsFolder = join(options.dataDir, 'exports');
  const launch = options.shell === 'preview' ? launchPreview : launchElectron;
  const app = await launch(options, exportsFolder);
  try {
    await app.page.getByRole('heading', { level: 1 }).first().waitFor();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

type LaunchOptions = Parameters<typeof launchApp>[0];

async function launchPreview(options: LaunchOptions, exportsFolder: string): Promise<LaunchedApp> {
  const browser = findBrowser();
  if (browser === null) throw new Error('No Chromium, Chrome or Edge was found.');
  const outbound: string[] = [];
  const { page, close } = await openPreview({
    dataFolder: options.dataDir,
    sample: options.sample === true,
    headless: true,
    version: '0.0.0-test',
    notice: null,
    rendererRoot: join(root, 'dist', 'renderer'),
    browser,
    onRefused: (url) => outbound.push(url),
    checks: options.world === undefined ? offline : portsInto(options.world),
  });
  return { page, close, outbound, exportsFolder, electron: null };
}

async function launchElectron(options: LaunchOptions, exportsFolder: string): Promise<LaunchedApp> {
  const executablePath = findElectron(root);
  if (executablePath === null) throw new Error('Electron’s runtime was not found.');
  const app = await _electron.launch({
    executablePath,
    args: [
      ...electronFlags(),
      root,
      `--data-dir=${options.dataDir}`,
      ...(options.sample === true ? ['--sample'] : []),
      ...(options.electronArgs ?? []),
    ],
  });
  const outbound: string[] = [];
  app.context().on('request', (request) => {
    if (!/^(app:\/\/first-claim\/|data:|blob:)/.test(request.url())) outbound.push(request.url());
  });
  if (statSync(options.dataDir).isDirectory()) mkdirSync(exportsFolder, { recursive: true });
  // The person at the dialog is played here, outside the app: it has no switch for tests.
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      return { canceled: false, filePath: `${folder}/${defaultPath}` };
    }) as typeof dialog.showSaveDialog;
  }, exportsFolder);
  if (options.world !== undefined) await enterWorld(app, options.world);
  const page = await app.firstWindow();
  return { page, close: () => app.close(), outbound, exportsFolder, electron: app };
}
