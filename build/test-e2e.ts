import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureElectron, hasDisplay } from './electron-runtime.ts';
import { ensureBrowser, NO_BROWSER } from './find-browser.ts';
import { run } from './run-command.ts';
import { type Counts, NONE, playwrightCounts } from './test-counts.ts';

const root = join(import.meta.dirname, '..');
const PLAYWRIGHT = [
  join(root, 'node_modules', 'playwright', 'cli.js'),
  'test',
  '--config',
  join(import.meta.dirname, 'playwright.config.ts'),
];

/** End-to-end tests in an installed browser. */
export async function testPreview(): Promise<Counts> {
  const browser = await ensureBrowser();
  if (browser === null) return skipped('preview', NO_BROWSER);
  return runProject('preview', [], { FIRST_CLAIM_BROWSER: browser });
}

/** End-to-end tests in Electron, on a display in memory where there is no other. */
export async function testElectron(): Promise<Counts> {
  if ((await ensureElectron()) === null) {
    return skipped('electron', 'Electron’s runtime is not here and could not be downloaded.');
  }
  if (hasDisplay()) return runProject('electron', []);
  const hasXvfb = (process.env.PATH ?? '')
    .split(delimiter)
    .some((path) => existsSync(join(path, 'xvfb-run')));
  if (!hasXvfb) return skipped('electron', 'There is no display, and xvfb is not installed.');
  // Without "noreset" the display begins anew, and refuses windows meanwhile, whenever its last window closes.
  return runProject('electron', ['xvfb-run', '-a', '-s', '-noreset -screen 0 1440x1000x24']);
}

async function runProject(
  project: string,
  wrapper: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const { report, passed } = await playwright(project, wrapper, [], { env });
  return playwrightCounts(report, passed);
}

/** Counts the tests that would have run, and says loudly that they did not. */
async function skipped(project: string, why: string): Promise<Counts> {
  const { report } = await playwright(project, [], ['--list'], { quiet: true });
  const count = countSpecs(report);
  console.log(`\nSKIPPED: ${count} end-to-end tests in ${project}. ${why}\n`);
  return { ...NONE, skipped: count };
}

async function playwright(
  project: string,
  wrapper: readonly string[],
  args: readonly string[],
  options: Parameters<typeof run>[2],
): Promise<{ readonly report: unknown; readonly passed: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'first-claim-e2e-'));
  const reportFile = join(folder, 'report.json');
  try {
    const [command = process.execPath, ...rest] = [
      ...wrapper,
      process.execPath,
      ...PLAYWRIGHT,
      `--project=${project}`,
      ...args,
    ];
    const { code } = await run(command, rest, {
      ...options,
      env: { ...options?.env, FIRST_CLAIM_E2E_REPORT: reportFile },
    });
    const report: unknown = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
    return { report, passed: code === 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Suite {
  readonly specs?: readonly unknown[];
  readonly suites?: readonly Suite[];
}

function countSpecs(report: unknown): number {
  const count = ({ specs = [], suites = [] }: Suite): number =>
    specs.length + suites.reduce((total, suite) => total + count(suite), 0);
  return report === null ? 0 : count(report as Suite);
}
