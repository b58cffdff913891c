import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { RecordKind } from '../../shared/domain/plan.ts';
import type { Bridge } from '../../shared/ipc/contract.ts';
import { test } from '../support/app-test.ts';
import { launchApp } from '../support/launch-app.ts';

// Each differs from the one before it, also from the last round to the next, and none is where the app starts.
const fixedScreens = [
  '/nowhere',
  '/',
  '/welcome',
  '/gate',
  '/connection',
  '/security-rule',
  '/breach',
  '/vetting',
  '/compare',
  '/partners',
  '/calendar',
  '/guides',
  '/sources',
  '/report',
  '/history',
  '/history/item/biz-ein',
  '/backups',
  '/archive',
  '/vetting/call-script',
  ...catalog.sections.map((section) => `/section/${section.id}`),
  ...catalog.items.map((item) => `/item/${item.id}`),
];

/** Every screen there is with this plan: the entries of its lists have a page each, and one of each kind is enough. */
async function screensOf(page: Page): Promise<readonly string[]> {
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { records } = loaded.value.plan;
  const pageOf = (kind: RecordKind, path: string): readonly string[] =>
    records
      .filter((record) => record.kind === kind)
      .slice(0, 1)
      .map(({ id }) => `${path}/${encodeURIComponent(id)}`);
  return [
    ...fixedScreens,
    ...pageOf('clearinghouse', '/vetting'),
    ...pageOf('billing-software', '/vetting'),
    ...pageOf('partner', '/partners'),
  ];
}

/** Unfolds what a page keeps folded. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
    const buttons = [...document.querySelectorAll<HTMLElement>('main button[aria-expanded="false"]')];
    for (const button of buttons.filter((each) => !each.hasAttribute('aria-haspopup')).slice(0, 4)) {
      button.click();
    }
  });
}

// The driver's own evaluation is not subject to the page's policy, which would refuse a script tag.
declare const window: Window & {
  readonly firstClaim: Bridge;
  readonly axe: { readonly run: () => Promise<AxeResults> };
};

/** Goes to a screen and waits until its own heading has taken the place of the last one. */
async function show(page: Page, path: string): Promise<void> {
  const last = await page.locator('h1').first().elementHandle();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.waitForFunction((heading) => {
    const now = document.querySelector('h1');
    return now !== null && now !== heading;
  }, last);
  if (path === '/report') await expect(page.getByText('page 1 of', { exact: false }).first()).toBeVisible();
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

for (const plan of ['empty', 'sample'] as const) {
  test(`axe finds nothing on any screen, light or dark (${plan} plan${plan === 'empty' ? ', @layout' : ''})`, async ({
    shell,
    dataDir,
  }) => {
    test.setTimeout(600_000);
    const { page, close, outbound } = await launchApp({ dataDir, shell, sample: plan === 'sample' });
    await page.evaluate(axe.source);
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const path of await screensOf(page)) {
        await show(page, path);
        await unfold(page);
        found.push(
          ...(await violationsOn(page)).map((violation) => `${path} (${colorScheme}): ${violation}`),
        );
      }
    }
    await close();
    expect(outbound).toEqual([]);
    expect(found).toEqual([]);
  });
}

test('nothing is cut off: no screen scrolls sideways at 1024×640 or at 200 % zoom (@layout)', async ({
  shell,
  dataDir,
}) => {
  test.setTimeout(300_000);
  const { page, close, outbound } = await launchApp({ dataDir, shell, sample: true });
  const wide: string[] = [];
  for (const size of [
    { width: 1024, height: 640 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    for (const path of await screensOf(page)) {
      await show(page, path);
      await unfold(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${path} at ${size.width}: ${over} px`);
    }
  }
  await close();
  expect(outbound).toEqual([]);
  expect(wide).toEqual([]);
});
