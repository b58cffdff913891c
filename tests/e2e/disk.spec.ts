import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { itemWithId } from '../support/a-plan.ts';
import { TINY_PDF } from '../support/an-evidence-file.ts';
import { test as base } from '../support/app-test.ts';
import { makeClosed } from '../support/broken-folders.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { answersOf } from '../support/seeded-plan.ts';
import { mountDisk, type SmallDisk, whyNoDisk } from '../support/small-disk.ts';
import { goTo, withApp } from '../support/with-app.ts';
import { openItem, whenSaved } from './fill-item.ts';

// The data folder on a small disk that fills up, or is closed to writing, while the app is open.

const LIST = 'biz-plan.startup_list';
const reason = whyNoDisk();

const test = base.extend<{
  /** Gone after the test, whatever became of it. */
  readonly disk: SmallDisk;
  /** A folder on a disk with room. */
  readonly elsewhere: string;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern.
  disk: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'first-claim-e2e-'));
    const disk = mountDisk(folder);
    await use(disk);
    disk.unmount();
    rmSync(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  elsewhere: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'first-claim-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

if (reason !== null) console.warn(`NOT TESTED: full and read-only disks under the running app. ${reason}`);
test.skip(reason !== null, reason ?? '');
test.describe.configure({ timeout: 120_000 });

const stored = (dataDir: string): unknown => answersOf(dataDir, 'biz-plan')?.startup_list;

/** Everything half done that a data folder could hold. */
function leftovers(dataDir: string): readonly string[] {
  const names = ['', 'backups', 'evidence', 'exports'].flatMap((folder) => {
    try {
      return readdirSync(join(dataDir, folder));
    } catch {
      return [];
    }
  });
  return names.filter((name) => /^(import|export)-|\.tmp|restoring|recovering|upload/.test(name));
}

function mkdirIn(folder: string, name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

/** Has everything that is exported go here, through a link that lies on a disk with room. */
function exportTo(folder: string, elsewhere: string): void {
  rmSync(join(elsewhere, 'place'), { force: true });
  symlinkSync(folder, join(elsewhere, 'place'));
}

/** Types an answer that cannot be saved: it stays, and the words for it are there on every page. */
async function typeUnsaved({ page }: LaunchedApp, dataDir: string, words: RegExp): Promise<void> {
  const before = stored(dataDir);
  await openItem(page, itemWithId('biz-plan'));
  await page.locator(`[id="${LIST}"]`).fill('Typed without room');
  await page.locator(`[id="${LIST}"]`).blur();
  const banner = page.getByRole('alert').filter({ hasText: 'Your last changes are not saved yet' });
  await expect(banner).toContainText(words);
  await expect(page.locator(`[id="${LIST}"]`)).toHaveValue('Typed without room');
  await openItem(page, itemWithId('biz-ein'));
  await expect(banner).toBeVisible();
  await openItem(page, itemWithId('biz-plan'));
  await expect(page.locator(`[id="${LIST}"]`)).toHaveValue('Typed without room');
  expect(stored(dataDir)).toBe(before);
}

/** Saves a copy, in vain on the disk itself, and then on another one. */
async function copyElsewhere({ page }: LaunchedApp, dataDir: string, elsewhere: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Save a copy elsewhere' });
  await button.press('Enter');
  const said = page.getByRole('status').filter({ hasText: /was not saved|was saved as/ });
  await expect(said).toContainText(/was not saved: (the disk is full|that folder cannot be written to)/);
  expect(leftovers(dataDir)).toEqual([]);
  exportTo(mkdirIn(elsewhere, 'other-disk'), elsewhere);
  await button.press('Enter');
  await expect(said).toContainText('A copy was saved as');
  const [copy = ''] = readdirSync(join(elsewhere, 'other-disk'));
  expect(JSON.parse(readFileSync(join(elsewhere, 'other-disk', copy), 'utf8'))).toMatchObject({
    unsaved: { 'biz-plan': { startup_list: 'Typed without room' } },
  });
}

async function expectSaved({ page }: LaunchedApp, dataDir: string): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await whenSaved(page);
  await expect(page.getByText('Your last changes are not saved yet')).toBeHidden();
  expect(stored(dataDir)).toBe('Typed without room');
}

/** Attaches a file, restores a backup and exports everything: each fails in words and leaves nothing half done. */
async function failInWords(app: LaunchedApp, dataDir: string, words: RegExp): Promise<void> {
  const { page } = app;
  await test.step('attaching a file', async () => {
    await openItem(page, itemWithId('biz-ein'));
    await page
      .locator('[id="biz-ein.file-file"]')
      .setInputFiles([{ name: 'IRS letter.pdf', mimeType: 'application/pdf', buffer: TINY_PDF }]);
    await expect(page.getByText(/“IRS letter.pdf” was not copied/)).toBeVisible();
    expect(leftovers(dataDir)).toEqual([]);
  });
  await test.step('restoring a backup', async () => {
    const before = readdirSync(join(dataDir, 'backups'));
    await goTo(app, '/backups', 'Backups');
    await page
      .getByRole('button', { name: /^Restore…/ })
      .last()
      .press('Enter');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('dialog').getByRole('alert');
    await expect(alert).toContainText(/^Not restored/);
    await expect(alert).toContainText(words);
    await expect(alert).toContainText('Your plan is as it was');
    await page.keyboard.press('Escape');
    expect(readdirSync(join(dataDir, 'backups'))).toEqual(before);
    expect(leftovers(dataDir)).toEqual([]);
  });
  await test.step('exporting everything', async () => {
    await goTo(app, '/archive', 'One file with everything');
    await page.getByRole('button', { name: 'Export everything…' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('alert')).toContainText('Nothing was saved');
    expect(leftovers(dataDir)).toEqual([]);
  });
}

for (const [name, set, words] of [
  ['is full', (disk: SmallDisk, isSo: boolean) => (isSo ? disk.fill() : disk.free()), /disk is full/i],
  [
    'is closed to writing',
    (disk: SmallDisk, isSo: boolean) => disk.setReadOnly(isSo),
    /cannot be written to|the disk reported an error/i,
  ],
] as const) {
  test(`a disk that ${name}: everything fails in words, what was typed stays, and work goes on afterwards`, async ({
    shell,
    disk,
    elsewhere,
  }) => {
    const dataDir = join(disk.path, 'plan');
    await makeClosed(dataDir);
    exportTo(mkdirIn(disk.path, 'exported'), elsewhere);
    symlinkSync(join(elsewhere, 'place'), join(dataDir, 'exports'));
    await withApp({ dataDir, shell }, async (app) => {
      const { page } = app;
      await openItem(page, itemWithId('biz-plan'));
      await page.locator(`[id="${LIST}"]`).fill('Saved with room');
      await whenSaved(page);
      set(disk, true);
      await typeUnsaved(app, dataDir, words);
      await copyElsewhere(app, dataDir, elsewhere);
      set(disk, false);
      await expectSaved(app, dataDir);
      set(disk, true);
      await failInWords(app, dataDir, words);
      set(disk, false);
      await openItem(page, itemWithId('biz-plan'));
      await page.locator(`[id="${LIST}"]`).fill('And on it goes');
      await whenSaved(page);
      expect(stored(dataDir)).toBe('And on it goes');
      // The last backup fails, and so does leaving one tidy file.
      set(disk, true);
    });
    set(disk, false);
    expect(leftovers(dataDir)).toEqual([]);
    await withApp({ dataDir, shell }, async ({ page }) => {
      await openItem(page, itemWithId('biz-plan'));
      await expect(page.locator(`[id="${LIST}"]`)).toHaveValue('And on it goes');
      await expect(page.getByRole('button', { name: 'Hide this note' })).toHaveCount(0);
    });
  });
}
