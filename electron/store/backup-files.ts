import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';

/** A backup by its name. */
export interface BackupName {
  /** `plan-20261122T120000Z-0007.db`. */
  readonly id: string;
  /** As the clock stood when it was made; a clock that was wrong then is still wrong here. */
  readonly madeAt: IsoInstant;
  /** Rises with every backup, whatever the clock does. */
  readonly number: number;
}

const NAME = /^plan-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d{4,9})\.db$/;
const KEPT_LAST = 3;
const KEPT_WEEKS = 8;

/** `20261122T120000Z`: an instant that every file system takes as part of a name. */
export function instantInName(instant: IsoInstant): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Names a backup. */
export function backupId(instant: IsoInstant, number: number): string {
  return `plan-${instantInName(instant)}-${String(number).padStart(4, '0')}.db`;
}

/** Reads a backup's name; null for any other file. */
export function parseBackupId(id: string): BackupName | null {
  const [, year, month, day, hour, minute, second, number] = NAME.exec(id) ?? [];
  if (number === undefined) return null;
  const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  return Number.isNaN(Date.parse(madeAt)) ? null : { id, madeAt, number: Number(number) };
}

/** The backups among some file names, newest first. */
export function backupsAmong(names: readonly string[]): readonly BackupName[] {
  return names.flatMap((name) => parseBackupId(name) ?? []).sort((a, b) => b.number - a.number);
}

/**
 * The backups that may go: all but the last three, the newest of each of the last eight weeks that have any, and those
 * that are `pinned`. Goes by the order in which they were made and asks for no time of day, so that a clock that
 * jumps, either way, takes no backup with it.
 */
export function backupsToDelete(
  backups: readonly BackupName[],
  pinned: ReadonlySet<string> = new Set(),
): readonly BackupName[] {
  const newestFirst = [...backups].sort((a, b) => b.number - a.number);
  const newestOfWeek = new Map<string, string>();
  for (const { id, madeAt } of newestFirst) {
    const week = isoWeek(madeAt);
    if (!newestOfWeek.has(week) && newestOfWeek.size < KEPT_WEEKS) newestOfWeek.set(week, id);
  }
  const kept = new Set([
    ...newestFirst.slice(0, KEPT_LAST).map(({ id }) => id),
    ...newestOfWeek.values(),
    ...pinned,
  ]);
  return newestFirst.filter(({ id }) => !kept.has(id));
}

/** `2026-W47`, of the date in UTC. */
function isoWeek(instant: IsoInstant): string {
  return format(parseISO(instant.slice(0, 10)), "RRRR-'W'II");
}
