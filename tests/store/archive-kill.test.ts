import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openArchiveWorld } from '../support/archive-world.ts';
import { seeded } from '../support/hostile-archives.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CHILD = join(import.meta.dirname, '../support/importing-child.ts');
/** The long form: `ARCHIVE_KILLS=1000`. */
const ROUNDS = Number(process.env.ARCHIVE_KILLS ?? 50);
const SEED = Number(process.env.ARCHIVE_SEED ?? 20_261_122);
/** Spares every child after the first most of its start. */
const CODE_CACHE = mkdtempSync(join(tmpdir(), 'first-claim-test-'));
afterAll(() => rmSync(CODE_CACHE, { recursive: true, force: true }));
/** About twice what one import takes. */
const LONGEST_MS = 160;

const CONTENTS = [
  ['a letter', Buffer.alloc(200_000, 1)],
  ['a contract', 'a policy', Buffer.alloc(100_000, 2)],
] as const;

interface Prepared {
  readonly path: string;
  readonly holds: string;
}

async function anArchive(contents: readonly (Uint8Array | string)[], number: number): Promise<Prepared> {
  const world = openArchiveWorld(tempFolder());
  world.answer(`plan ${number}`, contents);
  const path = join(tempFolder(), `${number}.firstclaim`);
  expectOk(await world.exportTo(path));
  const holds = world.holds();
  world.keeper.close();
  return { path, holds };
}

/** Lets a child import in turn, kills it without warning, and returns the archives it said were done. */
async function importUntilKilled(
  folder: string,
  archives: readonly Prepared[],
  afterMs: number,
): Promise<readonly number[]> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', CHILD, folder, ...archives.map(({ path }) => path)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: CODE_CACHE },
    },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const done: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // From the first one on: until then the child is only warming up.
    if (done.length === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
    done.push(Number(line));
  }
  return done;
}

describe('a crash while an archive is imported', () => {
  it(`leaves the old plan or the new one, whole (${ROUNDS} kills, seed ${SEED})`, {
    timeout: 30_000 + ROUNDS * 8_000,
  }, async () => {
    const random = seeded(SEED);
    const archives = await Promise.all(CONTENTS.map(anArchive));
    const folder = tempFolder();
    let cutShort = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const done = await importUntilKilled(folder, archives, Math.floor(random() * LONGEST_MS));
      const last = done.at(-1);
      if (last === undefined) throw new Error('The child never got through one import');
      // The last one it spoke of, or the next, whose word did not get out.
      const allowed = [archives[last]?.holds, archives[(last + 1) % archives.length]?.holds];
      if (readdirSync(folder).some((name) => name.startsWith('import-'))) cutShort += 1;
      const world = openArchiveWorld(folder);
      expect(allowed, `round ${round}`).toContain(world.holds());
      // It may be told that the plan was looked at closely, but never that it had to be put together again.
      expect(world.keeper.notice() ?? 'opened as it is', `round ${round}`).toContain('opened as it is');
      expect(world.keeper.backups().every(({ number }) => number > 0)).toBe(true);
      expect(readdirSync(folder).filter((name) => name.startsWith('import-'))).toEqual([]);
      expect(world.keeper.backups().every(({ problem }) => problem === null)).toBe(true);
      world.keeper.close();
    }
    // Kills that all came between two imports would show nothing.
    expect(cutShort).toBeGreaterThan(ROUNDS / 10);
  });
});
