import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate, schemaVersion } from '../../electron/store/migrate.ts';
import { type Migration, migrations, SCHEMA_VERSION } from '../../electron/store/migrations/index.ts';
import snapshot from './schema-snapshot.json' with { type: 'json' };

const FOLDER = join(import.meta.dirname, '../../electron/store/migrations');

// What each released migration does, for ever. A new migration adds a line; a line never changes.
const FROZEN: Readonly<Record<number, string>> = {
  1: '40c3ed780d7aab224f107a94bf4ce11375072911dde8245977f63a08961cfdc9',
  2: 'aeb48eb699362ba577ff91408a4a8553e17bb303c757b90d8345651dc206c244',
  3: 'cd40f10964b41c24512e07a7dde915f31a82233c3f718b6f33ba7425165e345e',
};

function inMemory(): Database.Database {
  const db = new Database(':memory:');
  onTestFinished(() => {
    db.close();
  });
  return db;
}

function schemaOf(db: Database.Database): unknown {
  const objects = db
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`,
    )
    .all() as { type: string; name: string; tbl_name: string; sql: string }[];
  return objects.map(({ sql, ...object }) => ({
    ...object,
    sql: sql.replace(/\s+/g, ' '),
    columns: object.type === 'table' ? db.pragma(`table_xinfo(${object.name})`) : undefined,
  }));
}

/** As JSON would bring it back. */
function plainly(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('migrations', () => {
  it('do what they did when they were released', () => {
    const hashes = Object.fromEntries(
      migrations.map(({ number, sql }) => [number, createHash('sha256').update(sql).digest('hex')]),
    );
    expect(hashes).toEqual(FROZEN);
  });

  it('are one numbered file each, without gaps, and all of them are in the list', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'index.ts');
    expect(files.map((name) => Number(/^(\d{4})-[a-z-]+\.ts$/.exec(name)?.[1])).sort()).toEqual(
      migrations.map(({ number }) => number),
    );
    const index = readFileSync(join(FOLDER, 'index.ts'), 'utf8');
    for (const name of files) expect(index).toContain(`./${name}`);
  });

  it('lead to the recorded schema', () => {
    const db = inMemory();
    migrate(db);
    expect(plainly(schemaOf(db))).toEqual(snapshot);
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
  });

  it('lead to the same schema from every older version', () => {
    const fresh = inMemory();
    migrate(fresh);
    for (let version = 1; version <= SCHEMA_VERSION; version += 1) {
      const db = inMemory();
      migrate(db, migrations, version);
      expect(schemaVersion(db)).toBe(version);
      migrate(db);
      expect(schemaOf(db)).toEqual(schemaOf(fresh));
    }
  });

  it('change nothing when run again', () => {
    const db = inMemory();
    migrate(db);
    const before = schemaOf(db);
    migrate(db);
    expect(schemaOf(db)).toEqual(before);
  });

  it('happen all together or not at all', () => {
    const db = inMemory();
    const steps: readonly Migration[] = [
      { number: 1, sql: 'CREATE TABLE first (id INTEGER)' },
      { number: 2, sql: 'CREATE TABLE second (id INTEGER); CREATE TABLE first (id INTEGER)' },
    ];
    expect(() => migrate(db, steps)).toThrow(/first already exists/);
    expect(schemaOf(db)).toEqual([]);
    expect(schemaVersion(db)).toBe(0);
  });

  it('are refused out of order', () => {
    const steps: readonly Migration[] = [{ number: 2, sql: 'CREATE TABLE second (id INTEGER)' }];
    expect(() => migrate(inMemory(), steps)).toThrow('Migration 2 stands in place 1');
  });

  it('leave a file of a newer version alone', () => {
    const db = inMemory();
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    migrate(db);
    expect(schemaOf(db)).toEqual([]);
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION + 1);
  });
});

describe('the tables refuse', () => {
  const cases: readonly (readonly [what: string, sql: string])[] = [
    [
      'a status of their own making',
      `INSERT INTO item VALUES ('a','maybe','{}',NULL,NULL,NULL,'2026-11-22T12:00:00Z','')`,
    ],
    [
      'answers that are not JSON',
      `INSERT INTO item VALUES ('a','done','{',NULL,NULL,'2026-11-22','2026-11-22T12:00:00Z','')`,
    ],
    [
      'answers that are a list',
      `INSERT INTO item VALUES ('a','in-progress','[]',NULL,NULL,NULL,'2026-11-22T12:00:00Z','')`,
    ],
    [
      'not applicable without a reason',
      `INSERT INTO item VALUES ('a','not-applicable','{}',NULL,NULL,NULL,'2026-11-22T12:00:00Z','')`,
    ],
    [
      'a reason on an item that applies',
      `INSERT INTO item VALUES ('a','in-progress','{}','x',NULL,NULL,'2026-11-22T12:00:00Z','')`,
    ],
    [
      'done without a day',
      `INSERT INTO item VALUES ('a','done','{}',NULL,NULL,NULL,'2026-11-22T12:00:00Z','')`,
    ],
    [
      'a date in words',
      `INSERT INTO item VALUES ('a','in-progress','{}',NULL,'tomorrow',NULL,'2026-11-22T12:00:00Z','')`,
    ],
    [
      'an instant without a time',
      `INSERT INTO item VALUES ('a','in-progress','{}',NULL,NULL,NULL,'2026-11-22','')`,
    ],
    [
      'a second profile',
      `INSERT INTO profile VALUES (2,'','',NULL,'[]','','{}',NULL,'2026-11-22T12:00:00Z','')`,
    ],
    [
      'history without an action',
      `INSERT INTO history VALUES (1,'2026-11-22T12:00:00Z','item:a','','{}','{}','')`,
    ],
    [
      'an entry whose answers are a list',
      `INSERT INTO record VALUES ('a','portal','[]',NULL,'2026-11-22T12:00:00Z','2026-11-22T12:00:00Z','')`,
    ],
    [
      'an entry taken off the list on no day',
      `INSERT INTO record VALUES ('a','portal','{}','soon','2026-11-22T12:00:00Z','2026-11-22T12:00:00Z','')`,
    ],
    [
      'a check with an outcome of its own making',
      `INSERT INTO check_run VALUES (1,'a','firewall','','fine','','{}','2026-11-22T12:00:00Z','')`,
    ],
    [
      'a check without its result',
      `INSERT INTO check_run VALUES (1,'a','firewall','','pass','','','2026-11-22T12:00:00Z','')`,
    ],
    [
      'a number where text belongs',
      `INSERT INTO history VALUES (1,'2026-11-22T12:00:00Z','item:a',x'00','{}','{}','')`,
    ],
  ];
  for (const [what, sql] of cases) {
    it(what, () => {
      const db = inMemory();
      migrate(db);
      expect(() => db.exec(sql)).toThrow(/constraint failed|cannot store/);
    });
  }

  it('nothing that is in order', () => {
    const db = inMemory();
    migrate(db);
    db.exec(
      `INSERT INTO item VALUES ('a','done','{}',NULL,'2026-11-22','2026-11-22','2026-11-22T12:00:00Z','')`,
    );
    db.exec(`INSERT INTO history VALUES (1,'2026-11-22T12:00:00Z','item:a','answer','{}','{}','')`);
    db.exec(`INSERT INTO profile VALUES (1,'','',NULL,'[]','','{}',NULL,'2026-11-22T12:00:00Z','')`);
    db.exec(
      `INSERT INTO record VALUES ('a','portal','{}',NULL,'2026-11-22T12:00:00Z','2026-11-22T12:00:00Z','')`,
    );
    db.exec(`INSERT INTO check_run VALUES (1,'a','firewall','','pass','','{}','2026-11-22T12:00:00Z','')`);
  });
});
