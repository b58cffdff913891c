import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
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
