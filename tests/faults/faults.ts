import '../support/no-outbound.ts';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS } from './fault-parts.ts';
import { type Line, machineLine, type PartReport, tableOf } from './fault-table.ts';

/** Names of the parts of a run. */
export const PART_NAMES: readonly string[] = Object.keys(PARTS);

/** Minutes after which a run has ended, whatever the machine, unless it is told to be more patient. */
const LONGEST_MINUTES = Object.values(PARTS).reduce((sum, { limitMs }) => sum + limitMs, 0) / 60_000;

/**
 * Does to plans what must not harm them, for some minutes, and prints what came of it as a table. True when nothing was
 * lost in silence, nothing crashed, no plan was left unreadable, and every part got to all its rounds.
 */
export async function runFaults(
  root: string,
  {
    seed,
    only,
    patience,
  }: {
    readonly seed: number;
    readonly only: readonly string[];
    /** How many times as long each part may take. */
    readonly patience: number;
  },
): Promise<boolean> {
  // One of the parts works as somebody else than root, who has to get to its folder.
  chmodSync(root, 0o711);
  console.log(`Seed ${seed}. At most ${LONGEST_MINUTES * patience} minutes.`);
  const startedMs = performance.now();
  const lines: Line[] = [];
  const breaches: string[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (!only.includes(name)) continue;
    const folder = join(root, name);
    mkdirSync(folder, { recursive: true });
    const beganMs = performance.now();
    const report = await part.run(folder, seed, part.limitMs * patience).catch(
      (error: unknown): PartReport => ({
        lines: [],
        breaches: [`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
      }),
    );
    rmSync(folder, { recursive: true, force: true });
    console.log(`${name}: ${report.breaches.length} failures in ${secondsSince(beganMs)} s`);
    for (const breach of report.breaches) console.error(`FAILED: ${breach}`);
    lines.push(...report.lines);
    breaches.push(...report.breaches);
  }
  const parts = only.length === PART_NAMES.length ? '' : ` Only ${only.join(', ')}.`;
  console.log(
    `\nSeed ${seed}, ${machineLine()}, ${secondsSince(startedMs)} seconds, ${breaches.length} failures.${parts}\n`,
  );
  console.log(tableOf(lines));
  if (breaches.length > 0) console.error(['', 'What failed:', ...breaches].join('\n'));
  return breaches.length === 0;
}

function secondsSince(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 1_000);
}
