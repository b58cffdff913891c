import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareChecking } from './checking.ts';
import { toTable } from './comparison.ts';
import { compareGrown } from './grown.ts';
import { compareLists } from './lists.ts';
import { compareReading } from './reading.ts';
import { compareSaving } from './saving.ts';

/**
 * Times ours, the peers and the limit on the same work in one run and prints them as a table; writes the numbers to
 * `jsonPath` too, unless it is null. Takes a few minutes. Only the ratios travel from one machine to another.
 */
export async function runBench(jsonPath: string | null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'first-claim-bench-'));
  try {
    const grown = await compareGrown(folder);
    const comparisons = [
      ...(await compareSaving(folder)),
      ...(await compareReading(folder)),
      ...(await compareChecking(folder)),
      ...(await compareLists(folder)),
      ...grown.comparisons,
    ];
    const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores`;
    console.log(`${machine}; files in ${tmpdir()}\n\n${toTable(comparisons)}`);
    for (const note of grown.notes) console.log(`\n${note}`);
    if (jsonPath !== null)
      writeFileSync(jsonPath, `${JSON.stringify({ machine, comparisons, notes: grown.notes }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
