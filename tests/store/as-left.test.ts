import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJustAsLeft } from '../../electron/store/as-left.ts';
import { backupFolder, listBackups } from '../../electron/store/find-backups.ts';
import { lookInto } from '../../electron/store/plan-facts.ts';
import { surveyFolder } from '../../electron/store/survey.ts';
import { contentOf, makeSomeChange, must, openFaultPlan } from '../faults/fault-plan.ts';
import { seededRandom } from '../faults/random.ts';
import { afterSessions, answer, crashed, edit, openedPlan, planIn } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Whether nothing more need be asked. SQLite gets a copy to look at, for it may touch what lies beside the plan. */
function isBeyondDoubt(folder: string): boolean {
  const copy = copyOf(folder);
  return lookInto(planIn(copy), (db) => isJustAsLeft(db, { ...surveyFolder(folder), folder }));
}

function copyOf(folder: string): string {
  const copy = join(tempFolder(), 'copy');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const logIn = (folder: string): string => join(folder, 'plan.db-wal');

describe('a plan that a crash left', () => {
  it('need not be doubted when every page is one that First Claim wrote', () => {
    expect(isBeyondDoubt(crashed(3).folder)).toBe(true);
  });

  it('need not be doubted after its log has begun anew many times', () => {
    const folder = afterSessions(1);
    const plan = openedPlan(folder);
    plan.file.db.pragma('wal_autocheckpoint = 100');
    const random = seededRandom(21);
    for (let count = 0; count < 300; count += 1) {
      must(makeSomeChange(plan.store, random, count, plan.now()));
      if (count % 50 === 49) expect([count, isBeyondDoubt(copyOf(folder))]).toEqual([count, true]);
    }
    const content = contentOf(plan.file.db);
    const left = copyOf(folder);
    plan.close();
    const again = openedPlan(left);
    expect([again.file.note, contentOf(again.file.db)]).toEqual([null, content]);
  });

  it('is doubted when its log is that of another time', () => {
    const start = afterSessions(2);
    const one = crashed(3, copyOf(start)).folder;
    const other = crashed(2, copyOf(start)).folder;
    copyFileSync(logIn(other), logIn(one));
    rmSync(`${planIn(one)}-shm`);
    expect(surveyFolder(one).wal.isCut).toBe(false);
    expect(isBeyondDoubt(one)).toBe(false);
  });

  it('is doubted when a letter of its file has changed', () => {
    const { folder } = crashed(3);
    edit(folder, (bytes) => bytes.fill(0x58, bytes.length - 40, bytes.length - 39));
    expect(isBeyondDoubt(folder)).toBe(false);
  });

  it('is doubted when its log is shorter than it was', () => {
    const { folder } = crashed(3);
    truncateSync(logIn(folder), readFileSync(logIn(folder)).length - 100);
    expect(isBeyondDoubt(folder)).toBe(false);
  });

  it('is doubted when its log is gone', () => {
    const { folder } = crashed(3);
    rmSync(logIn(folder));
    expect(isBeyondDoubt(folder)).toBe(false);
  });

  it('is doubted when a backup holds later changes', () => {
    const folder = afterSessions(2);
    const plan = must(openFaultPlan(folder));
    answer(plan, 7);
    const left = copyOf(folder);
    expect(isBeyondDoubt(left)).toBe(true);
    answer(plan, 8);
    must(plan.file.backUp());
    plan.close();
    const newest = listBackups(folder)[0]?.id ?? '';
    copyFileSync(join(backupFolder(folder), newest), join(backupFolder(left), newest));
    expect(isBeyondDoubt(left)).toBe(false);
  });
});
