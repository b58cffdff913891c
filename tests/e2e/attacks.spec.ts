import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../support/app-test.ts';
import { openTrap } from '../support/loopback-trap.ts';

test.use({ mayKnock: true });

// Both shells: what a page that was taken over would try.

type Ports = { readonly address: string; readonly tcpPort: number; readonly udpPort: number };

/** Every way the engine knows of sending something, tried at once; resolves when the slowest has had its time. */
function knockEverywhere(page: Page, ports: Ports): Promise<void> {
  return page.evaluate(async ({ address, tcpPort, udpPort }) => {
    const attempt = (work: () => unknown): void => {
      try {
        Promise.resolve(work()).catch(() => {});
      } catch {
        // Refused at once, which is the best there is.
      }
    };
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.head.append(element);
      return element;
    };
    for (const rel of [
      'preconnect',
      'dns-prefetch',
      'prefetch',
      'prerender',
      'modulepreload',
      'manifest',
      'icon',
    ]) {
      attempt(() => add('link', { rel, href: `${address}/${rel}` }));
    }
    for (const tag of ['img', 'video', 'audio', 'embed', 'iframe', 'script', 'track']) {
      attempt(() => add(tag, { src: `${address}/${tag}` }));
    }
    attempt(() => fetch(address, { mode: 'no-cors', keepalive: true }));
    attempt(() => navigator.sendBeacon(address, 'x'));
    attempt(() => new EventSource(address));
    attempt(() => new WebSocket(address.replace('http', 'ws')));
    attempt(() => new WebTransport(`https://127.0.0.1:${udpPort}`).ready);
    attempt(() => {
      const link = add('a', { href: '#x', ping: address });
      link.click();
    });
    attempt(() => {
      document.body.style.backgroundImage = `url(${address}/css)`;
    });
    for (const urls of [`stun:127.0.0.1:${udpPort}`, `turn:127.0.0.1:${tcpPort}?transport=tcp`]) {
      attempt(async () => {
        const call = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
        call.createDataChannel('x');
        await call.setLocalDescription(await call.createOffer());
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }, ports);
}

test('no way of sending reaches even this very computer', async ({ app }) => {
  const trap = await openTrap();
  const { address, tcpPort, udpPort } = trap;
  await knockEverywhere(app.page, { address, tcpPort, udpPort });
  expect(trap.knocks).toEqual([]);
  // The trap does hear what knocks.
  connect(tcpPort, '127.0.0.1').on('error', () => {});
  const sender = createSocket('udp4');
  sender.send('x', udpPort, '127.0.0.1');
  await expect.poll(() => [...trap.knocks].sort()).toEqual(['tcp', 'udp']);
  sender.close();
  await trap.close();
});

test('a form, a refresh, a redirect and a script’s assignment lead nowhere', async ({ app }) => {
  const { page } = app;
  const trap = await openTrap();
  const before = page.url();
  await page.evaluate((address) => {
    for (const method of ['get', 'post']) {
      const form = document.createElement('form');
      Object.assign(form, { action: address, method });
      document.body.append(form);
      form.submit();
      form.remove();
    }
    const refresh = document.createElement('meta');
    Object.assign(refresh, { httpEquiv: 'refresh', content: `0;url=${address}` });
    document.head.append(refresh);
  }, trap.address);
  for (const target of [
    trap.address,
    'ftp://127.0.0.1/',
    'chrome://gpu',
    'view-source:https://example.com/',
  ]) {
    await page.evaluate((address) => location.replace(address), target).catch(() => {});
  }
  const pushed = await page.evaluate(() => {
    try {
      history.pushState(null, '', 'https://example.com/');
      return 'pushed';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(pushed).toBe('SecurityError');
  const after = await page.evaluate(async () => {
    await window.firstClaim.loadPlan({});
    return location.href;
  });
  expect(after).toBe(before);
  expect(trap.knocks).toEqual([]);
  await trap.close();
});

test('no worker, no compiled code and no module comes from elsewhere', async ({ app }) => {
  const refused = await app.page.evaluate(async () => {
    const failure = (work: () => unknown): Promise<string> =>
      (async () => work())().then(
        () => 'allowed',
        (error: unknown) => (error as Error).name,
      );
    const blob = () => URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }));
    const elsewhere = 'data:text/javascript,window.planted=1';
    // In a turn of its own: what the driver itself runs may do what the page may not.
    return new Promise<string[]>((resolve) => {
      setTimeout(() => {
        void Promise.all([
          failure(() => new Worker(elsewhere)),
          failure(() => new Worker(blob())),
          failure(() => new SharedWorker(elsewhere)),
          failure(() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
          failure(() => import(elsewhere)),
        ]).then(resolve);
      });
    });
  });
  expect(refused).not.toContain('allowed');
  const left = await app.page.evaluate(async () => {
    await navigator.serviceWorker.register('/assets/worker.js').catch(() => {});
    // Electron’s own answer is that pages of this kind have none.
    const registered = await navigator.serviceWorker.getRegistrations().catch(() => []);
    return [registered.length, 'planted' in window];
  });
  expect(left).toEqual([0, false]);
});

test('what no contract can mean is refused, harms nothing and is not stored', async ({ app }) => {
  const { page } = app;
  const outcome = await page.evaluate(async () => {
    const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const sparse: unknown[] = [];
    sparse[100_000] = 1;
    const trap = new Proxy({}, { ownKeys: () => ['a'], get: () => 'x' });
    const payloads: Record<string, () => unknown> = {
      polluting: () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
      deep: () => deep(900),
      deeper: () => deep(20_000),
      loop: () => loop,
      sparse: () => sparse,
      proxy: () => trap,
      huge: () => ({ itemId: 'biz-ein', patch: { note: 'x'.repeat(50_000_000) } }),
      nan: () => ({ itemId: 'biz-plan', patch: { runway_months: Number.NaN } }),
      infinite: () => ({ itemId: 'biz-plan', patch: { startup: Number.POSITIVE_INFINITY } }),
      big: () => ({ itemId: 'biz-plan', patch: { startup: 1n } }),
      bytes: () => new Uint8Array(1_000),
      code: () => ({ itemId: () => 'biz-ein' }),
      symbol: () => Symbol('x'),
      page: () => document.body,
      odd: () => [undefined, null, new Map([[1, 2]]), /x/, new Date(Number.NaN)],
      array: () => Object.assign([], { itemId: 'biz-ein', patch: {} }),
    };
    const ask = window.firstClaim.answerItem as (input: unknown) => Promise<{ ok: boolean }>;
    const answers: Record<string, string> = {};
    for (const [name, make] of Object.entries(payloads)) {
      try {
        answers[name] = (await ask(make())).ok ? 'stored' : 'refused';
      } catch {
        // It never left the page.
        answers[name] = 'refused';
      }
    }
    // On its way it loses what would be a prototype, and with it all it has to say.
    await ask({ itemId: 'biz-ein', patch: JSON.parse('{"__proto__":{"note":"inherited"}}') });
    return { answers, polluted: 'polluted' in {} };
  });
  expect(Object.entries(outcome.answers).filter(([, answer]) => answer !== 'refused')).toEqual([]);
  expect(outcome.polluted).toBe(false);
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  expect(loaded).toMatchObject({ ok: true, value: { plan: { records: [] } } });
  expect(JSON.stringify(loaded)).not.toMatch(/inherited|runway_months|"startup"|"note"/);
  expect(await app.electron?.evaluate(() => 'polluted' in {})).not.toBe(true);
});
