import { expect } from 'playwright/test';
import { test } from '../support/app-test.ts';

test.use({ mayKnock: true });

// The preview only: it keeps to the same rules as Electron, by its own means.

test('a link to elsewhere goes nowhere, and nothing leaves the computer', async ({ app }) => {
  const { page } = app;
  const before = page.url();
  await page.evaluate(() => location.assign('https://example.com/'));
  await page.evaluate(() => fetch('https://example.com/data').catch(() => {}));
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  expect(page.url()).toBe(before);
  // The policy stops the second one before it is a request.
  expect(app.outbound).toEqual(['https://example.com/']);
});

test('no second window stays open', async ({ app }) => {
  for (const url of ['', 'https://first-claim.invalid/index.html', 'https://example.com/']) {
    await app.page.evaluate((address) => {
      (window as unknown as { opened: Window | null }).opened = window.open(address);
    }, url);
    const isClosed = () =>
      app.page.evaluate(() => (window as unknown as { opened: Window | null }).opened?.closed ?? true);
    await expect.poll(isClosed).toBe(true);
  }
  expect(app.page.context().pages()).toEqual([app.page]);
});

test('a frame inside the page may not talk to the application', async ({ app }) => {
  const answer = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow as unknown as {
      __firstClaimInvoke: (channel: string, payload: unknown) => Promise<unknown>;
    };
    return inside.__firstClaimInvoke('loadPlan', {});
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-sender' } });
});

test('the pages carry the same policy as in Electron', async ({ app }) => {
  const response = await app.page.reload();
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
});

test('the bridge is the one Electron has, and frozen', async ({ app }) => {
  const seen = await app.page.evaluate(() => [
    typeof window.firstClaim.loadPlan,
    Object.isFrozen(window.firstClaim),
    Reflect.set(window, 'firstClaim', {}),
  ]);
  expect(seen).toEqual(['function', true, false]);
});

test('a window whose process dies is replaced by one at the same place, with what was saved', async ({
  app,
}) => {
  const { page } = app;
  const context = page.context();
  await page.evaluate(async () => {
    await window.firstClaim.answerProfile({ patch: { business_name: 'Lasting Billing' } });
    window.location.hash = '/gate';
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const devTools = await context.newCDPSession(page);
  const next = context.waitForEvent('page');
  // A dying page never answers.
  void devTools.send('Page.crash').catch(() => {});
  const revived = await next;
  await expect(revived.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => new URL(revived.url()).hash).toBe('#/gate');
  expect(JSON.stringify(await revived.evaluate(() => window.firstClaim.loadPlan({})))).toContain(
    'Lasting Billing',
  );
  await expect.poll(() => context.pages().length).toBe(1);
});
