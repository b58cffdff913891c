import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isSha256 } from '../../shared/domain/evidence.ts';
import { openArchiveWorld } from '../support/archive-world.ts';
import { answeredIn, openFileApplication } from './fault-file-app.ts';
import { must } from './fault-plan.ts';
import type { Scene } from './fault-scenes.ts';

/** Rounds after which a scene begins anew, so that no round has to look at what a hundred others left. */
const ROUNDS_IN_A_FOLDER = 12;
const UNFINISHED = /^\.upload-[0-9a-f]{16}\.tmp$/;

/** A folder of its own for every dozen rounds. */
function inTurns(root: string): () => { readonly folder: string; readonly isNew: boolean } {
  let round = -1;
  return () => {
    round += 1;
    const folder = join(root, `turn-${Math.floor(round / ROUNDS_IN_A_FOLDER)}`);
    const isNew = round % ROUNDS_IN_A_FOLDER === 0;
    if (isNew) rmSync(join(root, `turn-${round / ROUNDS_IN_A_FOLDER - 1}`), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return { folder, isNew };
  };
}

/** The words after each line that begins with `word`. */
function said(lines: readonly string[], word: string): readonly string[] {
  return lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
}

function breachOf(wrong: readonly (string | false | null)[]): string | null {
  const words = wrong.filter((word) => word !== false && word !== null);
  return words.length === 0 ? null : words.join(', ');
}

/** Files that are attached, put into answers, and cleared away when no answer refers to them. */
export function evidenceScene(root: string): Scene {
  const next = inTurns(root);
  const acknowledged = new Set<string>();
  let folder = '';
  let first = 1;
  return {
    args: (random) => {
      const turn = next();
      folder = turn.folder;
      if (turn.isNew) {
        acknowledged.clear();
        first = 1;
      }
      return [folder, 'evidence', String(first), String(random.below(1e9))];
    },
    mostLines: 9,
    judge: async (heard) => {
      for (const line of heard.lines) {
        const [word, sha256 = ''] = line.split(' ');
        if (word === 'kept') acknowledged.add(sha256);
        if (word === 'clearing') acknowledged.delete(sha256);
      }
      const saved = Number(said(heard.lines, 'saved').at(-1) ?? first - 1);
      const left = namesIn(join(folder, 'evidence'));
      const files = judgeFiles(folder, acknowledged);
      const judged = await judgeAnswers(folder, saved);
      const acked = said(heard.lines, 'kept').length + Math.max(0, saved - first + 1);
      first = judged.kept + 1;
      return {
        acknowledged: acked,
        cutShort: left.some((name) => UNFINISHED.test(name)),
        breach: breachOf([files, judged.breach]),
      };
    },
  };
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** What counts as content is whole, and everything that was acknowledged is there. */
function judgeFiles(dataFolder: string, acknowledged: ReadonlySet<string>): string | null {
  const folder = join(dataFolder, 'evidence');
  const names = namesIn(folder);
  const contents = new Set(names.filter(isSha256));
  const foreign = names.filter((name) => !isSha256(name) && !UNFINISHED.test(name));
  const half = [...contents].filter((name) => hashOf(join(folder, name)) !== name);
  const gone = [...acknowledged].filter((sha256) => !contents.has(sha256));
  return breachOf([
    foreign.length > 0 && `odd names: ${foreign.join(' ')}`,
    half.length > 0 && `${half.length} half files`,
    gone.length > 0 && `${gone.length} acknowledged files are gone`,
  ]);
}

/** The next start: the plan is there, its files are, and nothing is left of what was being copied. */
async function judgeAnswers(
  folder: string,
  saved: number,
): Promise<{ readonly kept: number; readonly breach: string | null }> {
  const opened = openFileApplication(folder);
  if (!opened.ok) return { kept: saved, breach: opened.error.message };
  const { application, ask, plan } = opened.value;
  const { answer, files } = answeredIn(await plan());
  const kept = Number(answer);
  const { notice } = must(await ask('getAppInfo', {}));
  const { statuses } = must(
    await ask('statEvidence', {
      files: files.map(({ sha256, bytes }) => ({ sha256, bytes })),
      withHash: true,
    }),
  );
  const left = namesIn(join(folder, 'evidence')).filter((name) => !isSha256(name));
  application.close();
  return {
    kept,
    breach: breachOf([
      kept < saved && `lost ${saved - kept} answers`,
      kept > 0 && files.length !== 2 && `${files.length} files in the answer`,
      Object.values(statuses).some((status) => status !== 'present') && 'an answer without its file',
      notice !== null && `a notice: ${notice}`,
      left.length > 0 && `left over: ${left.join(' ')}`,
    ]),
  };
}

interface Prepared {
  readonly path: string;
  readonly holds: string;
}

async function prepareArchive(
  root: string,
  number: number,
  contents: readonly (Uint8Array | string)[],
): Promise<Prepared> {
  const folder = join(root, `source-${number}`);
  mkdirSync(folder, { recursive: true });
  const world = openArchiveWorld(folder);
  world.answer(`plan ${number}`, contents);
  const path = join(root, `${number}.firstclaim`);
  must(await world.exportTo(path));
  const holds = world.holds();
  world.keeper.close();
  return { path, holds };
}

/** Two archives, imported in turn. After a kill either plan is there, whole, with its files. */
export async function importScene(root: string): Promise<Scene> {
  const archives = [
    await prepareArchive(root, 0, ['a letter', Buffer.alloc(200_000, 1)]),
    await prepareArchive(root, 1, ['a contract', 'a policy', Buffer.alloc(100_000, 2)]),
  ];
  const next = inTurns(root);
  let folder = '';
  let start = 0;
  let before = '';
  return {
    args: () => {
      const turn = next();
      folder = turn.folder;
      if (turn.isNew) before = emptyPlanIn(folder);
      return [folder, 'import', String(start), '1', '0', ...archives.map(({ path }) => path)];
    },
    mostLines: 3,
    judge: ({ lines }) => {
      const done = said(lines, 'imported').map(Number);
      const last = done.at(-1);
      const cutShort = namesIn(folder).some((name) => name.startsWith('import-'));
      // The last one it spoke of, or the next, whose word did not get out.
      const upcoming = last === undefined ? start : (last + 1) % archives.length;
      const allowed = [last === undefined ? before : archives[last]?.holds, archives[upcoming]?.holds];
      const judged = judgeImported(folder, allowed);
      before = judged.holds;
      start = (archives.findIndex(({ holds }) => holds === judged.holds) + 1) % archives.length;
      return { acknowledged: done.length, cutShort, breach: judged.breach };
    },
  };
}

function emptyPlanIn(folder: string): string {
  const world = openArchiveWorld(folder);
  const holds = world.holds();
  world.keeper.close();
  return holds;
}

function judgeImported(folder: string, allowed: readonly (string | undefined)[]) {
  const world = openArchiveWorld(folder);
  const holds = world.holds();
  const backups = world.keeper.backups();
  const notice = world.keeper.notice() ?? '';
  const left = namesIn(folder).filter((name) => name.startsWith('import-'));
  world.keeper.close();
  const breach = breachOf([
    !allowed.includes(holds) && 'neither plan',
    // It may be told that the plan was looked at closely, but never that it had to be put together again.
    notice !== '' && !notice.includes('opened as it is') && `a notice: ${notice}`,
    backups.some(({ number, problem }) => number === 0 || problem !== null) && 'a backup that does not count',
    left.length > 0 && `left over: ${left.join(' ')}`,
  ]);
  return { holds, breach };
}

/** A plan that is exported again and again. What lies at the place is always one whole archive, and no old one. */
export function exportScene(root: string): Scene {
  const next = inTurns(root);
  const place = join(root, 'place');
  const check = join(root, 'check');
  let folder = '';
  let first = 1;
  let newest = 0;
  return {
    args: (random) => {
      const turn = next();
      folder = turn.folder;
      mkdirSync(place, { recursive: true });
      return [folder, 'export', String(first), String(random.below(1e9)), '0', place];
    },
    mostLines: 3,
    judge: async ({ lines }) => {
      const done = said(lines, 'exported').map(Number);
      newest = done.at(-1) ?? newest;
      const cutShort = namesIn(folder).some((name) => name.startsWith('export-'));
      const world = openArchiveWorld(folder);
      const left = namesIn(folder).filter((name) => name.startsWith('export-'));
      world.keeper.close();
      const found = await judgeExported(place, check, newest);
      first = Math.max(first + done.length, found.number) + 1;
      return {
        acknowledged: done.length,
        cutShort,
        breach: breachOf([found.breach, left.length > 0 && `left over: ${left.join(' ')}`]),
      };
    },
  };
}

/** Imports what lies there into an empty folder. */
async function judgeExported(
  place: string,
  check: string,
  newest: number,
): Promise<{ readonly number: number; readonly breach: string | null }> {
  // A crash can leave the file it was writing, under a name that is no archive's. It is the user's folder: nobody clears it.
  for (const name of namesIn(place)) if (/^\.[0-9a-f]{12}\.tmp$/.test(name)) rmSync(join(place, name));
  const names = namesIn(place);
  if (names.length === 0) return { number: 0, breach: newest === 0 ? null : 'the archive is gone' };
  if (names.join() !== 'plan.firstclaim') return { number: newest, breach: `odd names: ${names.join(' ')}` };
  rmSync(check, { recursive: true, force: true });
  mkdirSync(check);
  const world = openArchiveWorld(check);
  const imported = await world.importFrom(join(place, 'plan.firstclaim'));
  const { plan, contents } = JSON.parse(world.holds());
  world.keeper.close();
  if (!imported.ok) return { number: newest, breach: imported.error.message };
  const { answer } = answeredIn(plan);
  return {
    number: Number(answer),
    breach: breachOf([
      Number(answer) < newest && `an older archive: ${answer} instead of ${newest}`,
      (contents.length !== 2 || contents.includes(null)) && 'without its files',
    ]),
  };
}
