import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { CheckRun } from '../../../shared/domain/check-run.ts';
import { STANDING_WORDS } from '../../../shared/domain/check-standing.ts';
import type { PostureKind } from '../../../shared/domain/connection-posture.ts';
import type { Platform } from '../../../shared/domain/device-checks/device-check.ts';
import type { IsoInstant } from '../../../shared/domain/iso-date.ts';
import type { CheckOutcome } from '../../../shared/domain/portal-check.ts';

/** How a posture's kinds are said. */
export const POSTURE_WORDS: Readonly<Record<PostureKind, string>> = {
  ...STANDING_WORDS,
  again: 'Check again',
};

/** How an outcome counts as a standing, for its mark. */
export const OUTCOME_KINDS: Readonly<Record<CheckOutcome, PostureKind>> = {
  pass: 'passed',
  fail: 'failed',
  unknown: 'unknown',
  'not-applicable': 'not-applicable',
};

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
};

/** `22 Nov 2026, 11:42`, by the clock of this computer. */
export function momentInWords(instant: IsoInstant): string {
  return format(parseISO(instant), 'd MMM yyyy, HH:mm');
}

/** `22 Nov 2026`, by the clock of this computer. */
export function dayInWords(instant: IsoInstant): string {
  return format(parseISO(instant), 'd MMM yyyy');
}

/** `0.3 seconds`. */
export function elapsedInWords(elapsedMs: number): string {
  return elapsedMs < 50 ? 'less than 0.1 seconds' : `${(elapsedMs / 1_000).toFixed(1)} seconds`;
}

/** What each count of a posture says: "2 could not tell". */
export function countInWords(kind: PostureKind, count: number): string {
  const words: Readonly<Record<PostureKind, string>> = {
    passed: `${count} passed`,
    failed: `${count} failed`,
    unknown: `${count} could not tell`,
    attested: `${count} by your word`,
    'attested-failed': `${count} ${count === 1 ? 'problem' : 'problems'} by your word`,
    again: `${count} to check again`,
    'not-checked': `${count} not checked`,
    'not-applicable': `${count} ${count === 1 ? 'does' : 'do'} not apply`,
  };
  return words[kind];
}

const OUTCOMES: readonly CheckOutcome[] = ['pass', 'fail', 'unknown', 'not-applicable'];

/** How a batch ended, in a sentence or two. A single check is said with what it found. */
export function endInWords(
  runs: readonly CheckRun[],
  total: number,
  isCanceled: boolean,
  nameOf: (run: CheckRun) => string,
): string {
  const [only] = runs;
  if (only === undefined) return isCanceled ? 'Canceled. Nothing was checked.' : 'Nothing was checked.';
  if (total === 1) {
    const outcome = POSTURE_WORDS[OUTCOME_KINDS[only.outcome]].toLowerCase();
    return `${nameOf(only)}: ${outcome}. ${only.detail.sentences[0] ?? ''}`.trim();
  }
  const counts = OUTCOMES.map((outcome) => ({
    outcome,
    count: runs.filter((run) => run.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
  const said = counts.map(({ outcome, count }) => countInWords(OUTCOME_KINDS[outcome], count)).join(', ');
  return isCanceled
    ? `Canceled: ${runs.length} of ${total} were checked. ${said}.`
    : `${runs.length} checked: ${said}.`;
}
