import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PART_NAMES, runFaults } from '../tests/faults/faults.ts';
import { readFlags, stop } from './flags.ts';

const USAGE = `npm run faults takes, after --: --seed N, to have a run again; --only ${PART_NAMES.join(',')}, for parts of it; --patience N, on a busy machine`;

const flags = readFlags(
  { seed: { type: 'string' }, only: { type: 'string' }, patience: { type: 'string' } },
  USAGE,
);
const seed = flags.seed === undefined ? Math.floor(Date.now() / 1_000) % 1_000_000 : Number(flags.seed);
const patience = Number(flags.patience ?? 1);
const only = flags.only?.split(',') ?? PART_NAMES;
if (
  !Number.isSafeInteger(seed) ||
  seed < 0 ||
  !(patience >= 1 && patience <= 10) ||
  !only.every((part) => PART_NAMES.includes(part))
)
  stop(USAGE);
const folder = mkdtempSync(join(tmpdir(), 'first-claim-faults-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
// So that nothing is left over either when somebody has seen enough.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
if (!(await runFaults(folder, { seed, only, patience }))) process.exitCode = 1;
