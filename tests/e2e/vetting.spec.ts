import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { recordFields, recordKinds } from '../../shared/catalog/record-kinds.ts';
import { authorityChecksField } from '../../shared/catalog/vetting/authority-fields.ts';
import type { Answers, Row } from '../../shared/domain/field.ts';
import { addDays } from '../../shared/domain/iso-date.ts';
import { aClearinghouse } from '../support/a-clearinghouse.ts';
import { itemWithId } from '../support/a-plan.ts';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { readPdf, squeeze } from '../support/pdf-text.ts';
import { aProfile } from '../support/test-profile.ts';
import { addCandidate, askedOf, goTo, openStep } from './fill-desk.ts';
import { fillCells, fillForm, openItem, whenSaved } from './fill-item.ts';

// The vetting desk in the running app: three clearinghouses looked into by keyboard, compared, and one of them chosen.

const profile = aProfile();
const NAME = 'Clearwater Claims Exchange';

/** The flawless clearinghouse, with its days moved to today. */
function flawless(today: string): Answers {
  const text = JSON.stringify(aClearinghouse({ mhcc: null }))
    .replaceAll(/2026-11-\d\d/g, today)
    .replaceAll('2028-01-31', addDays(today, 400));
  return JSON.parse(text) as Answers;
}

async function todayOf(page: Page): Promise<string> {
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value.today;
}

/** Fills every step of the candidate on screen but the offices and the decision. */
async function fillSteps(page: Page, id: string, answers: Answers): Promise<void> {
  for (const group of recordKinds.clearinghouse.groups) {
    if (['authorities', 'decision'].includes(group.id)) continue;
    const ids = group.fields.map((field) => field.id);
    const fields = askedOf(recordFields('clearinghouse'), answers).filter((field) => ids.includes(field.id));
    await openStep(page, group.id);
    await fillForm(page, `record/clearinghouse/${id}`, fields, answers, profile);
  }
}

/** Goes through everybody to ask, and records what each said. */
async function askEverybody(page: Page, id: string, answers: Answers): Promise<void> {
  await openStep(page, 'authorities');
  const target = `record/clearinghouse/${id}`;
  const checks = (answers.authority_checks ?? []) as readonly Row[];
  const asked = page.getByRole('list', { name: 'Whom to ask' }).locator(':scope > li');
  for (const check of checks) {
    const kind = String(check.office_kind);
    const button = page.locator(`[id^="inquiry-${kind}"][id$="-toggle"]`);
    const at = await placeOf(page, kind, check);
    await button.nth(at).press('Enter');
    const row = asked.filter({ has: page.locator('[aria-expanded="true"][id^="inquiry-"]') });
    await row.getByRole('button', { name: /^Record (an answer|a search)$/ }).press('Enter');
    const toggle = row.locator(`[id^="${target}.authority_checks."][id$="-toggle"]`).last();
    const rowPath = ((await toggle.getAttribute('id')) ?? '').slice(0, -'-toggle'.length);
    const { office_kind: _kind, state: _state, rowId: _rowId, ...said } = check;
    const cells = askedOf(authorityChecksField.fields, check).filter(({ id: cell }) => cell in said);
    await fillCells(page, rowPath, cells as typeof authorityChecksField.fields, check);
    if (kind === 'bbb') {
      const bbb = recordKinds.clearinghouse.groups.find((group) => group.id === 'authorities')?.fields ?? [];
      const fields = askedOf(recordFields('clearinghouse'), answers).filter(
        (field) =>
          bbb.some((each) => each.id === field.id) &&
          !['authority_checks', 'searched_names'].includes(field.id),
      );
      await fillForm(page, target, fields, answers, profile);
    }
    await whenSaved(page);
    await button.nth(at).press('Enter');
  }
}

/** Offices of two states are two lines: the home state's comes first. */
async function placeOf(page: Page, kind: string, check: Row): Promise<number> {
  const lines = await page.locator(`[id^="inquiry-${kind}"][id$="-toggle"]`).count();
  return lines > 1 && check.state !== profile.homeState ? 1 : 0;
}

