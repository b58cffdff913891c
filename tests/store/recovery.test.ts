import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupFolder, describeBackups, listBackups } from '../../electron/store/find-backups.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { migrations, SCHEMA_VERSION } from '../../electron/store/migrations/index.ts';
import { APPLICATION_ID } from '../../electron/store/pragmas.ts';
import { listRecoveryNotes, noteText, type RecoveryNote } from '../../electron/store/recovery-note.ts';
import { setTime } from '../faults/fault-damage.ts';
import { contentOf, must, openFaultPlan, tickingClock } from '../faults/fault-plan.ts';
import { aDeviceRun } from '../support/check-runs.ts';
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

const PAGE = 4_096;

/** A folder whose plan was closed with the result of a check in it. */
function afterChecks(): string {
  const folder = afterSessions(1);
  const plan = must(openFaultPlan(folder));
  must(
    plan.store.change((draft) => {
      draft.addCheck({ ...aDeviceRun('firewall'), id: 'run-1' });
      return { ok: true, value: null };
    }),
  );
  plan.close();
  return folder;
}

/** Opens a folder that has something to tell. */
function noteOf(folder: string): RecoveryNote {
  const { note } = openedPlan(folder).file;
  if (note === null) throw new Error('There is no note');
  return note;
}

describe('a damaged plan', () => {
  it('that was closed properly is replaced by the backup of that closing, and nothing is lost', () => {
    const folder = afterSessions(3);
    const content = contentIn(folder);
    breakPlan(folder);
    const plan = openedPlan(folder);
    expect(contentOf(plan.file.db)).toBe(content);
    expect(plan.file.note).toMatchObject({
      source: 'backup',
      happened: expect.stringMatching(/damaged/),
      kept: [expect.stringMatching(/comes from the backup of/), expect.stringMatching(/nothing is lost/)],
      lost: [],
    });
  });

  it('is kept in quarantine, byte for byte, with its log', () => {
    const { folder } = crashed(3);
    const damaged = edit(folder, (bytes) => bytes.fill(0xa5, PAGE, 2 * PAGE));
    const log = readFileSync(`${planIn(folder)}-wal`);
    const { quarantine } = noteOf(folder);
    expect(readFileSync(join(folder, quarantine ?? '', 'plan.db'))).toEqual(damaged);
    expect(readFileSync(join(folder, quarantine ?? '', 'plan.db-wal'))).toEqual(log);
  });

  it('gives what was changed after the newest backup', () => {
    const { folder, content } = crashed(3);
    breakPlan(folder);
    const plan = openedPlan(folder);
    expect(contentOf(plan.file.db)).toBe(content);
    expect(plan.file.note?.kept.join(' ')).toMatch(/changed after that backup could be read.*item:biz-ein/);
  });

  it('without a backup gives what can be read of it, row by row', () => {
    const folder = afterSessions(3);
    const content = contentIn(folder);
    rmSync(backupFolder(folder), { recursive: true });
    // Page 1 leads to every table: without it SQLite finds none.
    edit(folder, (bytes) => bytes.fill(0, 0, PAGE));
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({ source: 'salvage', backup: null });
    expect(contentOf(plan.file.db)).toBe(content);
  });

  it('without a backup, and without anything that can be read, leaves an empty plan and says so', () => {
    const folder = afterSessions(2);
    rmSync(backupFolder(folder), { recursive: true });
    edit(folder, (bytes) => bytes.fill(0));
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({
      source: 'empty',
      lost: [expect.stringMatching(/no backup. You start with an empty plan/)],
    });
    expect(must(plan.store.read()).plan.items).toEqual({});
  });

  it('is replaced by an older backup when the newest is damaged too', () => {
    const folder = afterSessions(3);
    breakPlan(folder);
    const [newest, next] = listBackups(folder);
    writeFileSync(join(backupFolder(folder), newest?.id ?? ''), 'gone');
    const plan = openedPlan(folder);
    expect(plan.file.note?.backup).toBe(next?.id);
    expect(must(plan.store.read()).plan.items['biz-ein']?.answers.answer).toBe('3');
  });

  it('is not replaced by a backup of another plan while there is one of its own', () => {
    const folder = afterSessions(3);
    const elsewhere = tempFolder();
    const other = must(openFaultPlan(elsewhere, tickingClock('2024-01-01T00:00:00.000Z')));
    for (let count = 1; count <= 9; count += 1) answer(other, count * 7, `2024-01-01T00:01:0${count}.000Z`);
    other.close();
    const [foreign] = listBackups(elsewhere);
    const copy = join(backupFolder(folder), 'plan-20240101T000200Z-0099.db');
    copyFileSync(join(backupFolder(elsewhere), foreign?.id ?? ''), copy);
    rmSync(join(folder, 'plan.seal'));
    breakPlan(folder);
    expect(must(openedPlan(folder).store.read()).plan.items['biz-ein']?.answers.answer).toBe('3');
  });

  it('is said once, and can be read again later', () => {
    const folder = afterSessions(2);
    breakPlan(folder);
    const first = openedPlan(folder);
    const note = first.file.note;
    first.close();
    expect(openedPlan(folder).file.note).toBeNull();
    expect(listRecoveryNotes(folder)).toEqual([note]);
    expect(noteText(note as RecoveryNote)).toMatch(/damaged.*backup of.*kept in the folder quarantine\//);
  });

  it('can be saved to and backed up at once', () => {
    const folder = afterSessions(2);
    breakPlan(folder);
    const plan = openedPlan(folder);
    answer(plan, 50);
    plan.close();
    expect(describeBackups(folder)[0]).toMatchObject({ problem: null, facts: { changes: 3 } });
    expect(must(openedPlan(folder).store.read()).plan.items['biz-ein']?.answers.answer).toBe('50');
  });

  it('of an older version is brought up to date from its own backup', () => {
    const folder = tempFolder();
    const db = new Database(planIn(folder));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, migrations, 1);
    db.prepare(
      `INSERT INTO item VALUES ('biz-ein', 'in-progress', '{"answer":"1"}', NULL, NULL, NULL, ?)`,
    ).run('2026-10-01T12:00:00.000Z');
    db.close();
    edit(folder, (bytes) => bytes.fill(0, 0, 50));
    const plan = openedPlan(folder);
    expect(plan.file.note?.source).toBe('salvage');
    expect(plan.file.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(must(plan.store.read()).plan.items['biz-ein']?.answers).toEqual({ answer: '1' });
  });
});

describe('a plan file', () => {
  it.each([
    ['that was emptied', () => Buffer.alloc(0)],
    ['that was cut short', (bytes: Buffer) => bytes.subarray(0, 5_000)],
    ['of which a few bytes are left', (bytes: Buffer) => bytes.subarray(0, 70)],
    ['that is all zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['whose header is gone', (bytes: Buffer) => bytes.fill(0, 0, 100)],
    ['whose mark of ours is gone', (bytes: Buffer) => bytes.fill(0, 68, 72)],
    ['that SQLite would only read', (bytes: Buffer) => bytes.fill(6, 18, 19)],
    ['that SQLite would not even read', (bytes: Buffer) => bytes.fill(0x82, 19, 20)],
    ['that was overwritten from end to end', (bytes: Buffer) => bytes.fill(0x5a)],
  ])('%s is taken for the damaged plan it is', (_what, change) => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    edit(folder, change);
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({ source: 'backup', lost: [] });
    expect(contentOf(plan.file.db)).toBe(content);
  });

  it('that has gone comes back from the newest backup, and the user is told', () => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    rmSync(planIn(folder));
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({ happened: expect.stringMatching(/missing/), quarantine: null });
    expect(contentOf(plan.file.db)).toBe(content);
  });

  it('that is not there in a folder where nothing was ever saved is a new one', () => {
    const folder = tempFolder();
    openedPlan(folder).close();
    rmSync(planIn(folder));
    expect(openedPlan(folder).file.note).toBeNull();
  });

  it('in which a letter changed although nothing wrote to it is replaced by the backup', () => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    const { mtimeMs } = statSync(planIn(folder));
    edit(folder, (bytes) => {
      bytes.write('9', bytes.lastIndexOf('"answer":"2"') + 10, 'latin1');
      return undefined;
    });
    setTime(planIn(folder), mtimeMs);
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({
      source: 'backup',
      happened: expect.stringMatching(/disk may be failing/),
    });
    expect(contentOf(plan.file.db)).toBe(content);
  });

  it('that another program changed is used as it is, and what differs is named', () => {
    const folder = afterSessions(2);
    const db = new Database(planIn(folder));
    db.exec(`UPDATE item SET answers = '{"answer":"changed elsewhere"}'`);
    db.close();
    const plan = openedPlan(folder);
    expect(must(plan.store.read()).plan.items['biz-ein']?.answers.answer).toBe('changed elsewhere');
    expect(plan.file.note).toMatchObject({
      source: 'file',
      happened: expect.stringMatching(/Something other than First Claim/),
      lost: [expect.stringMatching(/these differ: item:biz-ein/), expect.stringMatching(/item:biz-ein/)],
    });
  });

  it.each([true, false])(
    'is right where its only backup came to harm (unused bytes changed: %s)',
    (isChanged) => {
      const folder = afterSessions(1);
      const content = contentIn(folder);
      const backup = join(backupFolder(folder), listBackups(folder)[0]?.id ?? '');
      const bytes = readFileSync(backup);
      bytes.write('9', bytes.lastIndexOf('"answer":"1"') + 10, 'latin1');
      writeFileSync(backup, bytes);
      const { mtimeMs } = statSync(planIn(folder));
      edit(folder, (plan) => (isChanged ? Buffer.concat([plan, Buffer.alloc(PAGE)]) : plan));
      setTime(planIn(folder), mtimeMs);
      const plan = openedPlan(folder);
      expect(contentOf(plan.file.db)).toBe(content);
      expect(plan.file.note?.lost ?? []).toHaveLength(isChanged ? 1 : 0);
    },
  );

  it('that is damaged takes what its backup has wrong from what can still be read', () => {
    const folder = afterSessions(1);
    const content = contentIn(folder);
    const backup = join(backupFolder(folder), listBackups(folder)[0]?.id ?? '');
    const bytes = readFileSync(backup);
    bytes.write('9', bytes.indexOf('in-progress{"answer":"1"') + 21, 'latin1');
    writeFileSync(backup, bytes);
    edit(folder, (plan) => plan.fill(0, 0, PAGE));
    const plan = openedPlan(folder);
    expect(plan.file.note?.source).toBe('backup');
    expect(plan.file.note?.kept.join(' ')).not.toMatch(/nothing is lost/);
    expect(contentOf(plan.file.db)).toBe(content);
  });

  it('whose unused bytes changed is used without a word', () => {
    const folder = afterSessions(2);
    edit(folder, (bytes) => Buffer.concat([bytes, Buffer.alloc(PAGE)]));
    expect(openedPlan(folder).file.note).toBeNull();
  });

  it('from a crash opens without a word, and with everything', () => {
    const { folder, content } = crashed(4);
    const plan = openedPlan(folder);
    expect(plan.file.note).toBeNull();
    expect(contentOf(plan.file.db)).toBe(content);
  });

  it('left by a crash in which a letter changed that stands nowhere else is not trusted', () => {
    const { folder } = crashed(3, afterChecks());
    edit(folder, (bytes) => {
      bytes.write('X', bytes.indexOf('Seen by a test.'), 'latin1');
      return undefined;
    });
    expect(noteOf(folder)).toMatchObject({
      happened: expect.stringMatching(/parts of it changed/),
      quarantine: expect.any(String),
    });
  });

  it('whose log was copied into it before the crash opens without a word, and with everything', () => {
    const folder = afterSessions(1);
    const plan = must(openFaultPlan(folder));
    answer(plan, 60, '2026-11-23T12:00:00.000Z');
    plan.file.db.pragma('wal_checkpoint(PASSIVE)');
    answer(plan, 61, '2026-11-23T12:00:01.000Z');
    answer(plan, 62, '2026-11-23T12:00:02.000Z');
    const content = contentOf(plan.file.db);
    const left = tempFolder();
    for (const name of ['plan.db', 'plan.db-wal', 'plan.db-shm', 'plan.seal-open']) {
      copyFileSync(join(folder, name), join(left, name));
    }
    plan.close();
    const again = openedPlan(left);
    expect([again.file.note, contentOf(again.file.db)]).toEqual([null, content]);
  });

  it('that was put here by hand opens without a word', () => {
    const folder = tempFolder();
    copyFileSync(planIn(afterSessions(2)), planIn(folder));
    const plan = openedPlan(folder);
    expect(plan.file.note).toBeNull();
    expect(must(plan.store.read()).plan.items['biz-ein']?.answers.answer).toBe('2');
  });

  it('of a start that died before it had made a table is a new plan', () => {
    const folder = tempFolder();
    const db = new Database(planIn(folder));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.close();
    expect(openedPlan(folder).file.note).toBeNull();
  });

  it('of a start that died while it was making the file ready is a new plan', () => {
    const made = tempFolder();
    const db = new Database(planIn(made));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.exec('BEGIN; CREATE TABLE half (id); INSERT INTO half VALUES (1)');
    db.pragma('cache_size = 1');
    const folder = tempFolder();
    for (const name of ['plan.db', 'plan.db-journal']) copyFileSync(join(made, name), join(folder, name));
    db.close();
    expect(openedPlan(folder).file.note).toBeNull();
  });
});

