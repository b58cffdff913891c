import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unexplainedSubjects } from '../../electron/store/history-check.ts';
import { mergeSalvaged } from '../../electron/store/merge-salvage.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { type Salvaged, salvage } from '../../electron/store/salvage.ts';
import { readImage } from '../../electron/store/sqlite-image.ts';
import { readWal } from '../../electron/store/wal-file.ts';
import { contentOf, makeSomeChange, must, openFaultPlan, tickingClock } from '../faults/fault-plan.ts';
import { seededRandom } from '../faults/random.ts';
import { tempFolder } from '../support/temp-folder.ts';

const PAGE = 4_096;

interface Files {
  readonly content: string;
  readonly file: Buffer;
  readonly log: Buffer;
  readonly index: Buffer;
}

/** The bytes of a plan with every kind of row, its last changes still in the log. */
function aPlanInBytes(): Files {
  const folder = tempFolder();
  const random = seededRandom(5);
  const now = tickingClock();
  const first = must(openFaultPlan(folder, now));
  for (let count = 0; count < 60; count += 1) must(makeSomeChange(first.store, random, count, now()));
  first.close();
  const plan = must(openFaultPlan(folder, now));
  for (let count = 60; count < 90; count += 1) must(makeSomeChange(plan.store, random, count, now()));
  const read = (end: string): Buffer => readFileSync(join(folder, `plan.db${end}`));
  const files = { content: contentOf(plan.file.db), file: read(''), log: read('-wal'), index: read('-shm') };
  plan.close();
  return files;
}

/** A new plan made of what was salvaged alone. */
function planFrom(...finds: readonly Salvaged[]): string {
  const db = new Database(':memory:');
  migrate(db);
  for (const found of finds) mergeSalvaged(db, found, true);
  const content = contentOf(db);
  expect(unexplainedSubjects(db)).toEqual([]);
  db.close();
  return content;
}

const plan = aPlanOnce();
function aPlanOnce(): () => Files {
  let made: Files | null = null;
  return () => {
    made ??= aPlanInBytes();
    return made;
  };
}

