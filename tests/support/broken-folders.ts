import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SCHEMA_VERSION } from '../../electron/store/migrations/index.ts';
import { answerText, clockFrom, copyFolder, inSession } from './seeded-plan.ts';

export const THOUGHTS = ['First thought', 'Second thought', 'Third thought'] as const;

const PAGE = 4_096;
const plan = (folder: string): string => join(folder, 'plan.db');

/** Changes a plan's bytes and returns what they are then. */
function edit(folder: string, change: (bytes: Buffer) => Buffer): Buffer {
  const bytes = change(readFileSync(plan(folder)));
  writeFileSync(plan(folder), bytes);
  return bytes;
}

/** A folder whose plan was closed twice, with the second thought in it, and two backups. */
export async function makeClosed(folder: string, start = '2026-11-02T09:00:00.000Z'): Promise<void> {
  for (const thought of THOUGHTS.slice(0, 2)) {
    const at = new Date(Date.parse(start) + 86_400_000 * THOUGHTS.indexOf(thought)).toISOString();
    await inSession(folder, (ask) => answerText(ask, 'biz-plan', 'startup_list', thought), clockFrom(at));
  }
}

/** The same, and then left by a crash after the third thought. */
export async function makeCrashed(folder: string): Promise<void> {
  const open = mkdtempSync(join(tmpdir(), 'first-claim-e2e-'));
  await makeClosed(open);
  const work: Parameters<typeof inSession>[1] = async (ask) => {
    await ask('answerProfile', { patch: { business_name: 'Alpha Billing' } });
    await answerText(ask, 'biz-plan', 'startup_list', THOUGHTS[2]);
    copyFolder(open, folder);
  };
  await inSession(open, work, clockFrom('2026-11-05T09:00:00.000Z'));
  rmSync(open, { recursive: true, force: true });
}

/** Something that happened to a plan file from which the app can recover. */
export interface Damage {
  readonly name: string;
  readonly from: 'closed' | 'crashed';
  /** Returns the plan file as it is then; null when none is left, or when it stays in place. */
  readonly happens: (folder: string) => Buffer | null;
  /** What is said of it. */
  readonly says: RegExp;
  /** The answer on screen afterwards. */
  readonly answer: RegExp;
}

const dropBackups = (folder: string): void => rmSync(join(folder, 'backups'), { recursive: true });

/** One letter of an answer changes on the disk, while nothing writes there. */
function rot(folder: string): Buffer {
  const bytes = edit(folder, (before) => {
    const at = before.lastIndexOf('Second thought');
    before[at] = (before[at] ?? 0) ^ 0x01;
    return before;
  });
  // As the seal knows it, which has no parts of a millisecond.
  const { modifiedMs } = JSON.parse(readFileSync(join(folder, 'plan.seal'), 'utf8')) as {
    modifiedMs: number;
  };
  utimesSync(plan(folder), (modifiedMs + 0.5) / 1_000, (modifiedMs + 0.5) / 1_000);
  return bytes;
}

