import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { createApplication } from '../../electron/application/create-application.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { test } from '../support/app-test.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { hostilePlan } from '../support/hostile-plan.ts';
import { launchApp } from '../support/launch-app.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { readPdf, squeeze } from '../support/pdf-text.ts';
import { aProfile } from '../support/test-profile.ts';

const today = new Date().toISOString().slice(0, 10);

/** Fills a data folder with a plan, as the example plan gets there. */
function fillFolder(dataFolder: string, plan: Plan): void {
  const opened = createApplication(catalog, () => plan, {
    dataFolder,
    shell: aFakeShell(),
    clock: { today: () => today, now: () => new Date().toISOString() },
    newId: randomUUID,
    version: '0.0.0-test',
    notice: null,
    sample: true,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  opened.value.close();
}

function screensOf(plan: Plan): readonly string[] {
  const folders: Readonly<Partial<Record<string, string>>> = {
    clearinghouse: '/vetting',
    'billing-software': '/vetting',
    partner: '/partners',
  };
  const entries = plan.records.flatMap(({ kind, id }) =>
    folders[kind] === undefined ? [] : [`${folders[kind]}/${encodeURIComponent(id)}`],
  );
  return [
    '/welcome',
    '/gate',
    '/connection',
    '/security-rule',
    '/breach',
    '/vetting',
    '/compare',
    '/partners',
    '/calendar',
    '/sources',
    ...entries,
    ...catalog.sections.map(({ id }) => `/section/${id}`),
    ...catalog.items.map(({ id }) => `/item/${id}`),
    '/report',
    '/',
  ];
}

/** Shows a screen, unfolds it, and returns what a person could read on it and in its fields. */
async function readScreen(page: Page, path: string): Promise<string> {
  return page.evaluate(async (hash) => {
    const before = document.querySelector('h1');
    window.location.hash = hash;
    const deadline = performance.now() + 10_000;
    while (document.querySelector('h1') === before || document.querySelector('h1') === null) {
      if (performance.now() > deadline) throw new Error(`${hash} did not come up`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const main = document.querySelector('main') ?? document.body;
    for (const folded of main.querySelectorAll('details')) folded.setAttribute('open', '');
    const text = (): string => {
      const fields = [...main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
      return [main.textContent, ...fields.map(({ value }) => value)].join('\n');
    };
    // What is unfolded may hold more to unfold. Done when nothing new has come for a few frames.
    const pressed = new Set<Element>();
    for (let last = '', quiet = 0; quiet < 2 && performance.now() < deadline; ) {
      for (const button of main.querySelectorAll<HTMLElement>('button[aria-expanded="false"]')) {
        if (!button.hasAttribute('aria-haspopup') && !pressed.has(button)) button.click();
        pressed.add(button);
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
      quiet = text() === last ? quiet + 1 : 0;
      last = text();
    }
    return text();
  }, path);
}

/** Elements that could only have come out of a text. */
function plantedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('[onerror], img[src="x"], body script')].map(
      ({ outerHTML }) => outerHTML,
    ),
    ...('planted' in window ? ['window.planted'] : []),
  ]);
}

test('formulas and markup in every text stay text: on every screen, in the PDF and in the spreadsheets', async ({
  shell,
  dataDir,
}) => {
  test.setTimeout(240_000);
  const { plan, texts } = hostilePlan(catalog, aProfile(), today);
  fillFolder(dataDir, plan);
  const app = await launchApp({ dataDir, shell });
  const { page } = app;
  const odd: string[] = [];
  page.on('dialog', (dialog) => {
    odd.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const seen: string[] = [];
  for (const path of screensOf(plan)) {
    seen.push(await readScreen(page, path));
    for (const planted of await plantedIn(page)) odd.push(`${path}: ${planted}`);
  }
  expect(odd).toEqual([]);
  // As text it is all there, save how a check was made, which only the JSON tells.
  const found = JSON.stringify(plan.checks);
  const written = texts.filter((text) => !found.includes(text));
  const onScreen = seen.join('\n');
  expect(written.filter((text) => !onScreen.includes(text))).toEqual([]);

  const save = async (format: 'pdf' | 'csv' | 'rule-csv'): Promise<string> => {
    const saved = await page.evaluate(
      (wanted) => window.firstClaim.exportReport({ format: wanted, paper: 'letter' }),
      format,
    );
    if (!saved.ok) throw new Error(saved.error.message);
    return join(app.exportsFolder, saved.value.fileName);
  };
  const pdf = (await readPdf(await save('pdf'))).text;
  expect(written.filter((text) => !pdf.includes(squeeze(text)))).toEqual([]);
  for (const format of ['csv', 'rule-csv'] as const) {
    const cells = parseCsv(readFileSync(await save(format), 'utf8').slice(1)).flat();
    expect(cells.filter((cell) => cell.includes('<img')).length).toBeGreaterThan(0);
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  }
  expect(await plantedIn(page)).toEqual([]);
  expect(app.outbound).toEqual([]);
  await app.close();
});
