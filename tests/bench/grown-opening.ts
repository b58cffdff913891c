import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { planPath } from '../../electron/store/data-folder.ts';
import { noteFor, openBenchApplication, recordFor, succeeded } from './bench-plan.ts';
import { againstLimit, againstSize, type Comparison } from './comparison.ts';
import { EMPTY, GROWN } from './grown-plan.ts';
import { type Contender, type Rounds, timeInTurns } from './measure.ts';

const CLEAN: Rounds = { rounds: 12, block: 1, warmup: 2, limitMs: 15_000 };
const CRASHED: Rounds = { rounds: 4, block: 1, warmup: 1, limitMs: 20_000 };
const SAVES_BEFORE_CRASH = 20;

/** Opens a plan that was closed properly: whether it has grown, and against the least that proves every byte. */
export async function compareOpening(grown: string, empty: string): Promise<readonly Comparison[]> {
  const [ours, small, limit] = await timeInTurns(
    [
      opening(GROWN, grown),
      opening(EMPTY, empty),
      {
        name: 'read the plan file, hash it',
        run: () =>
          createHash('sha256')
            .update(readFileSync(planPath(grown)))
            .digest('hex'),
      },
    ],
    CLEAN,
  );
  if (!ours || !small || !limit) throw new Error('Nothing was measured');
  return [againstSize('open and load', ours, small, null), againstLimit('open and load', ours, limit, 3)];
}

interface Crash {
  readonly from: string;
  readonly to: string;
}

/** Opens what a crash leaves, each time anew. */
export async function compareCrash(grown: Crash, empty: Crash): Promise<readonly Comparison[]> {
  const [ours, small] = await timeInTurns(
    [opening(GROWN, grown.to, await crashInto(grown)), opening(EMPTY, empty.to, await crashInto(empty))],
    CRASHED,
  );
  if (!ours || !small) throw new Error('Nothing was measured');
  return [againstSize('open after a crash', ours, small, null)];
}

/** A start of the application up to the plan on its way to the page. */
function opening(name: string, folder: string, prepare: () => void = () => {}): Contender {
  let close = (): void => {};
  return {
    name,
    prepare,
    run: async () => {
      const application = openBenchApplication(folder);
      close = () => application.close();
      succeeded(await application.invoke('loadPlan', {}, { senderId: 1 }));
    },
    tidy: () => close(),
  };
}

/** Keeps what a crash after some saves would leave, and returns what puts it into `to` as often as it is called. */
async function crashInto({ from, to }: Crash): Promise<() => void> {
  const left = `${to}-left`;
  mkdirSync(left);
  mkdirSync(join(to, 'evidence'));
  const evidence = join(from, 'evidence');
  for (const name of existsSync(evidence) ? readdirSync(evidence) : [])
    linkSync(join(evidence, name), join(to, 'evidence', name));
  const application = openBenchApplication(from);
  for (let turn = 0; turn < SAVES_BEFORE_CRASH; turn += 1) {
    const payload = { itemId: recordFor(turn).id, patch: { note: noteFor(turn) } };
    succeeded(await application.invoke('answerItem', payload, { senderId: 1 }));
  }
  for (const name of readdirSync(from).filter((each) => each !== 'evidence'))
    cpSync(join(from, name), join(left, name), { recursive: true });
  application.close();
  return () => {
    for (const name of readdirSync(to).filter((each) => each !== 'evidence'))
      rmSync(join(to, name), { recursive: true });
    for (const name of readdirSync(left)) cpSync(join(left, name), join(to, name), { recursive: true });
  };
}

/** Says how many bytes an opening read, where the system counts them. */
export async function whatOpeningReads(folder: string, evidenceBytes: number): Promise<readonly string[]> {
  const before = bytesRead();
  const application = openBenchApplication(folder);
  succeeded(await application.invoke('loadPlan', {}, { senderId: 1 }));
  const after = bytesRead();
  application.close();
  if (before === null || after === null) return [];
  const [read, file, evidence] = [after - before, statSync(planPath(folder)).size, evidenceBytes].map(
    (bytes) => (bytes / 1_000_000).toFixed(0),
  );
  return [
    `Opening the plan of ${GROWN} read ${read} MB: its file has ${file} MB, its evidence ${evidence} MB.`,
  ];
}

/** Bytes this process has read of files so far; null where the system does not say. */
function bytesRead(): number | null {
  const path = '/proc/self/io';
  if (!existsSync(path)) return null;
  return Number(/^rchar: (\d+)$/m.exec(readFileSync(path, 'utf8'))?.[1]);
}
