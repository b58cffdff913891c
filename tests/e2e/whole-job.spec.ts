import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { Item } from '../../shared/catalog/types.ts';
import type { Answers, Field, Row } from '../../shared/domain/field.ts';
import { formatAnswer } from '../../shared/domain/format-answer.ts';
import type { Profile } from '../../shared/domain/plan.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import { test } from '../support/app-test.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { readPdf, squeeze } from '../support/pdf-text.ts';
import { aProfile } from '../support/test-profile.ts';
import { DeskFiller } from './fill-desk.ts';
import { fillForm, fillItem } from './fill-item.ts';

const profile = aProfile();
const required = catalog.items.filter((item) => item.level === 'required');
const others = catalog.items.filter((item) => item.level !== 'required');

test('the whole job: welcome, every item, restart, READY, report', async ({ shell, dataDir }) => {
  test.setTimeout(600_000);
  let app = await launchApp({ dataDir, shell });
  const today = await todayOf(app.page);
  const answersOf = (item: Item): Answers => item.example({ today, profile });
  const desks = new DeskFiller(() => app.page, profile, today);

  await test.step('the welcome page tailors the list', async () => {
    await expect(app.page.getByRole('heading', { level: 1, name: 'Welcome to First Claim' })).toBeVisible();
    await fillForm(app.page, 'profile', catalog.profileFields, toProfileAnswers(profile), profile);
    await app.page.getByRole('link', { name: 'Continue' }).press('Enter');
    await expectVerdict(app.page, 'Not ready', `0 of ${required.length} required items settled`);
  });

  const half = Math.floor(required.length / 2);
  await test.step('the first half of the required items', () =>
    fillAll(app.page, required.slice(0, half), answersOf, desks));
  await test.step('a restart keeps every answer', async () => {
    await go(app.page, '/');
    // What is recorded on a page of its own can settle an item of the other half along the way.
    const settled = await settledOf(app.page);
    expect(settled).toBeGreaterThanOrEqual(half);
    app = await restart(app, () => launchApp({ dataDir, shell }));
    await go(app.page, '/');
    await expectVerdict(app.page, 'Not ready', `${settled} of ${required.length} required items settled`);
  });
  await test.step('the other half', () => fillAll(app.page, required.slice(half), answersOf, desks));
  await test.step('only recommended items are open', async () => {
    await go(app.page, '/');
    await expectVerdict(app.page, 'Ready with gaps', `${required.length} of ${required.length} required`);
  });
  await test.step('the rest', () => fillAll(app.page, others, answersOf, desks));
  await test.step('ready, and still so after a restart', async () => {
    app = await restart(app, () => launchApp({ dataDir, shell }));
    await go(app.page, '/');
    await expectVerdict(app.page, 'Ready', `${required.length} of ${required.length} required`);
    await go(app.page, '/gate');
    await expect(app.page.getByRole('main')).toContainText('Yes');
  });
  await test.step('the report holds every answer, on screen, in the PDF, the JSON and the CSV', async () => {
    const expected = catalog.items.flatMap((item) => printed(item.fields, answersOf(item), profile));
    expect(expected.length).toBeGreaterThan(500);
    await go(app.page, '/report');
    await expect(app.page.getByText('page 1 of', { exact: false }).first()).toBeVisible();
    const screen = squeeze(await app.page.getByRole('main').innerText());
    for (const name of ['Save PDF', 'Save JSON', 'Save CSV']) {
      await app.page.getByRole('button', { name }).press('Enter');
      await expect(app.page.getByText('Saved as', { exact: false }).first()).toContainText(
        name.slice(5).toLowerCase(),
        {
          timeout: 60_000,
        },
      );
    }
    const paper = await readPdf(join(app.exportsFolder, `readiness-report-${today}.pdf`));
    const json = readFileSync(join(app.exportsFolder, `readiness-report-${today}.json`), 'utf8');
    const csv = squeeze(readFileSync(join(app.exportsFolder, `readiness-report-${today}.csv`), 'utf8'));
    expect(expected.filter((text) => !screen.includes(squeeze(text)))).toEqual([]);
    expect(expected.filter((text) => !paper.text.includes(squeeze(text)))).toEqual([]);
    expect(screen).toContain(`page${paper.pages}of${paper.pages}`);
    // The Electron of the tests is too old for tags and bookmarks.
    if (shell === 'preview') {
      expect(paper.isTagged).toBe(true);
      const titles = paper.outline.map(squeeze);
      expect(catalog.items.filter((item) => !titles.includes(squeeze(item.title)))).toEqual([]);
    }
    expect(expected.filter((text) => !csv.includes(squeeze(text.replaceAll('"', '""'))))).toEqual([]);
    expect(JSON.parse(json)).toBeTruthy();
    expect(expected.filter((text) => !json.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  });
  expect(app.outbound).toEqual([]);
  await app.close();
});

async function fillAll(
  page: Page,
  items: readonly Item[],
  answersOf: (item: Item) => Answers,
  desks: DeskFiller,
): Promise<void> {
  for (const item of items) {
    await test.step(item.id, async () => {
      await desks.fillFor(item);
      await fillItem(page, item, answersOf(item), profile);
      await expect(page.locator('main').getByText(/^Done/).first()).toBeVisible();
    });
  }
}

async function restart(app: LaunchedApp, launch: () => Promise<LaunchedApp>): Promise<LaunchedApp> {
  expect(app.outbound).toEqual([]);
  await app.close();
  return launch();
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

async function expectVerdict(page: Page, verdict: string, headline: string): Promise<void> {
  await expect(page.getByRole('main').getByText(verdict, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText(headline);
}

/** How many required items the overview calls settled. */
async function settledOf(page: Page): Promise<number> {
  const headline = page.getByText(/\d+ of \d+ required items settled/).first();
  return Number(/(\d+) of \d+ required/.exec(await headline.innerText())?.[1]);
}

async function todayOf(page: Page): Promise<string> {
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value.today;
}

/** Every recorded value as a person reads it: the report must hold each one. */
function printed(fields: readonly Field[], answers: Answers, who: Profile): readonly string[] {
  return fields.flatMap((field) => {
    const value = answers[field.id];
    if (value === undefined) return [];
    // A text of several lines can be torn between two pages.
    if (field.type !== 'rows') return formatAnswer(field, value).split(/; |\n/);
    return (value as readonly Row[]).flatMap((row) => printed(field.fields, row, who));
  });
}
