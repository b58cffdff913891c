import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { listRecoveryNotes } from '../../electron/store/recovery-note.ts';
import { DAMAGES, type Damage, type Others } from './fault-damage.ts';
import { anAnswer, contentOf, type FaultPlan, must, openFaultPlan, tickingClock } from './fault-plan.ts';
import { copyWorld, makeWorlds, staleWalIn, type World } from './fault-worlds.ts';
import { seededRandom } from './random.ts';

/**
 * How a damaged folder came out. `unharmed`: it opened without a word and nothing is missing. `whole`: the user is told,
 * and nothing is missing. `partial`: the user is told what is missing. `refused`: it was not opened, and left as it was.
 */
export type Outcome = 'unharmed' | 'whole' | 'partial' | 'refused';

/** A round that ended in none of those. */
export interface Breach {
  readonly round: number;
  readonly world: string;
  readonly damage: string;
  readonly what: string;
}

export interface DamageReport {
  readonly rounds: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Outcomes by damage and by world. */
  readonly byDamage: ReadonlyMap<string, Readonly<Record<Outcome, number>>>;
  readonly byWorld: ReadonlyMap<string, Readonly<Record<Outcome, number>>>;
  readonly breaches: readonly Breach[];
}

const REFUSALS = /newer version of First Claim|belongs to another program|is not a First Claim plan/;

/** Damages folders in every way, over and over, and looks at what comes of each. Ends early when `limitMs` is over. */
export function runDamageRounds(
  root: string,
  options: { readonly rounds: number; readonly seed: number; readonly limitMs: number },
): DamageReport {
  mkdirSync(root, { recursive: true });
  const worlds = makeWorlds(join(root, 'worlds'), options.seed);
  const others = othersOf(root, worlds);
  const cases = worlds.flatMap((world) =>
    DAMAGES.filter((damage) => damage.suits(world.folder)).map((damage) => ({ world, damage })),
  );
  const outcomes = none();
  const byDamage = new Map<string, Record<Outcome, number>>();
  const byWorld = new Map<string, Record<Outcome, number>>();
  const breaches: Breach[] = [];
  const deadline = performance.now() + options.limitMs;
  const order = seededRandom(options.seed);
  let rounds = 0;
  while (rounds < options.rounds && performance.now() < deadline) {
    // Each pairing in turn while there are rounds for all; a short run takes some of them.
    const index = options.rounds >= cases.length ? rounds % cases.length : order.below(cases.length);
    const { world, damage } = cases[index] as (typeof cases)[number];
    const folder = join(root, 'round');
    const outcome = oneRound(folder, world, damage, others, options.seed * 1_000_003 + rounds);
    if (typeof outcome === 'string' && outcome in outcomes) {
      const known = outcome as Outcome;
      outcomes[known] += 1;
      tally(byDamage, damage.name)[known] += 1;
      tally(byWorld, world.name)[known] += 1;
    } else {
      breaches.push({ round: rounds, world: world.name, damage: damage.name, what: outcome });
    }
    rounds += 1;
  }
  return { rounds, outcomes, byDamage, byWorld, breaches };
}

function none(): Record<Outcome, number> {
  return { unharmed: 0, whole: 0, partial: 0, refused: 0 };
}

function tally(map: Map<string, Record<Outcome, number>>, key: string): Record<Outcome, number> {
  const counts = map.get(key) ?? none();
  map.set(key, counts);
  return counts;
}

