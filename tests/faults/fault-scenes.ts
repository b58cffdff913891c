import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backupFolder, describeBackups } from '../../electron/store/find-backups.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { migrations, SCHEMA_VERSION } from '../../electron/store/migrations/index.ts';
import { APPLICATION_ID } from '../../electron/store/pragmas.ts';
import { listRecoveryNotes } from '../../electron/store/recovery-note.ts';
import { evidenceScene, exportScene, importScene } from './fault-file-scenes.ts';
import { anAnswer, contentOf, must, openFaultPlan, tickingClock } from './fault-plan.ts';
import type { Heard } from './fault-processes.ts';
import type { Random } from './random.ts';

/** What was going on when the process was killed. */
export const KILL_SCENES = [
  'save',
  'evidence',
  'backup',
  'close',
  'migrate',
  'restore',
  'recover',
  'import',
  'export',
] as const;
export type KillScene = (typeof KILL_SCENES)[number];

/** What was found after a kill. */
export interface Judged {
  /** Things that were reported as done. */
  readonly acknowledged: number;
  /** What went wrong, in words. */
  readonly breach: string | null;
  /** Whether the kill left something half done; not every scene can tell. */
  readonly cutShort?: boolean;
}

function lastNumber(lines: readonly string[], word: string): number {
  return lines.reduce(
    (last, line) => (line.startsWith(`${word} `) ? Number(line.slice(word.length + 1)) : last),
    0,
  );
}

/** One scene: keeps a folder of its own, and judges it after each kill. */
export interface Scene {
  readonly args: (random: Random) => readonly string[];
  /** Kills come after at most so many lines of its work; 0 when it works once and ends. */
  readonly mostLines: number;
  readonly judge: (heard: Heard) => Judged | Promise<Judged>;
}

/** Makes the scene's folder. */
export async function openScene(scene: KillScene, root: string): Promise<Scene> {
  const folder = join(root, scene);
  mkdirSync(folder, { recursive: true });
  switch (scene) {
    case 'save':
    case 'backup':
    case 'close':
      return savingScene(scene, folder);
    case 'evidence':
      return evidenceScene(folder);
    case 'import':
      return importScene(folder);
    case 'export':
      return exportScene(folder);
    case 'migrate':
      return migratingScene(folder);
    case 'restore':
      return restoringScene(folder);
    case 'recover':
      return recoveringScene(folder);
  }
}

function savingScene(work: 'save' | 'backup' | 'close', folder: string): Scene {
  let first = 1;
  return {
    args: (random) => [folder, work, String(first), String(random.below(1e9))],
    mostLines: work === 'save' ? 12 : 4,
    judge: ({ lines }) => {
      const acknowledged = lastNumber(lines, 'saved');
      const opened = openFaultPlan(folder);
      if (!opened.ok) return { acknowledged: 0, breach: opened.error.message };
      const { db, note } = opened.value.file;
      const { plan, unreadable } = must(opened.value.store.read());
      const kept = Number(plan.items['biz-ein']?.answers.answer ?? 0);
      const rows = Number(db.prepare('SELECT count(*) FROM history').pluck().get());
      const isSound = db.pragma('integrity_check', { simple: true }) === 'ok';
      const backups = describeBackups(folder).filter(({ problem }) => problem !== null);
      const ofThisRound = acknowledged < first ? 0 : acknowledged - first + 1;
      const wrong = [
        kept < acknowledged && `lost ${acknowledged - kept} saves`,
        rows !== kept && `${rows} history rows for ${kept} saves`,
        unreadable.length > 0 && 'something unreadable',
        note !== null && `a note: ${JSON.stringify(note)}`,
        !isSound && 'not sound',
        backups.length > 0 && 'a backup that cannot be used',
      ].filter((word) => word !== false);
      opened.value.close();
      first = kept + 1;
      return { acknowledged: ofThisRound, breach: wrong.length === 0 ? null : wrong.join(', ') };
    },
  };
}

/** Fresh for every round: a plan that an earlier version left, in turn the first and the one before this. */
function migratingScene(folder: string): Scene {
  const templates = [...new Set([1, SCHEMA_VERSION - 1])].map((version) => {
    const template = join(folder, `template-${version}`);
    return { version, template, answers: makeOldPlan(template, version) };
  });
  const round = join(folder, 'round');
  let rounds = 0;
  let from = templates[0];
  return {
    args: (random) => {
      from = templates[rounds % templates.length];
      rounds += 1;
      rmSync(round, { recursive: true, force: true });
      cpSync(from?.template ?? '', round, { recursive: true });
      return [round, 'open', '1', String(random.below(1e9))];
    },
    mostLines: 0,
    judge: () => {
      const opened = openFaultPlan(round);
      if (!opened.ok) return { acknowledged: 0, breach: opened.error.message };
      const { db, note } = opened.value.file;
      const kept = db.prepare('SELECT answers FROM item ORDER BY id').pluck().all();
      const portals = db.prepare('SELECT count(*) FROM record').pluck().get();
      const version = db.pragma('user_version', { simple: true });
      opened.value.close();
      const old = describeBackups(round).some(
        ({ problem, facts }) => problem === null && facts?.version === from?.version,
      );
      const isRight =
        JSON.stringify(kept) === JSON.stringify(from?.answers) &&
        portals === 2 &&
        version === SCHEMA_VERSION &&
        note === null;
      const breach = !isRight
        ? `not as it was: ${JSON.stringify(note)}`
        : old
          ? null
          : 'no backup from before';
      return { acknowledged: kept.length, breach };
    },
  };
}

