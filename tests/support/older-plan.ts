import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '../../electron/store/migrate.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { APPLICATION_ID } from '../../electron/store/pragmas.ts';
import { contentOf, makeSomeChange, must, openFaultPlan, tickingClock } from '../faults/fault-plan.ts';
import { seededRandom } from '../faults/random.ts';
import { tempFolder } from './temp-folder.ts';

/** Makes a plan file as version 2 of the schema left it, with rows of every kind, and returns what it holds. */
export function makePlanOfVersion2(path: string, changes = 40): string {
  const folder = tempFolder();
  const now = tickingClock();
  const plan = must(openFaultPlan(folder, now));
  const random = seededRandom(changes);
  for (let count = 0; count < changes; count += 1) must(makeSomeChange(plan.store, random, count, now()));
  const content = contentOf(plan.file.db);
  plan.close();
  rmSync(path, { force: true });
  const db = new Database(path);
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, migrations, 2);
    db.prepare('ATTACH ? AS newer').run(join(folder, 'plan.db'));
    for (const table of ['profile', 'item', 'record', 'check_run', 'history']) {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ');
      db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table} ORDER BY rowid`);
    }
    db.exec('DETACH newer');
  } finally {
    db.close();
  }
  return content;
}
