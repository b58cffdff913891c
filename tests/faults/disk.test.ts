import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { canMount, DISK_TASKS, runDiskRounds } from './fault-disk.ts';

// Pages of room that each task is given. The long run tries every number.
const STEPS = [0, 1, 3, 9, 30];

describe.skipIf(!canMount())('a disk without room, or closed to writing', () => {
  it(`fails ${DISK_TASKS.length} kinds of work in words, and all of it goes on when there is room again`, {
    timeout: 120_000,
  }, () => {
    const report = runDiskRounds(tempFolder(), { steps: STEPS, limitMs: 60_000 });
    expect(report.breaches).toEqual([]);
    expect(report.tries).toBeGreaterThan(DISK_TASKS.length);
    expect(report.failedInWords).toBeGreaterThan(report.tries / 3);
  });
});
