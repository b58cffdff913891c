// A process that works on a data folder and says on its output what it was told is done. Meant to be killed.
import fs, { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { describeBackups } from '../../electron/store/find-backups.ts';
import { restoreBackup } from '../../electron/store/restore.ts';
import { anAnswer, must, openFaultPlan, tickingClock } from './fault-plan.ts';
import { seededRandom } from './random.ts';

const [folder = '', work = '', first = '1', seed = '1', dieAt = '0', ...paths] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const random = seededRandom(Number(seed));
// Later than anything in the folder, whichever process wrote it.
const now = tickingClock(
  new Date(Date.parse('2026-12-01T00:00:00.000Z') + Number(first) * 60_000).toISOString(),
);

/** Everything that changes a folder, in the order Node offers it. */
const STEPS = [
  'openSync',
  'writeFileSync',
  'copyFileSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'rmdirSync',
  'fsyncSync',
] as const;

/** Ends this process, as the system would, right before its `dieAt`th change to the file system. */
function dieAtStep(step: number): void {
  let steps = 0;
  const own = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of STEPS) {
    const real = own[name];
    if (real === undefined) throw new Error(`Node has no ${name}`);
    own[name] = (...args) => {
      steps += 1;
      if (steps === step) {
        process.kill(process.pid, 'SIGKILL');
        // The signal is on its way: nothing more may happen here.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      }
      return real(...args);
    };
  }
  syncBuiltinESMExports();
}

function save(plan: ReturnType<typeof open>, count: number): void {
  must(
    plan.store.change((draft) => {
      draft.saveItem(anAnswer('biz-ein', count, random.pick([20, 900, 6_000]), now()), 'answer');
      return { ok: true, value: null };
    }),
  );
  say(`saved ${count}`);
}

const open = () => must(openFaultPlan(folder, now));

/** What a child can be told to do; each goes on for far longer than any parent waits, or ends by itself. */
const WORKS: Readonly<Record<string, () => void>> = {
  save: () => {
    const plan = open();
    for (let count = Number(first); count < Number(first) + 5_000; count += 1) save(plan, count);
  },
  backup: () => {
    const plan = open();
    for (let count = Number(first); count < Number(first) + 5_000; count += 1) {
      save(plan, count);
      must(plan.file.backUp());
    }
  },
  close: () => {
    for (let count = Number(first); count < Number(first) + 2_000; count += 1) {
      const plan = open();
      save(plan, count);
      plan.close();
    }
  },
  open: () => {
    const plan = open();
    say(`note ${plan.file.note?.id ?? 'none'}`);
    plan.close();
    say('closed');
  },
  restore: () => {
    for (let round = 0; round < 500; round += 1) {
      const changes = 1 + (round % 2);
      const id = describeBackups(folder).find(({ facts }) => facts?.changes === changes)?.id ?? '';
      must(restoreBackup(folder, id, now));
      say(`restored ${id}`);
    }
  },
  'restore-once': () => {
    const id = describeBackups(folder).at(-1)?.id ?? '';
    must(restoreBackup(folder, id, now));
    say(`restored ${id}`);
  },
};

/** What goes through the whole application, and waits for files. */
const FILE_WORKS: Readonly<Record<string, 'attachFiles' | 'importInTurn' | 'exportAgain'>> = {
  evidence: 'attachFiles',
  import: 'importInTurn',
  export: 'exportAgain',
};

const fileWork = FILE_WORKS[work];
const works = fileWork === undefined ? null : await import('./fault-file-works.ts');
if (dieAt !== '0') dieAtStep(Number(dieAt));
say('ready');
if (works === null || fileWork === undefined) WORKS[work]?.();
else await works[fileWork]({ folder, first: Number(first), random, say, paths });
