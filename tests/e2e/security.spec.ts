import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import { test } from '../support/app-test.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';

test.use({ mayKnock: true });

// Real Electron only: each rule of electron/security/ seen to hold in the running app.

function electronOf({ electron }: LaunchedApp): NonNullable<LaunchedApp['electron']> {
  if (electron === null) throw new Error('These tests are about Electron.');
  return electron;
}

/** Puts a link into the page and clicks it as a user would. */
async function clickLink(page: Page, href: string, target = ''): Promise<void> {
  await page.evaluate(
    ([address, name]) => {
      const link = document.createElement('a');
      link.href = address;
      link.target = name;
      link.textContent = 'planted link';
      link.style.cssText = 'position: fixed; inset: 0; z-index: 99999; background: white;';
      document.body.append(link);
    },
    [href, target] as const,
  );
  await expect(page.getByText('planted link')).toBeVisible();
  // Not `click()`: that would wait for the navigation to finish, which is never to begin.
  await page.mouse.click(20, 20);
  await page.evaluate(() => document.body.lastElementChild?.remove());
}

test.describe('leaving the page', () => {
  for (const href of [
    'https://example.com/',
    'https://example.com/?next=app://first-claim/',
    'app://first-claim/report.html',
    'app://evil/index.html',
    'file:///etc/passwd',
    'data:text/html,<h1>elsewhere</h1>',
  ]) {
    test(`a link to ${href} goes nowhere`, async ({ app }) => {
      const { page } = app;
      const before = page.url();
      await clickLink(page, href);
      await page.evaluate((address) => location.assign(address), href).catch(() => {});
      // Asked in the page: Playwright's locators wait for a navigation that was refused.
      const after = await page.evaluate(async () => {
        await window.firstClaim.loadPlan({});
        return { address: location.href, headings: document.querySelectorAll('h1').length };
      });
      expect(after.address).toBe(before);
      expect(after.headings).toBeGreaterThan(0);
      expect(app.outbound).toEqual([]);
    });
  }

  test('a javascript: link runs nothing', async ({ app }) => {
    const { page } = app;
    await clickLink(page, 'javascript:void(window.planted = true)');
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
  });

  test('no second window opens', async ({ app }) => {
    const { page } = app;
    await clickLink(page, 'app://first-claim/index.html', '_blank');
    const opened = await page.evaluate(() => [
      window.open('https://example.com/'),
      window.open('app://first-claim/index.html'),
      window.open(''),
    ]);
    expect(opened).toEqual([null, null, null]);
    expect(electronOf(app).windows()).toHaveLength(1);
    expect(app.outbound).toEqual([]);
  });

  test('the page can be loaded again', async ({ app }) => {
    await app.page.evaluate(() => location.reload());
    await expect(app.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  });
});

test.describe('the app’s own protocol', () => {
  test('serves the page with the policy, and nothing outside its folder', async ({ app }) => {
    const answers = await electronOf(app).evaluate(async ({ net }) => {
      const ask = async (url: string, method = 'GET') => {
        const answer = await net.fetch(url, { method }).catch((error: unknown) => String(error));
        return typeof answer === 'string'
          ? { status: 0, policy: answer, body: '' }
          : {
              status: answer.status,
              policy: answer.headers.get('content-security-policy') ?? '',
              body: await answer.text(),
            };
      };
      const outside = [
        '../../package.json',
        '%2e%2e/%2e%2e/package.json',
        '..%2f..%2fpackage.json',
        '%2e%2e%2f%2e%2e%2fpackage.json',
        '..%5c..%5cpackage.json',
        '%252e%252e%252fpackage.json',
        '../main/main.cjs',
        '..%2fpreload%2fpreload.cjs',
        'assets/..%2f..%2fmain%2fmain.cjs',
        '%2fetc%2fpasswd',
        // These exist and are of a kind that is served.
        '..%2f..%2frenderer%2findex.html',
        'assets/..%2f..%2f..%2fbuild%2ficon.png',
        '..%2fmain%2ficon.png',
      ];
      return {
        page: await ask('app://first-claim/index.html'),
        posted: await ask('app://first-claim/index.html', 'POST'),
        foreign: await ask('app://evil/index.html'),
        outside: await Promise.all(outside.map((path) => ask(`app://first-claim/${path}`))),
      };
    });
    expect(answers.page.status).toBe(200);
    expect(answers.page.policy).toContain("default-src 'none'");
    expect(answers.page.policy).toContain("frame-ancestors 'none'");
    expect(answers.page.policy).toContain("require-trusted-types-for 'script'");
    expect([answers.posted.status, answers.foreign.status]).toEqual([405, 403]);
    for (const { status, body } of answers.outside) expect([status, body]).toEqual([404, '']);
  });

  test('runs no inline code, no eval and no markup from text', async ({ app }) => {
    const tried = await app.page.evaluate(async () => {
      const attempt = (work: () => unknown): string => {
        try {
          return `ran: ${work()}`;
        } catch (error) {
          return (error as Error).name;
        }
      };
      const script = document.createElement('script');
      return {
        markup: attempt(() => {
          document.body.innerHTML = '<img src=x>';
        }),
        scriptText: attempt(() => {
          script.text = 'window.planted = true';
        }),
        scriptAddress: attempt(() => {
          script.src = 'https://example.com/x.js';
        }),
        timer: attempt(() => setTimeout('window.planted = true', 0)),
        // In a turn of its own: what the driver itself runs may do what the page may not.
        later: await new Promise((resolve) => {
          setTimeout(() => {
            // biome-ignore lint/security/noGlobalEval: to see it refused
            resolve([attempt(() => window.eval('1')), attempt(() => new Function('return 1')())]);
          });
        }),
      };
    });
    expect(tried).toEqual({
      markup: 'TypeError',
      scriptText: 'TypeError',
      scriptAddress: 'TypeError',
      timer: 'TypeError',
      later: ['EvalError', 'EvalError'],
    });
  });

  test('loads no frame, picture, style or data from elsewhere', async ({ app }) => {
    const { page } = app;
    const answered: string[] = [];
    page.on('response', (response) => {
      if (!response.url().startsWith('app://first-claim/')) answered.push(response.url());
    });
    const blocked = await page.evaluate(async () => {
      const reports: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => reports.push(event.effectiveDirective));
      const add = (tag: string, attributes: Record<string, string>) => {
        const element = document.createElement(tag);
        try {
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
        } catch (error) {
          reports.push(`${tag}: ${(error as Error).name}`);
        }
      };
      add('iframe', { src: 'https://example.com/' });
      add('img', { src: 'https://example.com/x.png' });
      add('link', { rel: 'stylesheet', href: 'https://example.com/x.css' });
      add('object', { data: 'https://example.com/x' });
      await fetch('https://example.com/').catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 0));
      return reports;
    });
    expect(blocked).toEqual(
      expect.arrayContaining(['img-src', 'style-src-elem', 'connect-src', 'object: TypeError']),
    );
    // The frame is stopped before its policy is looked at, as any navigation is.
    expect(page.frames().map((frame) => frame.url())).not.toContain('https://example.com/');
    expect(answered).toEqual([]);
  });
});

