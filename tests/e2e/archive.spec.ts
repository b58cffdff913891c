import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { EvidenceNote } from '../../shared/domain/field.ts';
import { itemWithId } from '../support/a-plan.ts';
import { TINY_PDF, TINY_PNG } from '../support/an-evidence-file.ts';
import { test } from '../support/app-test.ts';
import { type ArchiveParts, entriesOf, listing, partsOf } from '../support/archive-world.ts';
import { craftZip } from '../support/crafted-zip.ts';
import { craftedHostiles } from '../support/hostile-archives.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { offerFile, programsIn } from '../support/other-programs.ts';
import { answersOf, answerText, attach, inSession, rowsOf } from '../support/seeded-plan.ts';
import { goTo, withApp } from '../support/with-app.ts';
import { openItem } from './fill-item.ts';

// Everything in one file, out of one data folder and into another; and what must never get in.

const PLACE = { itemId: 'biz-ein', field: 'file' } as const;
const FILES = [
  { name: 'IRS letter.pdf', content: TINY_PDF },
  { name: 'A picture.png', content: TINY_PNG },
];
const OUTSIDE = `first-claim-outside-${process.pid}`;
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

test.describe.configure({ timeout: 120_000 });

/** A plan with two files, an entry in a list, and a history. */
async function seedWithFiles(dataDir: string): Promise<void> {
  await inSession(dataDir, async (ask) => {
    await ask('answerProfile', { patch: { business_name: 'Alpha Billing' } });
    await answerText(ask, 'biz-plan', 'startup_list', 'Computer');
    await answerText(ask, 'biz-plan', 'startup_list', 'Computer, shredder');
    await ask('saveRecord', {
      kind: 'partner',
      id: null,
      patch: { partner_kind: 'client', name: 'Gray Family Practice' },
    });
    await attach(ask, PLACE, FILES);
  });
}

async function seedOther(dataDir: string): Promise<void> {
  await inSession(dataDir, async (ask) => {
    await ask('answerProfile', { patch: { business_name: 'Beta Billing' } });
    await answerText(ask, 'biz-plan', 'startup_list', 'Only a desk');
  });
}

const openArchivePage = (app: LaunchedApp): Promise<void> =>
  goTo(app, '/archive', 'One file with everything');

/** Chooses an archive by keyboard, which opens the question whether it may replace the plan. */
async function choose(app: LaunchedApp, path: string): Promise<void> {
  await offerFile(app, path);
  await app.page.getByRole('button', { name: 'Choose an archive…' }).press('Enter');
}

/** What is in the plan, and every file of the data folder that is not the running app's own. */
function everythingIn(dataDir: string): string {
  const tables = (['profile', 'item', 'record', 'history', 'check_run'] as const).map((table) =>
    rowsOf(dataDir, table),
  );
  return `${JSON.stringify(tables)}\n${listing(dataDir, /^(plan\..*|logs|shell|exports)$/)}`;
}

function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'first-claim-e2e-'));
  return work(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

/** Saves everything of a data folder by keyboard and returns where the file is. */
async function exportFrom(dataDir: string, app: LaunchedApp): Promise<string> {
  await openArchivePage(app);
  await app.page.getByRole('button', { name: 'Export everything…' }).press('Enter');
  const said = app.page.getByRole('status').filter({ hasText: 'Saved as' });
  await expect(said).toContainText('with 2 attached files', { timeout: 20_000 });
  const [name = ''] = /first-claim-[\d-]+\.firstclaim/.exec(await said.innerText()) ?? [];
  const path = join(app.exportsFolder, name);
  expect(statSync(path).mode & 0o077).toBe(process.platform === 'win32' ? statSync(path).mode & 0o077 : 0);
  expect(readdirSync(dataDir).filter((each) => each.startsWith('export-'))).toEqual([]);
  return path;
}

test('a plan goes out in one file and into another folder, with its files and its history', async ({
  shell,
  dataDir,
}) => {
  await withFolder(async (from) => {
    await seedWithFiles(from);
    await seedOther(dataDir);
    mkdirSync(join(dataDir, 'programs'));
    const programs = programsIn(join(dataDir, 'programs'));
    let archive = '';
    await withApp({ dataDir: from, shell }, async (app) => {
      archive = await exportFrom(from, app);
    });
    const before = process.env.PATH;
    process.env.PATH = programs.path;
    try {
      await withApp({ dataDir, shell }, async (app) => {
        await importByKeyboard(app, archive, dataDir);
        await findEverything(app, from, dataDir, programs.opened);
      });
    } finally {
      process.env.PATH = before;
    }
  });
});

async function importByKeyboard(app: LaunchedApp, archive: string, dataDir: string): Promise<void> {
  const { page } = app;
  await openArchivePage(app);
  const untouched = everythingIn(dataDir);
  await choose(app, archive);
  const dialog = page.getByRole('dialog', { name: 'Replace your plan by this archive?' });
  await expect(dialog).toContainText('Alpha Billing');
  await expect(dialog).toContainText('2 items answered; 1 list entry; 2 files');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Choose an archive…' })).toBeFocused();
  expect(everythingIn(dataDir)).toBe(untouched);

  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Replace my plan' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '2 attached files now come from' })).toContainText(
    'The plan as it was before is kept as the backup of',
    { timeout: 20_000 },
  );
}