/** A plan as an earlier version left it: three items, one of them with two portals in a form. Begun in version 1. */
export function makeOldPlan(folder: string, version = 1): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'plan.db'));
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('journal_mode = WAL');
  migrate(db, migrations, 1);
  const at = '2026-10-01T12:00:00.000Z';
  const rows: [string, string][] = [
    ['biz-ein', JSON.stringify({ answer: '1', note: 'x'.repeat(6_000) })],
    ['biz-plan', JSON.stringify({ answer: '2' })],
    [
      'sec-network',
      JSON.stringify({
        portals: [
          { rowId: 'r1', portal: 'One' },
          { rowId: 'r2', portal: 'Two' },
        ],
      }),
    ],
  ];
  const addItem = db.prepare(`INSERT INTO item VALUES (?, 'in-progress', ?, NULL, NULL, NULL, ?)`);
  const addHistory = db.prepare(
    `INSERT INTO history (at, subject, action, before, after) VALUES (?, ?, 'answer', ?, ?)`,
  );
  for (const [id, answers] of rows) {
    addItem.run(id, answers, at);
    const before = {
      answers: Object.fromEntries(Object.keys(JSON.parse(answers)).map((key) => [key, null])),
    };
    const after = { answers: JSON.parse(answers), status: 'in-progress' };
    addHistory.run(
      at,
      `item:${id}`,
      JSON.stringify({ ...before, status: 'not-started' }),
      JSON.stringify(after),
    );
  }
  migrate(db, migrations, version);
  db.close();
  return rows.map(([, answers]) => answers);
}

/** A folder whose two states are swapped, again and again. */
function restoringScene(folder: string): Scene {
  const contents = makeTwoStates(folder);
  return {
    args: (random) => [folder, 'restore', '1', String(random.below(1e9))],
    mostLines: 3,
    judge: () => ({ acknowledged: 1, breach: judgeTwoStates(folder, contents) }),
  };
}

/** A plan with one change, its backup, and the same with two. */
export function makeTwoStates(folder: string): readonly string[] {
  const now = tickingClock();
  return [1, 2].map((count) => {
    const plan = must(openFaultPlan(folder, now));
    must(
      plan.store.change((draft) => {
        draft.saveItem(anAnswer('biz-ein', count, 5_000, now()), 'answer');
        return { ok: true, value: null };
      }),
    );
    const content = contentOf(plan.file.db);
    plan.close();
    return content;
  });
}

/** After a kill in the middle of a restore: either state, and a backup of each. */
export function judgeTwoStates(folder: string, contents: readonly string[]): string | null {
  const opened = openFaultPlan(folder);
  if (!opened.ok) return opened.error.message;
  const content = contentOf(opened.value.file.db);
  const { note } = opened.value.file;
  opened.value.close();
  const held = new Set(
    describeBackups(folder).map(({ facts, problem }) => (problem === null ? facts?.changes : null)),
  );
  if (!contents.includes(content)) return 'neither plan';
  if (note !== null) return `a note: ${JSON.stringify(note)}`;
  return held.has(1) && held.has(2) && !held.has(null as never) ? null : 'a state that no backup holds';
}

/** Fresh for every round: a damaged plan with backups. */
function recoveringScene(folder: string): Scene {
  const template = join(folder, 'template');
  const round = join(folder, 'round');
  const { content, damaged } = makeDamagedPlan(template);
  return {
    args: (random) => {
      rmSync(round, { recursive: true, force: true });
      cpSync(template, round, { recursive: true, preserveTimestamps: true });
      return [round, 'open', '1', String(random.below(1e9))];
    },
    mostLines: 0,
    judge: () => judgeRecovered(round, content, damaged),
  };
}

/** A damaged plan, closed properly before, and what it held. */
export function makeDamagedPlan(folder: string): { readonly content: string; readonly damaged: string } {
  const now = tickingClock();
  const plan = must(openFaultPlan(folder, now));
  for (let count = 1; count <= 20; count += 1) {
    must(
      plan.store.change((draft) => {
        draft.saveItem(anAnswer('biz-ein', count, 3_000, now()), 'answer');
        return { ok: true, value: null };
      }),
    );
  }
  const content = contentOf(plan.file.db);
  plan.close();
  const path = join(folder, 'plan.db');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4_096, 12_288);
  writeFileSync(path, bytes);
  return { content, damaged: bytes.toString('latin1') };
}

/** After a kill in the middle of a recovery: one start later everything is there, and said. */
export function judgeRecovered(folder: string, content: string, damaged: string) {
  const opened = openFaultPlan(folder);
  if (!opened.ok) return { acknowledged: 0, breach: opened.error.message };
  const isSame = contentOf(opened.value.file.db) === content;
  opened.value.close();
  const notes = listRecoveryNotes(folder);
  const quarantine = join(folder, 'quarantine');
  const kept = (existsSync(quarantine) ? readdirSync(quarantine) : []).filter(
    (id) =>
      existsSync(join(quarantine, id, 'plan.db')) &&
      readFileSync(join(quarantine, id, 'plan.db')).toString('latin1') === damaged,
  );
  const left = readdirSync(folder).filter((name) => /recovering|restoring|tmp$/.test(name));
  const leftBackups = readdirSync(backupFolder(folder)).filter((name) => !name.endsWith('.db'));
  const wrong = [
    !isSame && 'content lost',
    notes.length !== 1 && `${notes.length} notes`,
    kept.length !== 1 && `${kept.length} copies of the damaged file`,
    existsSync(join(folder, 'recovery', 'unfinished.json')) && 'still unfinished',
    left.length + leftBackups.length > 0 && `left over: ${[...left, ...leftBackups].join(', ')}`,
  ].filter((word) => word !== false);
  return { acknowledged: 20, breach: wrong.length === 0 ? null : wrong.join(', ') };
}
