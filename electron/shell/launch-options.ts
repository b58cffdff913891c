import { mkdtempSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface LaunchOptions {
  /** Absolute. Holds the plan and everything that belongs to it. */
  readonly dataFolder: string;
  /** Fill an empty data folder with the example plan. */
  readonly sample: boolean;
}

/**
 * Where a computer's user keeps the data of an application, by the platform's own custom. What the environment names must
 * be absolute: the plan is not to depend on where the program was started from.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homeFolder(),
): string {
  const name = 'First Claim';
  const named = (path: string | undefined): string | null =>
    path !== undefined && isAbsolute(path) ? path : null;
  if (platform === 'win32') return join(named(env.APPDATA) ?? join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(named(env.XDG_CONFIG_HOME) ?? join(home, '.config'), name);
}

/** The user's folder: as the environment says, else as the system knows it. */
function homeFolder(): string {
  const home = homedir();
  return isAbsolute(home) ? home : userInfo().homedir;
}

/**
 * Reads `--data-dir DIR` and `--sample` and lets every other flag pass, since the window's engine has flags of its own.
 * The example plan never goes into the user's own folder: without `--data-dir` it gets a fresh temporary one.
 */
export function launchOptions(argv: readonly string[]): LaunchOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { 'data-dir': { type: 'string' }, sample: { type: 'boolean' } },
  });
  const sample = values.sample === true;
  const dataDir = values['data-dir'];
  if (typeof dataDir === 'string' && dataDir !== '') return { dataFolder: resolve(dataDir), sample };
  return {
    dataFolder: sample ? mkdtempSync(join(tmpdir(), 'first-claim-sample-')) : defaultDataFolder(),
    sample,
  };
}
