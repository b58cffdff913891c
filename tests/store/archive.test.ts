import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ArchiveWorld, listing, openArchiveWorld } from '../support/archive-world.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CONTENTS = ['a letter', Buffer.alloc(300_000, 7), Buffer.from('%PDF-1.7 contract')];

function aWorld(folder: string = tempFolder()): ArchiveWorld {
  const world = openArchiveWorld(folder);
  onTestFinished(world.keeper.close);
  return world;
}

async function exported(): Promise<{ readonly world: ArchiveWorld; readonly path: string }> {
  const world = aWorld();
  world.answer('kept', CONTENTS);
  const path = join(tempFolder(), 'mine.firstclaim');
  expectOk(await world.exportTo(path));
  return { world, path };
}

describe('an exported archive', () => {
  it('brings the plan and every file to another computer', async () => {
    const { world, path } = await exported();
    const other = aWorld();
    other.answer('theirs', ['something else']);
    expectOk(await other.importFrom(path));
    expect(other.holds()).toBe(world.holds());
    expect(JSON.parse(other.holds()).contents).toHaveLength(3);
    expect(JSON.parse(other.holds()).contents).not.toContain(null);
  });

  it('is imported into an empty data folder, and again over itself', async () => {
    const { world, path } = await exported();
    const other = aWorld();
    expect(expectOk(await other.importFrom(path))).toEqual({ evidenceFiles: 3, previous: null });
    expectOk(await other.importFrom(path));
    expect(other.holds()).toBe(world.holds());
  });

  it('holds what was saved last, with files that nothing refers to left out and named', async () => {
    const world = aWorld();
    world.answer('first', CONTENTS);
    world.answer('second', CONTENTS.slice(0, 1));
    const path = join(tempFolder(), 'mine.firstclaim');
    expect(expectOk(await world.exportTo(path))).toMatchObject({ evidenceFiles: 1, leftOut: 2, absent: 0 });
    const other = aWorld();
    expectOk(await other.importFrom(path));
    expect(other.holds()).toBe(world.holds());
  });

  it('says which files were gone already, and is whole all the same', async () => {
    const world = aWorld();
    const [gone, damaged] = world.answer('kept', CONTENTS);
    if (gone === undefined || damaged === undefined) throw new Error('No files');
    writeFileSync(join(world.dataFolder, 'evidence', damaged.sha256), Buffer.alloc(300_000, 8));
    writeFileSync(join(world.dataFolder, 'evidence', gone.sha256), '');
    const path = join(tempFolder(), 'mine.firstclaim');
    expect(expectOk(await world.exportTo(path))).toMatchObject({ evidenceFiles: 1, absent: 2 });
    const other = aWorld();
    expect(expectOk(await other.inspect(path)).description).toMatchObject({
      evidenceFiles: 1,
      absentFiles: 2,
    });
    expectOk(await other.importFrom(path));
  });

  it('can be read by its owner alone and leaves nothing beside it', async () => {
    const { world, path } = await exported();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['mine.firstclaim']);
    expect(readdirSync(world.dataFolder).filter((name) => name.startsWith('export-'))).toEqual([]);
  });

  it('replaces an older one, and leaves it when it is stopped', async () => {
    const { world, path } = await exported();
    const before = readFileSync(path);
    world.answer('newer', CONTENTS);
    const stop = new AbortController();
    stop.abort();
    expect(await world.exportTo(path, stop.signal)).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(join(path, '..'))).toEqual(['mine.firstclaim']);
    expectOk(await world.exportTo(path));
    expect(readFileSync(path)).not.toEqual(before);
  });

  it.runIf(process.platform === 'linux')(
    'holds no file open any more once it was stopped half way',
    async () => {
      const world = aWorld();
      world.answer('large', [Buffer.alloc(5_000_000)]);
      const stop = new AbortController();
      const path = join(tempFolder(), 'mine.firstclaim');
      let pieces = 0;
      const outcome = await world.exportTo(path, stop.signal, () => {
        // The plan is one piece; the large file has only begun.
        pieces += 1;
        if (pieces === 2) stop.abort();
      });
      expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      const isHeld = (): boolean =>
        readdirSync('/proc/self/fd').some((fd) => {
          const link = join('/proc/self/fd', fd);
          return (
            existsSync(link) &&
            readlinkSync(link).startsWith(world.dataFolder) &&
            /evidence/.test(readlinkSync(link))
          );
        });
      await vi.waitFor(() => expect(isHeld()).toBe(false));
    },
  );

  it('is not written over anything of the plan', async () => {
    const world = aWorld();
    world.answer('kept', CONTENTS);
    mkdirSync(join(world.dataFolder, 'exports'));
    const link = join(tempFolder(), 'link');
    symlinkSync(join(world.dataFolder, 'evidence'), link);
    const before = listing(world.dataFolder, /shm$/);
    for (const path of [
      join(world.dataFolder, 'plan.db'),
      join(world.dataFolder, 'plan.db-wal'),
      join(world.dataFolder, 'evidence', 'mine.firstclaim'),
      join(world.dataFolder, 'backups', 'mine.firstclaim'),
      join(link, 'mine.firstclaim'),
      join(world.dataFolder, 'nowhere', 'mine.firstclaim'),
    ]) {
      expect(await world.exportTo(path), path).toMatchObject({ ok: false, error: { code: 'file-failed' } });
    }
    expect(listing(world.dataFolder, /shm$/)).toBe(before);
    expectOk(await world.exportTo(join(world.dataFolder, 'exports', 'mine.firstclaim')));
  });
});

