import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { answeredIn, type FileApplication } from './fault-file-app.ts';
import { must } from './fault-plan.ts';

/** What every plan holds that a task begins with, and a backup of it. */
export const FIRST = 'first';

/** An open application whose data folder lies on a small disk. */
export interface DiskWorld {
  readonly app: FileApplication;
  readonly dataFolder: string;
  /** Takes the room away, or the right to write; the second time it does nothing. */
  readonly takeAway: () => void;
  /** How often to try something small: on a disk that is short of room, until it is full. */
  readonly tries: () => number;
  /** Where the user saves from now on. */
  readonly saveTo: (path: string) => void;
  /** A folder on the same disk, and one that always has room. */
  readonly beside: string;
  readonly elsewhere: string;
  /** Called as an archive is written or read. */
  readonly onProgress: (listener: (done: number, total: number) => void) => void;
}

/** Something a person does in the open application. */
export interface AppTask {
  readonly name: string;
  /** Makes it ready while there is room, and says how it is tried. It takes the room away itself where that is not before. */
  readonly prepare: (world: DiskWorld) => Promise<AppAttempt>;
}

/** One way to try it. */
export interface AppAttempt {
  readonly attempt: () => Promise<Result<unknown>>;
  /** The same with room: what is wrong with the plan afterwards; null when all is well. */
  readonly resume?: () => Promise<string | null>;
  /** The attempt takes the room away in the middle. */
  readonly isMeanwhile?: boolean;
}

/** Does something small until there is no room for it. */
async function untilItFails(
  { tries }: DiskWorld,
  work: (count: number) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  for (let count = 1; count <= tries(); count += 1) {
    const result = await work(count);
    if (!result.ok) return result;
  }
  return ok(null);
}

/** The copy that is offered while nothing can be stored needs nothing of the disk that is full. */
async function copyElsewhere({ app, saveTo, elsewhere }: DiskWorld): Promise<Result<unknown>> {
  saveTo(join(elsewhere, 'copy.json'));
  return app.ask('saveCopy', { unsaved: { 'biz-ein': { answer: 'not stored' } }, typed: {} });
}

const LETTER = Buffer.alloc(700_000, 'a letter ');

/** Everything that writes, as the application is asked for it. */
export const APP_TASKS: readonly AppTask[] = [
  {
    name: 'answers',
    prepare: async (world) => {
      const { app } = world;
      let saved = 0;
      const save = async (count: number): Promise<Result<unknown>> => {
        const result = await app.answer(String(count), [], 'n'.repeat(9_000));
        if (result.ok) saved = count;
        return result;
      };
      return {
        attempt: async () => {
          const result = await untilItFails(world, () => save(saved + 1));
          if (result.ok) return result;
          const copied = await copyElsewhere(world);
          return copied.ok ? result : failed('internal', `no copy elsewhere: ${copied.error.message}`);
        },
        resume: async () => {
          const before = answeredIn(await app.plan()).answer;
          return before === (saved === 0 ? FIRST : String(saved)) ? null : `${before} instead of ${saved}`;
        },
      };
    },
  },
  {
    name: 'entries of a list',
    prepare: async (world) => ({
      attempt: () =>
        untilItFails(world, (count) =>
          world.app.ask('saveRecord', {
            kind: 'partner',
            id: null,
            patch: { name: `${count} ${randomBytes(6).toString('hex')}` },
          }),
        ),
    }),
  },
  {
    name: 'results of checks',
    prepare: async (world) => ({
      attempt: () =>
        untilItFails(world, () =>
          world.app.ask('runChecks', { subjects: [{ check: 'firewall', target: '' }] }),
        ),
    }),
  },
  {
    name: 'a file attached',
    prepare: async ({ app }) => ({ attempt: () => app.attach(LETTER, 'letter.bin', 100_000) }),
  },
  {
    name: 'a file attached, while it is copied',
    prepare: async ({ app, takeAway }) => ({
      isMeanwhile: true,
      attempt: () =>
        app.attach(LETTER, 'letter.bin', 100_000, (at) => {
          if (at === 200_000) takeAway();
        }),
    }),
  },
  {
    name: 'a report saved',
    prepare: async ({ app, beside, saveTo }) => {
      saveTo(join(beside, 'report.json'));
      return { attempt: () => app.ask('exportReport', { format: 'json', paper: 'letter' }) };
    },
  },
  {
    name: 'a copy saved',
    prepare: async ({ app, beside, saveTo }) => {
      saveTo(join(beside, 'copy.json'));
      return { attempt: () => app.ask('saveCopy', { unsaved: {}, typed: { a: 'x'.repeat(20_000) } }) };
    },
  },
  {
    name: 'an archive exported',
    prepare: async ({ app, beside, saveTo }) => {
      await fill(app, 'before');
      saveTo(join(beside, 'plan.firstclaim'));
      return { attempt: () => app.ask('exportArchive', {}) };
    },
  },
  {
    name: 'an archive exported, while it is written',
    prepare: async ({ app, beside, saveTo, onProgress, takeAway }) => {
      await fill(app, 'before');
      saveTo(join(beside, 'plan.firstclaim'));
      onProgress((done, total) => {
        if (done > total / 3) takeAway();
      });
      return { isMeanwhile: true, attempt: () => app.ask('exportArchive', {}) };
    },
  },
  {
    name: 'an archive imported',
    prepare: async (world) => importing(world, false),
  },
  {
    name: 'an archive imported, while it is unpacked',
    prepare: async (world) => importing(world, true, 0.3),
  },
  {
    name: 'an archive imported, after it was unpacked',
    prepare: async (world) => importing(world, true, 1),
  },
  {
    name: 'a backup restored',
    prepare: async ({ app }) => {
      must(await app.answer('second', []));
      const { backups } = must(await app.ask('listBackups', {}));
      const id = backups[0]?.id ?? '';
      let hasFailed = false;
      return {
        attempt: async () => {
          const restored = await app.ask('restoreBackup', { id });
          hasFailed = !restored.ok;
          return restored;
        },
        resume: async () => {
          const { answer } = answeredIn(await app.plan());
          return answer === (hasFailed ? 'second' : FIRST) ? null : `${answer} is the wrong plan`;
        },
      };
    },
  },
];

async function fill(app: FileApplication, answer: string): Promise<void> {
  const file = must(await app.attach(LETTER, 'letter.bin', 350_000));
  must(await app.answer(answer, [file]));
}

async function importing(
  { app, elsewhere, saveTo, onProgress, takeAway }: DiskWorld,
  isMeanwhile: boolean,
  share = 0,
): Promise<AppAttempt> {
  await fill(app, 'theirs');
  saveTo(join(elsewhere, 'plan.firstclaim'));
  must(await app.ask('exportArchive', {}));
  must(await app.answer('mine', []));
  onProgress((done, total) => {
    if (isMeanwhile && done >= total * share) takeAway();
  });
  let hasFailed = false;
  let archiveId = must(await app.ask('chooseArchive', {})).archiveId;
  return {
    isMeanwhile,
    attempt: async () => {
      const imported = await app.ask('importArchive', { archiveId });
      hasFailed = !imported.ok;
      // An archive is chosen once for each import.
      if (imported.ok) archiveId = must(await app.ask('chooseArchive', {})).archiveId;
      return imported;
    },
    resume: async () => {
      const { answer } = answeredIn(await app.plan());
      return answer === (hasFailed ? 'mine' : 'theirs') ? null : `${answer} is the wrong plan`;
    },
  };
}
