import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where the usual browsers live, in order of preference, by the platform's own custom. */
export function usualBrowserPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
      join('/Applications', `${name}.app`, 'Contents', 'MacOS', name),
    );
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return roots.flatMap((root) => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Chromium', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  }
  // A browser in a snap cannot see our temporary profile.
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith('/snap/'));
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * An installed Chromium, Chrome or Edge: the one named by FIRST_CLAIM_BROWSER, else Playwright's own, else the first of
 * the usual ones. Null if there is none.
 */
export function findBrowser(): string | null {
  const named = process.env.FIRST_CLAIM_BROWSER;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const candidates = [chromium.executablePath(), ...usualBrowserPaths(process.platform, process.env)];
  return candidates.find((path) => existsSync(path)) ?? null;
}
