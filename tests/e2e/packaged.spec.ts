import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { electronDist, packageApp } from '../../build/package-app.ts';
import { electronFlags } from '../../electron/shell/find-electron.ts';
import {
  asarOf,
  filesInAsar,
  fitNativeModule,
  fusesOf,
  launchPackagedApp,
  type PackagedApp,
  packagedProgram,
} from '../support/packaged-app.ts';

// What ships: packaged once, then looked into and used.

test.skip(electronDist() === null, 'There is no whole Electron to package.');
test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

const root = join(import.meta.dirname, '..', '..');
let out = '';
let dataDir = '';
const running: PackagedApp[] = [];

/** Starts the packaged app; it is ended after the test whatever happens. */
async function start(program: string): Promise<PackagedApp> {
  const app = await launchPackagedApp(program, dataDir);
  running.push(app);
  return app;
}

/** Starts the program for some seconds and resolves with what it has written to its standard error. */
function startedWith(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(packagedProgram(out), [...electronFlags(), ...args], {
    // What it leaves, since it is killed, goes with the test's own folder.
    env: { ...process.env, TMPDIR: dataDir, ...env },
    timeout: 5_000,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', () => resolve(said)));
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  out = mkdtempSync(join(tmpdir(), 'first-claim-packaged-'));
  dataDir = mkdtempSync(join(tmpdir(), 'first-claim-packaged-data-'));
  await packageApp(out);
});

test.afterAll(() => {
  for (const app of running) app.kill();
  for (const folder of [out, dataDir]) rmSync(folder, { recursive: true, force: true });
});

test('the package holds the built app and one native module, of this system only', () => {
  const files = filesInAsar(asarOf(out));
  const elsewhere = files.filter(
    (file) => !/^(dist\/|node_modules\/better-sqlite3\/|package\.json$)/.test(file),
  );
  expect(elsewhere).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(['dist/main/main.cjs', 'dist/renderer/index.html']));
  const own = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([own]);
  expect(globSync('**/app.asar.unpacked/**/*.node', { cwd: out })).toHaveLength(1);
});

test('what loads first is small', () => {
  const kilobytes = (file: string): number => statSync(join(root, 'dist', file)).size / 1024;
  expect(kilobytes('preload/preload.cjs')).toBeLessThan(6);
  expect(kilobytes('main/main.cjs')).toBeLessThan(20);
});

test('the fuses are blown', () => {
  // In order: run as Node off, cookie encryption on, NODE_OPTIONS off, inspector off, asar integrity on, only from the
  // asar on, own V8 snapshot off; then, where this Electron has them, file protocol privileges off and WebAssembly trap
  // handlers on. One that a newer Electron brings fails here, so that it must be decided.
  expect(fusesOf(packagedProgram(out))).toMatch(/^0100110(?:01?)?$/);
});

test('the program is nothing but the app: no plain Node, no code of the environment’s, no debugger', async () => {
  test.skip(process.platform !== 'linux', 'Elsewhere the fuses above are what can be seen.');
  const planted = join(dataDir, 'planted.cjs');
  const trace = join(dataDir, 'trace');
  writeFileSync(planted, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran');`);
  // Its window says that this cannot be used, until the time is up.
  const elsewhere = join(dataDir, 'not-a-folder');
  writeFileSync(elsewhere, '');
  const attempts: readonly [args: readonly string[], env: NodeJS.ProcessEnv][] = [
    [[planted], { ELECTRON_RUN_AS_NODE: '1' }],
    [[], { NODE_OPTIONS: `--require=${planted}` }],
    [['-r', planted], {}],
    [['--inspect=0', '--inspect-brk=0'], {}],
  ];
  const said = await Promise.all(
    attempts.map(([args, env]) => startedWith([`--data-dir=${elsewhere}`, ...args], env)),
  );
  expect(existsSync(trace)).toBe(false);
  for (const text of said) expect(text).not.toContain('Debugger listening');
});

test('the packaged app starts, saves an answer through the screen and still has it the next time', async () => {
  fitNativeModule(out);
  const program = packagedProgram(out);

  const first = await start(program);
  const name = first.page.getByLabel('What will your business be called?');
  await name.fill('Packaged Billing');
  await name.blur();
  await expect(first.page.getByRole('main').getByText(/^Saved /)).toBeVisible();
  expect(await first.close()).toBe(0);

  const second = await start(program);
  await expect(second.page.getByText('Packaged Billing')).toBeVisible();
  expect(await second.close()).toBe(0);
});
