import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { electronDist, packageApp } from '../../build/package-app.ts';
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
  // asar on, own V8 snapshot off; then, where this Electron has it, file protocol privileges off.
  expect(fusesOf(packagedProgram(out)).slice(0, 8)).toMatch(/^01001100?$/);
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
