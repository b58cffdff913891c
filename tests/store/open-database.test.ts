import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SCHEMA_VERSION } from '../../electron/store/migrations/index.ts';
import { openDatabase } from '../../electron/store/open-database.ts';
import { APPLICATION_ID } from '../../electron/store/pragmas.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { withoutRoot } from '../support/without-root.ts';

const AT = '2026-11-22T12:00:00.000Z';

function opened(folder: string): Database.Database {
  const db = expectOk(openDatabase(folder));
  onTestFinished(() => {
    db.close();
  });
  return db;
}

function writeOneRow(db: Database.Database): void {
  db.prepare(
    `INSERT INTO item (id, status, answers, updated_at) VALUES ('biz-ein', 'not-started', '{}', ?)`,
  ).run(AT);
}

function pragmasOf(db: Database.Database): Record<string, unknown> {
  const names = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'trusted_schema',
    'cell_size_check',
    'secure_delete',
    'mmap_size',
    'busy_timeout',
    'checkpoint_fullfsync',
    'wal_autocheckpoint',
    'application_id',
    'user_version',
  ];
  return Object.fromEntries(names.map((name) => [name, db.pragma(name, { simple: true })]));
}

const WANTED = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  mmap_size: 0,
  busy_timeout: 2_000,
  checkpoint_fullfsync: 1,
  wal_autocheckpoint: 1_000,
  application_id: APPLICATION_ID,
  user_version: SCHEMA_VERSION,
};

/** Refused in words that name the file or folder, with every byte and mode of the folder as it was. */
function expectRefused(folder: string, words: RegExp, open = () => openDatabase(folder)): void {
  const before = contentsOf(folder);
  const result = open();
  if (result.ok) result.value.close();
  expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } });
  expect(contentsOf(folder)).toEqual(before);
}

function contentsOf(folder: string): readonly unknown[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('-shm'))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mode } = statSync(path);
      return [name, mode, statSync(path).isFile() ? readFileSync(path).toString('latin1') : null];
    })
    .filter(([name, , content]) => !(String(name).endsWith('-wal') && content === ''));
}

/** A plan that was closed properly, then altered. */
function aClosedPlan(alter: (db: Database.Database) => void = () => {}): string {
  const folder = tempFolder();
  const db = expectOk(openDatabase(folder));
  alter(db);
  db.close();
  return folder;
}

describe('settings', () => {
  it('hold after the first write to a new plan', () => {
    const db = opened(tempFolder());
    writeOneRow(db);
    expect(pragmasOf(db)).toEqual(WANTED);
  });

  it('hold after a reopen, before and after a write', () => {
    const db = opened(aClosedPlan());
    expect(pragmasOf(db)).toEqual(WANTED);
    writeOneRow(db);
    expect(pragmasOf(db)).toEqual(WANTED);
  });
});

describe.skipIf(process.platform === 'win32')('permissions', () => {
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

  for (const umask of [0o000, 0o022, 0o777]) {
    it(`shut out everyone else under umask ${umask.toString(8)}`, () => {
      const folder = join(tempFolder(), 'new', 'plan');
      mkdirSync(join(folder, '..'));
      const former = process.umask(umask);
      try {
        writeOneRow(opened(folder));
      } finally {
        process.umask(former);
      }
      expect(modeOf(folder)).toBe('700');
      for (const name of ['plan.db', 'plan.db-wal', 'plan.db-shm']) {
        expect([name, modeOf(join(folder, name))]).toEqual([name, '600']);
      }
    });
  }

  it('are tightened on a plan that was copied by hand', () => {
    const folder = aClosedPlan();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'plan.db'), 0o644);
    opened(folder);
    expect([modeOf(folder), modeOf(join(folder, 'plan.db'))]).toEqual(['700', '600']);
  });

  it('of a folder that holds other things stay, while the plan in it is closed to others', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    chmodSync(folder, 0o755);
    opened(folder);
    expect([modeOf(folder), modeOf(join(folder, 'plan.db'))]).toEqual(['755', '600']);
  });
});

describe('what counts as a new plan', () => {
  it('is a folder that does not exist yet', () => {
    const folder = join(tempFolder(), 'a', 'b');
    opened(folder);
    expect(existsSync(join(folder, 'plan.db'))).toBe(true);
  });

  it('is an empty file', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'plan.db'), '');
    writeOneRow(opened(folder));
  });

  it('is a file that was marked as ours by a start that died before its tables', () => {
    const folder = tempFolder();
    const db = new Database(join(folder, 'plan.db'));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.close();
    writeOneRow(opened(folder));
  });
});

