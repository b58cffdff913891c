import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import type { Item } from '../../shared/catalog/types.ts';
import { test } from '../support/app-test.ts';
import { launchApp } from '../support/launch-app.ts';
import { readPdf, squeeze } from '../support/pdf-text.ts';
import { openItem, whenSaved } from './fill-item.ts';

function itemOf(id: ItemId): Item {
  const item = catalog.items.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}

const control = (page: Page, path: string) => page.locator(`[id="${path}"]`);

/** What a field's error says, found the way a screen reader finds it. */
async function errorOf(page: Page, path: string): Promise<string> {
  const field = control(page, path);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
  const texts = await Promise.all(ids.map((id) => control(page, id).innerText()));
  return texts.join(' ');
}

const BAD_INPUT: readonly [name: string, item: ItemId, field: string, typed: string, says: RegExp][] = [
  ['a day that does not exist', 'biz-ein', 'issued', '2/30/2026', /not a date/],
  ['a day still to come', 'biz-ein', 'issued', '1/1/2190', /still to come/],
  ['letters in the EIN ending', 'biz-ein', 'ein_last4', '12a4', /four digits/],
  ['a negative amount', 'biz-plan', 'startup', '-5', /below zero/],
  ['fractions of a cent', 'biz-plan', 'startup', '1.234', /whole cents/],
  ['a number out of range', 'biz-plan', 'runway_months', '121', /0 to 120/],
  ['a note of 20,000 characters', 'biz-plan', 'note', 'x'.repeat(20_000), /20,000 characters/],
];

test('bad input is refused beside its field, and what was typed stays', async ({ app }) => {
  for (const [name, id, field, typed, says] of BAD_INPUT) {
    await test.step(name, async () => {
      const path = `${id}.${field}`;
      await openItem(app.page, itemOf(id));
      await control(app.page, path).fill(typed);
      await control(app.page, path).blur();
      expect(await errorOf(app.page, path)).toMatch(says);
      await expect(control(app.page, path)).toHaveValue(typed);
      await openItem(app.page, itemOf('off-space'));
      await openItem(app.page, itemOf(id));
      await expect(control(app.page, path)).toHaveValue(typed);
      expect(await errorOf(app.page, path)).toMatch(says);
    });
  }
  const loaded = await app.page.evaluate(() => window.firstClaim.loadPlan({}));
  expect(loaded).toMatchObject({ ok: true, value: { plan: { items: {} } } });
});

