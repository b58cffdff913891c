import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { test } from '../support/app-test.ts';
import { launchApp } from '../support/launch-app.ts';

test('the app opens on an empty folder and says which shell it runs in', async ({ app, shell, dataDir }) => {
  const info = await app.page.evaluate(() => window.firstClaim.getAppInfo({}));
  expect(info).toMatchObject({ ok: true, value: { shell, dataFolder: dataDir } });
  expect(await app.page.title()).toMatch(shell === 'preview' ? /\(Preview\)$/ : /First Claim/);
  expect(app.outbound).toEqual([]);
});

test('every page of the build loads without a complaint of its policy', async ({ app }) => {
  const complaints: string[] = [];
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await app.page.reload();
  await expect(app.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await app.page.evaluate(() => document.fonts.ready.then(() => true));
  expect(complaints).toEqual([]);
});

test('what was asked for last is saved before the window is gone', async ({ shell, dataDir }) => {
  const first = await launchApp({ dataDir, shell });
  await first.page.evaluate(() => {
    void window.firstClaim.answerProfile({ patch: { business_name: 'Last Words Billing' } });
  });
  await first.close();
  const second = await launchApp({ dataDir, shell });
  const plan = await second.page.evaluate(() => window.firstClaim.loadPlan({}));
  await second.close();
  expect(plan).toMatchObject({
    ok: true,
    value: { plan: { profile: { businessName: 'Last Words Billing' } } },
  });
});

test('a data folder that cannot be used leaves a window with the reason, not a dead process', async ({
  shell,
  dataDir,
}) => {
  const notAFolder = join(dataDir, 'a-file');
  writeFileSync(notAFolder, 'not a folder');
  const app = await launchApp({ dataDir: notAFolder, shell });
  const { page } = app;
  await expect(page.getByRole('heading', { name: 'Your plan could not be opened' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('a-file');
  await expect(page.getByRole('button', { name: 'Show the folder' })).toBeVisible();
  const gone = page.waitForEvent('close');
  await page.getByRole('button', { name: 'Quit' }).click();
  await gone;
  await app.close().catch(() => {});
  expect(readFileSync(notAFolder, 'utf8')).toBe('not a folder');
});

test('a PDF of the report comes out of a hidden window', async ({ app }) => {
  const saved = await app.page.evaluate(() => window.firstClaim.exportReport({ format: 'pdf', paper: 'a4' }));
  if (!saved.ok) throw new Error(saved.error.message);
  const pdf = readFileSync(join(saved.value.folder, saved.value.fileName));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(app.electron?.windows() ?? [app.page]).toHaveLength(1);
});

test('without a printer, printing says so and how to go on', async ({ app }) => {
  const printed = await app.page.evaluate(() => window.firstClaim.printReport({ paper: 'letter' }));
  expect(printed).toMatchObject({ ok: false, error: { code: 'no-printer' } });
});
