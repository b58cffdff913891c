import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../electron/store/migrate.ts';
import { migrations } from '../../electron/store/migrations/index.ts';

const AT = '2026-10-01T12:00:00.000Z';

/** A plan as version 1 left it, brought to today's schema. */
function migrated(items: Readonly<Record<string, unknown>>): Database.Database {
  const db = new Database(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db, migrations, 1);
  const insert = db.prepare('INSERT INTO item VALUES (?, ?, ?, NULL, NULL, NULL, ?)');
  for (const [id, answers] of Object.entries(items)) {
    insert.run(id, 'in-progress', JSON.stringify(answers), AT);
  }
  migrate(db);
  return db;
}

const recordsIn = (db: Database.Database) =>
  (db.prepare('SELECT * FROM record ORDER BY rowid').all() as { answers: string }[]).map((row) => ({
    ...row,
    answers: JSON.parse(row.answers) as unknown,
  }));

describe('a plan made before there was a list of portals', () => {
  const portals = [
    {
      rowId: 'r1',
      portal: 'Clearwater “Claims”',
      url: 'https://portal.clearwater.example.com/login',
      tls: 'tls-1-3',
      certificate: 'valid',
      cert_expiry: '2027-06-01',
      date: '2026-09-30',
    },
    { rowId: 'r2', portal: 'Riverbend' },
    { rowId: 'r3' },
  ];

  it('keeps every portal with everything that was said about it, in order', () => {
    const records = recordsIn(migrated({ 'sec-network': { wifi: 'wpa2', portals } }));
    expect(records.map(({ answers }) => answers)).toEqual([
      {
        name: 'Clearwater “Claims”',
        address: 'https://portal.clearwater.example.com/login',
        kind: 'other',
        tls: 'tls-1-3',
        certificate: 'valid',
        cert_expiry: '2027-06-01',
        date: '2026-09-30',
      },
      { name: 'Riverbend', kind: 'other' },
      { kind: 'other' },
    ]);
    for (const record of records) {
      expect(record).toMatchObject({ kind: 'portal', archived_on: null, created_at: AT, updated_at: AT });
    }
    expect(new Set(records.map((record) => (record as unknown as { id: string }).id)).size).toBe(3);
  });

  it('leaves the form’s own copy where it is', () => {
    const db = migrated({ 'sec-network': { portals } });
    expect(JSON.parse(String(db.prepare('SELECT answers FROM item').pluck().get()))).toEqual({ portals });
  });

  it.each([
    ['no such item', {}],
    ['no portals', { 'sec-network': { wifi: 'wpa2' } }],
    ['an empty list', { 'sec-network': { portals: [] } }],
    ['something that is no list', { 'sec-network': { portals: 'none' } }],
    ['rows that are no rows', { 'sec-network': { portals: [1, null, 'x', ['y']] } }],
    ['the same field in another item', { 'sec-hygiene': { portals } }],
  ])('makes nothing up: %s', (_what, items) => {
    expect(recordsIn(migrated(items))).toEqual([]);
  });

  it('leaves taking over to the application, once, where there is something to take over', () => {
    const pendingIn = (db: Database.Database) => db.prepare('SELECT task FROM pending_task').pluck().all();
    expect(pendingIn(migrated({ 'sec-network': { portals } }))).toEqual(['adopt-records']);
    expect(pendingIn(migrated({}))).toEqual([]);
  });
});
