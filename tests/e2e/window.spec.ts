import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { electronFlags, findElectron } from '../../electron/shell/find-electron.ts';
import { test } from '../support/app-test.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';

// Real Electron only: what a browser's window has no equal of.

const root = join(import.meta.dirname, '..', '..');

/** How the program ends, and what it has written to its standard error by then. */
function exitOf({ electron }: LaunchedApp): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = electron?.process();
  let said = '';
  child?.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => child?.once('close', (code) => resolve({ code, said })));
}

test('a second start on the same folder leaves the first one alone', async ({ app, dataDir }) => {
  const electron = findElectron(root) ?? '';
  const second = spawn(electron, [...electronFlags(), root, `--data-dir=${dataDir}`], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(await app.page.evaluate(() => window.firstClaim.loadPlan({}))).toMatchObject({ ok: true });
  expect(app.electron?.windows()).toHaveLength(1);
});

test('a start while the window is closing opens a new one, once everything is put away', async ({
  dataDir,
}) => {
  const app = await launchApp({ dataDir, shell: 'electron' });
  const ended = exitOf(app);
  const again = await app.electron?.evaluate(({ app: program, BrowserWindow }) => {
    const marks = { relaunched: 0 };
    Object.assign(globalThis, { marks });
    program.relaunch = () => {
      marks.relaunched += 1;
      // In the place of the new program: what it is started after is the plan being closed.
      process.stderr.write('relaunched\n');
    };
    const [window] = BrowserWindow.getAllWindows();
    window?.once('closed', () => program.emit('second-instance', {}, [], '', null));
    setImmediate(() => window?.close());
    return true;
  });
  expect(again).toBe(true);
  const { code, said } = await ended;
  expect(code).toBe(0);
  expect(said.match(/relaunched/g)).toHaveLength(1);
  expect(existsSync(join(dataDir, 'plan.db-wal'))).toBe(false);
});

test('a page that hangs cannot keep the program, unseen, from ending', async ({ dataDir }) => {
  const app = await launchApp({ dataDir, shell: 'electron' });
  const ended = exitOf(app);
  await app.page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  await app.electron?.evaluate(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  expect((await ended).code).toBe(0);
});

test('what has the name of the engine’s lock, and is none, keeps nobody out', async ({ dataDir }) => {
  mkdirSync(join(dataDir, 'shell', 'SingletonLock'), { recursive: true });
  const app = await launchApp({ dataDir, shell: 'electron' });
  await expect(app.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await app.close();
});

test('the window comes back where it was', async ({ dataDir }) => {
  const first = await launchApp({ dataDir, shell: 'electron' });
  await first.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 800, height: 600 }),
  );
  await first.close();
  expect(existsSync(join(dataDir, 'shell', 'window.json'))).toBe(true);
  const second = await launchApp({ dataDir, shell: 'electron' });
  const bounds = await second.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  await second.close();
  expect(bounds).toMatchObject({ width: 800, height: 600 });
});

test('the menu saves and prints the report without a detour over its page', async ({ app }) => {
  const { electron } = app;
  if (electron === null) throw new Error('This test is about Electron.');
  await electron.evaluate(({ dialog, Menu }) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    dialog.showMessageBox = (async (...args: unknown[]) => {
      said.push((args.at(-1) as { message: string }).message);
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File');
    for (const item of file?.submenu?.items ?? []) if (/^(Save|Print) report/.test(item.label)) item.click();
  });
  const said = () => electron.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  await expect
    .poll(said, { timeout: 20_000 })
    .toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Saved readiness-report-.*\.pdf$/),
        expect.stringMatching(/^No printer/),
      ]),
    );
  expect(readdirSync(app.exportsFolder).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
});
