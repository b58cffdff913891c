import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeBackups } from '../../electron/store/find-backups.ts';
import { restoreBackup } from '../../electron/store/restore.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { anAnswer, contentOf, type FaultPlan, must, openFaultPlan, tickingClock } from './fault-plan.ts';
import { makeDamagedPlan, makeOldPlan, makeTwoStates } from './fault-scenes.ts';

const DISK_BYTES = 3 * 1_024 * 1_024;
/** What a disk gives out at a time. */
export const PAGE = 4_096;

/** What each operation must say when there is no room for it. */
export const FULL_WORDS = /disk is full|disk has only/;
export const READ_ONLY_WORDS = /cannot be written to|not allowed to/;

/** A small disk of its own, in memory. */
export interface SmallDisk {
  readonly path: string;
  /** Makes it as small as what is on it, but for so many bytes. */
  readonly leave: (bytes: number) => void;
  readonly empty: () => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly unmount: () => void;
}

/** True where this process may mount a disk. */
export function canMount(): boolean {
  return process.platform === 'linux' && process.geteuid?.() === 0;
}

/** Mounts a small disk on an empty folder. The caller unmounts it. */
export function mountSmallDisk(path: string, bytes = DISK_BYTES): SmallDisk {
  mkdirSync(path, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path]);
  const unmount = (): void => void execFileSync('umount', ['--lazy', path]);
  // Also when the run is cut short, and before its folder is removed.
  const atExit = (): void => {
    process.seteuid?.(0);
    unmount();
  };
  process.prependOnceListener('exit', atExit);
  // A disk of no size at all would be one without a limit.
  writeFileSync(join(path, 'something'), Buffer.alloc(PAGE));
  const resize = (size: number): void => remount(path, `size=${size}`);
  return {
    path,
    leave: (left) => {
      const { bfree, blocks, bsize } = statfsSync(path);
      resize((blocks - bfree) * bsize + left);
    },
    empty: () => resize(bytes),
    setReadOnly: (isReadOnly) => remount(path, isReadOnly ? 'ro' : 'rw'),
    unmount: () => {
      process.off('exit', atExit);
      unmount();
    },
  };
}

/** Changes a mounted disk, also while this process acts for somebody else than root. */
function remount(path: string, option: string): void {
  const user = process.geteuid?.() ?? 0;
  process.seteuid?.(0);
  try {
    execFileSync('mount', ['-o', `remount,${option}`, path]);
  } finally {
    process.seteuid?.(user);
  }
}

/** Something that is tried on a disk that is full or cannot be written to, and again once it can. */
export interface DiskTask {
  readonly name: string;
  /** Makes the folder, while there is room. */
  readonly prepare: (folder: string) => Attempt;
}

interface Attempt {
  /** Does it. A failure must be one in words. */
  readonly attempt: () => Result<unknown>;
  /** After all is well again: does it once more, and says what is wrong; null when nothing is lost. */
  readonly resume: () => string | null;
  /** Whether a failure must leave the plan as it was, to the byte, unless it was recovered and only the opening failed. */
  readonly leavesFiles: boolean;
  /** Whether the plan is open meanwhile: the system closes no disk to writing that has files open for it. */
  readonly isOpen: boolean;
}

const now = tickingClock();

function saveAnswer(plan: FaultPlan, count: number, length: number): Result<unknown> {
  return plan.store.change((draft) => {
    draft.saveItem(anAnswer('biz-ein', count, length, now()), 'answer');
    return ok(null);
  });
}

/** Opens, looks at what is there, and closes. */
function compare(folder: string, isRight: (content: string, plan: FaultPlan) => boolean): string | null {
  const opened = openFaultPlan(folder, now);
  if (!opened.ok) return opened.error.message;
  const { file, close } = opened.value;
  const problem = isRight(contentOf(file.db), opened.value)
    ? null
    : `not as it was: ${JSON.stringify(file.note)}`;
  close();
  return problem;
}

