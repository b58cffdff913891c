import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../electron/store/find-backups.ts';
import { hashPages } from '../../electron/store/page-hashes.ts';
import { digestOf, readSeal } from '../../electron/store/plan-seal.ts';
import { ok } from '../../shared/domain/result.ts';
import { contentOf, type FaultPlan, makeSomeChange, must, openFaultPlan } from '../faults/fault-plan.ts';
import { seededRandom } from '../faults/random.ts';
import { aDeviceRun } from '../support/check-runs.ts';
import { afterSessions, answer, edit, openedPlan, planIn } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A closed plan with one text that stands nowhere else, on a page that later answers do not touch. */
function withCheck(): string {
  const folder = afterSessions(2);
  const plan = must(openFaultPlan(folder));
  must(
    plan.store.change((draft) => {
      draft.addCheck({ ...aDeviceRun('firewall'), id: 'seen' });
      return ok(null);
    }),
  );
  plan.close();
  return folder;
}

function changeALetter(folder: string): void {
  edit(folder, (bytes) => {
    bytes.write('X', bytes.indexOf('Seen by a test.'), 'latin1');
    return undefined;
  });
}

/** Changes the plan as another program does, and twice copies the log into the file. */
function changeFromElsewhere(plan: FaultPlan, target: string): void {
  const db = new Database(plan.file.db.name);
  for (const turn of [1, 2]) {
    db.prepare('UPDATE check_run SET target = ?').run(`${target} ${turn}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
  }
  db.close();
}

describe('a letter that changes while the plan is open', () => {
  it('is noticed before a backup is made of it', () => {
    const folder = withCheck();
    const plan = openedPlan(folder);
    answer(plan, 7);
    const before = listBackups(folder);
    changeALetter(folder);
    expect(plan.file.backUp()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/changed by itself/) },
    });
    expect(plan.file.close().ok).toBe(false);
    expect(listBackups(folder)).toEqual(before);
  });

  it('is put right at the next start, and no answer lost', () => {
    const folder = withCheck();
    const plan = openedPlan(folder);
    answer(plan, 7);
    const content = contentOf(plan.file.db);
    changeALetter(folder);
    plan.close();
    const again = openedPlan(folder);
    expect(again.file.note?.happened).toMatch(/parts of it changed/);
    expect(contentOf(again.file.db)).toBe(content);
  });

  it('does not matter where the page was saved anew after it', () => {
    const folder = withCheck();
    const plan = openedPlan(folder);
    changeALetter(folder);
    must(
      plan.store.change((draft) => {
        draft.addCheck({ ...aDeviceRun('firewall'), id: 'seen-again' });
        return ok(null);
      }),
    );
    const content = contentOf(plan.file.db);
    expect(plan.file.close().ok).toBe(true);
    const again = openedPlan(folder);
    expect([again.file.note, contentOf(again.file.db)]).toEqual([null, content]);
  });
});

describe('the seal of an open plan', () => {
  it('knows every page after its log was copied into the file, again and again', () => {
    const folder = tempFolder();
    const plan = openedPlan(folder);
    plan.file.db.pragma('wal_autocheckpoint = 100');
    const random = seededRandom(11);
    const seals = new Set<string>();
    for (let count = 0; count < 400; count += 1) {
      must(makeSomeChange(plan.store, random, count, plan.now()));
      const pages = readSeal(folder)?.seal.pages ?? '';
      if (!seals.has(pages)) expect(pages).toBe(hashPages(planIn(folder)).pages.join(''));
      seals.add(pages);
    }
    expect(seals.size).toBeGreaterThan(5);
    expect(must(plan.file.backUp())).not.toBeNull();
  });

  it('is whole after closing, whatever was saved', () => {
    const folder = tempFolder();
    const random = seededRandom(12);
    for (let session = 0; session < 4; session += 1) {
      const plan = openedPlan(folder);
      plan.file.db.pragma('wal_autocheckpoint = 100');
      for (let count = 0; count < 100 * session; count += 1)
        must(makeSomeChange(plan.store, random, session * 1_000 + count, plan.now()));
      plan.close();
      expect(readSeal(folder)).toMatchObject({
        state: 'closed',
        seal: {
          sha256: digestOf(planIn(folder)).sha256,
          pages: hashPages(planIn(folder)).pages.join(''),
        },
      });
    }
  });

  it('takes no work of another program for damage', () => {
    const folder = withCheck();
    const plan = openedPlan(folder);
    for (let count = 1; count <= 5; count += 1) {
      answer(plan, count, `2026-11-23T12:00:0${count}.000Z`);
      changeFromElsewhere(plan, `elsewhere ${count}`);
    }
    answer(plan, 6);
    expect(must(plan.file.backUp())).not.toBeNull();
    const content = contentOf(plan.file.db);
    expect(plan.file.close().ok).toBe(true);
    const again = openedPlan(folder);
    expect([again.file.note, contentOf(again.file.db)]).toEqual([null, content]);
  });
});
