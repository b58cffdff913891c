import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openBackupReader } from '../../electron/store/backup-reader.ts';
import { scheduleBackups } from '../../electron/store/backup-schedule.ts';
import { backupFolder, describeBackups, listBackups } from '../../electron/store/find-backups.ts';
import { lookInto } from '../../electron/store/plan-facts.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { contentOf, makeSomeChange, must } from '../faults/fault-plan.ts';
import { seededRandom } from '../faults/random.ts';
import { afterSessions, answer, openedPlan } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** An open plan long enough that copying it takes several turns. */
function longPlan(folder = tempFolder()) {
  const plan = openedPlan(folder);
  const random = seededRandom(5);
  for (let count = 0; count < 300; count += 1) must(makeSomeChange(plan.store, random, count, plan.now()));
  return { ...plan, folder };
}

const contentOfNewest = (folder: string): string =>
  lookInto(join(backupFolder(folder), listBackups(folder)[0]?.id ?? ''), contentOf);

describe('a backup that is made while somebody works', () => {
  it('holds everything the plan holds', async () => {
    const { folder, file } = longPlan();
    expect(must(await file.backUpMeanwhile())).toMatchObject({ number: 1 });
    expect(contentOfNewest(folder)).toBe(contentOf(file.db));
  });

  it('lets answers be saved between its pages, and holds them too', async () => {
    const { folder, ...plan } = longPlan();
    let isMade = false;
    let saved = 0;
    const made = plan.file.backUpMeanwhile().then((outcome) => {
      isMade = true;
      return outcome;
    });
    while (!isMade && saved < 3) {
      await nextTurn();
      saved += 1;
      answer(plan, 1_000 + saved);
    }
    must(await made);
    expect(saved).toBe(3);
    expect(contentOfNewest(folder)).toBe(contentOf(plan.file.db));
  });

  it('is one file that only its owner can read', async () => {
    const { folder, file } = longPlan();
    must(await file.backUpMeanwhile());
    const names = readdirSync(backupFolder(folder));
    expect(names).toEqual(listBackups(folder).map(({ id }) => id));
    const path = join(backupFolder(folder), names[0] ?? '');
    // 1: a rollback journal; 2 would be a log beside it.
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
    if (process.platform !== 'win32') expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  it('is not made of a plan that is closed meanwhile, which makes its own', async () => {
    const { folder, file } = longPlan();
    const made = file.backUpMeanwhile();
    await nextTurn();
    must(file.close());
    expect((await made).ok).toBe(false);
    expect(readdirSync(backupFolder(folder))).toEqual(listBackups(folder).map(({ id }) => id));
    expect(listBackups(folder)).toHaveLength(1);
  });

  it('is not made twice when another one comes first', async () => {
    const { folder, file } = longPlan();
    const made = file.backUpMeanwhile();
    await nextTurn();
    must(file.backUp());
    expect(must(await made)).toBeNull();
    expect(listBackups(folder)).toHaveLength(1);
  });

  it('is made no more than one at a time, and told of once', async () => {
    let day = '2026-11-22';
    let look = (): void => {};
    let asked = 0;
    let finish: (made: Result<null>) => void = () => {};
    scheduleBackups({
      today: () => day,
      backUp: () => {
        asked += 1;
        return new Promise<Result<null>>((resolve) => {
          finish = resolve;
        });
      },
      every: (_ms, tick) => {
        look = tick;
        return () => {};
      },
      onFailure: () => {},
    });
    day = '2026-11-23';
    look();
    look();
    expect(asked).toBe(1);
    finish(ok(null));
    await nextTurn();
    look();
    expect(asked).toBe(1);
    day = '2026-11-24';
    look();
    expect(asked).toBe(2);
  });
});

describe('reading what backups hold', () => {
  it('says the same as looking at all of them at once', async () => {
    const folder = afterSessions(3);
    expect(await openBackupReader(folder)()).toEqual(describeBackups(folder));
  });

  it('looks again at one that was touched since', async () => {
    const folder = afterSessions(2);
    const read = openBackupReader(folder);
    await read();
    const path = join(backupFolder(folder), listBackups(folder)[1]?.id ?? '');
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4_096, 8_192);
    writeFileSync(path, bytes);
    expect((await read()).map(({ problem }) => problem)).toEqual([null, expect.stringMatching(/damaged/)]);
  });
});
