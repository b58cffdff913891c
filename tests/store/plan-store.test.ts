import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { PlanStore } from '../../electron/store/plan-store.ts';
import { EMPTY_PLAN, type ItemRecord } from '../../shared/domain/plan.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { aRecord } from '../support/an-item.ts';
import { expectOk, mixedItem, openTestPlan } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aProfile } from '../support/test-profile.ts';

const AT = '2026-11-22T12:00:00.000Z';

function save(store: PlanStore, record: ItemRecord): Result<null> {
  return store.change((draft) => {
    draft.saveItem(record, 'answer');
    return ok(null);
  });
}

function named(name: string, changes: Partial<ItemRecord> = {}): ItemRecord {
  return aRecord(mixedItem, { name }, changes);
}

function historyOf(db: Database.Database): unknown[] {
  const rows = db.prepare('SELECT at, subject, action, before, after FROM history ORDER BY seq').all() as {
    before: string;
    after: string;
  }[];
  return rows.map((row) => ({ ...row, before: JSON.parse(row.before), after: JSON.parse(row.after) }));
}

describe('the plan', () => {
  it('is empty in a new folder', () => {
    expect(openTestPlan(tempFolder()).store.read()).toEqual(ok({ plan: EMPTY_PLAN, unreadable: [] }));
  });

  it('is the same after a reopen', () => {
    const folder = tempFolder();
    const { store } = openTestPlan(folder);
    const record = named('Ann', {
      status: 'done',
      completedOn: '2026-11-20',
      dueOn: '2026-12-01',
      answers: { name: 'Ann\0\u202e😀', agreed: false, roles: [{ rowId: 'r1', duties: 'a\nb' }] },
    });
    expectOk(
      store.change((draft) => {
        draft.saveProfile(aProfile(), AT, 'answer');
        draft.saveItem(record, 'answer');
        return ok(null);
      }),
    );
    store.close();
    expect(openTestPlan(folder).store.read()).toEqual(
      ok({
        plan: { ...EMPTY_PLAN, profile: aProfile(), items: { [mixedItem.id]: record } },
        unreadable: [],
      }),
    );
  });

  it('shows at once what another connection saved', () => {
    const folder = tempFolder();
    const first = openTestPlan(folder);
    const second = openTestPlan(folder);
    expectOk(save(first.store, named('Ann')));
    expect(expectOk(second.store.read()).plan.items[mixedItem.id]).toEqual(named('Ann'));
    expectOk(save(second.store, named('Bea')));
    expect(expectOk(first.store.read()).plan.items[mixedItem.id]).toEqual(named('Bea'));
  });

  it('is one file after closing', () => {
    const folder = tempFolder();
    const { store } = openTestPlan(folder);
    expectOk(save(store, named('Ann')));
    store.close();
    store.close();
    expect(readdirSync(folder)).toEqual(['plan.db']);
  });

  it('fails in words once it is closed', () => {
    const { store } = openTestPlan(tempFolder());
    store.close();
    const closed = { ok: false, error: { code: 'store-failed', message: 'The plan is closed.' } };
    expect(store.read()).toEqual(closed);
    expect(save(store, named('Ann'))).toEqual(closed);
  });
});

describe('history', () => {
  it('holds what each change touched, as it was and as it became', () => {
    const { db, store } = openTestPlan(tempFolder());
    expectOk(save(store, aRecord(mixedItem, { name: 'Ann', note: 'long' })));
    expectOk(save(store, aRecord(mixedItem, { name: 'Bea', note: 'long' }, { dueOn: '2026-12-01' })));
    expect(historyOf(db)).toEqual([
      {
        at: AT,
        subject: 'item:fnd-experience',
        action: 'answer',
        before: { answers: { name: null, note: null }, status: 'not-started' },
        after: { answers: { name: 'Ann', note: 'long' }, status: 'in-progress' },
      },
      {
        at: AT,
        subject: 'item:fnd-experience',
        action: 'answer',
        before: { answers: { name: 'Ann' }, dueOn: null },
        after: { answers: { name: 'Bea' }, dueOn: '2026-12-01' },
      },
    ]);
  });

  it('holds changes of the profile', () => {
    const { db, store } = openTestPlan(tempFolder());
    for (const town of ['Trenton', 'Camden']) {
      expectOk(
        store.change((draft) => {
          draft.saveProfile(aProfile({ town }), AT, 'answer');
          return ok(null);
        }),
      );
    }
    expect(historyOf(db).at(-1)).toMatchObject({
      subject: 'profile',
      before: { answers: { town: 'Trenton' } },
      after: { answers: { town: 'Camden' } },
    });
  });

  it('gets no row when nothing changed', () => {
    const { db, store } = openTestPlan(tempFolder());
    expectOk(save(store, named('Ann')));
    expectOk(save(store, named('Ann', { updatedAt: '2026-11-23T12:00:00.000Z' })));
    expect(historyOf(db)).toHaveLength(1);
    expect(expectOk(store.read()).plan.items[mixedItem.id]?.updatedAt).toBe(AT);
  });

  it('calls a change of nothing but the judgement a recheck, which undo passes over', () => {
    const { db, store } = openTestPlan(tempFolder());
    expectOk(save(store, named('Ann')));
    expectOk(save(store, named('Ann', { status: 'done', completedOn: '2026-11-22' })));
    expect(historyOf(db).at(-1)).toMatchObject({ action: 'recheck' });
    store.change((draft) => {
      expect(draft.lastChange(mixedItem.id)?.after).toMatchObject({ answers: { name: 'Ann' } });
      return ok(null);
    });
  });
});

