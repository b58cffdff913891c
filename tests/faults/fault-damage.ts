import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';

const PAGE = 4_096;
const WAL_HEADER = 32;
const FRAME = PAGE + 24;

/** One way a file can come to harm. */
export interface Damage {
  readonly name: string;
  /** Whether it can be done to a folder like this. */
  readonly suits: (folder: string) => boolean;
  readonly apply: (folder: string, random: Random, others: Others) => void;
}

/** Files of other plans and programs, to be put in the place of the right ones. */
export interface Others {
  /** A log of another plan. */
  readonly foreignWal: string;
  /** A log of this plan from an earlier day. */
  readonly staleWal: string;
  /** A rollback journal that SQLite would play back onto any database it lies beside. */
  readonly foreignJournal: string;
}

const plan = (folder: string): string => join(folder, 'plan.db');
const wal = (folder: string): string => join(folder, 'plan.db-wal');
const always = (): boolean => true;
const hasWal = (folder: string): boolean => existsSync(wal(folder)) && statSync(wal(folder)).size > 0;

/** Changes bytes in place, as a failing disk does: the file's times stay. */
function change(path: string, edit: (bytes: Buffer) => Buffer | undefined, keepsTimes: boolean): void {
  const { mtimeMs } = statSync(path);
  const bytes = readFileSync(path);
  writeFileSync(path, edit(bytes) ?? bytes);
  if (keepsTimes) setTime(path, mtimeMs);
}

/** Sets when a file was last written, to the millisecond: a `Date` would round, and seconds are not exact. */
export function setTime(path: string, ms: number): void {
  const seconds = (Math.trunc(ms) + 0.5) / 1_000;
  utimesSync(path, seconds, seconds);
}

function flip(bytes: Buffer, at: number, random: Random): void {
  if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
}

/** The kinds of page there are, by the first byte of the page; overflow pages have none of these. */
const PAGE_KINDS = { 2: 'index interior', 5: 'table interior', 10: 'index leaf', 13: 'table leaf' } as const;

function pagesOfKind(bytes: Buffer, kind: string): number[] {
  return Array.from({ length: Math.floor(bytes.length / PAGE) }, (_, page) => page).filter((page) => {
    const type = bytes[page * PAGE + (page === 0 ? 100 : 0)] as keyof typeof PAGE_KINDS;
    return (PAGE_KINDS[type] ?? 'overflow') === kind;
  });
}

const flipInPage = (kind: string, keepsTimes: boolean): Damage => ({
  name: `a bit in ${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind} page${keepsTimes ? ', silently' : ''}`,
  suits: (folder) => pagesOfKind(readFileSync(plan(folder)), kind).length > 0,
  apply: (folder, random) =>
    change(
      plan(folder),
      (bytes) => {
        const page = random.pick(pagesOfKind(bytes, kind));
        flip(bytes, page * PAGE + random.below(PAGE), random);
        return undefined;
      },
      keepsTimes,
    ),
});

const inPlan = (name: string, edit: (bytes: Buffer, random: Random) => Buffer | undefined): Damage => ({
  name,
  suits: always,
  apply: (folder, random) => change(plan(folder), (bytes) => edit(bytes, random), random.below(2) === 0),
});

const inWal = (name: string, edit: (bytes: Buffer, random: Random) => Buffer | undefined): Damage => ({
  name,
  suits: hasWal,
  apply: (folder, random) => change(wal(folder), (bytes) => edit(bytes, random), false),
});

const somePage = (bytes: Buffer, random: Random): number => random.below(Math.floor(bytes.length / PAGE));
const someFrame = (bytes: Buffer, random: Random): number =>
  WAL_HEADER + FRAME * random.below(Math.floor((bytes.length - WAL_HEADER) / FRAME));

