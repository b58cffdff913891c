import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { itemWithId } from '../support/a-plan.ts';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { answersOf, answerText, inSession, rowsOf } from '../support/seeded-plan.ts';
import { goTo, withApp } from '../support/with-app.ts';
import { openItem } from './fill-item.ts';

// What was changed, found again, read before and after, and put back; and none of it ever rewritten.

const THOUGHTS = ['Computer', 'Computer and shredder', 'Computer, shredder, insurance'] as const;
const LIST = 'biz-plan.startup_list';

/** Changes to an item, to an entry of a list and to the profile: seven lines of history. Returns the entry's id. */
async function seedChanges(dataDir: string): Promise<string> {
  let partner = '';
  await inSession(dataDir, async (ask) => {
    await ask('answerProfile', { patch: { business_name: 'Alpha Billing' } });
    for (const thought of THOUGHTS) await answerText(ask, 'biz-plan', 'startup_list', thought);
    const patch = { partner_kind: 'client', name: 'Gray Family Practice' };
    partner = (await ask('saveRecord', { kind: 'partner', id: null, patch })).record.id;
    await ask('saveRecord', { kind: 'partner', id: partner, patch: { name: 'Gray and Lindqvist' } });
    await ask('answerProfile', { patch: { business_name: 'Alpha & Omega Billing' } });
  });
  return partner;
}

const count = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('status').first();

/** The lines on screen, each as one text. */
const lines = (page: Page): ReturnType<Page['locator']> => page.locator('main details');

/** Finds by keyboard what holds these words. */
async function search({ page }: LaunchedApp, words: string): Promise<void> {
  await page.getByLabel('Find in the history').fill(words);
  await page.keyboard.press('Enter');
}

/** Unfolds a line by keyboard and returns the values of its first change, before and after. */
async function unfold(page: Page, at = 0): Promise<readonly string[]> {
  const line = lines(page).nth(at);
  await line.locator('summary').focus();
  await page.keyboard.press('Enter');
  const change = line.getByRole('list', { name: /^What changed/ }).getByRole('listitem');
  return (await change.first().innerText()).split('\n').filter((text) => text.trim() !== '');
}

test('changes to an item, a list and the profile are found by their words and by whose they are', async ({
  shell,
  dataDir,
}) => {
  await seedChanges(dataDir);
  await withApp({ dataDir, shell }, async (app) => {
    const { page } = app;
    await goTo(app, '/', /./);
    await page.getByRole('link', { name: 'History', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await expect(count(page)).toHaveText('7 changes');
    for (const [words, found] of [
      // The entry is called so now: both of its lines are.
      ['lindqvist', '2 changes'],
      ['shredder insurance', '1 change'],
      ['shredder', '2 changes'],
      ['OMEGA', '1 change'],
      ['never said', 'No change has all these words. Try fewer.'],
    ] as const) {
      await search(app, words);
      await expect(count(page)).toHaveText(found);
    }
    await search(app, '');
    await expect(count(page)).toHaveText('7 changes');
    const filter = page.getByLabel('Whose history');
    for (const [whose, found] of [
      ['Your business', '2 changes'],
      [itemWithId('biz-plan').title, '3 changes'],
      ['Partners', '2 changes'],
      [itemWithId('biz-ein').title, 'Nothing was changed here yet.'],
    ] as const) {
      await filter.selectOption({ label: whose });
      await expect(count(page)).toHaveText(found);
    }
  });
});

test('an earlier answer is read before and after, put back, and the putting back undone; nothing is rewritten', async ({
  shell,
  dataDir,
}) => {
  await seedChanges(dataDir);
  const before = rowsOf(dataDir, 'history');
  expect(before).toHaveLength(7);
  await withApp({ dataDir, shell }, async (app) => {
    const { page } = app;
    const list = page.locator(`[id="${LIST}"]`);
    await openItem(page, itemWithId('biz-plan'));
    await expect(list).toHaveValue(THOUGHTS[2]);
    await goTo(app, '/history/item/biz-plan', 'History');
    await expect(count(page)).toHaveText('3 changes');
    // The newest stands first: the line in the middle is the second thought.
    const sides = await unfold(page, 1);
    expect(sides.join('\n')).toMatch(/Before\n.*Computer\n[\s\S]*After\nComputer and shredder/);

    await lines(page)
      .nth(1)
      .getByRole('button', { name: /as it was before this change$/ })
      .press('Enter');
    await expect(page.locator(':focus')).toContainText('Put back. This is the answer');
    await expect(count(page)).toHaveText('4 changes');
    expect(answersOf(dataDir, 'biz-plan')).toMatchObject({ startup_list: THOUGHTS[0] });
    const after = rowsOf(dataDir, 'history');
    expect(after.slice(0, 7)).toEqual(before);
    expect(after).toHaveLength(8);
    expect(after[7]).toMatchObject({ subject: 'item:biz-plan' });

    await openItem(page, itemWithId('biz-plan'));
    await expect(list).toHaveValue(THOUGHTS[0]);
    await page.getByRole('button', { name: 'Undo last change' }).press('Enter');
    await expect(list).toHaveValue(THOUGHTS[2]);
    await expect.poll(() => answersOf(dataDir, 'biz-plan')?.startup_list).toBe(THOUGHTS[2]);
    expect(rowsOf(dataDir, 'history').slice(0, 8)).toEqual(after);
  });
  // After a restart it all stands there as before.
  expect(rowsOf(dataDir, 'history').slice(0, 7)).toEqual(before);
  await withApp({ dataDir, shell }, async (app) => {
    await goTo(app, '/history', 'History');
    await expect(count(app.page)).toHaveText('9 changes');
    await expect(app.page.getByRole('alert')).toHaveCount(0);
  });
});

test('so are the earlier words of a list entry and of the profile', async ({ shell, dataDir }) => {
  const partner = await seedChanges(dataDir);
  const before = rowsOf(dataDir, 'history');
  await withApp({ dataDir, shell }, async (app) => {
    const { page } = app;
    const putBack = page.getByRole('button', { name: /as it was before this change$/ });
    await goTo(app, '/history', 'History');
    await search(app, 'Lindqvist');
    await expect(count(page)).toHaveText('2 changes');
    expect((await unfold(page)).join('\n')).toMatch(
      /Before\nGray Family Practice\n[\s\S]*After\nGray and Lindqvist/,
    );
    await putBack.press('Enter');
    await expect(page.locator(':focus')).toContainText('Put back.');
    await goTo(app, `/partners/${partner}`, 'Gray Family Practice');

    await goTo(app, '/history', 'History');
    await search(app, 'Omega');
    await expect(count(page)).toHaveText('1 change');
    await unfold(page);
    await putBack.press('Enter');
    await expect(page.locator(':focus')).toContainText('Put back.');
    await goTo(app, '/welcome', /./);
    await expect(page.locator('[id="profile.business_name"]')).toHaveValue('Alpha Billing');
  });
  const [record] = rowsOf(dataDir, 'record');
  expect(JSON.parse(String(record?.answers))).toMatchObject({ name: 'Gray Family Practice' });
  const after = rowsOf(dataDir, 'history');
  expect(after.slice(0, 7)).toEqual(before);
  expect(after.slice(7).map(({ subject }) => subject)).toEqual([`record:${partner}`, 'profile']);
});