describe('importing', () => {
  it('says what an archive holds before anything is changed', async () => {
    const { path } = await exported();
    const other = aWorld();
    const before = listing(other.dataFolder, /shm$/);
    expect(expectOk(await other.inspect(path)).description).toMatchObject({
      fileName: 'mine.firstclaim',
      appVersion: '1.2.3',
      createdAt: '2026-11-22T12:00:00.000Z',
      items: 1,
      evidenceFiles: 3,
      evidenceBytes: CONTENTS.reduce((sum, { length }) => sum + length, 0),
      absentFiles: 0,
    });
    expect(listing(other.dataFolder, /shm$/)).toBe(before);
  });

  it('backs the plan up first, and the backup brings it back', async () => {
    const { path } = await exported();
    const other = aWorld();
    other.answer('theirs', ['something else']);
    const before = other.holds();
    const { previous } = expectOk(await other.importFrom(path)) as {
      readonly previous: { readonly id: string };
    };
    expect(other.keeper.backups().map(({ problem }) => problem)).toEqual([null, null]);
    expect(other.keeper.notes()[0]?.backup).toBe(previous.id);
    expectOk(other.keeper.restore(previous.id));
    expect(other.holds()).toBe(before);
  });

  it('puts a damaged file right and keeps those that only the old plan refers to', async () => {
    const { world, path } = await exported();
    const other = aWorld();
    const [own] = other.answer('theirs', ['something else']);
    const [file] = world.answer('kept', CONTENTS);
    if (own === undefined || file === undefined) throw new Error('No files');
    writeFileSync(join(other.dataFolder, 'evidence', file.sha256), 'not it');
    expectOk(await other.importFrom(path));
    expect(other.holds()).toBe(world.holds());
    expect(existsSync(join(other.dataFolder, 'evidence', own.sha256))).toBe(true);
  });

  it('refuses an archive that was changed after it was shown', async () => {
    const { world, path } = await exported();
    const other = aWorld();
    const { importArchive } = await import('../../electron/archive/import-archive.ts');
    const shown = expectOk(await other.inspect(path));
    world.answer('later', CONTENTS);
    expectOk(await world.exportTo(path));
    const before = other.holds();
    const ports = {
      dataFolder: other.dataFolder,
      now: () => 'never',
      backUp: other.keeper.backUp,
      restore: other.keeper.restore,
    };
    const options = { signal: new AbortController().signal, onProgress: () => {} };
    expect(await importArchive(shown, ports, options)).toMatchObject({
      error: { message: expect.stringContaining('changed after you chose it') },
    });
    expect(other.holds()).toBe(before);
  });

  it('can be stopped while it unpacks, and leaves nothing', async () => {
    const { path } = await exported();
    const other = aWorld();
    const { importArchive } = await import('../../electron/archive/import-archive.ts');
    const before = listing(other.dataFolder, /shm$/);
    const stop = new AbortController();
    const ports = {
      dataFolder: other.dataFolder,
      now: () => 'never',
      backUp: other.keeper.backUp,
      restore: other.keeper.restore,
    };
    const shown = expectOk(await other.inspect(path));
    expect(
      await importArchive(shown, ports, { signal: stop.signal, onProgress: () => stop.abort() }),
    ).toMatchObject({ error: { code: 'cancelled' } });
    expect(listing(other.dataFolder, /shm$/)).toBe(before);
  });

  it('clears what a crash left, and nothing that only looks like it', () => {
    const folder = tempFolder();
    const left = join(folder, `import-${'a'.repeat(16)}`);
    mkdirSync(join(left, 'evidence'), { recursive: true });
    mkdirSync(join(folder, 'import-mine'));
    const outside = tempFolder();
    writeFileSync(join(outside, 'precious'), 'x');
    symlinkSync(outside, join(folder, `export-${'b'.repeat(16)}`));
    aWorld(folder);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(join(folder, 'import-mine'))).toBe(true);
    expect(existsSync(join(outside, 'precious'))).toBe(true);
  });
});
