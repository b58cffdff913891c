import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupFolder, describeBackups } from '../../electron/store/find-backups.ts';
import { lockDataFolder } from '../../electron/store/folder-lock.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { migrations, SCHEMA_VERSION } from '../../electron/store/migrations/index.ts';
import { APPLICATION_ID } from '../../electron/store/pragmas.ts';
import { contentOf, must, openFaultPlan, tickingClock } from '../faults/fault-plan.ts';
import { afterSessions, answer, breakPlan, contentIn, openedPlan, planIn } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { withoutRoot } from '../support/without-root.ts';

const isWindows = process.platform === 'win32';

describe('refused in words, with every byte where it was', () => {
  function expectRefused(folder: string, words: RegExp): void {
    const contents = () =>
      readdirSync(folder)
        .filter((name) => !/-shm$|\.lock$/.test(name))
        .map((name) => [
          name,
          statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), 'latin1') : null,
        ])
        .filter(([name, content]) => !(String(name).endsWith('-wal') && content === ''));
    const before = contents();
    expect(openFaultPlan(folder)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(words) },
    });
    expect(contents()).toEqual(before);
  }

  it('a plan of a newer version, though there are backups', () => {
    const folder = afterSessions(2);
    const db = new Database(planIn(folder));
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    expectRefused(folder, /newer version of First Claim/);
  });

  it('a database of another program, though there are backups', () => {
    const folder = afterSessions(2);
    rmSync(planIn(folder));
    const db = new Database(planIn(folder));
    db.exec('CREATE TABLE recipe (id INTEGER)');
    db.close();
    expectRefused(folder, /belongs to another program/);
  });

  it('a file that is no database, though there are backups', () => {
    const folder = afterSessions(2);
    writeFileSync(planIn(folder), 'Dear diary, '.repeat(50));
    expectRefused(folder, /is not a First Claim plan/);
  });

  it('a folder in the place of the plan', () => {
    const folder = afterSessions(2);
    rmSync(planIn(folder));
    mkdirSync(planIn(folder));
    expectRefused(folder, /plan\.db is a folder/);
  });

  it.skipIf(isWindows)('a link in the place of the plan', () => {
    const folder = afterSessions(2);
    renameSync(planIn(folder), join(folder, 'elsewhere.db'));
    symlinkSync(join(folder, 'elsewhere.db'), planIn(folder));
    expectRefused(folder, /plan\.db is a link/);
  });

  it.skipIf(isWindows)('a damaged plan in a folder that cannot be written to', () => {
    const folder = afterSessions(2);
    const damaged = breakPlan(folder);
    if (process.geteuid?.() === 0) {
      for (const name of ['', 'plan.db', 'plan.seal', 'backups'])
        chownSync(join(folder, name), 65_534, 65_534);
    }
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(withoutRoot(() => openFaultPlan(folder))).toMatchObject({
      ok: false,
      error: { code: 'read-only' },
    });
    expect(readFileSync(planIn(folder))).toEqual(damaged);
    expect(existsSync(join(folder, 'quarantine'))).toBe(false);
  });
});

describe('an older plan', () => {
  it('is backed up before it is brought up to date, and after', () => {
    const folder = tempFolder();
    const db = new Database(planIn(folder));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, migrations, 1);
    const at = '2026-10-01T12:00:00.000Z';
    db.prepare(
      `INSERT INTO item VALUES ('biz-ein', 'in-progress', '{"answer":"1"}', NULL, NULL, NULL, ?)`,
    ).run(at);
    db.prepare(
      `INSERT INTO history (at, subject, action, before, after) VALUES (?, 'item:biz-ein', 'answer', ?, ?)`,
    ).run(
      at,
      '{"answers":{"answer":null},"status":"not-started"}',
      '{"answers":{"answer":"1"},"status":"in-progress"}',
    );
    db.close();
    expect(openedPlan(folder).file.note).toBeNull();
    expect(describeBackups(folder).map(({ facts }) => facts?.version)).toEqual([SCHEMA_VERSION, 1]);
  });

  it('is not brought up to date when it cannot be backed up', () => {
    const folder = tempFolder();
    const db = new Database(planIn(folder));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, migrations, 1);
    db.prepare(
      `INSERT INTO history VALUES (1, '2026-10-01T12:00:00.000Z', 'item:x', 'set-aside', '{}', '{}')`,
    ).run();
    db.close();
    writeFileSync(backupFolder(folder), 'in the way');
    expect(openFaultPlan(folder)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/No backup/) },
    });
    const still = new Database(planIn(folder), { readonly: true });
    expect(still.pragma('user_version', { simple: true })).toBe(1);
    still.close();
  });
});

describe('a data folder', () => {
  it('is open in one place only, and free again whenever that place lets go', () => {
    const folder = tempFolder();
    const lock = must(lockDataFolder(folder));
    expect(lockDataFolder(folder)).toMatchObject({
      ok: false,
      error: { code: 'store-busy', message: expect.stringMatching(/already open/) },
    });
    lock.release();
    must(lockDataFolder(folder)).release();
  });

  it('that goes away while its plan is open loses nothing', () => {
    const folder = join(tempFolder(), 'plan');
    const plan = must(openFaultPlan(folder));
    answer(plan, 1);
    const content = contentOf(plan.file.db);
    renameSync(folder, `${folder}-moved`);
    expect(
      plan.store.change((draft) => {
        draft.saveProfile({ ...draft.plan().profile, town: 'Camden' }, '2026-11-22T13:00:00.000Z', 'answer');
        return { ok: true, value: null };
      }),
    ).toMatchObject({ ok: false, error: { message: expect.stringMatching(/moved or replaced/) } });
    plan.close();
    expect(contentIn(`${folder}-moved`)).toBe(content);
  });

  it('opens as ever when the clock has jumped, either way', () => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    for (const start of ['2031-01-01T00:00:00.000Z', '1999-01-01T00:00:00.000Z']) {
      const plan = must(openFaultPlan(folder, tickingClock(start)));
      expect([plan.file.note, contentOf(plan.file.db)]).toEqual([null, content]);
      plan.close();
    }
  });
});
