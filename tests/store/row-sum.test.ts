import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupFolder } from '../../electron/store/find-backups.ts';
import { unexplainedSubjects } from '../../electron/store/history-check.ts';
import { mergeSalvaged } from '../../electron/store/merge-salvage.ts';
import { explain } from '../../electron/store/recovery.ts';
import { historySum, rowSum } from '../../electron/store/row-sum.ts';
import { salvage } from '../../electron/store/salvage.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { ok } from '../../shared/domain/result.ts';
import { contentOf, makeSomeChange, must, openFaultPlan } from '../faults/fault-plan.ts';
import { seededRandom } from '../faults/random.ts';
import { afterSessions, edit, openedPlan, planIn } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

const AT = '2026-12-01T12:00:00.000Z';
const LATER = '2026-12-02T12:00:00.000Z';

/** An open plan with rows of every kind. */
function aPlan(folder = tempFolder()): Database {
  const { file, store, now } = openedPlan(folder);
  const random = seededRandom(8);
  for (let count = 0; count < 40; count += 1) must(makeSomeChange(store, random, count, now()));
  expect(unexplainedSubjects(file.db)).toEqual([]);
  return file.db;
}

describe('the sum of a row', () => {
  it('is for ever what it was when it was first written', () => {
    expect(rowSum(['item', 'biz-ein', null, 'Größe 😀', 7])).toBe('41c642db364c2868');
    expect(historySum(7, 5, ['at', 'item:a', 'answer', '{}', '{"answers":{}}'])).toBe('d3f4a35ee10dbbf2');
  });

  it.each([
    [['a', 'b'], ['ab']],
    [['a', 'b'], ['a|1:b']],
    [[null], ['-']],
    [[null], ['']],
    [['1:a'], ['a']],
  ])('is another for %j and %j', (one, other) => {
    expect(rowSum(one)).not.toBe(rowSum(other));
  });

  it('fits a text that SQLite does not keep as it was given', () => {
    const db = aPlan();
    db.prepare('UPDATE profile SET town = ?, sum = ?').run('half \ud83d', '');
    explain(db, ['profile'], 'x', AT);
    const given = db.prepare('SELECT business_name, town FROM profile').raw().get() as string[];
    expect(rowSum([given[0], 'half \ud83d'])).toBe(rowSum([given[0], given[1]]));
    expect(unexplainedSubjects(db)).toEqual([]);
  });
});

describe('an entry of a list', () => {
  it('stays what it is and when it was made, whatever it is saved as', () => {
    const { file, store } = openedPlan(tempFolder());
    const entry: PlanRecord = {
      id: 'entry-1',
      kind: 'partner',
      answers: { name: 'A' },
      archivedOn: null,
      createdAt: AT,
      updatedAt: AT,
    };
    const later: PlanRecord = {
      ...entry,
      kind: 'portal',
      answers: { name: 'B' },
      createdAt: LATER,
      updatedAt: LATER,
    };
    for (const record of [entry, later])
      must(store.change((draft) => ok(draft.saveRecord(record, 'answer'))));
    expect(must(store.read()).plan.records).toEqual([{ ...later, kind: 'partner', createdAt: AT }]);
    expect(unexplainedSubjects(file.db)).toEqual([]);
  });
});

describe('a change that nothing else contradicts', () => {
  const inHistory = (set: string): string => `UPDATE history SET ${set} WHERE seq = 5`;

  it.each([
    ['when an older change was made', inHistory(`at = '2020-01-01T00:00:00.000Z'`), 'history'],
    ['what an older change was', inHistory(`action = 'sample'`), 'history'],
    ['the number of an older change', 'UPDATE history SET seq = 500 WHERE seq = 40', 'history'],
    ['the sum of a change', inHistory(`sum = '0123456789abcdef'`), 'history'],
    ['a change that has gone', 'DELETE FROM history WHERE seq = 5', 'history'],
    ['the first change, gone', 'DELETE FROM history WHERE seq = 1', 'history'],
    ['how something was checked', `UPDATE check_run SET method = 'Xeen by a test.' WHERE seq = 2`, 'checks'],
    ['when it was checked', `UPDATE check_run SET checked_at = '${AT}' WHERE seq = 2`, 'checks'],
    ['what came of a check', `UPDATE check_run SET detail = '{}' WHERE seq = 2`, 'checks'],
    ['what was checked', `UPDATE check_run SET target = 'x' WHERE seq = 2`, 'checks'],
    ['the number of a result', 'UPDATE check_run SET seq = 500 WHERE seq = 2', 'checks'],
    ['a result that has gone', 'DELETE FROM check_run WHERE seq = 1', 'checks'],
    ['a result out of nowhere', `DELETE FROM history WHERE subject LIKE 'check:%'`, 'checks'],
    ['when an entry was made', `UPDATE record SET created_at = '${AT}' WHERE rowid = 1`, 'record:partner-'],
  ])('is told: %s', (_what, sql, subject) => {
    const db = aPlan();
    db.exec(sql);
    expect(unexplainedSubjects(db)).toContainEqual(expect.stringContaining(subject));
  });

  it('is told of in a folder with neither a seal nor a backup, once', () => {
    const folder = tempFolder();
    const db = aPlan(folder);
    db.exec(inHistory(`action = 'sample'`));
    const copy = tempFolder();
    db.prepare('VACUUM INTO ?').run(planIn(copy));
    const first = must(openFaultPlan(copy));
    expect(first.file.note).toMatchObject({
      source: 'file',
      lost: [expect.stringMatching(/agree with their own history.*: history\.$/)],
    });
    const content = contentOf(first.file.db);
    first.close();
    rmSync(join(copy, 'plan.seal'));
    rmSync(backupFolder(copy), { recursive: true });
    const again = openedPlan(copy);
    expect([again.file.note, contentOf(again.file.db)]).toEqual([null, content]);
  });
});