function fails(result: Result<unknown>): string | null {
  return result.ok ? null : result.error.message;
}

/** Every operation that writes. */
export const DISK_TASKS: readonly DiskTask[] = [
  {
    name: 'a new plan',
    prepare: (folder) => ({
      attempt: () => {
        const opened = openFaultPlan(folder, now);
        if (opened.ok) opened.value.close();
        return opened;
      },
      resume: () => compare(folder, (_content, { file }) => file.note === null),
      leavesFiles: false,
      isOpen: false,
    }),
  },
  {
    name: 'an opening',
    prepare: (folder) => {
      const plan = must(openFaultPlan(folder, now));
      must(saveAnswer(plan, 1, 9_000));
      const before = contentOf(plan.file.db);
      plan.close();
      return {
        attempt: () => {
          const opened = openFaultPlan(folder, now);
          if (opened.ok) opened.value.close();
          return opened;
        },
        resume: () => compare(folder, (content, { file }) => content === before && file.note === null),
        leavesFiles: true,
        isOpen: false,
      };
    },
  },
  {
    name: 'saves',
    prepare: (folder) => {
      const plan = must(openFaultPlan(folder, now));
      let saved = 0;
      return {
        attempt: () => {
          for (let count = saved + 1; count < 2_000; count += 1) {
            const result = saveAnswer(plan, count, 9_000);
            if (!result.ok) return result;
            saved = count;
          }
          throw new Error('The disk never filled up');
        },
        resume: () => {
          const more = fails(saveAnswer(plan, saved + 1, 9_000));
          if (more !== null) return more;
          const content = contentOf(plan.file.db);
          const rows = Number(plan.file.db.prepare('SELECT count(*) FROM history').pluck().get());
          plan.close();
          if (rows !== saved + 1) return `${rows} rows for ${saved + 1} saves`;
          return compare(folder, (after, { file }) => after === content && file.note === null);
        },
        leavesFiles: false,
        isOpen: true,
      };
    },
  },
  {
    name: 'a backup',
    prepare: (folder) => {
      const plan = must(openFaultPlan(folder, now));
      must(saveAnswer(plan, 1, 9_000));
      const before = contentOf(plan.file.db);
      return {
        attempt: () => plan.file.backUp(),
        resume: () => {
          const again = fails(plan.file.backUp());
          plan.close();
          return again ?? compare(folder, (content) => content === before && soundBackups(folder) === 1);
        },
        leavesFiles: false,
        isOpen: true,
      };
    },
  },
  {
    name: 'a closing',
    prepare: (folder) => {
      const plan = must(openFaultPlan(folder, now));
      must(saveAnswer(plan, 1, 9_000));
      const before = contentOf(plan.file.db);
      return {
        attempt: () => plan.file.close(),
        resume: () => {
          plan.close();
          return compare(folder, (content, { file }) => content === before && file.note === null);
        },
        leavesFiles: false,
        isOpen: true,
      };
    },
  },
  {
    name: 'a migration',
    prepare: (folder) => {
      makeOldPlan(folder);
      return {
        attempt: () => {
          const opened = openFaultPlan(folder, now);
          if (opened.ok) opened.value.close();
          return opened;
        },
        resume: () =>
          compare(folder, (_content, { file }) => {
            const items = file.db.prepare('SELECT count(*) FROM item').pluck().get();
            const records = file.db.prepare('SELECT count(*) FROM record').pluck().get();
            return items === 3 && records === 2 && file.note === null;
          }),
        leavesFiles: false,
        isOpen: false,
      };
    },
  },
  {
    name: 'a restore',
    prepare: (folder) => {
      const states = makeTwoStates(folder);
      const restore = () => restoreBackup(folder, describeBackups(folder).at(-1)?.id ?? '', now);
      return {
        attempt: restore,
        resume: () => {
          const unharmed = compare(folder, (content) => states.includes(content));
          if (unharmed !== null) return unharmed;
          const again = fails(restoreBackup(folder, oldestWith(folder, 1), now));
          return again ?? compare(folder, (content) => content === states[0]);
        },
        leavesFiles: true,
        isOpen: false,
      };
    },
  },
  {
    name: 'a recovery',
    prepare: (folder) => {
      const { content } = makeDamagedPlan(folder);
      let isTold = false;
      return {
        attempt: () => {
          const opened = openFaultPlan(folder, now);
          if (opened.ok) {
            isTold = opened.value.file.note !== null;
            opened.value.close();
          }
          return opened;
        },
        // Whichever start it was that could open the plan, it must have said what happened.
        resume: () =>
          compare(folder, (after, { file }) => after === content && (isTold || file.note !== null)),
        leavesFiles: true,
        isOpen: false,
      };
    },
  },
];