function oneRound(folder: string, world: World, damage: Damage, others: Others, seed: number): string {
  copyWorld(world, folder);
  damage.apply(folder, seededRandom(seed), others);
  const asFound = bytesOf(folder);
  try {
    return judgeRound(folder, world, asFound);
  } catch (error) {
    return `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Opens the folder, and compares what comes of it with what was saved. */
function judgeRound(folder: string, world: World, asFound: ReadonlyMap<string, string>): string {
  const now = tickingClock('2026-12-01T12:00:00.000Z');
  const opened = openFaultPlan(folder, now);
  if (!opened.ok) {
    if (!REFUSALS.test(opened.error.message)) return `refused in the wrong words: ${opened.error.message}`;
    return sameBytes(asFound, bytesOf(folder)) ? 'refused' : 'refused, but changed';
  }
  const { file, store, close } = opened.value;
  const isComplete = contentOf(file.db) === world.content;
  const { note } = file;
  if (note === null) {
    if (!isComplete) return 'silent loss';
  } else {
    if (!isComplete && note.lost.length === 0) return `a loss without a word: ${JSON.stringify(note)}`;
    if (!listRecoveryNotes(folder).some(({ id }) => id === note.id)) return 'the note is not kept';
    const kept = note.quarantine === null ? null : join(folder, note.quarantine, 'plan.db');
    const original = asFound.get('plan.db');
    const isFile = note.source === 'file';
    if (!isFile && original !== undefined && (kept === null || !existsSync(kept) || hex(kept) !== original)) {
      return 'the damaged file was not kept as it was found';
    }
  }
  const at = now();
  must(
    store.change((draft) => {
      draft.saveItem(anAnswer('biz-ein', 77_777, 50, at), 'answer');
      return { ok: true, value: null };
    }),
  );
  const before = contentOf(file.db);
  close();
  const again = openFaultPlan(folder, now);
  if (!again.ok) return `does not open again: ${again.error.message}`;
  const settled = contentOf(again.value.file.db) === before && again.value.file.note === null;
  const isSound = again.value.file.db.pragma('integrity_check', { simple: true }) === 'ok';
  const crashed = crashAndReopen(folder, again.value, now);
  again.value.close();
  if (crashed !== null) return crashed;
  if (!settled || !isSound) return `not settled: ${isSound} ${JSON.stringify(again.value.file.note)}`;
  return note === null ? 'unharmed' : isComplete ? 'whole' : 'partial';
}

/** The same thing must not be said again at the start after the next crash. */
function crashAndReopen(folder: string, plan: FaultPlan, now: () => string): string | null {
  const at = now();
  must(
    plan.store.change((draft) => {
      draft.saveItem(anAnswer('biz-ein', 88_888, 50, at), 'answer');
      return { ok: true, value: null };
    }),
  );
  const left = `${folder}-crashed`;
  rmSync(left, { recursive: true, force: true });
  cpSync(folder, left, { recursive: true, preserveTimestamps: true });
  const reopened = openFaultPlan(left, now);
  if (!reopened.ok) return `does not open after another crash: ${reopened.error.message}`;
  const { note } = reopened.value.file;
  const isSame = contentOf(reopened.value.file.db) === contentOf(plan.file.db);
  reopened.value.close();
  if (!isSame) return 'another crash lost something';
  return note === null ? null : `said again after another crash: ${JSON.stringify(note)}`;
}

function bytesOf(folder: string): ReadonlyMap<string, string> {
  const names = ['plan.db', 'plan.db-wal', 'plan.db-journal'];
  return new Map(
    names.filter((name) => existsSync(join(folder, name))).map((name) => [name, hex(join(folder, name))]),
  );
}

function sameBytes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  const content = (files: ReadonlyMap<string, string>) =>
    JSON.stringify([...files].filter(([, bytes]) => bytes !== ''));
  return content(before) === content(after);
}

function hex(path: string): string {
  return readFileSync(path).toString('latin1');
}

/** A log of another plan, one of the same plan from before its last closing, and the journal of another database. */
function othersOf(root: string, worlds: readonly World[]): Others {
  const elsewhere = worlds.find(({ name }) => name === 'first-session');
  if (elsewhere === undefined) throw new Error('A world is missing');
  return {
    foreignWal: join(elsewhere.folder, 'plan.db-wal'),
    staleWal: staleWalIn(join(root, 'worlds')),
    foreignJournal: makeJournal(join(root, 'other.db')),
  };
}

/** Leaves a hot journal, as a crash in the middle of a transaction would. */
function makeJournal(path: string): string {
  const db = new Database(path);
  db.exec('CREATE TABLE other (text TEXT)');
  db.pragma('cache_size = 1');
  db.exec("INSERT INTO other VALUES ('x')");
  db.exec('BEGIN');
  for (let row = 0; row < 300; row += 1) db.prepare('INSERT INTO other VALUES (?)').run('y'.repeat(1_000));
  db.prepare('UPDATE other SET text = ?').run('z'.repeat(1_000));
  copyFileSync(`${path}-journal`, `${path}-hot`);
  db.exec('ROLLBACK');
  db.close();
  return `${path}-hot`;
}