describe('refused, in words and untouched', () => {
  it('a text file', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'plan.db'), 'Dear diary, '.repeat(50));
    expectRefused(folder, /plan\.db is not a First Claim plan/);
  });

  it('a file too short to be a database', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'plan.db'), 'SQLite format 3\0');
    expectRefused(folder, /plan\.db is not a First Claim plan/);
  });

  it('a folder in the place of the file', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'plan.db'));
    expectRefused(folder, /plan\.db is a folder/);
  });

  it.skipIf(process.platform === 'win32')('a link, even to a good plan', () => {
    const folder = tempFolder();
    symlinkSync(join(aClosedPlan(), 'plan.db'), join(folder, 'plan.db'));
    expectRefused(folder, /plan\.db is a link/);
  });

  it('a database of another program', () => {
    const folder = tempFolder();
    const db = new Database(join(folder, 'plan.db'));
    db.exec('CREATE TABLE recipe (id INTEGER)');
    db.close();
    expectRefused(folder, /plan\.db belongs to another program/);
  });

  it('a plan of a newer version', () => {
    const folder = aClosedPlan((db) => db.pragma(`user_version = ${SCHEMA_VERSION + 1}`));
    expectRefused(folder, /newer version of First Claim/);
  });

  it('a plan of a newer version that crashed before its changes reached the file', () => {
    const folder = tempFolder();
    const running = opened(aClosedPlan());
    running.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    for (const name of ['plan.db', 'plan.db-wal']) {
      copyFileSync(join(running.name, '..', name), join(folder, name));
    }
    expect(readFileSync(join(folder, 'plan.db')).readUInt32BE(60)).toBe(SCHEMA_VERSION);
    expectRefused(folder, /newer version of First Claim/);
  });

  it('a damaged plan', () => {
    const folder = aClosedPlan(writeOneRow);
    const path = join(folder, 'plan.db');
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4_096, 8_192);
    writeFileSync(path, bytes);
    expectRefused(folder, /plan\.db is damaged/);
  });

  it('a plan damaged far from anything a start would read', () => {
    const folder = aClosedPlan((db) => {
      const insert = db.prepare(
        `INSERT INTO history (at, subject, action, before, after) VALUES (?, 'a', 'b', '{}', ?)`,
      );
      for (let row = 0; row < 40; row += 1) insert.run(AT, JSON.stringify({ row: 'x'.repeat(2_500) }));
    });
    const path = join(folder, 'plan.db');
    const bytes = readFileSync(path);
    bytes.fill(0xa5, bytes.length - 4_096);
    writeFileSync(path, bytes);
    expectRefused(folder, /plan\.db is damaged/);
  });

  it('a plan that was cut short', () => {
    const folder = aClosedPlan(writeOneRow);
    const path = join(folder, 'plan.db');
    writeFileSync(path, readFileSync(path).subarray(0, 6_000));
    expectRefused(folder, /plan\.db is damaged/);
  });

  it('a plan without its tables', () => {
    const folder = aClosedPlan((db) => db.exec('DROP TABLE item'));
    expectRefused(folder, /plan\.db cannot be opened/);
  });

  it('a plan whose table lacks a column', () => {
    const folder = aClosedPlan((db) => db.exec('ALTER TABLE history DROP COLUMN at'));
    expectRefused(folder, /plan\.db cannot be opened/);
  });

  it('a file in the place of the folder', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'here'), '');
    expectRefused(folder, /is a file, not a folder/, () => openDatabase(join(folder, 'here')));
  });

  it('a folder that cannot be made because a file is in the way', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'here'), '');
    expectRefused(folder, /is a file, not a folder/, () => openDatabase(join(folder, 'here', 'plan')));
  });
});

describe.skipIf(process.platform === 'win32')('refused, when permissions stand in the way', () => {
  const ownedByNobody = (folder: string): string => {
    if (process.geteuid?.() === 0) {
      chownSync(folder, 65_534, 65_534);
      for (const name of readdirSync(folder)) chownSync(join(folder, name), 65_534, 65_534);
    }
    return folder;
  };

  it('a folder that cannot be written to', () => {
    const folder = ownedByNobody(aClosedPlan());
    chmodSync(folder, 0o500);
    expectRefused(folder, /not allowed to read and write the folder/, () =>
      withoutRoot(() => openDatabase(folder)),
    );
  });

  it('a folder that cannot be made', () => {
    const folder = ownedByNobody(tempFolder());
    chmodSync(folder, 0o500);
    expectRefused(folder, /not allowed to read and write the folder/, () =>
      withoutRoot(() => openDatabase(join(folder, 'new'))),
    );
  });

  it('a plan that cannot be read', () => {
    const folder = ownedByNobody(aClosedPlan());
    chmodSync(join(folder, 'plan.db'), 0o000);
    expectRefused(folder, /not allowed to read .*plan\.db/, () => withoutRoot(() => openDatabase(folder)));
  });

  it('a plan that is write-protected', () => {
    const folder = ownedByNobody(aClosedPlan());
    chmodSync(join(folder, 'plan.db'), 0o400);
    expectRefused(folder, /plan\.db is write-protected/, () => withoutRoot(() => openDatabase(folder)));
  });
});
