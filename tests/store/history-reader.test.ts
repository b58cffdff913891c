import { describe, expect, it } from 'vitest';
import {
  type HistoryPage,
  MAX_PAGE,
  MAX_READ,
  MAX_SEARCHED,
  MAX_SEARCHED_CHARS,
  openHistoryReader,
} from '../../electron/store/history-reader.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { type HistoryEntry, type HistoryScope, historyScope } from '../../shared/domain/history-entry.ts';
import { historySearch } from '../../shared/domain/history-search.ts';
import { EMPTY_PLAN } from '../../shared/domain/plan.ts';
import { aPartner } from '../support/a-partner.ts';
import { itemWithId } from '../support/a-plan.ts';
import { expectOk, openTestPlan } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const view = { catalog, plan: EMPTY_PLAN };
const EIN_TITLE = itemWithId('biz-ein').title;
const EVERYTHING: HistoryScope = { subjects: null, prefix: '' };

interface Line {
  readonly subject?: string;
  readonly note: string;
}

/** A history with a line for each of these, oldest first. */
function aHistory(lines: readonly Line[]) {
  const { db, store } = openTestPlan(tempFolder());
  const insert = db.prepare(
    `INSERT INTO history (at, subject, action, before, after) VALUES (?, ?, 'answer', ?, ?)`,
  );
  db.transaction(() => {
    for (const { subject = 'item:biz-ein', note } of lines) {
      const side = (value: string | null): string => JSON.stringify({ answers: { note: value } });
      insert.run('2026-11-22T12:00:00.000Z', subject, side(null), side(note));
    }
  })();
  return { db, store };
}

function numbered(count: number): readonly Line[] {
  return Array.from({ length: count }, (_, at) => ({
    note: `line ${at + 1}`,
    subject: at % 2 === 0 ? 'item:biz-ein' : 'item:biz-plan',
  }));
}

const seqs = (entries: readonly HistoryEntry[]): readonly number[] => entries.map(({ seq }) => seq);

describe('a page of the history', () => {
  it('is newest first, and the next one goes on without a gap or a repeat', () => {
    const { store } = aHistory(numbered(7));
    const ask = (beforeSeq: number | null) =>
      expectOk(store.historyPage({ scope: EVERYTHING, accepts: null, beforeSeq, limit: 3 }));
    const first = ask(null);
    expect(seqs(first.entries)).toEqual([7, 6, 5]);
    const second = ask(first.nextBeforeSeq);
    expect(seqs(second.entries)).toEqual([4, 3, 2]);
    const last = ask(second.nextBeforeSeq);
    expect(seqs(last.entries)).toEqual([1]);
    expect(last.nextBeforeSeq).toBe(null);
  });

  it('says that nothing comes before it when it is exactly full', () => {
    const { store } = aHistory(numbered(3));
    const page = expectOk(store.historyPage({ scope: EVERYTHING, accepts: null, beforeSeq: null, limit: 3 }));
    expect(seqs(page.entries)).toEqual([3, 2, 1]);
    expect(page.nextBeforeSeq).toBe(null);
  });

  it('holds a hundred lines at most, whatever is asked for', () => {
    const { store } = aHistory(numbered(150));
    const page = expectOk(
      store.historyPage({ scope: EVERYTHING, accepts: null, beforeSeq: null, limit: 5_000 }),
    );
    expect(page.entries).toHaveLength(MAX_PAGE);
    expect(page.nextBeforeSeq).toBe(51);
  });

  it('is of one subject alone', () => {
    const { store } = aHistory(numbered(6));
    const scope = { subjects: ['item:biz-plan'], prefix: '' };
    const page = expectOk(store.historyPage({ scope, accepts: null, beforeSeq: 6, limit: 10 }));
    expect(seqs(page.entries)).toEqual([4, 2]);
  });

  it('is of a whole list, of all checks, or of a list on which nothing ever was', () => {
    const { store } = aHistory([
      { subject: 'record:p1', note: 'a' },
      { subject: 'check:firewall', note: 'b' },
      { subject: 'record:x', note: 'c' },
      { subject: 'record:p2', note: 'd' },
      { subject: 'check:portal-tls:a.example.com:443', note: 'e' },
    ]);
    const plan = { ...EMPTY_PLAN, records: [aPartner('p1', {}), aPartner('p2', {})] };
    const ask = (choice: string) => {
      const scope = historyScope(choice, plan);
      return seqs(expectOk(store.historyPage({ scope, accepts: null, beforeSeq: null, limit: 10 })).entries);
    };
    expect(ask('list:partner')).toEqual([4, 1]);
    expect(ask('checks')).toEqual([5, 2]);
    expect(ask('list:portal')).toEqual([]);
  });

  it('finds its lines by the index when they are of one subject', () => {
    const { db } = aHistory(numbered(3));
    const plan = db
      .prepare('EXPLAIN QUERY PLAN SELECT seq FROM history WHERE subject = ? AND seq < ? ORDER BY seq DESC')
      .all('item:biz-ein', 9) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain('history_by_subject');
    expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE');
  });
});

