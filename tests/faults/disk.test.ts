import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { APP_TASKS } from './fault-app-tasks.ts';
import { canMount, DISK_TASKS, runDiskRounds } from './fault-disk.ts';
import { runAppDiskRounds } from './fault-disk-app.ts';

// Pages of room that each task is given. The long run tries many more.
const STEPS = [0, 1, 3, 9, 30];
const APP_STEPS = [1, 20];

describe.skipIf(!canMount())('a disk without room, or closed to writing', () => {
  it(`fails ${DISK_TASKS.length} kinds of work in words, and all of it goes on when there is room again`, {
    timeout: 120_000,
  }, () => {
    const report = runDiskRounds(tempFolder(), { steps: STEPS, limitMs: 60_000 });
    expect(report.breaches).toEqual([]);
    expect(report.tries).toBeGreaterThan(DISK_TASKS.length);
    expect(report.failedInWords).toBeGreaterThan(report.tries / 3);
  });

  it(`fails ${APP_TASKS.length} kinds of work in the open app in words, and the same app goes on when there is room again`, {
    timeout: 120_000,
  }, async () => {
    const report = await runAppDiskRounds(tempFolder(), { steps: APP_STEPS, limitMs: 60_000 });
    expect(report.breaches).toEqual([]);
    expect(report.tries).toBeGreaterThan(APP_TASKS.length);
    expect(report.failedInWords).toBeGreaterThan(report.tries / 2);
  });
});
