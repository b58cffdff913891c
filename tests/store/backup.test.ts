import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeBackup } from '../../electron/store/backup.ts';
import { scheduleBackups } from '../../electron/store/backup-schedule.ts';
import { hasSeenTrouble } from '../../electron/store/connection-health.ts';
import { backupFolder, describeBackups, listBackups } from '../../electron/store/find-backups.ts';
import { lookInto } from '../../electron/store/plan-facts.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import {
  anAnswer,
  contentOf,
  makeSomeChange,
  must,
  openFaultPlan,
  tickingClock,
} from '../faults/fault-plan.ts';
import { seededRandom } from '../faults/random.ts';
import { afterSessions, answer, openedPlan } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aProfile } from '../support/test-profile.ts';

const isWindows = process.platform === 'win32';

describe('a backup', () => {
  it('holds everything the plan holds', () => {
    const folder = tempFolder();
    const plan = openedPlan(folder);
    const random = seededRandom(3);
    for (let count = 0; count < 40; count += 1) must(makeSomeChange(plan.store, random, count, plan.now()));
    const made = must(plan.file.backUp());
    const content = contentOf(plan.file.db);
    expect(lookInto(join(backupFolder(folder), made?.id ?? ''), contentOf)).toBe(content);
  });

  it('is made when the plan is closed, if anything was changed', () => {
    const folder = afterSessions(1);
    expect(listBackups(folder)).toHaveLength(1);
    openedPlan(folder).close();
    expect(listBackups(folder)).toHaveLength(1);
    const plan = openedPlan(folder);
    answer(plan, 2);
    plan.close();
    expect(listBackups(folder)).toHaveLength(2);
  });

  it('is not made of a plan in which nothing was ever saved', () => {
    const folder = tempFolder();
    openedPlan(folder).close();
    expect(existsSync(backupFolder(folder))).toBe(false);
  });

  it('is not made again of the same changes', () => {
    const plan = openedPlan(tempFolder());
    answer(plan, 1);
    expect(must(plan.file.backUp())).not.toBeNull();
    expect(must(plan.file.backUp())).toBeNull();
  });

  it('is made again when the newest one cannot be used', () => {
    const folder = tempFolder();
    const plan = openedPlan(folder);
    answer(plan, 1);
    const first = must(plan.file.backUp());
    writeFileSync(join(backupFolder(folder), first?.id ?? ''), 'not a plan any more');
    expect(must(plan.file.backUp())).toMatchObject({ number: 2 });
  });

  it.skipIf(isWindows)('shuts out everyone else', () => {
    const folder = afterSessions(1);
    expect((statSync(backupFolder(folder)).mode & 0o777).toString(8)).toBe('700');
    for (const name of readdirSync(backupFolder(folder))) {
      expect((statSync(join(backupFolder(folder), name)).mode & 0o777).toString(8)).toBe('600');
    }
  });

  it('says what it holds', () => {
    const folder = tempFolder();
    const plan = openedPlan(folder);
    must(
      plan.store.change((draft) => {
        draft.saveProfile(
          aProfile({ businessName: 'Clearwater Billing' }),
          '2026-11-22T09:00:00.000Z',
          'answer',
        );
        draft.saveItem(anAnswer('biz-ein', 1, 10, '2026-11-22T09:01:00.000Z'), 'answer');
        const aside = {
          ...anAnswer('biz-bank', 1, 10, '2026-11-22T09:02:00.000Z'),
          notApplicableReason: 'None',
        };
        draft.saveItem({ ...aside, status: 'not-applicable' }, 'not-applicable');
        return ok(null);
      }),
    );
    plan.close();
    expect(describeBackups(folder)).toMatchObject([
      {
        number: 1,
        problem: null,
        bytes: expect.any(Number),
        facts: {
          businessName: 'Clearwater Billing',
          items: 2,
          itemsSettled: 1,
          records: 0,
          checks: 0,
          changes: 3,
          lastChangeAt: '2026-11-22T09:02:00.000Z',
        },
      },
    ]);
  });

  it('that cannot be used says why', () => {
    const folder = afterSessions(2);
    const [newest, oldest] = listBackups(folder);
    const at = (id: string | undefined) => join(backupFolder(folder), id ?? '');
    const bytes = readFileSync(at(newest?.id));
    bytes.fill(0xa5, 4_096, 8_192);
    writeFileSync(at(newest?.id), bytes);
    const other = readFileSync(at(oldest?.id));
    other.writeUInt32BE(99, 60);
    writeFileSync(at(oldest?.id), other);
    expect(describeBackups(folder).map(({ facts, problem }) => [facts, problem])).toEqual([
      [null, expect.stringMatching(/damaged/)],
      [null, expect.stringMatching(/newer version/)],
    ]);
  });

  it('keeps its order when the clock goes back, and says what the clock said', () => {
    const folder = tempFolder();
    for (const start of ['2031-01-01T00:00:00.000Z', '2026-11-22T12:00:00.000Z']) {
      const plan = must(openFaultPlan(folder, tickingClock(start)));
      answer(plan, start.length + Number(start.slice(0, 4)), start);
      plan.close();
    }
    expect(listBackups(folder).map(({ madeAt, number }) => [madeAt.slice(0, 4), number])).toEqual([
      ['2026', 2],
      ['2031', 1],
    ]);
  });
});