function soundBackups(folder: string): number {
  return describeBackups(folder).filter(({ problem }) => problem === null).length;
}

function oldestWith(folder: string, changes: number): string {
  return describeBackups(folder).find(({ facts }) => facts?.changes === changes)?.id ?? '';
}

/** What came of one task on a disk without room, or closed to writing: null when all went as it must. */
export interface DiskOutcome {
  readonly failedInWords: boolean;
  readonly breach: string | null;
}

/** Tries a task with `free` bytes left on the disk (null: closed to writing), then again with all the room it needs. */
export function tryTask(disk: SmallDisk, task: DiskTask, free: number | null): DiskOutcome {
  const folder = join(disk.path, 'plan');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const prepared = task.prepare(folder);
  const before = bytesOf(folder);
  if (free === null && prepared.isOpen) {
    prepared.resume();
    return { failedInWords: false, breach: null };
  }
  if (free === null) disk.setReadOnly(true);
  else disk.leave(free);
  let result: Result<unknown> | string;
  try {
    result = prepared.attempt();
  } catch (error) {
    result = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  if (free === null) disk.setReadOnly(false);
  const after = bytesOf(folder);
  disk.empty();
  if (typeof result === 'string') return { failedInWords: false, breach: result };
  const words = free === null ? READ_ONLY_WORDS : FULL_WORDS;
  if (!result.ok && !words.test(result.error.message)) {
    return { failedInWords: false, breach: `wrong words: ${result.error.message}` };
  }
  const isRecovered = existsSync(join(folder, 'quarantine'));
  if (!result.ok && prepared.leavesFiles && before !== after && !isRecovered)
    return { failedInWords: true, breach: 'files changed' };
  return { failedInWords: !result.ok, breach: prepared.resume() };
}

function bytesOf(folder: string): string | null {
  const plan = join(folder, 'plan.db');
  return existsSync(plan) ? readFileSync(plan).toString('latin1') : null;
}

export interface DiskReport {
  readonly tries: number;
  /** Tries for which there was no room, each failed in words. */
  readonly failedInWords: number;
  readonly breaches: readonly string[];
}

/** Every task at every `steps`th level of fullness, and on a disk closed to writing. */
export function runDiskRounds(
  root: string,
  options: { readonly steps: readonly number[]; readonly limitMs: number },
): DiskReport {
  const disk = mountSmallDisk(join(root, 'disk'));
  const breaches: string[] = [];
  let tries = 0;
  let failedInWords = 0;
  const deadline = performance.now() + options.limitMs;
  try {
    for (const task of DISK_TASKS) {
      for (const free of [null, ...options.steps.map((step) => step * PAGE)]) {
        if (performance.now() > deadline) break;
        const outcome = tryTask(disk, task, free);
        tries += 1;
        if (outcome.failedInWords) failedInWords += 1;
        const where = free === null ? 'closed to writing' : `${free} bytes free`;
        if (outcome.breach !== null) breaches.push(`${task.name}, ${where}: ${outcome.breach}`);
      }
    }
  } finally {
    disk.unmount();
  }
  return { tries, failedInWords, breaches };
}
