import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAudit } from './audit-packages.ts';
import { buildApp } from './build-app.ts';
import { askElectronSupport } from './electron-support.ts';
import { runNode } from './run-command.ts';
import { type Counts, closingLine, NONE, oneCheck, sum, vitestCounts } from './test-counts.ts';
import { testElectron, testPreview } from './test-e2e.ts';
import { SIDES, typeCheck } from './type-check.ts';

const root = join(import.meta.dirname, '..');
const counts: Counts[] = [];

/** Runs one part under its heading and keeps its counts. A part that throws has failed. */
async function part(name: string, check: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n== ${name}`);
  const startedAt = Date.now();
  const result = await check().catch((error: unknown) => {
    console.error(error);
    return oneCheck(false);
  });
  console.log(`-- ${name}: ${closingLine(result)} in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  counts.push(result);
  return result;
}

async function lint(): Promise<Counts> {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return oneCheck((await runNode(biome, ['check', root])).code === 0);
}

async function types(): Promise<Counts> {
  const sides: Counts[] = [];
  for (const side of SIDES) sides.push(oneCheck(await typeCheck(side)));
  return sum(sides);
}

async function vitest(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'first-claim-vitest-'));
  const file = join(folder, 'report.json');
  const { code } = await runNode(join(root, 'node_modules', 'vitest', 'vitest.mjs'), [
    'run',
    '--config',
    join(import.meta.dirname, 'vitest.config.ts'),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  return vitestCounts(report, code === 0);
}

/** Known holes in what ships fail the run. A registry that cannot be asked does not: then it is said, and counted as skipped. */
async function audit(): Promise<Counts> {
  const answers = await Promise.all([askAudit(5_000), askElectronSupport(5_000)]);
  for (const { words } of answers) console.log(words);
  return sum(
    answers.map(({ verdict }) =>
      verdict === 'unknown' ? { ...NONE, skipped: 1 } : oneCheck(verdict === 'clean'),
    ),
  );
}

await part('audit of the packages', audit);
await part('lint', lint);
await part('types', types);
await part('unit, store, main and screen tests', vitest);
const built = await part('build', async () => {
  await buildApp();
  return oneCheck(true);
});
if (built.failed === 0) {
  await part('end-to-end in the preview', testPreview);
  await part('end-to-end in Electron', testElectron);
}

const total = sum(counts);
console.log(`\n${closingLine(total)}`);
process.exit(total.failed === 0 ? 0 : 1);
