import Database from 'better-sqlite3';
import { migrate, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';

const expected = new Map<number, string>();

/** True when a plan has exactly the tables and indexes that the migrations up to its version make. */
export function hasExpectedSchema(db: Database.Database): boolean {
  return schemaOf(db) === expectedSchema(schemaVersion(db));
}

function expectedSchema(version: number): string {
  const known = expected.get(version);
  if (known !== undefined) return known;
  const model = new Database(':memory:');
  try {
    migrate(model, migrations, version);
    const schema = schemaOf(model);
    expected.set(version, schema);
    return schema;
  } finally {
    model.close();
  }
}

/** What SQLite keeps for itself, such as statistics, is left out. */
function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY type, name`,
    )
    .raw()
    .all();
  return JSON.stringify(rows);
}
