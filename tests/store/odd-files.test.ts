import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBackup } from '../../electron/store/backup.ts';
import { backupFolder, describeBackups, listBackups } from '../../electron/store/find-backups.ts';
import { lockDataFolder } from '../../electron/store/folder-lock.ts';
import { restoreBackup } from '../../electron/store/restore.ts';
import { contentOf, must, openFaultPlan, tickingClock } from '../faults/fault-plan.ts';
import {
  afterSessions,
  answer,
  breakPlan,
  contentIn,
  crashed,
  edit,
  openedPlan,
  planIn,
} from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

const isWindows = process.platform === 'win32';
const SIDE_FILES = ['plan.db-wal', 'plan.db-shm', 'plan.db-journal'] as const;
const SEALS = ['plan.seal', 'plan.seal-open', 'plan.seal-closing', 'plan.seal.tmp'] as const;

function makePipe(path: string): void {
  rmSync(path, { force: true });
  execFileSync('mkfifo', [path]);
}

function makeFolder(path: string): void {
  rmSync(path, { force: true });
  mkdirSync(path);
  writeFileSync(join(path, 'letter.txt'), 'Dear diary');
}

function makeDanglingLink(path: string): void {
  rmSync(path, { force: true });
  symlinkSync(join(path, '..', 'nowhere'), path);
}

// A pipe is left to a process that can be ended: the test itself would wait at it for ever.
const ODD = [
  ['a folder', makeFolder, /is a folder/],
  ['a dangling link', makeDanglingLink, /is a link/],
] as const;

interface Opened {
  readonly refused: string | null;
  readonly content: string;
}

const CHILD = join(import.meta.dirname, '../support/opening-child.ts');
const LIMIT_MS = 60_000;

/** Opens folders in a process of its own, which is ended if it waits at a pipe. */
function openEach(folders: readonly string[]): readonly Opened[] {
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', CHILD, ...folders], {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Opened);
}