describe('reading a plan without SQLite', () => {
  it('gives every row that SQLite gives, long texts and the log included', () => {
    const { content, file, log, index } = plan();
    const { isCut, sound } = readWal(log, index);
    expect(isCut).toBe(false);
    expect(planFrom(salvage(file, sound))).toBe(content);
  });

  it('needs neither the first page nor any that leads to others', () => {
    const { content, file, log, index } = plan();
    const { sound } = readWal(log, index);
    const blind = Buffer.from(file);
    blind.fill(0, 0, PAGE);
    const frames = sound.filter(({ page }) => page !== 1);
    for (let page = 1; page < blind.length / PAGE; page += 1) {
      const type = blind[page * PAGE] ?? 0;
      if (type === 5 || type === 2) blind.fill(0, page * PAGE, (page + 1) * PAGE);
    }
    expect(
      planFrom(
        salvage(
          blind,
          frames.filter(({ content: page }) => page[0] !== 5 && page[0] !== 2),
        ),
      ),
    ).toBe(content);
  });

  it('works out a state from its history when its own row cannot be read', () => {
    const { content, file, log, index } = plan();
    const found = salvage(file, readWal(log, index).sound);
    const withoutStates = { ...found, profile: null, items: new Map(), records: new Map() };
    const [rebuilt, whole] = [planFrom(withoutStates), content].map(
      (text) => JSON.parse(text) as unknown[][][],
    );
    // When an entry was made is not in its history: the moment of its first change stands for it.
    const comparable = (tables: unknown[][][] | undefined) =>
      tables?.map((rows, table) => (table === 2 ? rows.map((row) => row.toSpliced(4, 1)) : rows));
    expect(comparable(rebuilt)).toEqual(comparable(whole));
  });

  it('reads numbers, long and short, as SQLite wrote them', () => {
    const folder = tempFolder();
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n }),
            fc.double({ noNaN: true, noDefaultInfinity: true }),
            fc.string({ maxLength: 9_000 }),
          ),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (values) => {
          const db = new Database(join(folder, 'values.db'));
          db.exec('DROP TABLE IF EXISTS value; CREATE TABLE value (a ANY, b ANY) STRICT');
          const add = db.prepare('INSERT INTO value VALUES (?, ?)');
          for (const value of values) add.run(value, null);
          const rows = db.prepare('SELECT a FROM value').pluck().all();
          db.close();
          const image = readImage(readFileSync(join(folder, 'values.db')));
          const read = image.rows.filter((row) => row.values.length === 2).map((row) => row.values[0]);
          expect(read).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throws, whatever the bytes, and makes a sound plan of what it finds', () => {
    const { file, log } = plan();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255), fc.integer({ min: 1, max: 3_000 })), {
          maxLength: 20,
        }),
        fc.nat(file.length),
        (spots, length) => {
          const bytes = Buffer.from(file);
          const damagedLog = Buffer.from(log);
          for (const [at, value, count] of spots) {
            bytes.fill(value, at, Math.min(at + count, bytes.length));
            const inLog = at % log.length;
            damagedLog.fill(value, inLog, Math.min(inLog + count, log.length));
          }
          const found = salvage(bytes.subarray(0, length), readWal(damagedLog, null).all);
          const db = new Database(':memory:');
          migrate(db);
          mergeSalvaged(db, found, true);
          expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
          db.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throws on noise', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 20_000 }),
        fc.uint8Array({ maxLength: 20_000 }),
        (noise, more) => {
          const { all } = readWal(Buffer.from(more), Buffer.from(noise));
          expect(salvage(Buffer.from(noise), all).history.size).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a log', () => {
  it('that is whole is not cut, with its index and without', () => {
    const { log, index } = plan();
    expect(readWal(log, index).isCut).toBe(false);
    expect(readWal(log, null).isCut).toBe(false);
  });

  it('that ends early is cut, as its index says', () => {
    const { log, index } = plan();
    const half = log.subarray(0, 32 + 4_120 * 5);
    expect(readWal(half, index).isCut).toBe(true);
    expect(readWal(null, index).isCut).toBe(true);
  });

  it('in which any single bit is wrong is cut, except where nothing was committed after it', () => {
    const { log, index } = plan();
    fc.assert(
      fc.property(fc.nat(log.length - 1), fc.nat(7), (at, bit) => {
        const wrong = Buffer.from(log);
        wrong[at] = (wrong[at] ?? 0) ^ (1 << bit);
        expect(readWal(wrong, index).isCut).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('with a last frame that was being written when the app died is not cut', () => {
    const { log, index } = plan();
    const torn = Buffer.concat([log, log.subarray(32, 32 + 24)]);
    expect(readWal(torn, index).isCut).toBe(false);
  });
});

describe('the history of a plan', () => {
  function changed(sql: string): readonly string[] {
    const folder = tempFolder();
    const now = tickingClock();
    const { file, store, close } = must(openFaultPlan(folder, now));
    const random = seededRandom(8);
    for (let count = 0; count < 40; count += 1) must(makeSomeChange(store, random, count, now()));
    file.db.exec(sql);
    const odd = unexplainedSubjects(file.db);
    close();
    return odd;
  }

  it('explains everything that is recorded', () => {
    expect(changed('SELECT 1')).toEqual([]);
  });

  it.each([
    ['an answer', `UPDATE item SET answers = json_set(answers, '$.answer', 'x') WHERE rowid = 1`, /^item:/],
    [
      'an answer that was added',
      `UPDATE item SET answers = json_set(answers, '$.more', 'x') WHERE rowid = 1`,
      /^item:/,
    ],
    ['a status', `UPDATE item SET status = 'not-started' WHERE rowid = 1`, /^item:/],
    ['a day', `UPDATE item SET due_on = '2026-12-01' WHERE rowid = 1`, /^item:/],
    ['an instant', `UPDATE item SET updated_at = '2020-01-01T00:00:00.000Z' WHERE rowid = 1`, /^item:/],
    ['an item that has gone', 'DELETE FROM item WHERE rowid = 1', /^item:/],
    [
      'an item out of nowhere',
      `UPDATE history SET subject = 'item:zzz' WHERE subject LIKE 'item:%'`,
      /^item:/,
    ],
    ['the profile', `UPDATE profile SET town = 'Elsewhere'`, /^profile$/],
    ['an entry of a list', `UPDATE record SET kind = 'portal' WHERE rowid = 1`, /^record:/],
    [
      'an entry that was archived',
      `UPDATE record SET archived_on = '2026-12-01' WHERE rowid = 1`,
      /^record:/,
    ],
    [
      'what a change started from',
      `UPDATE history SET before = json_set(before, '$.answers.answer', 'x') WHERE subject LIKE 'item:%'`,
      /^item:/,
    ],
    [
      'what a change led to',
      `UPDATE history SET after = json_set(after, '$.answers.answer', 'x') WHERE subject LIKE 'item:%'`,
      /^item:/,
    ],
  ])('tells when it is another: %s', (_what, sql, subject) => {
    const odd = changed(sql);
    expect(odd).toContainEqual(expect.stringMatching(subject));
  });
});