test.describe('permissions', () => {
  test('are all refused', async ({ app }) => {
    const refused = await app.page.evaluate(async () => {
      const nameOf = (error: unknown): string => (error as Error).name;
      const failure = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'granted', nameOf);
      return {
        camera: await failure(navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await failure(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await failure(navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await failure(navigator.clipboard.readText()),
        notifications: await Notification.requestPermission(),
        location: await new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'failed'),
          );
        }),
      };
    });
    expect(Object.values(refused)).not.toContain('granted');
    expect(refused).toMatchObject({
      notifications: 'denied',
      location: 'denied',
      clipboard: 'NotAllowedError',
    });
  });
});

test.describe('the bridge', () => {
  test('has one function for each channel, frozen, and no other way out of the page', async ({ app }) => {
    const seen = await app.page.evaluate(() => {
      const { firstClaim } = window;
      const reach = window as unknown as Record<string, unknown>;
      return {
        names: Object.keys(firstClaim),
        frozen: Object.isFrozen(firstClaim),
        replaceable: Reflect.set(window, 'firstClaim', {}),
        reachable: ['require', 'process', 'module', 'ipcRenderer', 'Buffer'].filter(
          (name) => reach[name] !== undefined,
        ),
      };
    });
    expect(seen).toEqual({
      names: [...CHANNELS, 'onPlanChanged', 'onCheckProgress', 'onArchiveProgress'],
      frozen: true,
      replaceable: false,
      reachable: [],
    });
  });

  test('answers our page, and refuses what its contract does not name', async ({ app }) => {
    const answers = await app.page.evaluate(async () => {
      const { firstClaim } = window;
      const ask = firstClaim.loadPlan as (
        input: unknown,
      ) => Promise<{ ok: boolean; error?: { code: string } }>;
      return [(await ask({})).ok, (await ask({ extra: 1 })).error?.code, (await ask(undefined)).error?.code];
    });
    expect(answers).toEqual([true, 'invalid-input', 'invalid-input']);
  });

  test('is deaf to a window it does not know, though it shows our page with our preload', async ({ app }) => {
    const code = await electronOf(app).evaluate(async ({ app: electron, BrowserWindow }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${electron.getAppPath()}/dist/preload/preload.cjs`, sandbox: true },
      });
      await stranger.loadURL('app://first-claim/index.html');
      const answer = await stranger.webContents.executeJavaScript('firstClaim.loadPlan({})');
      stranger.destroy();
      return answer.error?.code;
    });
    expect(code).toBe('bad-sender');
  });

  test('does not reach into a frame inside the page', async ({ app }) => {
    const inFrame = await app.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return frame.contentWindow !== null && 'firstClaim' in frame.contentWindow;
    });
    expect(inFrame).toBe(false);
  });
});

test('the engine’s own crash reporter is off, and was never started', async ({ app }) => {
  const crashes = await electronOf(app).evaluate(({ app: electron, crashReporter }) => ({
    switches: ['disable-breakpad', 'disable-crash-reporter'].map((name) =>
      electron.commandLine.hasSwitch(name),
    ),
    uploads: crashReporter.getUploadToServer(),
  }));
  expect(crashes).toEqual({ switches: [true, true], uploads: false });
});

test('the window is sandboxed and isolated, whatever the defaults are', async ({ app }) => {
  const preferences = await electronOf(app).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      // Not in the type declarations, but what the window really got.
      (webContents as unknown as { getLastWebPreferences: () => unknown }).getLastWebPreferences(),
    ),
  );
  for (const preference of preferences) {
    expect(preference).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  }
  expect(preferences).toHaveLength(1);
});

test('the engine itself looks up no name and opens no connection', async ({ dataDir }) => {
  const log = join(dataDir, 'network.json');
  const app = await launchApp({ dataDir, shell: 'electron', electronArgs: [`--log-net-log=${log}`] });
  await app.page.evaluate(() => window.firstClaim.exportReport({ format: 'pdf', paper: 'letter' }));
  await app.page.evaluate(() => fetch('https://example.com/').catch(() => {}));
  await app.close();
  const text = readFileSync(log, 'utf8');
  expect(text).toContain('"constants"');
  expect(text.match(/"(?:url|host|origin)":"(?:https?|wss?):\/\/[^"]*"/g) ?? []).toEqual([]);
  expect(text.match(/"host":"[^"]*:\d+"/g) ?? []).toEqual([]);
});

test('nobody else on this computer gets into the data folder while the app runs', async ({
  app,
  dataDir,
}) => {
  test.skip(process.platform === 'win32', 'There the rights of the profile rule.');
  await app.page.evaluate(() =>
    window.firstClaim.answerProfile({ patch: { business_name: 'Private Billing' } }),
  );
  const open = readdirSync(dataDir)
    // The test itself made the folder that its dialogs save to.
    .filter((name) => name !== 'exports')
    .filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
  expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['logs', 'plan.db', 'plan.lock', 'shell']));
});