describe('a log beside the plan', () => {
  it('that does not belong to it is set aside, and the plan is as it was closed', () => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    copyFileSync(`${planIn(crashed(5, afterSessions(1)).folder)}-wal`, `${planIn(folder)}-wal`);
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({
      source: 'file',
      happened: expect.stringMatching(/does not belong/),
      lost: [],
    });
    expect(contentOf(plan.file.db)).toBe(content);
    expect(readdirSync(join(folder, plan.file.note?.quarantine ?? ''))).toContain('plan.db-wal');
  });

  it('whose end was cut off is told of', () => {
    const { folder } = crashed(4);
    const log = readFileSync(`${planIn(folder)}-wal`);
    writeFileSync(`${planIn(folder)}-wal`, log.subarray(0, log.length - 9_000));
    expect(noteOf(folder)).toMatchObject({
      happened: expect.stringMatching(/log with the latest changes/),
      lost: [expect.stringMatching(/last changes .* may be missing/)],
    });
  });

  it('in which one bit is wrong still gives everything behind that bit', () => {
    const { folder, content } = crashed(6);
    const path = `${planIn(folder)}-wal`;
    const log = readFileSync(path);
    // The head of the second frame: from there on SQLite takes nothing.
    log[32 + 4_120 + 17] = (log[32 + 4_120 + 17] ?? 0) ^ 1;
    writeFileSync(path, log);
    expect(contentOf(openedPlan(folder).file.db)).toBe(content);
  });

  it('that is gone is told of', () => {
    const { folder } = crashed(3);
    for (const end of ['-wal', '-shm']) rmSync(planIn(folder) + end);
    expect(noteOf(folder)).toMatchObject({
      happened: expect.stringMatching(/plan\.db-wal\) is gone/),
      lost: [expect.stringMatching(/is lost/)],
    });
  });
});

describe('a rollback journal beside the plan', () => {
  it('is never played back onto it, though nothing tells how the plan was closed', () => {
    const made = tempFolder();
    const db = new Database(join(made, 'other.db'));
    db.exec('CREATE TABLE other (text TEXT)');
    db.pragma('cache_size = 1');
    db.exec('BEGIN');
    for (let row = 0; row < 100; row += 1) db.prepare('INSERT INTO other VALUES (?)').run('y'.repeat(1_000));
    const folder = afterSessions(2);
    const content = contentIn(folder);
    rmSync(join(folder, 'plan.seal'));
    rmSync(backupFolder(folder), { recursive: true });
    copyFileSync(join(made, 'other.db-journal'), `${planIn(folder)}-journal`);
    db.close();
    const plan = openedPlan(folder);
    expect(plan.file.note).toMatchObject({ source: 'file', lost: [] });
    expect(contentOf(plan.file.db)).toBe(content);
  });
});
