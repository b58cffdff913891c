import { formatBytes } from '../../shared/domain/evidence.ts';
import type { SoundBackup } from './find-backups.ts';
import type { Verdict } from './judge-plan.ts';
import type { Merged } from './merge-salvage.ts';
import { MOST_SALVAGED_BYTES } from './plan-length.ts';
import { backupMoment, momentText, named, type RecoveryNote } from './recovery-note.ts';
import type { Survey } from './survey.ts';

/** How a plan was put together again. */
export interface Account {
  readonly base: SoundBackup | null;
  /** Whether the backup was made at the very state the plan was closed in. */
  readonly isExact: boolean;
  /** Whether newer entries of lists had to be left in the broken file. */
  readonly isRecordsLeft: boolean;
  /** Whether the end of the log was gone or could not be trusted. */
  readonly isLogCut: boolean;
  /** Whether the file was too long for all of it to be read. */
  readonly isReadShort: boolean;
  /** Pages of the broken file that are known to have changed by themselves. */
  readonly strayPages: number;
  /** What was taken from the broken file; null when it is not a later state of the backup. */
  readonly merged: Merged | null;
  /** Pieces of the broken file that could not be read. */
  readonly unreadable: number;
  /** Subjects that do not agree with their history. */
  readonly odd: readonly string[];
  /** Rows the broken file gave. */
  readonly found: number;
}

type NameOf = (subject: string) => string;

/** Says in sentences what was kept and what was lost. */
export function accountFor(
  account: Account,
  nameOf: NameOf,
): Pick<RecoveryNote, 'source' | 'kept' | 'lost' | 'backup'> {
  const { base, isExact, found } = account;
  const source = base !== null ? 'backup' : found > 0 ? 'salvage' : 'empty';
  const kept = [...keptFromBackup(account), ...keptFromFile(account, nameOf)];
  const lost = isExact ? [] : lostSentences(account, nameOf);
  return { source, kept, lost, backup: base?.id ?? null };
}

function keptFromBackup({ base, isExact }: Account): readonly string[] {
  if (base === null) return [];
  const from = `Your plan now comes from the backup of ${backupMoment(base.id)}.`;
  return isExact ? [from, 'It holds everything that was ever saved: nothing is lost.'] : [from];
}

function keptFromFile({ base, isExact, merged, found }: Account, nameOf: NameOf): readonly string[] {
  if (isExact || merged === null) return [];
  if (found === 0) return [];
  const subjects = [...merged.taken, ...merged.rebuilt].map(nameOf);
  const what = subjects.length === 0 ? '' : `: ${named(subjects)}`;
  const rebuilt =
    merged.rebuilt.length === 0
      ? []
      : [
          `Worked out from the history, because the answers themselves could not be read: ${named(merged.rebuilt.map(nameOf))}.`,
        ];
  return base === null
    ? [`There is no backup. Your plan now holds what could be read from the file${what}.`, ...rebuilt]
    : [`What was changed after that backup could be read from the file and is kept${what}.`, ...rebuilt];
}

function lostSentences(account: Account, nameOf: NameOf): readonly string[] {
  const { base, isRecordsLeft, isLogCut, strayPages, merged, unreadable, odd, found } = account;
  const sentences: string[] = account.isReadShort ? [READ_SHORT] : [];
  if (base === null && found === 0) {
    return [
      ...sentences,
      'Nothing could be read from it, and there is no backup. You start with an empty plan.',
    ];
  }
  const since = base?.mark.lastChangeAt == null ? null : momentText(base.mark.lastChangeAt);
  if (merged === null) {
    sentences.push('The file holds another state of the plan, so nothing was taken from it.');
    sentences.push(`What was changed after ${since ?? 'that backup'} is not in your plan.`);
  } else if (found === 0 && base !== null) {
    sentences.push(`If anything was changed after ${since ?? 'that backup'}, it is lost.`);
  } else if (merged.gaps > 0) {
    sentences.push(
      `${count(merged.gaps, 'change')} of the history could not be read; answers given then may be missing.`,
    );
  }
  if (strayPages > 0 && found > 0) {
    sentences.push(`${count(strayPages, 'page')} of the file had changed: what was read there may be wrong.`);
  }
  if (unreadable > 0) sentences.push(`${count(unreadable, 'piece')} of the file could not be read.`);
  if (merged !== null && merged.refused > 0) {
    sentences.push(`${count(merged.refused, 'entry', 'entries')} made no sense and were left out.`);
  }
  if (isRecordsLeft)
    sentences.push('Changes to your lists (portals and the like) after that backup were left out.');
  if (odd.length > 0) sentences.push(oddSentence(odd, nameOf));
  if (isLogCut) sentences.push('The last changes before First Claim stopped may be missing.');
  if (sentences.length === 0 && base === null && found > 0) {
    sentences.push(
      'As far as can be told, nothing is missing. Please look through your answers all the same.',
    );
  }
  return sentences;
}