export const DAMAGES: readonly Damage[] = [
  ...(
    [
      ['one bit of an answer changed', rot, /The disk may be failing.*nothing is lost/],
      ['cut short', (f) => edit(f, (bytes) => bytes.subarray(0, 5_000)), /was damaged.*nothing is lost/],
      ['filled with zeros', (f) => edit(f, (bytes) => bytes.fill(0)), /was damaged.*nothing is lost/],
      [
        'a header of garbage',
        (f) => edit(f, (bytes) => bytes.fill(0xa5, 0, 100)),
        /no longer looked like a plan/,
      ],
      [
        'broken inside',
        (f) => edit(f, (bytes) => bytes.fill(0xa5, PAGE, 3 * PAGE)),
        /was damaged.*nothing is lost/,
      ],
      ['emptied', (f) => edit(f, () => Buffer.alloc(0)), /was damaged.*nothing is lost/],
    ] as readonly [string, (folder: string) => Buffer, RegExp][]
  ).map(([name, happens, says]) => ({
    name,
    from: 'closed' as const,
    happens,
    says,
    answer: /^Second thought$/,
  })),
  {
    name: 'gone',
    from: 'closed',
    happens: (folder) => {
      rmSync(plan(folder));
      return null;
    },
    says: /was missing from its folder.*nothing is lost/,
    answer: /^Second thought$/,
  },
  {
    name: 'without its first page and without a backup',
    from: 'closed',
    happens: (folder) => {
      dropBackups(folder);
      return edit(folder, (bytes) => bytes.fill(0, 0, PAGE));
    },
    says: /There is no backup. Your plan now holds what could be read from the file/,
    answer: /^Second thought$/,
  },
  {
    name: 'nothing but zeros, without a backup',
    from: 'closed',
    happens: (folder) => {
      dropBackups(folder);
      return edit(folder, (bytes) => bytes.fill(0));
    },
    says: /Nothing could be read from it, and there is no backup. You start with an empty plan/,
    answer: /^$/,
  },
  {
    name: 'left by a crash, with the end of its log cut off',
    from: 'crashed',
    happens: (folder) => {
      const log = readFileSync(`${plan(folder)}-wal`);
      writeFileSync(`${plan(folder)}-wal`, log.subarray(0, log.length - 3_000));
      return readFileSync(plan(folder));
    },
    says: /The log with the latest changes \(plan\.db-wal\) was damaged.*may be missing/,
    answer: /^(Second|Third) thought$/,
  },
  {
    name: 'left by a crash, without its log',
    from: 'crashed',
    happens: (folder) => {
      for (const end of ['-wal', '-shm']) rmSync(plan(folder) + end, { force: true });
      return null;
    },
    says: /\(plan\.db-wal\) is gone.*is lost/,
    answer: /^Second thought$/,
  },
];

/** Something in the plan's place that is not to be touched. Returns how to take it back, where that is needed. */
export interface Obstacle {
  readonly name: string;
  readonly stands: (folder: string) => (() => void) | undefined;
  readonly says: RegExp;
}

export const OBSTACLES: readonly Obstacle[] = [
  {
    name: 'a plan of a newer version',
    stands: (folder) => {
      const db = new Database(plan(folder));
      db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
      db.close();
      return undefined;
    },
    says: /newer version of First Claim.*nothing in it was changed/,
  },
  {
    name: 'a database of another program',
    stands: (folder) => {
      rmSync(plan(folder));
      const db = new Database(plan(folder));
      db.exec('CREATE TABLE recipe (id INTEGER)');
      db.close();
      return undefined;
    },
    says: /belongs to another program. It was left as it is/,
  },
  {
    name: 'a letter',
    stands: (folder) => void writeFileSync(plan(folder), 'Dear diary, '.repeat(50)),
    says: /is not a First Claim plan. It was left as it is/,
  },
  {
    name: 'a folder',
    stands: (folder) => {
      rmSync(plan(folder));
      mkdirSync(plan(folder));
      return undefined;
    },
    says: /plan\.db is a folder/,
  },
  {
    name: 'a link to a plan elsewhere',
    stands: (folder) => {
      renameSync(plan(folder), join(folder, 'elsewhere.db'));
      symlinkSync(join(folder, 'elsewhere.db'), plan(folder));
      return undefined;
    },
    says: /plan\.db is a link to another place/,
  },
  {
    name: 'a plan that may not be written',
    stands: (folder) => closeToAll(plan(folder), 0o400, 0o600),
    says: /write-protected, so no answer could be saved/,
  },
  {
    name: 'a folder in which nothing may be written',
    stands: (folder) => closeToAll(folder, 0o500, 0o700),
    says: /is not allowed to read and write the folder/,
  },
];

/** Forbids writing to a file or in a folder, and returns how to allow it again. Throws where nothing can stop root. */
function closeToAll(path: string, closed: number, open: number): () => void {
  if (process.geteuid?.() !== 0) {
    chmodSync(path, closed);
    return () => chmodSync(path, open);
  }
  // Permissions do not stop root. What cannot be changed does, where the file system knows it.
  execFileSync('chattr', ['+i', path], { stdio: 'ignore' });
  return () => void execFileSync('chattr', ['-i', path]);
}

/** Why nothing here can be closed to writing; null when it can. */
export function whyNothingCanBeClosed(): string | null {
  if (process.platform === 'win32') return 'Windows has no such permissions.';
  const folder = mkdtempSync(join(tmpdir(), 'first-claim-e2e-'));
  try {
    closeToAll(folder, 0o500, 0o700)();
    return null;
  } catch {
    return 'These tests run as root, whom no permission stops, on a file system that cannot close a file to root.';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
