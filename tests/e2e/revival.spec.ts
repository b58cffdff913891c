import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';

// Real Electron only: the window's process is killed under it, and what was typed must come back.

function electronOf({ electron }: LaunchedApp): ElectronApplication {
  if (electron === null) throw new Error('These tests are about Electron.');
  return electron;
}

/**
 * Runs an expression in the window's page through the main process: the driver has lost a page that crashed. Asked of a
 * process that is just going down, the engine never answers: then it is null.
 */
function inPage(electron: ElectronApplication, expression: string): Promise<unknown> {
  return electron.evaluate(({ BrowserWindow }, code) => {
    const asked = BrowserWindow.getAllWindows()[0]
      ?.webContents.executeJavaScript(code)
      .catch(() => null);
    return Promise.race([asked ?? null, new Promise((resolve) => setTimeout(() => resolve(null), 1_000))]);
  }, expression);
}

function crash(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

const processOf = (electron: ElectronApplication): Promise<number | undefined> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());

const value = (id: string): string => `document.getElementById(${JSON.stringify(id)})?.value ?? null`;

async function typeUnstored(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => {
    window.location.hash = '/item/biz-ein';
  });
  await page.locator('[id="biz-ein.issued"]').fill('2/30/20');
  await page.locator('[id="biz-ein.issued"]').blur();
  await page.locator('[id="biz-ein.note"]').pressSequentially('Typed just before the crash');
}

test('a window whose process dies comes back with what was typed', async ({ app, dataDir }) => {
  const electron = electronOf(app);
  await typeUnstored(app.page);
  const before = await processOf(electron);
  await crash(electron);
  await expect.poll(() => inPage(electron, value('biz-ein.issued')), { timeout: 20_000 }).toBe('2/30/20');
  expect(await inPage(electron, value('biz-ein.note'))).toBe('Typed just before the crash');
  expect(await processOf(electron)).not.toBe(before);
  const stored = await inPage(electron, 'firstClaim.loadPlan({}).then((plan) => JSON.stringify(plan))');
  expect(stored).toContain('Typed just before the crash');
  const log = readFileSync(join(dataDir, 'logs', 'first-claim.log'), 'utf8');
  expect(log).toMatch(/ window: \w+, loaded again\n/);
  expect(log).not.toContain('Typed');
  expect(existsSync(join(dataDir, 'shell', 'Crashpad', 'pending'))).toBe(false);
});

test('a window that dies again and again says so, and can be tried again', async ({ app }) => {
  const electron = electronOf(app);
  const isUp = (): Promise<unknown> => inPage(electron, 'document.querySelector("h1") !== null');
  for (let death = 0; death < 4; death += 1) {
    await expect.poll(isUp, { timeout: 20_000 }).toBe(true);
    const pid = await processOf(electron);
    await crash(electron);
    await expect.poll(() => processOf(electron), { timeout: 20_000 }).not.toBe(pid);
  }
  const heading = (): Promise<unknown> => inPage(electron, 'document.querySelector("h1")?.textContent');
  await expect.poll(heading, { timeout: 20_000 }).toBe('This window stopped working several times');
  await inPage(electron, 'document.querySelector(\'a[href="#try-again"]\').click()');
  await expect.poll(heading, { timeout: 20_000 }).not.toBe('This window stopped working several times');
  await expect.poll(() => inPage(electron, 'location.pathname')).toBe('/index.html');
});
