/** Everything the renderer may ask of the main process. The preload builds one function for each name. */
export const CHANNELS = [
  'getAppInfo',
  'loadPlan',
  'answerProfile',
  'answerItem',
  'setNotApplicable',
  'setDueDate',
  'undoItem',
  'openLink',
  'exportReport',
  'printReport',
  'reportReady',
  'revealFile',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** Name under which a channel travels between the processes. */
export function wireName(channel: Channel): string {
  return `first-claim:${channel}`;
}

/** Sent to every window after a change in the store. */
export const PLAN_CHANGED = 'first-claim:plan-changed';
