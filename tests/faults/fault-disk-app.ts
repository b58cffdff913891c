import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { APP_TASKS, type AppTask, type DiskWorld, FIRST } from './fault-app-tasks.ts';
import {
  type DiskReport,
  FULL_WORDS,
  mountSmallDisk,
  PAGE,
  READ_ONLY_WORDS,
  type SmallDisk,
} from './fault-disk.ts';
import { openFileApplication } from './fault-file-app.ts';
import { must } from './fault-plan.ts';

/** An import wants 50 MB to spare. */
const DISK_BYTES = 72 * 1_024 * 1_024;
const NOBODY = 65_534;
const MOST_TRIES = 400;

/** Closes every folder below this one to new files, as a system does that turned a disk to read-only; or opens them. */
function setWritable(folder: string, isWritable: boolean): void {
  chmodSync(folder, isWritable ? 0o700 : 0o500);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (lstatSync(path).isDirectory()) setWritable(path, isWritable);
  }
}

/** Opens the application; `giveBack` gives back what was taken away from it. */
function openDiskWorld(
  disk: SmallDisk,
  elsewhere: string,
  free: number | null,
): DiskWorld & { readonly giveBack: () => void } {
  const dataFolder = join(disk.path, 'plan');
  const beside = join(disk.path, 'beside');
  let isTaken = false;
  let isShort = false;
  let savesTo = '';
  let listener: (done: number, total: number) => void = () => {};
  const app = must(
    openFileApplication(dataFolder, {
      saveAs: () => savesTo,
      openFrom: () => savesTo,
      onArchiveProgress: (progress) => {
        if (progress !== null) listener(progress.done, progress.total);
      },
    }),
  );
  return {
    app,
    dataFolder,
    beside,
    elsewhere,
    takeAway: () => {
      if (isTaken) return;
      isTaken = true;
      isShort = free !== null;
      if (free !== null) disk.leave(free);
      else for (const folder of [dataFolder, beside]) setWritable(folder, false);
    },
    giveBack: () => {
      isShort = false;
      if (free !== null) disk.empty();
      else for (const folder of [dataFolder, beside]) setWritable(folder, true);
    },
    tries: () => (isShort ? MOST_TRIES : 1),
    saveTo: (path) => {
      savesTo = path;
    },
    onProgress: (next) => {
      listener = next;
    },
  };
}

/** Empty folders that belong to whoever this process acts for. */
function makeFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chownSync(folder, NOBODY, NOBODY);
  }
}

/** What came of one task: `breach` is null when all went as it must. */
export interface AppOutcome {
  readonly failedInWords: boolean;
  readonly breach: string | null;
}

/** Tries a task with `free` bytes left (null: its folders closed to writing), and again in the same open application. */
export async function tryAppTask(
  disk: SmallDisk,
  elsewhere: string,
  task: AppTask,
  free: number | null,
): Promise<AppOutcome> {
  makeFolders([join(disk.path, 'plan'), join(disk.path, 'beside'), elsewhere]);
  // Nothing stops root from writing, so somebody else works here.
  process.setegid?.(NOBODY);
  process.seteuid?.(NOBODY);
  try {
    const early = must(openFileApplication(join(disk.path, 'plan')));
    must(await early.answer(FIRST, []));
    early.application.close();
    const world = openDiskWorld(disk, elsewhere, free);
    const outcome = await tryIn(world, task, free);
    world.app.application.close();
    return outcome;
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
    disk.empty();
  }
}

async function tryIn(
  world: ReturnType<typeof openDiskWorld>,
  task: AppTask,
  free: number | null,
): Promise<AppOutcome> {
  const prepared = await task.prepare(world);
  if (prepared.isMeanwhile !== true) world.takeAway();
  const result = await prepared.attempt();
  world.giveBack();
  const said = result.ok ? null : result.error;
  const failedInWords = said !== null;
  const words = free === null ? READ_ONLY_WORDS : FULL_WORDS;
  if (said !== null && !words.test(said.message)) {
    return { failedInWords: false, breach: `wrong words: ${said.code} ${said.message}` };
  }
  const lost = (await prepared.resume?.()) ?? null;
  if (lost !== null) return { failedInWords, breach: lost };
  const again = await prepared.attempt();
  if (!again.ok) return { failedInWords, breach: `not with room either: ${again.error.message}` };
  return { failedInWords, breach: await judgeAfter(world, free === null) };
}

/** Closes and opens the plan: the same is there, nothing is left over, and nobody has to be told anything. */
async function judgeAfter(
  { app, dataFolder, beside }: DiskWorld,
  wasClosed: boolean,
): Promise<string | null> {
  const plan = JSON.stringify(await app.plan());
  app.application.close();
  const again = must(openFileApplication(dataFolder));
  const reopened = JSON.stringify(await again.plan());
  const { notice } = must(await again.ask('getAppInfo', {}));
  again.application.close();
  // In a folder that was closed meanwhile nobody could take away what had been begun.
  const open = wasClosed ? [dataFolder] : [dataFolder, beside];
  const left = [...open, join(dataFolder, 'evidence'), join(dataFolder, 'backups')].flatMap(leftIn);
  if (plan !== reopened) return 'another plan after closing and opening';
  if (notice !== null) return `a notice: ${notice}`;
  return left.length === 0 ? null : `left over: ${left.join(' ')}`;
}

function leftIn(folder: string): readonly string[] {
  const names = lstatSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder);
  return names.filter((name) => /^(import|export)-|\.tmp$/.test(name));
}

/** Every task at every `steps`th level of fullness, and with its folders closed to writing. */
export async function runAppDiskRounds(
  root: string,
  options: { readonly steps: readonly number[]; readonly limitMs: number },
): Promise<DiskReport> {
  // Somebody else than root has to get there.
  chmodSync(root, 0o711);
  const disk = mountSmallDisk(join(root, 'app-disk'), DISK_BYTES);
  const elsewhere = join(root, 'elsewhere');
  chmodSync(disk.path, 0o777);
  const breaches: string[] = [];
  let tries = 0;
  let failedInWords = 0;
  const deadline = performance.now() + options.limitMs;
  try {
    for (const task of APP_TASKS) {
      for (const free of [null, ...options.steps.map((step) => step * PAGE)]) {
        if (performance.now() > deadline) break;
        const outcome = await tryAppTask(disk, elsewhere, task, free).catch((error: unknown) => ({
          failedInWords: false,
          breach: `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        }));
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