/** Everything that fault tests do to a data folder that is not open. */
export const DAMAGES: readonly Damage[] = [
  ...['table leaf', 'index leaf', 'table interior', 'index interior', 'overflow'].flatMap((kind) => [
    flipInPage(kind, true),
    flipInPage(kind, false),
  ]),
  inPlan('a bit in the header', (bytes, random) => {
    flip(bytes, random.below(100), random);
    return undefined;
  }),
  inPlan('another number in a field of the header', (bytes, random) => {
    bytes.writeUInt32BE(random.pick([0, 1, 7, 0xffffffff]), 16 + 4 * random.below(21));
    return undefined;
  }),
  inPlan('cut off anywhere', (bytes, random) => bytes.subarray(0, random.below(bytes.length))),
  inPlan('cut off at a page', (bytes, random) => bytes.subarray(0, PAGE * somePage(bytes, random))),
  inPlan('cut to almost nothing', (bytes, random) => bytes.subarray(0, random.below(600))),
  inPlan('a page of zeros', (bytes, random) => {
    const page = somePage(bytes, random);
    bytes.fill(0, page * PAGE, (page + 1) * PAGE);
    return undefined;
  }),
  inPlan('a page of noise', (bytes, random) => {
    const page = somePage(bytes, random);
    for (let at = 0; at < PAGE; at += 1) bytes[page * PAGE + at] = random.below(256);
    return undefined;
  }),
  inPlan('zeros throughout', (bytes) => bytes.fill(0)),
  inPlan('a sector of zeros', (bytes, random) => {
    const at = 512 * random.below(bytes.length / 512);
    bytes.fill(0, at, at + 512);
    return undefined;
  }),
  inPlan('two pages swapped', (bytes, random) => {
    const [one, other] = [somePage(bytes, random), somePage(bytes, random)];
    const kept = Buffer.from(bytes.subarray(one * PAGE, (one + 1) * PAGE));
    bytes.copy(bytes, one * PAGE, other * PAGE, (other + 1) * PAGE);
    kept.copy(bytes, other * PAGE);
    return undefined;
  }),
  inPlan('a page twice', (bytes, random) => {
    const [one, other] = [somePage(bytes, random), somePage(bytes, random)];
    bytes.copy(bytes, one * PAGE, other * PAGE, (other + 1) * PAGE);
    return undefined;
  }),
  inPlan('longer by a few pages', (bytes, random) =>
    Buffer.concat([bytes, Buffer.alloc(PAGE * (1 + random.below(4)), random.below(256))]),
  ),
  {
    name: 'gone',
    // Where nothing tells of a plan there is none to miss.
    suits: (folder) => ['backups', 'plan.seal', 'plan.db-wal'].some((name) => existsSync(join(folder, name))),
    apply: (folder) => rmSync(plan(folder)),
  },
  inWal('a bit in the log', (bytes, random) => {
    flip(bytes, random.below(bytes.length), random);
    return undefined;
  }),
  inWal('a bit in the head of a frame', (bytes, random) => {
    flip(bytes, someFrame(bytes, random) + random.below(24), random);
    return undefined;
  }),
  inWal('a bit in the head of the log', (bytes, random) => {
    flip(bytes, random.below(WAL_HEADER), random);
    return undefined;
  }),
  inWal('the log cut off anywhere', (bytes, random) => bytes.subarray(0, random.below(bytes.length))),
  {
    ...inWal('the log cut off at a frame', (bytes, random) => bytes.subarray(0, someFrame(bytes, random))),
    // Without its index such a log is exactly what an earlier crash would have left: nothing is there to tell.
    suits: (folder) => hasWal(folder) && existsSync(join(folder, 'plan.db-shm')),
  },
  inWal('a frame of zeros', (bytes, random) => {
    const at = someFrame(bytes, random);
    bytes.fill(0, at, at + FRAME);
    return undefined;
  }),
  { name: 'the log gone', suits: hasWal, apply: (folder) => rmSync(wal(folder)) },
  {
    name: 'the log of another plan',
    suits: always,
    apply: (folder, _random, { foreignWal }) => copyFileSync(foreignWal, wal(folder)),
  },
  {
    name: 'a log from an earlier day',
    suits: always,
    apply: (folder, _random, { staleWal }) => copyFileSync(staleWal, wal(folder)),
  },
  {
    name: 'the rollback journal of another program',
    suits: always,
    apply: (folder, _random, { foreignJournal }) => copyFileSync(foreignJournal, `${plan(folder)}-journal`),
  },
  {
    name: 'plan and newest backup, a page each',
    suits: (folder) => existsSync(join(folder, 'backups')),
    apply: (folder, random) => {
      const newest = readdirSync(join(folder, 'backups')).sort((a, b) => numberOf(b) - numberOf(a))[0] ?? '';
      for (const path of [plan(folder), join(folder, 'backups', newest)]) {
        change(
          path,
          (bytes) => {
            const page = somePage(bytes, random);
            bytes.fill(0xa5, page * PAGE, (page + 1) * PAGE);
            return undefined;
          },
          false,
        );
      }
    },
  },
];

function numberOf(name: string): number {
  return Number(/-(\d+)\.db$/.exec(name)?.[1] ?? 0);
}
