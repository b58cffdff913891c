import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { momentInWords } from '../connection/check-words.ts';

/** A backup as the main process describes it. */
export type Backup = OutputOf<'listBackups'>['backups'][number];
/** What one that can be used holds. */
export type BackupFacts = NonNullable<Backup['facts']>;

/** `3 items`; with a plural of its own: `2 entries`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** By what a person tells a backup from another of the same minute. */
export function backupTitle({ madeAt, number }: Pick<Backup, 'madeAt' | 'number'>): string {
  return `${momentInWords(madeAt)} (no. ${number})`;
}

/** What a backup holds, after “holds” or “with”. */
export function holdsInWords({ items, itemsSettled, records, checks }: BackupFacts): string {
  if (items + records + checks === 0) return 'no answers yet';
  const parts = [
    `${counted(items, 'item')} answered, ${itemsSettled.toLocaleString('en-US')} of them settled`,
    ...(records === 0 ? [] : [`${counted(records, 'list entry', 'list entries')}`]),
    ...(checks === 0 ? [] : [`${counted(checks, 'check result')}`]),
  ];
  return parts.join('; ');
}

/** Up to when it goes. */
export function reachesInWords({ lastChangeAt }: BackupFacts): string {
  return lastChangeAt === null ? 'No change in it' : `Last change in it: ${momentInWords(lastChangeAt)}`;
}

/** How the plan of now differs from it. */
export function sinceInWords({ changesSince }: BackupFacts): string {
  if (changesSince === null) return 'Not an earlier state of the plan you have now, but another one';
  if (changesSince === 0) return 'The same as your plan now';
  return `${counted(changesSince, 'change')} since`;
}
