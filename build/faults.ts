import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFaults } from '../tests/faults/faults.ts';
import { readFlags, stop } from './flags.ts';

const USAGE = 'npm run faults takes one flag after --: --seed N, to have a run again';

const flags = readFlags({ seed: { type: 'string' } }, USAGE);
const seed = flags.seed === undefined ? Math.floor(Date.now() / 1_000) % 1_000_000 : Number(flags.seed);
if (!Number.isSafeInteger(seed) || seed < 0) stop(USAGE);
const folder = mkdtempSync(join(tmpdir(), 'first-claim-faults-'));
try {
  if (!(await runFaults(folder, seed))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
