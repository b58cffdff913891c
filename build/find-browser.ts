import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../electron/shell/find-browser.ts';
import { run, runNode } from './run-command.ts';

const INSTALL_WITHIN_MS = 10 * 60_000;

/** Said when there is no browser and none could be installed. */
export const NO_BROWSER =
  'This needs Chromium, Google Chrome or Microsoft Edge, and none was found or could be installed. Install one, or set FIRST_CLAIM_BROWSER to its program.';

/**
 * An installed browser, or else one installed now: Playwright's own, or Debian's when that cannot be downloaded and we
 * are root. Null if all that fails; `NO_BROWSER` says so in words.
 */
export async function ensureBrowser(): Promise<string | null> {
  const found = findBrowser();
  if (found !== null || process.env.FIRST_CLAIM_BROWSER) return found;
  console.log('No Chromium, Chrome or Edge was found. Installing Chromium …');
  const playwright = join(import.meta.dirname, '..', 'node_modules', 'playwright', 'cli.js');
  const quietly = { quiet: true, timeoutMs: INSTALL_WITHIN_MS };
  await runNode(playwright, ['install', 'chromium'], quietly);
  if (findBrowser() === null && isRootOnDebian()) {
    await run('apt-get', ['update'], quietly);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      ...quietly,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return findBrowser();
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
