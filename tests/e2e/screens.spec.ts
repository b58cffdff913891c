import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { catalog } from '../../shared/catalog/catalog.ts';
import { test } from '../support/app-test.ts';
import { launchApp } from '../support/launch-app.ts';

const fixed = ['/', '/welcome', '/gate', '/calendar', '/guides', '/sources', '/report', '/nowhere'];
const screens = [
  ...fixed,
  ...catalog.sections.map((section) => `/section/${section.id}`),
  ...catalog.items.map((item) => `/item/${item.id}`),
];

async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
}

for (const plan of ['empty', 'sample'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any screen (${plan} plan, ${colorScheme})`, async ({ shell, dataDir }) => {
      test.skip(shell === 'electron' && plan === 'empty', 'the same pages; the sample shows more of them');
      test.setTimeout(300_000);
      const { page, close } = await launchApp({ dataDir, shell, sample: plan === 'sample' });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const path of screens) {
        await show(page, path);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(shell === 'electron').analyze();
        found.push(...violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html ?? ''}`));
      }
      await close();
      expect(found).toEqual([]);
    });
  }
}

test('nothing is cut off: no screen scrolls sideways at 1024×640 or at 200 % zoom', async ({
  shell,
  dataDir,
}) => {
  test.setTimeout(300_000);
  test.skip(shell === 'electron', 'the layout is the same; the preview can set the size of its page');
  const { page, close } = await launchApp({ dataDir, shell, sample: true });
  const wide: string[] = [];
  for (const size of [
    { width: 1024, height: 640 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    for (const path of screens) {
      // The report is a sheet of paper: its desk may scroll, the page around it may not.
      await show(page, path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${path} at ${size.width}: ${over} px`);
    }
  }
  await close();
  expect(wide).toEqual([]);
});