describe('a search', () => {
  function found(lines: readonly string[], typed: string): readonly string[] {
    const { store } = aHistory(lines.map((note) => ({ note })));
    const page = expectOk(
      store.historyPage({
        scope: EVERYTHING,
        accepts: historySearch(typed, view),
        beforeSeq: null,
        limit: 10,
      }),
    );
    return page.entries.map(({ after }) => (after.answers as { note: string }).note);
  }

  it.each([
    ['capitals', ['Blue FOLDER', 'red'], 'blue folder', ['Blue FOLDER']],
    ['every word, in any order', ['blue folder', 'blue'], 'folder blue', ['blue folder']],
    ['a percent sign', ['100 % sure', 'sure'], '%', ['100 % sure']],
    ['an underscore', ['a_b', 'acb'], 'a_b', ['a_b']],
    ['a backslash', ['C:\\plans', 'C:/plans'], '\\', ['C:\\plans']],
    ['a quotation mark', ['the "big" one', 'the big one'], '"big"', ['the "big" one']],
    ['letters beyond English', ['Søren Ångström', 'Soren'], 'søren ång', ['Søren Ångström']],
    [
      'an apostrophe that would end a statement',
      ["'); DROP TABLE item; --", 'x'],
      "');",
      ["'); DROP TABLE item; --"],
    ],
    ['words the database uses and nobody reads', ['x'], 'answers', []],
    ['the name of the item', ['x'], EIN_TITLE.toUpperCase(), ['x']],
    ['the label of the field', ['x'], 'notes', ['x']],
    ['only spaces: everything', ['x', 'y'], '   ', ['y', 'x']],
  ])('goes by %s', (_what, lines, typed, expected) => {
    expect(found(lines, typed)).toEqual(expected);
  });

  it('goes by a date however it is typed', () => {
    const { db, store } = openTestPlan(tempFolder());
    db.exec(`INSERT INTO history (at, subject, action, before, after)
      VALUES ('2026-11-22T12:00:00.000Z', 'item:biz-ein', 'due-date', '{"dueOn":null}', '{"dueOn":"2026-12-18"}')`);
    for (const typed of ['12/18/2026', '18 Dec 2026', 'December 18, 2026', 'dec 2026']) {
      const accepts = historySearch(typed, view);
      const page = store.historyPage({ scope: EVERYTHING, accepts, beforeSeq: null, limit: 5 });
      expect(expectOk(page).entries, typed).toHaveLength(1);
    }
  });

  it('stops after a bounded number of lines and says where to go on', () => {
    const { store } = aHistory([{ note: 'needle' }, ...numbered(MAX_SEARCHED + 10)]);
    const accepts = historySearch('needle', view);
    const first = expectOk(store.historyPage({ scope: EVERYTHING, accepts, beforeSeq: null, limit: 10 }));
    expect(first).toEqual({ entries: [], nextBeforeSeq: 12 });
    const second = expectOk(
      store.historyPage({ scope: EVERYTHING, accepts, beforeSeq: first.nextBeforeSeq, limit: 10 }),
    );
    expect(seqs(second.entries)).toEqual([1]);
    expect(second.nextBeforeSeq).toBe(null);
  });
});

describe('a search through long answers', () => {
  it('stops by their length, and loses none on the way', () => {
    const note = 'x'.repeat(9_000);
    const { store } = aHistory([{ note: 'needle' }, ...Array.from({ length: 100 }, () => ({ note }))]);
    const accepts = historySearch('needle', view);
    let pages = 0;
    const all: number[] = [];
    for (let beforeSeq: number | null = null; pages < 20; pages += 1) {
      const page: HistoryPage = expectOk(
        store.historyPage({ scope: EVERYTHING, accepts, beforeSeq, limit: 10 }),
      );
      all.push(...seqs(page.entries));
      if (page.nextBeforeSeq === null) break;
      beforeSeq = page.nextBeforeSeq;
    }
    expect(all).toEqual([1]);
    expect(pages).toBe(Math.floor((100 * 9_000) / MAX_SEARCHED_CHARS));
  });
});

describe('a history of 100,000 lines', () => {
  it('gives every page within a bounded time, whatever is asked for', () => {
    const count = 100_000;
    const { db } = aHistory(numbered(count));
    const reader = openHistoryReader(db);
    const slowest: Record<string, number> = {};
    const ask = (what: string, scope: HistoryScope, typed: string, beforeSeq: number | null) => {
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        reader.page({ scope, accepts: historySearch(typed, view), beforeSeq, limit: 50 });
        return performance.now() - start;
      });
      slowest[what] = Math.round(Math.min(...times));
    };
    ask('newest', EVERYTHING, '', null);
    ask('in the middle', EVERYTHING, '', count / 2);
    ask('one item', { subjects: ['item:biz-plan'], prefix: '' }, '', null);
    ask('found at once', EVERYTHING, 'line', null);
    ask('found nowhere', EVERYTHING, 'nowhere', null);
    ask('a list without lines', { subjects: [], prefix: 'record:' }, '', null);
    if (process.env.SHOW_TIMES === '1') console.log(slowest);
    // About ten times what was measured, for a busy machine: what is tested is that nothing grows with the history.
    for (const [what, ms] of Object.entries(slowest)) expect(ms, what).toBeLessThan(1_000);
    const scope: HistoryScope = { subjects: [], prefix: 'record:' };
    expect(reader.page({ scope, accepts: null, beforeSeq: null, limit: 50 })).toEqual({
      entries: [],
      nextBeforeSeq: count + 1 - MAX_READ,
    });
  });
});