const verdictIn = (page: Page) => page.getByRole('main');

/** What the page on screen puts on paper. */
async function printed({ page, electron }: LaunchedApp, folder: string): Promise<string> {
  const path = join(folder, 'printed.pdf');
  if (electron === null) await page.pdf({ path });
  else {
    const bytes = await electron.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const pdf = await window?.webContents.printToPDF({});
      return pdf === undefined ? [] : [...pdf];
    });
    writeFileSync(path, Buffer.from(bytes));
  }
  return squeeze((await readPdf(path)).text);
}

test('three clearinghouses are looked into, compared, and one is chosen', async ({ app, dataDir }) => {
  test.setTimeout(300_000);
  const { page } = app;
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const today = await todayOf(page);
  const patch = { home_state: profile.homeState, client_states: [...profile.clientStates] };
  expect(
    await page.evaluate((wanted) => window.firstClaim.answerProfile({ patch: wanted }), patch),
  ).toMatchObject({
    ok: true,
  });
  const good = flawless(today);

  await test.step('the first, with everything in order', async () => {
    const id = await addCandidate(page, 'clearinghouse', NAME);
    await expect(verdictIn(page)).toContainText('On hold: not finished');
    await fillSteps(page, id, good);
    await askEverybody(page, id, good);
    await expect(verdictIn(page)).toContainText('100 of 100 points');
    await expect(page.getByRole('complementary')).toContainText('Nothing is on hold.');
  });

  await test.step('the second promises clients', async () => {
    const id = await addCandidate(page, 'clearinghouse', 'Easy Money Claims Kit');
    await openStep(page, 'offer');
    const offer: Answers = {
      name: 'Easy Money Claims Kit',
      offered: true,
      turned_down: false,
      covered_new_business: true,
      covered_payment: true,
      covered_provides: true,
      promised_clients: true,
      disclosure_date: addDays(today, -3),
      paid_or_signed: today,
      red_flags: ['doctors-waiting', 'pressure'],
    };
    const group = recordKinds.clearinghouse.groups.find((each) => each.id === 'offer');
    const fields = askedOf(recordFields('clearinghouse'), offer).filter((field) =>
      group?.fields.some((each) => each.id === field.id),
    );
    await fillForm(page, `record/clearinghouse/${id}`, fields, offer, profile);
    await expect(verdictIn(page)).toContainText('Do not sign');
  });

  await test.step('the third is hardly looked at', async () => {
    await addCandidate(page, 'clearinghouse', 'Plain EDI');
    await expect(verdictIn(page)).toContainText('On hold: not finished');
  });

  await test.step('a name that is taken is refused, and stays in the box', async () => {
    await goTo(page, '/vetting', 'Vetting desk');
    const box = page.locator('[id="new-clearinghouse"]');
    await box.fill('  plain  edi ');
    await box.press('Enter');
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    await expect(box).toHaveValue('  plain  edi ');
    await box.fill('');
  });

  await test.step('side by side, hard stops first, on screen and on paper', async () => {
    for (const name of [NAME, 'Easy Money Claims Kit', 'Plain EDI']) {
      await page.getByRole('checkbox', { name: new RegExp(name) }).press('Space');
    }
    await page
      .getByRole('link', { name: /side by side|Compare/ })
      .first()
      .press('Enter');
    await page.getByRole('heading', { level: 1, name: /side by side/ }).waitFor();
    const table = page.getByRole('table');
    await expect(table).toContainText('Do not sign');
    await expect(table).toContainText('differs');
    const paper = await printed(app, dataDir);
    for (const text of [NAME, 'Easy Money Claims Kit', 'Plain EDI', 'Do not sign', 'Hard stops']) {
      expect(paper).toContain(squeeze(text));
    }
    expect(paper).not.toContain(squeeze('Everything stays on this computer'));
  });

  await test.step('one is chosen: why, and why not the others', async () => {
    await goTo(page, '/vetting', 'Vetting desk');
    await page
      .getByRole('link', { name: new RegExp(NAME) })
      .first()
      .press('Enter');
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await openStep(page, 'decision');
    await page.getByRole('button', { name: `Choose ${NAME}…` }).press('Enter');
    await page.getByLabel(`Why ${NAME}`).fill('Everything was in order');
    await page.getByLabel(/^Why not Easy Money Claims Kit/).fill('It promised clients');
    await page.getByRole('button', { name: `Choose ${NAME}`, exact: true }).press('Enter');
    await expect(page.getByRole('main')).toContainText('You chose this clearinghouse');
    await expect(page.getByRole('main')).toContainText('It is one of your partners');
  });

  await test.step('the items and the gate follow', async () => {
    for (const id of ['clh-ag', 'clh-consumer', 'clh-bbb', 'clh-bizopp', 'clh-capability'] as const) {
      await openItem(page, itemWithId(id));
      await expect(page.getByRole('main')).toContainText('From the page “Vetting desk”');
      await expect(page.getByRole('main')).not.toContainText('Blocks you');
    }
    await openItem(page, itemWithId('clh-baa'));
    await expect(page.getByRole('main')).toContainText(NAME);
    await goTo(page, '/gate', 'May I touch patient data today?');
    await expect(page.getByRole('main')).toContainText('Sign the clearinghouse BAA');
    await goTo(page, '/partners', 'Partners');
    await expect(page.getByRole('main')).toContainText(NAME);
  });

  await test.step('the report prints the comparison, the decision and the chain of agreements', async () => {
    await page.evaluate(() => {
      window.location.hash = '/report';
    });
    await page.getByRole('button', { name: 'Save PDF' }).press('Enter');
    await expect(page.getByText('Saved as', { exact: false }).first()).toContainText('pdf', {
      timeout: 60_000,
    });
    const { text } = await readPdf(join(app.exportsFolder, `readiness-report-${today}.pdf`));
    for (const words of [
      'Chain of agreements',
      NAME,
      'Everything was in order',
      'It promised clients',
      'Do not sign',
    ]) {
      expect(squeeze(text)).toContain(squeeze(words));
    }
  });

  await test.step('a hard stop of the chosen one blocks its items', async () => {
    await goTo(page, '/vetting', 'Vetting desk');
    await page
      .getByRole('link', { name: new RegExp(NAME) })
      .first()
      .press('Enter');
    await openStep(page, 'offer');
    const path = `record/clearinghouse/${decodeURIComponent(page.url().split('/vetting/')[1] ?? '')}`;
    await page.locator(`[id="${path}.offered"] input[value="yes"]`).press('Space');
    await page.locator(`[id="${path}.turned_down"] input[value="no"]`).press('Space');
    await page.locator(`[id="${path}.promised_clients"] input[value="yes"]`).press('Space');
    await whenSaved(page);
    await expect(verdictIn(page)).toContainText('Do not sign');
    await openItem(page, itemWithId('clh-bizopp'));
    await expect(page.getByRole('main')).toContainText('Blocks you');
  });
});

test('what cannot be is refused beside its field, and what was typed stays', async ({ app }) => {
  const { page } = app;
  const id = await addCandidate(page, 'clearinghouse', 'Somewhere EDI');
  const path = `record/clearinghouse/${id}`;
  const today = await todayOf(page);
  const BAD: readonly (readonly [step: string, field: string, typed: string])[] = [
    ['company', 'url', 'http://somewhere.example.com'],
    ['support', 'uptime', '120'],
    ['security', 'checked', addDays(today, 30)],
    ['company', 'portal_address', 'ann:secret@portal.example.com'],
  ];
  for (const [step, field, typed] of BAD) {
    await test.step(`${field}: ${typed}`, async () => {
      await openStep(page, step);
      const control = page.locator(`[id="${path}.${field}"]`);
      await control.fill(typed);
      await control.blur();
      await expect(control).toHaveAttribute('aria-invalid', 'true');
      await expect(control).toHaveValue(typed);
    });
  }
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  expect(loaded.ok && loaded.value.plan.records.map(({ answers }) => answers)).toEqual([
    { name: 'Somewhere EDI' },
  ]);
});