async function findEverything(
  app: LaunchedApp,
  from: string,
  dataDir: string,
  opened: () => readonly string[],
): Promise<void> {
  const { page } = app;
  for (const table of ['profile', 'item', 'record', 'history'] as const) {
    expect(rowsOf(dataDir, table)).toEqual(rowsOf(from, table));
  }
  for (const { content } of FILES) {
    expect(readFileSync(join(dataDir, 'evidence', sha256(content))).equals(content)).toBe(true);
  }
  const kept = readdirSync(join(dataDir, 'backups')).map(
    (name) => answersOf(dataDir, 'biz-plan', join('backups', name))?.startup_list,
  );
  expect(kept).toContain('Only a desk');

  await openItem(page, itemWithId('biz-plan'));
  await expect(page.locator('[id="biz-plan.startup_list"]')).toHaveValue('Computer, shredder');
  await openItem(page, itemWithId('biz-ein'));
  await expect(page.locator('[id="biz-ein.file"] img').first()).toBeVisible();
  if (process.platform !== 'win32') {
    await page.getByRole('button', { name: 'Open document 1' }).press('Enter');
    await expect.poll(opened).toHaveLength(1);
    const [copy = ''] = opened();
    expect(sha256(readFileSync(copy))).toBe(sha256(TINY_PDF));
    expect(copy).not.toContain(dataDir);
  }
  await goTo(app, '/history', 'History');
  await expect(page.getByRole('main')).toContainText('5 changes');
  await expect(page.getByRole('main')).toContainText('Gray Family Practice');
  await goTo(app, '/backups', 'Backups');
  await expect(page.getByRole('main')).toContainText('Beta Billing');
  await expect(page.getByRole('main')).toContainText('You imported the archive');
}

/** Files that must be refused, each with the words for it. `later`: only when everything is unpacked. */
function refusedFiles(
  parts: ArchiveParts,
): readonly (readonly [name: string, content: Buffer, words: RegExp, later?: 'later'])[] {
  const hostiles = craftedHostiles(parts);
  const hostile = (name: string): Buffer => {
    const make = hostiles.get(name);
    if (make === undefined) throw new Error(`There is no archive with “${name}”`);
    return make();
  };
  const good = craftZip(entriesOf(parts));
  const [evidenceName = ''] = entriesOf(parts)
    .slice(2)
    .map(({ name }) => name);
  return [
    [
      'a name that leads outside',
      craftZip([...entriesOf(parts), { name: `../${OUTSIDE}`, content: TINY_PDF }]),
      /has no place in a First Claim archive/,
    ],
    ['a bomb by ratio', hostile('a bomb by ratio'), /Nothing was imported/],
    ['a bomb by total', hostile('a bomb by total'), /Nothing was imported/],
    ['a newer format', hostile('a newer format'), /newer version of First Claim/],
    ['a newer plan', hostile('a newer schema'), /newer version of First Claim/],
    ['a missing part', hostile(`without ${evidenceName}`), /part of the archive is missing/],
    ['a plan that was changed', hostile('another plan hash'), /Nothing was imported/],
    ['half of an archive', good.subarray(0, good.length / 2), /not a whole First Claim archive/],
    [
      'any other zip',
      craftZip([{ name: 'letter.txt', content: TINY_PDF }]),
      /has no place in a First Claim archive/,
    ],
    ['no zip at all', Buffer.from('Dear diary, '.repeat(500)), /not a whole First Claim archive/],
    ['an empty file', Buffer.alloc(0), /not a whole First Claim archive/],
    ['evidence that was changed', changedEvidence(good), /Nothing was imported, and your plan/, 'later'],
  ];
}

/** Swaps one letter inside the evidence, past the sum that the zip keeps of it too. */
function changedEvidence(good: Buffer): Buffer {
  const bytes = Buffer.from(good);
  bytes[bytes.indexOf('%PDF-1.7') + 5] = 0x32;
  return bytes;
}