describe('what was once explained', () => {
  it.each([
    'DELETE FROM history WHERE seq BETWEEN 5 AND 9',
    'DELETE FROM check_run',
    `DELETE FROM history WHERE subject LIKE 'check:%'`,
    'DELETE FROM item WHERE rowid = 1',
    'DELETE FROM profile',
    `UPDATE item SET answers = '{"answer":"x"}'`,
    `UPDATE record SET created_at = '${AT}'`,
    `UPDATE history SET at = '${AT}'`,
    `UPDATE check_run SET method = 'x'`,
  ])('is not said again: %s', (sql) => {
    const db = aPlan();
    db.exec(sql);
    const odd = unexplainedSubjects(db);
    expect(odd).not.toEqual([]);
    explain(db, odd, '20261201T120000Z-1', AT);
    expect(unexplainedSubjects(db)).toEqual([]);
  });

  it('does not hide what happens to the same thing later', () => {
    const db = aPlan();
    const [older, id] = [db.prepare('SELECT * FROM item WHERE rowid = 1').raw().get(), 1] as [
      unknown[],
      number,
    ];
    db.exec(`UPDATE item SET answers = '{"answer":"x"}', updated_at = '${AT}' WHERE rowid = ${id}`);
    explain(db, unexplainedSubjects(db), '20261201T120000Z-1', AT);
    // A page from before comes back, with every sum in order.
    db.prepare(`REPLACE INTO item VALUES (${older.map(() => '?').join(', ')})`).run(...older);
    expect(unexplainedSubjects(db)).toEqual([`item:${older[0]}`]);
    db.exec('DELETE FROM history WHERE seq = 7');
    expect(unexplainedSubjects(db)).toContain('history');
  });
});

describe('reading a damaged plan', () => {
  it('does not believe a row whose sum does not fit', () => {
    const folder = tempFolder();
    aPlan(folder).pragma('wal_checkpoint(TRUNCATE)');
    const whole = salvage(readFileSync(planIn(folder)));
    expect(whole.unreadable).toBe(0);
    const bytes = edit(folder, (before) => {
      before.write('X', before.indexOf('Seen by a test.'), 'latin1');
      before.write('Z', before.indexOf('in-progress{"answer":"') + 22, 'latin1');
      return undefined;
    });
    const found = salvage(bytes);
    expect(found.unreadable).toBe(2);
    expect(found.checks.size).toBe(whole.checks.size - 1);
    expect(found.items.size).toBe(whole.items.size - 1);
  });

  it('takes a change whose predecessor is gone, and one after a gap that was there before', () => {
    const folder = tempFolder();
    const db = aPlan(folder);
    db.exec('DELETE FROM history WHERE seq BETWEEN 5 AND 9');
    explain(db, unexplainedSubjects(db), '20261201T120000Z-1', AT);
    db.exec('DELETE FROM history WHERE seq = 20');
    db.pragma('wal_checkpoint(TRUNCATE)');
    const found = salvage(readFileSync(planIn(folder)));
    expect(found.unreadable).toBe(0);
    expect([...found.history.keys()]).toEqual(
      db.prepare('SELECT seq FROM history ORDER BY seq').pluck().all(),
    );
  });

  it('leaves gaps that are said once, by the account of what was lost', () => {
    const folder = afterSessions(1);
    const into = openedPlan(tempFolder()).file.db;
    const found = salvage(readFileSync(planIn(folder)));
    const history = new Map([...found.history].map(([seq, row]) => [seq + 10, row] as const));
    expect(mergeSalvaged(into, { ...found, history }, true).gaps).toBe(10);
    expect(unexplainedSubjects(into)).toEqual([]);
  });
});
