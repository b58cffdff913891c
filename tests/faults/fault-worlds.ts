import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../electron/store/migrations/index.ts';
import { setTime } from './fault-damage.ts';
import { contentOf, makeSomeChange, must, openFaultPlan, tickingClock } from './fault-plan.ts';
import { seededRandom } from './random.ts';

/** A data folder in some state, to be copied and damaged. */
export interface World {
  readonly name: string;
  readonly folder: string;
  /** Everything that was reported as saved. */
  readonly content: string;
}

const CHANGES = 120;
const LATER_CHANGES = 40;

/**
 * Makes the data folders that fault tests start from: closed properly, with and without backups; left behind by a
 * crash, before and after its log was copied into the file; with and without what SQLite keeps beside it.
 */
export function makeWorlds(root: string, seed: number): readonly World[] {
  if (migrations.length < 2) throw new Error('The fault plans need lists and checks');
  const closed = closedWorld(root, seed);
  const crashed = crashedWorld(root, closed, 'crashed', seed + 1, false);
  const copied = crashedWorld(root, closed, 'crashed-copied', seed + 2, true);
  return [
    closed,
    without(root, closed, 'closed-no-backups', ['backups']),
    without(root, closed, 'closed-no-traces', ['backups', 'plan.seal']),
    crashed,
    without(root, crashed, 'crashed-no-index', ['plan.db-shm']),
    without(root, crashed, 'crashed-no-backups', ['backups']),
    copied,
    without(root, copied, 'crashed-copied-no-backups', ['backups']),
    firstSession(root, seed + 3),
  ];
}

/** A log from the middle of an earlier day of the world that was closed properly. */
export function staleWalIn(root: string): string {
  return join(root, 'stale.db-wal');
}

function closedWorld(root: string, seed: number): World {
  const folder = join(root, 'closed');
  const random = seededRandom(seed);
  const now = tickingClock();
  let content = '';
  for (let session = 0; session < 4; session += 1) {
    const plan = must(openFaultPlan(folder, now));
    for (let count = 0; count < CHANGES / 4; count += 1) {
      must(makeSomeChange(plan.store, random, session * CHANGES + count, now()));
    }
    content = contentOf(plan.file.db);
    if (session === 2) cpSync(join(folder, 'plan.db-wal'), staleWalIn(root));
    plan.close();
  }
  return { name: 'closed', folder, content };
}

/** What a crash leaves: the files as they are while the plan is open. */
function crashedWorld(root: string, from: World, name: string, seed: number, isCopied: boolean): World {
  const folder = join(root, name);
  const open = join(root, `${name}-open`);
  copyFolder(from.folder, open);
  const world = crashWhileOpen(open, folder, name, seed, isCopied);
  rmSync(open, { recursive: true });
  return world;
}

function firstSession(root: string, seed: number): World {
  const open = join(root, 'first-open');
  const world = crashWhileOpen(open, join(root, 'first-session'), 'first-session', seed, false);
  rmSync(open, { recursive: true });
  return world;
}

function crashWhileOpen(open: string, folder: string, name: string, seed: number, isCopied: boolean): World {
  const random = seededRandom(seed);
  const now = tickingClock('2026-11-25T12:00:00.000Z');
  const plan = must(openFaultPlan(open, now));
  const change = (count: number): void =>
    void must(makeSomeChange(plan.store, random, 10_000 + count, now()));
  for (let count = 0; count < LATER_CHANGES / 2; count += 1) change(count);
  if (isCopied) plan.file.db.pragma('wal_checkpoint(PASSIVE)');
  for (let count = LATER_CHANGES / 2; count < LATER_CHANGES; count += 1) change(count);
  const content = contentOf(plan.file.db);
  copyFolder(open, folder);
  plan.close();
  return { name, folder, content };
}

function without(root: string, from: World, name: string, missing: readonly string[]): World {
  const folder = join(root, name);
  copyFolder(from.folder, folder);
  for (const file of missing) {
    if (!existsSync(join(folder, file))) throw new Error(`${from.name} has no ${file}`);
    rmSync(join(folder, file), { recursive: true });
  }
  return { name, folder, content: from.content };
}

/** A fresh copy of a world. */
export function copyWorld(world: World, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFolder(world.folder, folder);
}

/** As it lies: copying alone rounds the time at which the plan was last written. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  setTime(join(to, 'plan.db'), statSync(join(from, 'plan.db')).mtimeMs);
}
