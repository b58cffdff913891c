import { mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface LaunchOptions {
  /** Absolute. Holds the plan and everything that belongs to it. */
  readonly dataFolder: string;
  /** Fill an empty data folder with the example plan. */
  readonly sample: boolean;
}

/** Where a computer's user keeps the data of an application, by the platform's own custom. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  const name = 'First Claim';
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), name);
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
