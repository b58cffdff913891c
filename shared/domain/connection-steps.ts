import type { ConnectionEntry, ConnectionPosture } from './connection-posture.ts';
import { postureKindOf } from './connection-posture.ts';
import type { Platform } from './device-checks/device-check.ts';

/** One thing to do next for a secure connection, in words. */
export interface ConnectionStep {
  /** What it is about; null for the lists as a whole. */
  readonly entry: ConnectionEntry | null;
  readonly text: string;
}

/** What to do next on this system, what is proven wrong first. */
export function connectionSteps(
  posture: ConnectionPosture,
  platform: Platform | null,
): readonly ConnectionStep[] {
  const entries: readonly ConnectionEntry[] = [...posture.portals, ...posture.devices];
  const ofKind = (...kinds: readonly string[]): readonly ConnectionEntry[] =>
    entries.filter(({ standing }) => kinds.includes(postureKindOf(standing)));
  return [
    ...ofKind('failed', 'attested-failed').map((entry) => ({ entry, text: repairFor(entry, platform) })),
    ...(posture.portals.length === 0 ? [{ entry: null, text: ADD_PORTALS }] : []),
    ...uncheckedSteps(ofKind('not-checked')),
    ...ofKind('again').map((entry) => ({ entry, text: 'Check this again: the last look was too long ago.' })),
    ...ofKind('unknown').map((entry) => ({ entry, text: lookFor(entry, platform) })),
  ];
}

const ADD_PORTALS =
  'List the portals you will sign in to: clearinghouse, records systems, payers, email, billing software.';

function uncheckedSteps(entries: readonly ConnectionEntry[]): readonly ConnectionStep[] {
  const [first, ...others] = entries;
  if (first === undefined) return [];
  if (others.length === 0) return [{ entry: first, text: 'Check this: it was never looked at.' }];
  return [{ entry: null, text: `Press “Check everything”: ${entries.length} things were never looked at.` }];
}

function repairFor(entry: ConnectionEntry, platform: Platform | null): string {
  const { ownWord } = entry.standing;
  if (entry.kind === 'device') {
    const found = ownWord === null ? entry.standing.run?.detail.sentences[0] : `Your word: ${ownWord.words}.`;
    const advice = adviceFor(entry, platform);
    return joined(found, advice, asksToCheck(advice) ? undefined : 'Then check again.');
  }
  if (ownWord !== null) {
    return `Your word: ${ownWord.words}. Do not sign in there. Tell the portal’s support, and check again.`;
  }
  const sentences = entry.standing.run?.detail.sentences ?? [];
  return joined(sentences[0], sentences.length > 1 ? sentences.at(-1) : undefined);
}

function lookFor(entry: ConnectionEntry, platform: Platform | null): string {
  if (entry.kind === 'device') {
    const advice = adviceFor(entry, platform);
    return joined(
      entry.standing.run?.detail.sentences[0],
      advice,
      asksToCheck(advice) ? 'Or say what you saw yourself.' : 'Check again, or say what you saw yourself.',
    );
  }
  const detail = entry.standing.run?.detail;
  return joined(
    detail?.sentences[0],
    detail?.inspectionHint ?? undefined,
    'Check again, from another network if need be, or say what you saw yourself.',
  );
}

function adviceFor(entry: ConnectionEntry, platform: Platform | null): string | undefined {
  if (entry.kind !== 'device') return undefined;
  // A result may come from another computer than the one the plan is open on now.
  const where = entry.standing.run?.detail.platform ?? platform;
  return where === null ? undefined : entry.family.on[where].advice;
}

function asksToCheck(advice: string | undefined): boolean {
  return advice !== undefined && /\bcheck again\b/i.test(advice);
}

function joined(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(' ');
}
