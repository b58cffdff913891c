import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { openTrap } from '../support/loopback-trap.ts';

test.use({ mayKnock: true });

// Real Electron only: what the engine would do by itself, and no rule of a page's policy is about.

function electronOf({ electron }: LaunchedApp): NonNullable<LaunchedApp['electron']> {
  if (electron === null) throw new Error('These tests are about Electron.');
  return electron;
}

/** Covers the page with a link. */
function plantLink(page: Page, href: string): Promise<void> {
  return page.evaluate((address) => {
    const link = document.createElement('a');
    Object.assign(link, { href: address, id: 'planted', textContent: 'planted link' });
    link.style.cssText = 'position: fixed; inset: 0; z-index: 99999; background: white;';
    document.body.append(link);
  }, href);
}

test('a window that goes to an address of the engine’s own is brought back', async ({ app }) => {
  const { page } = app;
  for (const address of ['about:blank', 'about:blank#blocked', 'about:srcdoc']) {
    await page.evaluate((target) => location.assign(target), address).catch(() => {});
    await page.waitForURL(/^app:\/\/first-claim\/index\.html/);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
  expect(await page.evaluate(() => window.firstClaim.loadPlan({}))).toMatchObject({ ok: true });
});

test('no click with a key or another button opens a window, and nothing that is dropped is opened', async ({
  app,
}) => {
  const { page } = app;
  const before = page.url();
  await plantLink(page, 'app://first-claim/index.html');
  await page.mouse.click(20, 20, { button: 'middle' });
  for (const key of ['Control', 'Shift', 'Alt']) {
    await page.keyboard.down(key);
    await page.mouse.click(20, 20);
    await page.keyboard.up(key);
  }
  await page.evaluate(() => document.getElementById('planted')?.remove());
  const session = await page.context().newCDPSession(page);
  const link = {
    items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }],
    dragOperationsMask: 1,
  };
  const file = { items: [], files: [process.execPath], dragOperationsMask: 1 };
  for (const data of [link, file]) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
  }
  expect(await page.evaluate(() => window.firstClaim.loadPlan({}))).toMatchObject({ ok: true });
  expect(page.url()).toBe(before);
  expect(electronOf(app).windows()).toHaveLength(1);
});

test('a page saves no file, and gets none, by the engine’s own dialogs', async ({ app }) => {
  const electron = electronOf(app);
  await electron.evaluate(({ session }) => {
    const downloads: boolean[] = [];
    Object.assign(globalThis, { downloads });
    session.defaultSession.on('will-download', (event) => downloads.push(event.defaultPrevented));
  });
  const pickers = await app.page.evaluate(() => {
    const blob = URL.createObjectURL(new Blob(['x']));
    for (const href of ['data:text/plain,x', 'app://first-claim/index.html', blob]) {
      const link = document.createElement('a');
      Object.assign(link, { href, download: 'invoice.pdf.desktop' });
      link.click();
    }
    return ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter(
      (name) => name in window,
    );
  });
  expect(pickers).toEqual([]);
  await expect
    .poll(() => electron.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads))
    .toEqual([true, true, true]);
});

test('devices, keys and payments are out of reach', async ({ app }) => {
  const refused = await app.page.evaluate(async () => {
    const { usb, hid, serial, bluetooth } = navigator as unknown as Record<
      string,
      Record<string, (options?: object) => Promise<unknown>> | undefined
    >;
    const failure = (work: () => Promise<unknown> | undefined): Promise<string> =>
      (async () => work())().then(
        (value) =>
          Array.isArray(value) && value.length === 0 ? 'none' : value === undefined ? 'absent' : 'allowed',
        (error: unknown) => (error as Error).name,
      );
    return Promise.all([
      failure(() => usb?.requestDevice?.({ filters: [] })),
      failure(() => hid?.requestDevice?.({ filters: [] })),
      failure(() => serial?.requestPort?.()),
      failure(() => bluetooth?.requestDevice?.({ acceptAllDevices: true })),
      failure(() => navigator.requestMIDIAccess({ sysex: true })),
      failure(() => navigator.wakeLock.request('screen')),
      failure(() => navigator.clipboard.writeText('x')),
      failure(() => document.documentElement.requestPointerLock() as unknown as Promise<unknown>),
      failure(() => navigator.mediaDevices.enumerateDevices()),
    ]);
  });
  expect(refused).not.toContain('allowed');
});

test('the app’s protocol answers nothing but plain requests for its own files', async ({ app }) => {
  const answers = await electronOf(app).evaluate(async ({ net }) => {
    const ask = (url: string, init: RequestInit = {}): Promise<number> =>
      net.fetch(url, init).then(
        ({ status }) => status,
        () => 0,
      );
    const own = 'app://first-claim';
    return {
      methods: await Promise.all(
        ['HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method) => ask(`${own}/index.html`, { method })),
      ),
      range: await ask(`${own}/index.html`, { headers: { Range: 'bytes=0-3' } }),
      hosts: await Promise.all(
        [
          'first-claim.',
          'first-claim.evil',
          'first-claim%2eevil',
          'xn--first-claim',
          '127.0.0.1',
          'evil%40first-claim',
        ].map((host) => ask(`app://${host}/index.html`)),
      ),
      paths: await Promise.all(
        [
          `/${'a'.repeat(100_000)}.js`,
          '/index.html%00',
          '/index.html%2500.js',
          '/index.html.',
          '/index.html%20',
          '/INDEX.HTML',
          '/assets%5c..%5cindex.html',
          '/%c0%ae%c0%ae/index.html',
          '/%uff0e%uff0e/index.html',
          '/index.html;x.js',
          '/index.html::$DATA',
          '/nul.js',
          '/./.././index.html/',
        ].map((path) => ask(own + path)),
      ),
    };
  });
  expect(answers.methods).toEqual([405, 405, 405, 405, 405]);
  expect(answers.range).toBe(200);
  for (const status of answers.hosts) expect([0, 403]).toContain(status);
  for (const status of answers.paths) expect([0, 404]).toContain(status);
});

test('not even a window that is told to load a page of the network asks for it', async ({ app }) => {
  const trap = await openTrap();
  const trouble = await electronOf(app).evaluate(async ({ BrowserWindow }, address) => {
    const stranger = new BrowserWindow({ show: false });
    const code = await stranger.loadURL(address).then(
      () => 'loaded',
      (error: { code: string }) => error.code,
    );
    stranger.destroy();
    return code;
  }, trap.address);
  expect(trouble).toBe('ERR_BLOCKED_BY_CLIENT');
  expect(trap.knocks).toEqual([]);
  await trap.close();
});