const READ_SHORT = `The file was too long to be read to its end: only its first ${formatBytes(MOST_SALVAGED_BYTES)} were looked through.`;

/** Names what does not agree with its history. */
function oddSentence(odd: readonly string[], nameOf: NameOf): string {
  return `These do not agree with their own history and may be wrong, so please look at them: ${named(odd.map(nameOf))}.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What can happen to a plan's file, each in a sentence. */
export const HAPPENED = {
  missing: 'Your plan file was missing from its folder.',
  header: 'Your plan file was damaged: it no longer looked like a plan.',
  damaged: 'Your plan file was damaged and could not be used as it was.',
  tables: 'Your plan file was damaged: its tables were not those of a plan.',
  log: 'The log with the latest changes (plan.db-wal) was damaged.',
  foreignLog: 'The log beside your plan file (plan.db-wal) does not belong to it, or is older than it.',
  older: 'Changes that First Claim had saved were missing from your plan file.',
  overlong: 'Your plan file was damaged: it was far longer than your plan.',
  rotten:
    'Your plan file was damaged: parts of it changed although nothing wrote to it. The disk may be failing.',
  doubted: 'Your plan file was damaged and could not be used as it was.',
} as const;

/** Said when a log that is not the plan's own lay beside it. */
export const STRAY_LOG = {
  source: 'file',
  happened: 'Beside your plan file lay a log (plan.db-wal or plan.db-journal) that does not belong to it.',
  kept: ['It was set aside, and your plan opened without it: nothing of yours was in it.'],
  lost: [],
  backup: null,
} as const;

/** Says what was odd about a plan that is used as it is. */
export function oddAccount(
  { state, isLogMissing }: Pick<Survey, 'state' | 'isLogMissing'>,
  odd: Extract<Verdict, { readonly kind: 'odd' }> | null,
  nameOf: NameOf,
): Pick<RecoveryNote, 'source' | 'happened' | 'kept' | 'lost' | 'backup'> {
  const happened = isLogMissing
    ? 'First Claim was not closed properly, and the log with the latest changes (plan.db-wal) is gone.'
    : ODD[state];
  const lost: string[] = [];
  if (isLogMissing) lost.push('What was changed since your plan was last closed properly is lost.');
  if (odd !== null && odd.backup !== null && odd.differing.length > 0) {
    lost.push(
      `Compared with the backup of ${backupMoment(odd.backup.id)}, these differ: ${named(odd.differing.map(nameOf))}.`,
    );
  }
  if (odd !== null && odd.odd.length > 0) lost.push(oddSentence(odd.odd, nameOf));
  if (odd !== null && odd.backup === null && state === 'altered') {
    lost.push(
      'There is no backup from when it was closed to compare it with. Please look through your answers.',
    );
  }
  const kept = ['The file is in order otherwise and was opened as it is.'];
  return { source: 'file', happened, kept, lost, backup: odd?.backup?.id ?? null };
}

const ODD: Readonly<Record<Survey['state'], string>> = {
  sealed: 'Your plan file was looked at closely.',
  altered: 'Something other than First Claim changed your plan file since it was last closed.',
  unclean: 'First Claim was not closed properly the last time, so your plan file was looked at closely.',
  unknown: 'Your plan file was put here or made by something else, so it was looked at closely.',
};