test('"does not apply" asks for a reason, keeps it, and can be taken back', async ({ app }) => {
  const { page } = app;
  await openItem(page, itemOf('fnd-ce'));
  await control(page, 'fnd-ce.required').fill('36');
  await whenSaved(page);
  await page.getByRole('button', { name: 'Does not apply…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('   ');
  await dialog.getByRole('textbox').press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Say why');
  await dialog.getByRole('textbox').fill('I hold no credential yet');
  await dialog.getByRole('textbox').press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).toContainText('I hold no credential yet');
  await page.getByRole('button', { name: 'It does apply after all' }).press('Enter');
  await expect(control(page, 'fnd-ce.required')).toHaveValue('36');
  await expect(page.getByRole('main')).toContainText('In progress');
});

test('a save that the disk refuses keeps the answer on screen and says so; trying again saves it', async ({
  app,
  dataDir,
}) => {
  const { page } = app;
  await openItem(page, itemOf('biz-plan'));
  const plan = join(dataDir, 'plan.db');
  renameSync(plan, `${plan}.away`);
  await control(page, 'biz-plan.startup_list').fill('Computer, shredder, insurance');
  await control(page, 'biz-plan.startup_list').blur();
  await expect(page.getByRole('alert')).toContainText('Not saved');
  await expect(control(page, 'biz-plan.startup_list')).toHaveValue('Computer, shredder, insurance');
  renameSync(`${plan}.away`, plan);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await whenSaved(page);
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  expect(JSON.stringify(loaded)).toContain('Computer, shredder, insurance');
});

test('the last change can be undone, and brought back', async ({ app }) => {
  const { page } = app;
  const path = 'biz-plan.startup_list';
  await openItem(page, itemOf('biz-plan'));
  await control(page, path).fill('First thought');
  await whenSaved(page);
  await control(page, path).fill('Second thought');
  await whenSaved(page);
  await page.getByRole('button', { name: /^Undo/ }).press('Enter');
  await expect(control(page, path)).toHaveValue('First thought');
  await page.getByRole('button', { name: /^(Undo|Redo|Bring)/ }).press('Enter');
  await expect(control(page, path)).toHaveValue('Second thought');
});

const HOSTILE = [
  '=HYPERLINK("https://example.com","click")',
  '<img src=x onerror="document.title=1"><script>document.title=1</script>',
  '+1-609-555-0142',
  '@SUM(A1)',
  '\u202Eabc\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627',
  '\u{1F469}\u200D\u{1F4BB} caf\u0065\u0301',
  'tab\there, bell\u0007, null\u0000, escape\u001B[31m',
];

test('hostile text comes back exactly in the app, and harmless on paper and in the spreadsheet', async ({
  shell,
  dataDir,
}) => {
  const text = HOSTILE.join('\n');
  let app = await launchApp({ dataDir, shell });
  await openItem(app.page, itemOf('biz-plan'));
  await control(app.page, 'biz-plan.note').fill(text);
  await whenSaved(app.page);
  const title = await app.page.title();
  await app.close();
  app = await launchApp({ dataDir, shell });
  await openItem(app.page, itemOf('biz-plan'));
  await expect(control(app.page, 'biz-plan.note')).toHaveValue(text);
  expect(await app.page.title()).toBe(title);
  await app.page.evaluate(() => {
    window.location.hash = '/report';
  });
  for (const kind of ['PDF', 'CSV']) {
    await app.page.getByRole('button', { name: `Save ${kind}` }).press('Enter');
    await expect(app.page.getByText('Saved as').first()).toContainText(kind.toLowerCase(), {
      timeout: 60_000,
    });
  }
  const loaded = await app.page.evaluate(() => window.firstClaim.loadPlan({}));
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { today } = loaded.value;
  const pdf = (await readPdf(join(app.exportsFolder, `readiness-report-${today}.pdf`))).text;
  expect(pdf).toContain(squeeze('<script>document.title=1</script>'));
  expect(pdf).toContain(squeeze('=HYPERLINK("https://example.com","click")'));
  const csv = readFileSync(join(app.exportsFolder, `readiness-report-${today}.csv`), 'utf8');
  expect(csv).toContain('<script>document.title=1</script>');
  // Every cell is quoted, so a cell begins after a quote and a comma, or after the end of a record.
  expect(csv).toContain('"\'=HYPERLINK(');
  expect(csv).not.toMatch(/(?:\r\n|",)"[=+@\t\r-]/);
  expect(app.outbound).toEqual([]);
  await app.close();
});

test('while the disk refuses, a copy of everything can be saved elsewhere, also what is not stored', async ({
  app,
  dataDir,
}) => {
  const { page } = app;
  await openItem(page, itemOf('biz-plan'));
  const plan = join(dataDir, 'plan.db');
  renameSync(plan, `${plan}.away`);
  await control(page, 'biz-plan.startup_list').fill('Computer, shredder');
  await control(page, 'biz-plan.startup_list').blur();
  await page.getByRole('button', { name: 'Save a copy elsewhere' }).press('Enter');
  const said = page.getByText('A copy was saved as');
  await expect(said).toContainText(app.exportsFolder);
  const name = /first-claim-copy-[\d-]+\.json/.exec(await said.innerText())?.[0] ?? '';
  const copy = JSON.parse(readFileSync(join(app.exportsFolder, name), 'utf8'));
  expect(copy.unsaved).toEqual({ 'biz-plan': { startup_list: 'Computer, shredder' } });
  expect(copy.plan).toMatchObject({ records: [], items: {} });
  renameSync(`${plan}.away`, plan);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await whenSaved(page);
  await expect(said).toBeHidden();
});
