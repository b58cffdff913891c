/** Everything the renderer may ask of the main process. The preload builds one function for each name. */
export const CHANNELS = [
  'getAppInfo',
  'loadPlan',
  'answerProfile',
  'answerItem',
  'setNotApplicable',
  'setDueDate',
  'undoItem',
  'saveRecord',
  'archiveRecord',
  'undoRecord',
  'runChecks',
  'cancelChecks',
  'loadCheckHistory',
  'beginEvidence',
  'addEvidenceChunk',
  'finishEvidence',
  'cancelEvidence',
  'readEvidence',
  'openEvidence',
  'showEvidence',
  'statEvidence',
  'listDetachedEvidence',
  'clearDetachedEvidence',
  'loadHistory',
  'restoreAnswer',
  'listBackups',
  'restoreBackup',
  'loadRecoveryNotes',
  'openLink',
  'exportReport',
  'printReport',
  'reportReady',
  'revealFile',
  'exportArchive',
  'cancelArchive',
  'chooseArchive',
  'importArchive',
  'saveCopy',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** Name under which a channel travels between the processes. */
export function wireName(channel: Channel): string {
  return `first-claim:${channel}`;
}

/** Sent to every window while checks run. */
export const CHECK_PROGRESS = 'first-claim:check-progress';

/** Sent to every window while an archive is written or read. */
export const ARCHIVE_PROGRESS = 'first-claim:archive-progress';

/** Sent to every window after a change in the store. */
export const PLAN_CHANGED = 'first-claim:plan-changed';
