import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../shared/ipc/contract.ts';
import { itemWithId } from '../support/a-plan.ts';
import { test } from '../support/app-test.ts';
import { openItem, whenSaved } from './fill-item.ts';

// Files as proof, in the running app: by picker, drop and paste; kept once, named when missing, removed and brought back.

const item = itemWithId('biz-ein');
const PATH = 'biz-ein.file';

// The smallest PNG there is: one pixel.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
// What follows the end of a picture is nobody's concern, but makes it another file.
const PICTURES = { drop: PIXEL, paste: Buffer.concat([PIXEL, Buffer.from('x')]) };
const LETTER = Buffer.from(
  '%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  'latin1',
);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

// The driver's own evaluation is not subject to the page's policy, which would refuse a script tag.
declare const window: Window & {
  readonly firstClaim: Bridge;
  readonly axe: { readonly run: () => Promise<AxeResults> };
};

async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

/** What axe finds, light and dark. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await page.evaluate(() => window.axe.run());
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html ?? ''}`));
  }
  return found;
}

test('a file is attached by picker, drop and paste, kept once, and comes back after it was removed', async ({
  app,
  dataDir,
}) => {
  const { page } = app;
  await openItem(page, item);
  const field = page.locator(`[id="${PATH}"]`);

  await test.step('picked', async () => {
    await page
      .locator(`[id="${PATH}-file"]`)
      .setInputFiles([{ name: 'IRS letter CP 575.pdf', mimeType: 'application/pdf', buffer: LETTER }]);
    await expect(page.locator(`[id="${PATH}.0.name"]`)).toHaveValue(/IRS letter CP 575/);
    await whenSaved(page);
    const kept = join(dataDir, 'evidence', sha256(LETTER));
    expect(readFileSync(kept).equals(LETTER)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
  });

  await test.step('dropped and pasted, and not listed twice', async () => {
    for (const [at, kind] of (['drop', 'paste'] as const).entries()) {
      await field.evaluate(
        (target, { type, base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], `seen by ${type}.png`, { type: 'image/png' }));
          const event =
            type === 'drop'
              ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
          target.dispatchEvent(event);
        },
        { type: kind, base64: PICTURES[kind].toString('base64') },
      );
      await expect(page.locator(`[id="${PATH}.${at + 1}.name"]`)).toHaveValue(new RegExp(`seen by ${kind}`));
    }
    await whenSaved(page);
    expect(existsSync(join(dataDir, 'evidence', sha256(PIXEL)))).toBe(true);
    await expect(field.locator('img').first()).toBeVisible();
    await page
      .locator(`[id="${PATH}-file"]`)
      .setInputFiles([{ name: 'again.png', mimeType: 'image/png', buffer: PIXEL }]);
    await expect(field).toContainText('is on this list already');
  });

  await test.step('removed, and undone', async () => {
    await field
      .getByRole('button', { name: /^Remove/ })
      .first()
      .press('Enter');
    await whenSaved(page);
    await expect(field).not.toContainText('IRS letter');
    await page.getByRole('button', { name: /^Undo/ }).press('Enter');
    await expect(page.locator(`[id="${PATH}.0.name"]`)).toHaveValue(/IRS letter CP 575/);
  });

  await test.step('missing and changed files are named, on screen and in the report', async () => {
    rmSync(join(dataDir, 'evidence', sha256(LETTER)));
    writeFileSync(join(dataDir, 'evidence', sha256(PIXEL)), 'something else');
    await openItem(page, itemWithId('off-space'));
    await page.reload();
    await openItem(page, item);
    await expect(field).toContainText(/missing/i);
    await expect(field).toContainText(/changed|damaged/i);
    await page.evaluate(() => {
      window.location.hash = '/report';
    });
    await expect(page.getByRole('main')).toContainText('IRS letter CP 575', { timeout: 20_000 });
    await expect(page.getByRole('main')).toContainText(/missing/i);
  });
});

test('a file removed from its answer is cleared for good after a backup, and then named as missing', async ({
  app,
  dataDir,
}) => {
  const { page } = app;
  const main = page.getByRole('main');
  const kept = (bytes: Buffer): boolean => existsSync(join(dataDir, 'evidence', sha256(bytes)));
  const field = page.locator(`[id="${PATH}"]`);
  await openItem(page, item);
  await page.locator(`[id="${PATH}-file"]`).setInputFiles([
    { name: 'remittance with patients.pdf', mimeType: 'application/pdf', buffer: LETTER },
    { name: 'seal.png', mimeType: 'image/png', buffer: PIXEL },
  ]);
  await expect(page.locator(`[id="${PATH}.1.name"]`)).toHaveValue(/seal/);
  await whenSaved(page);
  const remove = field.getByRole('button', { name: /^Remove/ }).first();

  await test.step('as long as it is attached it is not listed', async () => {
    await show(page, '/backups');
    await expect(main).toContainText('There are none: every file that is kept is attached');
    await openItem(page, item);
    await remove.press('Enter');
    await whenSaved(page);
  });

  await test.step('removed, it is listed, and its dialog says what will happen', async () => {
    await show(page, '/backups');
    const list = page.getByRole('list', { name: 'Files no longer attached' });
    await expect(list).toContainText('remittance with patients.pdf');
    await expect(list).not.toContainText('seal.png');
    expect(await violationsOn(page)).toEqual([]);
    await list.getByRole('button', { name: /^Clear…/ }).press('Enter');
    await expect(page.getByRole('dialog')).toContainText('your plan is backed up and the backup is checked');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter');
    expect([kept(LETTER), existsSync(join(dataDir, 'backups'))]).toEqual([true, false]);
  });

  await test.step('cleared: gone from the disk, and the plan is in the backup that is named', async () => {
    await page.getByRole('button', { name: /^Clear…/ }).press('Enter');
    await page.getByRole('button', { name: 'Clear this file' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Cleared: 1 file' })).toBeFocused();
    await expect(main).toContainText(/Your plan is in the backup of .+ \(no\. 1\), which was checked before/);
    await expect(page.getByRole('list', { name: 'Backups on this computer' })).toContainText('(no. 1)');
    await expect(main).toContainText('There are none: every file that is kept is attached');
    expect([kept(LETTER), kept(PIXEL)]).toEqual([false, true]);
    expect(readdirSync(join(dataDir, 'backups'))).toEqual([
      expect.stringMatching(/^plan-\d{8}T\d{6}Z-0001\.db$/),
    ]);
    expect(await violationsOn(page)).toEqual([]);
  });

  await test.step('put back from the history, it is named as missing, on screen and in the report', async () => {
    await show(page, '/history/item/biz-ein');
    await page
      .locator('summary')
      .filter({ hasText: /remittance with patients.* removed/ })
      .press('Enter');
    await page
      .getByRole('button', { name: /^Put this back: .* before this change/ })
      .first()
      .press('Enter');
    await expect(main).toContainText('Put back.');
    await openItem(page, item);
    await expect(page.locator(`[id="${PATH}.0.name"]`)).toHaveValue(/remittance with patients/);
    await expect(field).toContainText('Missing: this file is not in the evidence folder any more');
    await show(page, '/report');
    await expect(main).toContainText('remittance with patients', { timeout: 20_000 });
    await expect(main).toContainText(/Missing: this file is not in the evidence folder/);
  });
});

test('what is too large or empty is refused in words before anything is copied', async ({ app, dataDir }) => {
  const { page } = app;
  await openItem(page, item);
  await page
    .locator(`[id="${PATH}-file"]`)
    .setInputFiles([{ name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }]);
  await expect(page.locator('main')).toContainText(/empty/i);
  const large = join(dataDir, 'large.bin');
  writeFileSync(large, Buffer.alloc(100_000_001));
  await page.locator(`[id="${PATH}-file"]`).setInputFiles(large);
  await expect(page.locator('main')).toContainText(/100 MB/);
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  expect(loaded.ok && loaded.value.plan.items).toEqual({});
  expect(existsSync(join(dataDir, 'evidence', sha256(Buffer.alloc(100_000_001))))).toBe(false);
});
