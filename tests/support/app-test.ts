import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
// For the type of `window.firstClaim`.
import type {} from '../../renderer/app/bridge.ts';
import { type LaunchedApp, launchApp, type ShellName } from './launch-app.ts';

interface Fixtures {
  /** The shell of the project this test runs in. */
  readonly shell: ShellName;
  /** An empty folder, gone after the test. */
  readonly dataDir: string;
  /** The app with an empty plan in `dataDir`, closed after the test. */
  readonly app: LaunchedApp;
  /** Set where a test itself knocks at the outside, to see that nothing opens. Everywhere else nothing may even try. */
  readonly mayKnock: boolean;
}

/** Playwright's `test` with the app under test. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern.
  shell: async ({}, use, info) => use(info.project.name === 'electron' ? 'electron' : 'preview'),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'first-claim-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  mayKnock: [false, { option: true }],
  app: async ({ shell, dataDir, mayKnock }, use) => {
    const app = await launchApp({ dataDir, shell });
    await use(app);
    await app.close();
    if (!mayKnock) expect(app.outbound).toEqual([]);
  },
});