describe('a backup that fails', () => {
  const namesIn = (folder: string): readonly string[] => readdirSync(backupFolder(folder)).sort();

  it('takes no other with it', () => {
    const folder = afterSessions(4);
    const names = namesIn(folder);
    const plan = openedPlan(folder);
    answer(plan, 5);
    // Whatever is in the way of the new file.
    mkdirSync(join(backupFolder(folder), '.plan-5.tmp', 'x'), { recursive: true });
    expect(plan.file.backUp().ok).toBe(false);
    expect(namesIn(folder)).toEqual([...names, '.plan-5.tmp'].sort());
  });

  it.skipIf(isWindows)(
    'says so in words when its folder cannot be written to, and the plan closes all the same',
    () => {
      const folder = afterSessions(1);
      const plan = openedPlan(folder);
      answer(plan, 2);
      chmodSync(backupFolder(folder), 0o500);
      onTestFinished(() => chmodSync(backupFolder(folder), 0o700));
      const made = process.geteuid?.() === 0 ? null : plan.file.backUp();
      if (made !== null) expect(made).toMatchObject({ ok: false, error: { code: 'read-only' } });
      plan.close();
      expect(plan.file.db.open).toBe(false);
    },
  );

  it.skipIf(isWindows)('does not follow a link out of the data folder', () => {
    const folder = tempFolder();
    const elsewhere = tempFolder();
    const plan = openedPlan(folder);
    answer(plan, 1);
    symlinkSync(elsewhere, backupFolder(folder));
    expect(plan.file.backUp()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/No backup/) },
    });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('does not bring a data folder back that was taken away', () => {
    const folder = join(tempFolder(), 'plan');
    const plan = must(openFaultPlan(folder));
    answer(plan, 1);
    renameSync(folder, `${folder}-moved`);
    expect(plan.file.backUp()).toMatchObject({ ok: false, error: { code: 'file-failed' } });
    plan.close();
    expect(existsSync(folder)).toBe(false);
    expect(must(openFaultPlan(`${folder}-moved`)).file.note).toBeNull();
  });

  it('of a connection that met an error is none, and no other is replaced or removed', () => {
    const folder = afterSessions(3);
    const names = namesIn(folder);
    const plan = must(openFaultPlan(folder));
    answer(plan, 4);
    plan.file.sawError(Object.assign(new Error('disk'), { code: 'SQLITE_IOERR_READ' }));
    expect(hasSeenTrouble(plan.file.db)).toBe(true);
    expect(plan.file.backUp()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/errors/) },
    });
    plan.close();
    expect(namesIn(folder)).toEqual(names);
    expect(existsSync(join(folder, 'plan.seal'))).toBe(false);
  });

  it('is no reason for the connection to be distrusted when the disk is only full or busy', () => {
    const plan = openedPlan(tempFolder());
    for (const code of ['SQLITE_FULL', 'SQLITE_BUSY'])
      plan.file.sawError(Object.assign(new Error(), { code }));
    expect(hasSeenTrouble(plan.file.db)).toBe(false);
  });

  it('when the open plan itself is damaged, is none', () => {
    const folder = afterSessions(2);
    const names = namesIn(folder);
    const plan = must(openFaultPlan(folder));
    answer(plan, 3);
    const bytes = readFileSync(join(folder, 'plan.db'));
    bytes.fill(0xa5, 4_096);
    writeFileSync(join(folder, 'plan.db'), bytes);
    plan.file.db.pragma('shrink_memory');
    expect(makeBackup(plan.file.db, folder, '2026-12-01T00:00:00.000Z').ok).toBe(false);
    expect(hasSeenTrouble(plan.file.db)).toBe(true);
    plan.close();
    expect(namesIn(folder)).toEqual(names);
  });
});

describe('the daily backup', () => {
  function aSchedule(backUp: () => Result<unknown>) {
    const clock = { today: '2026-11-22' };
    const failures: string[] = [];
    let tick = (): void => {};
    const schedule = scheduleBackups({
      today: () => clock.today,
      backUp,
      every: (_ms, look) => {
        tick = look;
        return () => {
          tick = () => {};
        };
      },
      onFailure: (message) => failures.push(message),
    });
    return { clock, failures, look: () => tick(), schedule };
  }

  it('is made once on each new day, even one that the clock went back to', () => {
    let made = 0;
    const { clock, look } = aSchedule(() => ok(++made));
    look();
    expect(made).toBe(0);
    for (const [day, count] of [
      ['2026-11-23', 1],
      ['2026-11-23', 1],
      ['2026-11-24', 2],
      ['2020-01-01', 3],
    ] as const) {
      clock.today = day;
      look();
      expect([day, made]).toEqual([day, count]);
    }
  });

  it('is tried again until it succeeds, and its failure is told once', () => {
    let isFull = true;
    let tried = 0;
    const { clock, failures, look } = aSchedule(() => {
      tried += 1;
      return isFull ? failed('disk-full', 'No backup was made: the disk is full.') : ok(null);
    });
    clock.today = '2026-11-23';
    look();
    look();
    isFull = false;
    look();
    look();
    expect([tried, failures]).toEqual([3, ['No backup was made: the disk is full.']]);
  });

  it('stops with the application', () => {
    let made = 0;
    const { clock, look, schedule } = aSchedule(() => ok(++made));
    schedule.stop();
    clock.today = '2026-11-23';
    look();
    expect(made).toBe(0);
  });
});
