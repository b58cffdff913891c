import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BackupName,
  backupId,
  backupsAmong,
  backupsToDelete,
  parseBackupId,
} from '../../electron/store/backup-files.ts';

/** Backups made at these days, in this order. */
function madeOn(...days: readonly string[]): readonly BackupName[] {
  return days.map((day, index) => {
    const madeAt = `${day}T12:00:00.000Z`;
    return { id: backupId(madeAt, index + 1), madeAt, number: index + 1 };
  });
}

/** The days of the backups that are kept. */
function keptOf(backups: readonly BackupName[], pinned: readonly string[] = []): readonly string[] {
  const gone = new Set(backupsToDelete(backups, new Set(pinned)).map(({ id }) => id));
  return backups.filter(({ id }) => !gone.has(id)).map(({ madeAt }) => madeAt.slice(0, 10));
}

const anInstant = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}.000Z`);

describe('the name of a backup', () => {
  it('comes back as it was given', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 999_999_999 }), (madeAt, number) => {
        const id = backupId(madeAt, number);
        expect(parseBackupId(id)).toEqual({ id, madeAt, number });
      }),
    );
  });

  it.each([
    'plan.db',
    'plan-20261122T120000Z.db',
    'plan-20261322T120000Z-0001.db',
    '.plan-1.tmp',
    'plan-20261122T120000Z-0001.db-wal',
    '../plan-20261122T120000Z-0001.db',
    'Plan-20261122T120000Z-0001.DB',
  ])('is not that of any other file: %s', (name) => {
    expect(parseBackupId(name)).toBeNull();
  });

  it('puts the newest first by its number, not by what the clock said', () => {
    const [first, second] = madeOn('2031-01-01', '2026-11-22');
    expect(backupsAmong([first?.id ?? '', 'notes.txt', second?.id ?? ''])).toEqual([second, first]);
  });
});

describe('of the backups, those are kept', () => {
  it('that are the last three', () => {
    expect(keptOf(madeOn('2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'))).toEqual([
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
  });

  it('that are the newest of their week, for eight weeks', () => {
    const mondays = ['09-07', '09-14', '09-21', '09-28', '10-05', '10-12', '10-19', '10-26', '11-02'];
    const days = mondays.flatMap((monday) => [
      `2026-${monday}`,
      `2026-${monday.slice(0, 3)}${String(Number(monday.slice(3)) + 2).padStart(2, '0')}`,
    ]);
    expect(keptOf(madeOn(...days))).toEqual([
      '2026-09-16',
      '2026-09-23',
      '2026-09-30',
      '2026-10-07',
      '2026-10-14',
      '2026-10-21',
      '2026-10-28',
      '2026-11-02',
      '2026-11-04',
    ]);
  });

  it('that a week which ends in the next year holds once', () => {
    const days = ['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'];
    expect(keptOf(madeOn(...days))).toEqual(['2027-01-01', '2027-01-02', '2027-01-03']);
  });

  it('that a note speaks of', () => {
    const backups = madeOn('2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19');
    expect(keptOf(backups, [backups[0]?.id ?? ''])).toContain('2026-11-16');
  });

  it('that were made last, although the clock has jumped back by years', () => {
    const days = [
      '2031-05-01',
      '2031-05-02',
      '2031-05-03',
      '2031-05-04',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ];
    expect(keptOf(madeOn(...days))).toEqual(['2031-05-04', '2026-11-20', '2026-11-21', '2026-11-22']);
  });

  it('always: the last three and never more than eleven, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(anInstant, { maxLength: 60 }), (instants) => {
        const backups = instants.map((madeAt, index) => ({
          id: backupId(madeAt, index + 1),
          madeAt,
          number: index + 1,
        }));
        const gone = new Set(backupsToDelete(backups).map(({ id }) => id));
        const kept = backups.filter(({ id }) => !gone.has(id));
        expect(kept.slice(-3)).toEqual(backups.slice(-3));
        expect(kept.length).toBeLessThanOrEqual(11);
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(3, backups.length));
      }),
    );
  });
});
