import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { itemWithId } from '../support/a-plan.ts';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { answersOf, answerText, clockFrom, inSession, rowsOf } from '../support/seeded-plan.ts';
import { goTo, withApp } from '../support/with-app.ts';
import { openItem, whenSaved } from './fill-item.ts';

// Backups as a person meets them: what each holds, the way back to one and forward again, and one that is broken.

const THOUGHTS = ['First thought', 'Second thought', 'Third thought'] as const;
const LIST = 'biz-plan.startup_list';

/** Three sessions on three days, each with one change more and a backup at its end. */
async function seedSessions(dataDir: string): Promise<void> {
  for (const [day, thought] of THOUGHTS.entries()) {
    const work: Parameters<typeof inSession>[1] = async (ask) => {
      if (day === 0) await ask('answerProfile', { patch: { business_name: 'Alpha Billing' } });
      await answerText(ask, 'biz-plan', 'startup_list', thought);
    };
    await inSession(dataDir, work, clockFrom(`2026-11-0${day + 2}T09:00:00.000Z`));
  }
}

const backupsOn = (page: Page): Locator =>
  page.getByRole('list', { name: 'Backups on this computer' }).locator(':scope > li');

const namesIn = (dataDir: string): readonly string[] => readdirSync(join(dataDir, 'backups')).sort();

/** What each backup on disk holds as the answer. */
const heldIn = (dataDir: string): readonly unknown[] =>
  namesIn(dataDir).map((name) => answersOf(dataDir, 'biz-plan', join('backups', name))?.startup_list);

/** Restores the backup in this place of the list, with keys alone. */
async function restore({ page }: LaunchedApp, at: number, lost: RegExp): Promise<void> {
  await backupsOn(page)
    .nth(at)
    .getByRole('button', { name: /^Restore…/ })
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Go back to the backup of/ });
  await expect(dialog).toContainText(lost);
  await expect(dialog.getByRole('button', { name: 'Restore this backup' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function expectAnswer({ page }: LaunchedApp, dataDir: string, thought: string): Promise<void> {
  await openItem(page, itemWithId('biz-plan'));
  await expect(page.locator(`[id="${LIST}"]`)).toHaveValue(thought);
  expect(answersOf(dataDir, 'biz-plan')?.startup_list).toBe(thought);
}

test('a restore brings the earlier answers back, and another one those from before it', async ({
  shell,
  dataDir,
}) => {
  await seedSessions(dataDir);
  const history = rowsOf(dataDir, 'history');
  await withApp({ dataDir, shell }, async (app) => {
    const { page } = app;
    await expectAnswer(app, dataDir, 'Third thought');
    // Stored, and in no backup yet: a restore must not lose it.
    await page.locator(`[id="${LIST}"]`).fill('Fourth thought');
    await whenSaved(page);
    await goTo(app, '/backups', 'Backups');
    await expect(backupsOn(page)).toHaveCount(3);
    for (const [at, words] of ['1 change since', '2 changes since', '3 changes since'].entries()) {
      await expect(backupsOn(page).nth(at)).toContainText('Alpha Billing. Holds 1 item answered');
      await expect(backupsOn(page).nth(at)).toContainText(words);
    }

    await backupsOn(page)
      .nth(2)
      .getByRole('button', { name: /^Restore…/ })
      .press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(
      backupsOn(page)
        .nth(2)
        .getByRole('button', { name: /^Restore…/ }),
    ).toBeFocused();
    expect(answersOf(dataDir, 'biz-plan')?.startup_list).toBe('Fourth thought');

    await restore(app, 2, /3 changes\.[\s\S]*Fourth thought/);
    const said = page.getByRole('status').filter({ hasText: 'Your plan is now that of the backup of' });
    await expect(said).toContainText('is kept as the backup of');
    await expect(said).toBeInViewport();
    await expect(said).toBeFocused();
    const [, previous = ''] =
      /before is kept as the backup of .*\(no\. (\d+)\)/.exec(await said.innerText()) ?? [];
    await expectAnswer(app, dataDir, 'First thought');
    expect(heldIn(dataDir)).toContain('Fourth thought');
    expect(rowsOf(dataDir, 'history')).toEqual(history.slice(0, 2));

    await goTo(app, '/backups', 'Backups');
    await expect(page.getByRole('main')).toContainText('You put a backup in the place of your plan.');
    const at = (await backupsOn(page).allInnerTexts()).findIndex((text) =>
      text.includes(`(no. ${previous})`),
    );
    await expect(backupsOn(page).nth(at)).toContainText('Not an earlier state of the plan you have now');
    await restore(app, at, /Your plan becomes exactly what it holds/);
    await expectAnswer(app, dataDir, 'Fourth thought');
    expect(rowsOf(dataDir, 'history').slice(0, 4)).toEqual(history);
  });
  await withApp({ dataDir, shell }, async (app) => {
    await expectAnswer(app, dataDir, 'Fourth thought');
    await goTo(app, '/backups', 'Backups');
    await expect(app.page.getByText('You put a backup in the place of your plan.')).toHaveCount(2);
    await expect(app.page.getByRole('alert')).toHaveCount(0);
  });
});

/** Breaks a file in its middle. */
function breakFile(path: string): Buffer {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4_096, 3 * 4_096);
  writeFileSync(path, bytes);
  return bytes;
}

test('a damaged backup says so and cannot be chosen; one damaged after that is refused and changes nothing', async ({
  shell,
  dataDir,
}) => {
  await seedSessions(dataDir);
  const [oldest = '', middle = '', newest = ''] = namesIn(dataDir);
  const broken = breakFile(join(dataDir, 'backups', middle));
  await withApp({ dataDir, shell }, async (app) => {
    const { page } = app;
    await goTo(app, '/backups', 'Backups');
    await expect(backupsOn(page)).toHaveCount(3);
    await expect(backupsOn(page).nth(1)).toContainText('This backup is damaged and cannot be used.');
    await expect(backupsOn(page).nth(1).getByRole('button')).toHaveCount(0);

    await backupsOn(page)
      .nth(2)
      .getByRole('button', { name: /^Restore…/ })
      .press('Enter');
    breakFile(join(dataDir, 'backups', oldest));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText('This backup is damaged and cannot be used.');
    await page.keyboard.press('Escape');
    await expect(backupsOn(page).nth(2)).toContainText('This backup is damaged and cannot be used.');
    await expectAnswer(app, dataDir, 'Third thought');
  });
  // What is broken is kept all the same, as it is.
  expect(namesIn(dataDir)).toEqual([oldest, middle, newest]);
  expect(readFileSync(join(dataDir, 'backups', middle)).equals(broken)).toBe(true);
});