test('what is damaged, foreign, newer or hostile is refused in words, and nothing is touched', async ({
  shell,
  dataDir,
}) => {
  await withFolder(async (folder) => {
    const from = join(folder, 'from');
    await seedWithFiles(from);
    await seedOther(dataDir);
    const parts = partsOf({ dataFolder: from } as Parameters<typeof partsOf>[0], [TINY_PDF, TINY_PNG]);
    await withApp({ dataDir, shell }, async (app) => {
      const { page } = app;
      await openArchivePage(app);
      const untouched = everythingIn(dataDir);
      for (const [name, content, words, later] of refusedFiles(parts)) {
        await test.step(name, async () => {
          const path = join(folder, `${name.replaceAll(' ', '-')}.firstclaim`);
          writeFileSync(path, content);
          await choose(app, path);
          if (later !== undefined) {
            await page.getByRole('button', { name: 'Replace my plan' }).press('Enter');
          }
          await expect(page.getByRole('alert')).toContainText(words);
          await expect(page.getByRole('alert')).toContainText('Nothing was imported');
          if (later !== undefined) await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toBeHidden();
          expect(everythingIn(dataDir)).toBe(untouched);
        });
      }
      await test.step('one that is exchanged after it was chosen', async () => {
        const path = join(folder, 'mine.firstclaim');
        writeFileSync(path, craftZip(entriesOf(parts)));
        await choose(app, path);
        await expect(page.getByRole('dialog')).toContainText('Alpha Billing');
        const chosen = shell === 'preview' ? join(app.exportsFolder, 'mine.firstclaim') : path;
        const said = { ...parts.manifest, createdAt: '2020-01-01T00:00:00.000Z' };
        writeFileSync(chosen, craftZip(entriesOf(parts, said)));
        await page.getByRole('button', { name: 'Replace my plan' }).press('Enter');
        await expect(page.getByRole('alert')).toContainText('was changed after you chose it');
        expect(everythingIn(dataDir)).toBe(untouched);
      });
    });
    expect(answersOf(dataDir, 'biz-plan')).toEqual({ startup_list: 'Only a desk' });
    for (const from of [dataDir, join(dataDir, 'exports'), join(dataDir, 'backups')])
      expect(existsSync(join(from, '..', OUTSIDE))).toBe(false);
  });
});

const LARGE_BYTES = 99_000_000;

test('a large export and a large import say how far they are, and stop when told to', async ({
  shell,
  dataDir,
}) => {
  await inSession(dataDir, async (ask) => {
    const files = [1, 2].map((number) => aLargeFile(dataDir, number));
    await ask('answerItem', { itemId: PLACE.itemId, patch: { file: files } });
  });
  await withApp({ dataDir, shell }, async (app) => {
    const { page } = app;
    await openArchivePage(app);
    const untouched = everythingIn(dataDir);
    const leftovers = (): readonly string[] => [
      ...readdirSync(dataDir).filter((name) => /^(import|export)-/.test(name)),
      ...readdirSync(app.exportsFolder).filter((name) => name.endsWith('.tmp')),
    ];

    await test.step('an export that is stopped leaves nothing', async () => {
      const button = page.getByRole('button', { name: 'Export everything…' });
      await button.press('Enter');
      await expect(page.getByRole('progressbar', { name: 'Saving the archive' })).toHaveAttribute(
        'value',
        /\d/,
      );
      await page.getByRole('button', { name: 'Stop' }).press('Enter');
      await expect(page.getByRole('status').filter({ hasText: 'You stopped it' })).toBeVisible();
      await expect(button).toBeFocused();
      expect(readdirSync(app.exportsFolder)).toEqual([]);
      expect(leftovers()).toEqual([]);
    });

    await test.step('one that is not says how far it is, up to the end', async () => {
      await watchProgress(page);
      await page.keyboard.press('Enter');
      const said = page.getByRole('status').filter({ hasText: 'Saved as' });
      await expect(said).toContainText('with 2 attached files', { timeout: 30_000 });
      const heard = await heardOf(page);
      expect(heard.filter((text) => /^Saving the archive: \d+ %/.test(text)).length).toBeGreaterThan(1);
      expect(leftovers()).toEqual([]);
    });

    const [name = ''] = readdirSync(app.exportsFolder);
    await test.step('an import that is stopped leaves the plan as it was', async () => {
      await choose(app, join(app.exportsFolder, name));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Replace my plan' }).press('Enter');
      await dialog.getByRole('button', { name: 'Stop' }).press('Enter');
      await expect(dialog.getByRole('alert')).toContainText('You stopped it. Nothing was imported');
      await expect(dialog.getByRole('button', { name: 'Replace my plan' })).toBeFocused();
      await expect.poll(leftovers).toEqual([]);
      expect(everythingIn(dataDir)).toBe(untouched);
    });

    await test.step('so does one that is left with Escape while it is under way', async () => {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog').getByRole('progressbar')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect.poll(leftovers, { timeout: 20_000 }).toEqual([]);
      expect(everythingIn(dataDir)).toBe(untouched);
    });
  });
});

/** Starts to write down everything a screen reader would be told politely. */
function watchProgress(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role="status"]')) {
        const text = region.textContent ?? '';
        if (text !== '' && !heard.includes(text)) heard.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const heardOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

/** Puts a large file of zeros where the app keeps it, and returns what an answer says of it. */
function aLargeFile(dataDir: string, number: number): EvidenceNote {
  const content = Buffer.alloc(LARGE_BYTES);
  content.writeUInt32LE(number);
  mkdirSync(join(dataDir, 'evidence'), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, 'evidence', sha256(content)), content, { mode: 0o600 });
  const file = {
    sha256: sha256(content),
    bytes: content.length,
    mediaType: 'application/octet-stream',
    addedAt: '2026-11-02T09:00:00.000Z',
  };
  return { name: `Large ${number}`, location: '', file };
}