describe('a change', () => {
  it('is undone when its body refuses', () => {
    const { db, store } = openTestPlan(tempFolder());
    const refusal = failed('not-found', 'No.');
    const outcome = store.change((draft) => {
      draft.saveItem(named('Ann'), 'answer');
      return refusal;
    });
    expect(outcome).toEqual(refusal);
    expect(expectOk(store.read()).plan).toEqual(EMPTY_PLAN);
    expect(historyOf(db)).toEqual([]);
  });

  it('is undone when its body throws', () => {
    const { db, store } = openTestPlan(tempFolder());
    expect(() =>
      store.change((draft) => {
        draft.saveItem(named('Ann'), 'answer');
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(expectOk(store.read()).plan).toEqual(EMPTY_PLAN);
    expect(historyOf(db)).toEqual([]);
    expectOk(save(store, named('Bea')));
  });

  it('refused because the disk is full leaves nothing half-written, and works once there is room', () => {
    const folder = tempFolder();
    const { db, store } = openTestPlan(folder);
    expectOk(save(store, named('Ann')));
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages}`);
    const long = aRecord(mixedItem, { name: 'Ann', note: 'x'.repeat(9_000) });
    expect(save(store, long)).toEqual(
      failed('disk-full', 'Not saved: the disk is full. Your answer is still on the screen.'),
    );
    expect(expectOk(store.read()).plan.items[mixedItem.id]).toEqual(named('Ann'));
    expect(historyOf(db)).toHaveLength(1);
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    db.pragma(`max_page_count = ${pages + 100}`);
    expectOk(save(store, long));
    store.close();
    expect(expectOk(openTestPlan(folder).store.read()).plan.items[mixedItem.id]).toEqual(long);
  });

  it('waits for another connection, then says that the file is in use', () => {
    const folder = tempFolder();
    const { db, store } = openTestPlan(folder);
    db.pragma('busy_timeout = 50');
    const other = new Database(join(folder, 'plan.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(save(store, named('Ann'))).toMatchObject({ ok: false, error: { code: 'store-busy' } });
    other.exec('ROLLBACK');
    other.close();
    expectOk(save(store, named('Ann')));
  });

  it('that cannot even be read is refused in the words of reading', () => {
    const folder = tempFolder();
    const { db, store } = openTestPlan(folder);
    db.exec('DROP TABLE item');
    expect(store.read()).toEqual(
      failed('store-failed', 'The plan could not be read: the plan file could not be used.'),
    );
  });

  it('says when the file may not be written to', () => {
    const { db, store } = openTestPlan(tempFolder());
    db.pragma('query_only = ON');
    expect(save(store, named('Ann'))).toMatchObject({
      ok: false,
      error: { code: 'read-only', message: expect.stringContaining('still on the screen') },
    });
    expect(expectOk(store.read()).plan).toEqual(EMPTY_PLAN);
  });

  it.skipIf(process.platform === 'win32')('is refused when the file was moved away or replaced', () => {
    const folder = tempFolder();
    const { store } = openTestPlan(folder);
    expectOk(save(store, named('Ann')));
    renameSync(join(folder, 'plan.db'), join(folder, 'moved.db'));
    const moved = { ok: false, error: { code: 'store-failed', message: expect.stringContaining('moved') } };
    expect(save(store, named('Bea'))).toMatchObject(moved);
    writeFileSync(join(folder, 'plan.db'), 'another');
    expect(save(store, named('Bea'))).toMatchObject(moved);
    renameSync(join(folder, 'moved.db'), join(folder, 'plan.db'));
    expectOk(save(store, named('Bea')));
  });

  it('tells of itself once, and only when something was written', () => {
    const { store, changes } = openTestPlan(tempFolder());
    expectOk(save(store, named('Ann')));
    expect(changes()).toBe(1);
    expectOk(save(store, named('Ann')));
    store.change(() => failed('not-found', 'No.'));
    expectOk(store.read());
    expect(changes()).toBe(1);
  });
});

describe('what cannot be read', () => {
  const spoil = (sql: string) => {
    const folder = tempFolder();
    const { db, store } = openTestPlan(folder);
    expectOk(save(store, aRecord(mixedItem, { name: 'Ann', agreed: true })));
    expectOk(
      store.change((draft) => {
        draft.saveProfile(aProfile(), AT, 'answer');
        return ok(null);
      }),
    );
    db.pragma('ignore_check_constraints = ON');
    db.exec(sql);
    store.close();
    return openTestPlan(folder);
  };

  it('of one answer leaves the others, is named, and stays in the file', () => {
    const { db, store } = spoil(`UPDATE item SET answers = '{"name":"Ann","agreed":"perhaps"}'`);
    const { plan, unreadable } = expectOk(store.read());
    expect(plan.items[mixedItem.id]?.answers).toEqual({ name: 'Ann' });
    expect(unreadable).toMatchObject([{ subject: mixedItem.id, fields: ['agreed'] }]);
    expect(db.prepare('SELECT answers FROM item').pluck().get()).toContain('perhaps');
  });

  it('is kept whole in the history when the item is answered anew', () => {
    const { db, store } = spoil(`UPDATE item SET answers = '{"name":"Ann","agreed":"perhaps"}'`);
    expectOk(save(store, named('Bea')));
    const [kept, change] = historyOf(db).slice(-2);
    expect(kept).toMatchObject({
      action: 'set-aside',
      before: { row: { id: mixedItem.id, answers: '{"name":"Ann","agreed":"perhaps"}' } },
    });
    expect(change).toMatchObject({ action: 'answer', before: { answers: { name: 'Ann' } } });
    expect(expectOk(store.read())).toMatchObject({
      plan: { items: { [mixedItem.id]: { answers: { name: 'Bea' } } } },
      unreadable: [],
    });
  });

  const wholeRows: readonly (readonly [what: string, sql: string, subject: string])[] = [
    ['answers that are not JSON', `UPDATE item SET answers = '{"name"'`, mixedItem.id],
    ['answers that are a list', `UPDATE item SET answers = '[]'`, mixedItem.id],
    ['an unknown status', `UPDATE item SET status = 'maybe'`, mixedItem.id],
    ['a date that does not exist', `UPDATE item SET due_on = '2026-02-30'`, mixedItem.id],
    ['an instant in words', `UPDATE item SET updated_at = 'yesterday'`, mixedItem.id],
    ['an item this version does not know', `UPDATE item SET id = 'zzz-new'`, 'zzz-new'],
    ['an item the catalog does not have', `UPDATE item SET id = 'biz-ein'`, 'biz-ein'],
  ];
  for (const [what, sql, subject] of wholeRows) {
    it(`of an item does not take the plan with it: ${what}`, () => {
      const { plan, unreadable } = expectOk(spoil(sql).store.read());
      expect(plan).toEqual({ ...EMPTY_PLAN, profile: aProfile() });
      expect(unreadable).toMatchObject([{ subject, fields: null, row: { id: subject } }]);
    });
  }

  it('of the profile does not take the items with it', () => {
    const { db, store } = spoil(`UPDATE profile SET client_states = '["XX"]'`);
    const { plan, unreadable } = expectOk(store.read());
    expect(plan.items[mixedItem.id]?.answers).toEqual({ name: 'Ann', agreed: true });
    expect(unreadable).toMatchObject([{ subject: 'profile', fields: null }]);
    expectOk(
      store.change((draft) => {
        draft.saveProfile(aProfile({ town: 'Camden' }), AT, 'answer');
        return ok(null);
      }),
    );
    expect(historyOf(db).at(-2)).toMatchObject({
      action: 'set-aside',
      before: { row: { client_states: '["XX"]' } },
    });
    expect(expectOk(store.read()).unreadable).toEqual([]);
  });

  it('is not an answer to a question another version asked: that one is kept', () => {
    const { store } = spoil(`UPDATE item SET answers = '{"name":"Ann","asked_later":"yes"}'`);
    expect(expectOk(store.read())).toMatchObject({
      plan: { items: { [mixedItem.id]: { answers: { name: 'Ann', asked_later: 'yes' } } } },
      unreadable: [],
    });
  });
});