describe.skipIf(isWindows)('what is no file where a file should be', () => {
  it('makes no start wait for ever', { timeout: LIMIT_MS + 20_000 }, () => {
    const places = [
      ...SEALS,
      'plan.lock',
      'plan.db.recovering',
      'plan.db.restoring',
      'plan.db.restoring-journal',
      'backups/plan-20261122T120000Z-0900.db',
      'backups/.plan-3.tmp',
      'recovery/unfinished.json',
      'recovery/20261122T120000Z-1.json',
      'quarantine/20261122T120000Z-1',
      `evidence/${'a'.repeat(64)}`,
      'evidence/.upload-0123456789abcdef.tmp',
    ];
    const folders = places.map((place) => {
      const folder = afterSessions(2);
      const content = contentIn(folder);
      for (const name of ['backups', 'recovery', 'quarantine', 'evidence'])
        mkdirSync(join(folder, name), { recursive: true });
      makePipe(join(folder, place));
      return { place, folder, content };
    });
    const outcomes = openEach(folders.map(({ folder }) => folder));
    expect(outcomes).toEqual(folders.map(({ content }) => ({ refused: null, content })));
  });

  it('makes no start wait for ever beside a plan or a backup', { timeout: LIMIT_MS + 20_000 }, () => {
    const beside = SIDE_FILES.map((name) => {
      const folder = afterSessions(2);
      makePipe(join(folder, name));
      return folder;
    });
    expect(openEach(beside).map(({ refused }) => refused)).toEqual(
      SIDE_FILES.map((name) => expect.stringMatching(new RegExp(`${name} is a special file`))),
    );
    const backups = ['-journal', '-wal', '-shm'].map((suffix) => {
      const folder = afterSessions(2);
      const [newest] = listBackups(folder);
      makePipe(join(backupFolder(folder), `${newest?.id}${suffix}`));
      rmSync(planIn(folder));
      return folder;
    });
    expect(openEach(backups)).toMatchObject(backups.map(() => ({ refused: null })));
  });

  it.each(SIDE_FILES.flatMap((name) => ODD.map(([kind, make, words]) => [name, kind, make, words] as const)))(
    'is named when it stands at %s: %s',
    (name, _kind, make, words) => {
      const folder = afterSessions(2);
      const before = readFileSync(planIn(folder));
      make(join(folder, name));
      const opened = openFaultPlan(folder);
      expect(opened).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } });
      expect(opened).toMatchObject({ error: { message: expect.stringContaining(join(folder, name)) } });
      expect(lstatSync(join(folder, name)).isFile()).toBe(false);
      expect(readFileSync(planIn(folder))).toEqual(before);
      rmSync(join(folder, name), { recursive: true });
      expect(must(openFaultPlan(folder)).file.note).toBeNull();
    },
  );

  it('is not followed when it is a link to a log', () => {
    const { folder, content } = crashed(2);
    const log = `${planIn(folder)}-wal`;
    const elsewhere = join(tempFolder(), 'elsewhere');
    renameSync(log, elsewhere);
    symlinkSync(elsewhere, log);
    const before = readFileSync(elsewhere);
    expect(openFaultPlan(folder)).toMatchObject({
      error: { message: expect.stringMatching(/plan\.db-wal is a link/) },
    });
    expect(readFileSync(elsewhere)).toEqual(before);
    rmSync(log);
    renameSync(elsewhere, log);
    expect(contentIn(folder)).toBe(content);
  });

  it.each(SEALS.flatMap((name) => ODD.map(([kind, make]) => [name, kind, make] as const)))(
    'is no seal, and no start is refused for it, at %s: %s',
    (name, _kind, make) => {
      const folder = afterSessions(2);
      make(join(folder, name));
      for (const count of [3, 4]) {
        const plan = must(openFaultPlan(folder));
        expect(plan.file.note).toBeNull();
        answer(plan, count);
        const content = contentOf(plan.file.db);
        expect(plan.file.close()).toMatchObject({ ok: true });
        const again = must(openFaultPlan(folder));
        expect([contentOf(again.file.db), again.file.note]).toEqual([content, null]);
        again.close();
      }
    },
  );

  it('keeps no broken plan from being recovered, at the seal', () => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    makeFolder(join(folder, 'plan.seal'));
    breakPlan(folder);
    expect(contentIn(folder)).toBe(content);
    expect(readFileSync(join(folder, 'plan.seal', 'letter.txt'), 'utf8')).toBe('Dear diary');
  });

  it('is no backup', () => {
    const folder = afterSessions(2);
    const whole = describeBackups(folder);
    for (const [index, [, make]] of ODD.entries())
      make(join(backupFolder(folder), `plan-20261123T120000Z-090${index}.db`));
    expect(describeBackups(folder)).toEqual(whole);
    const plan = openedPlan(folder);
    answer(plan, 9);
    expect(must(makeBackup(plan.file.db, folder, plan.now()))?.number).toBe(902);
    expect(restoreBackup(folder, 'plan-20261123T120000Z-0900.db', tickingClock())).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe.skipIf(isWindows)('the name of the lock', () => {
  it.each([
    ...ODD.map(([kind, make]) => [kind, make] as const),
    ['garbage', (path: string) => writeFileSync(path, 'not a lock '.repeat(200))] as const,
    ['a page of zeros', (path: string) => writeFileSync(path, Buffer.alloc(4_096))] as const,
  ])('keeps nobody out when it is %s, and still keeps a second one out', (_kind, make) => {
    const folder = afterSessions(1);
    make(join(folder, 'plan.lock'));
    const lock = must(lockDataFolder(folder));
    expect(lockDataFolder(folder)).toMatchObject({ ok: false, error: { code: 'store-busy' } });
    lock.release();
    must(lockDataFolder(folder)).release();
  });

  it('takes no lock from the one who holds it, whatever is written into it', () => {
    const folder = afterSessions(1);
    const lock = must(lockDataFolder(folder));
    writeFileSync(join(folder, 'plan.lock'), 'not a lock '.repeat(200));
    expect(lockDataFolder(folder)).toMatchObject({ ok: false, error: { code: 'store-busy' } });
    lock.release();
    must(lockDataFolder(folder)).release();
  });

  it('loses nothing that has it', () => {
    const folder = afterSessions(1);
    makeFolder(join(folder, 'plan.lock'));
    must(lockDataFolder(folder)).release();
    expect(readFileSync(join(folder, 'plan.lock.old-1', 'letter.txt'), 'utf8')).toBe('Dear diary');
  });
});

describe('a file where a folder should be', () => {
  it.each(['quarantine', 'recovery'])('is named when a plan cannot be recovered: %s', (name) => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    const damaged = breakPlan(folder);
    rmSync(join(folder, name), { recursive: true, force: true });
    writeFileSync(join(folder, name), 'mine');
    expect(openFaultPlan(folder)).toMatchObject({
      error: { message: expect.stringContaining(`a file called “${name}” in the data folder`) },
    });
    expect(readFileSync(planIn(folder))).toEqual(damaged);
    rmSync(join(folder, name));
    expect(contentIn(folder)).toBe(content);
  });

  it('is named when no backup can be made', () => {
    const folder = afterSessions(2);
    rmSync(backupFolder(folder), { recursive: true });
    writeFileSync(backupFolder(folder), 'mine');
    const plan = openedPlan(folder);
    answer(plan, 9);
    expect(plan.file.backUp()).toMatchObject({
      error: { message: expect.stringContaining('a file called “backups” in the data folder') },
    });
  });

  it('is named when the data folder should lie in it', () => {
    const file = join(tempFolder(), 'letter.txt');
    writeFileSync(file, 'Dear diary');
    const folder = join(file, 'below', 'plan');
    expect(openFaultPlan(folder)).toMatchObject({
      error: { message: `${file} is a file, not a folder, so the plan cannot be kept in ${folder}.` },
    });
  });

  it('leaves no note of a log that could not be set aside', () => {
    const folder = afterSessions(2);
    writeFileSync(`${planIn(folder)}-journal`, 'not ours '.repeat(100));
    writeFileSync(join(folder, 'quarantine'), 'mine');
    expect(openFaultPlan(folder)).toMatchObject({
      error: { message: expect.stringContaining('a file called “quarantine”') },
    });
    expect(existsSync(join(folder, 'recovery'))).toBe(false);
  });
});

describe('a plan that is gone', () => {
  it('leaves nothing in quarantine, and its note names none', () => {
    const folder = afterSessions(2);
    rmSync(planIn(folder));
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({ source: 'backup', quarantine: null });
    expect(existsSync(join(folder, 'quarantine'))).toBe(false);
  });
});

describe('one bit of the number of the version', () => {
  const VERSION_AT = 60;

  it.each([
    ['with backups', () => {}],
    ['without a backup', (folder: string) => rmSync(backupFolder(folder), { recursive: true })],
  ])('is damage and not a newer version, %s', (_name, change) => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    change(folder);
    edit(folder, (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(VERSION_AT) ^ 0x10, VERSION_AT);
      return bytes;
    });
    expect(contentIn(folder)).toBe(content);
    expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(1);
  });

  it('is believed where nothing proves that the plan was ours', () => {
    const folder = afterSessions(2);
    rmSync(join(folder, 'plan.seal'));
    edit(folder, (bytes) => {
      bytes.writeUInt32BE(9_000, VERSION_AT);
      return bytes;
    });
    expect(openFaultPlan(folder)).toMatchObject({
      error: { message: expect.stringMatching(/newer version of First Claim/) },
    });
  });
});
