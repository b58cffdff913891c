import type { AnswerReader } from '../answer-reader.ts';
import { formatDate, type IsoDate } from '../iso-date.ts';
import { standingChecks } from './authority-checks.ts';
import { type Judgment, scoreLine } from './judgment.ts';
import type { PortalFinding, ScoreLine } from './vetting-types.ts';

interface Part {
  readonly line: ScoreLine;
  readonly condition: string | null;
}

/** Accreditation 8, second sign-in step 6, encryption and connection 4, candor about breaches 2. */
export function judgeSecurity(
  candidate: AnswerReader,
  today: IsoDate,
  portal: PortalFinding | null,
): Judgment {
  const parts = [
    accreditation(candidate, today),
    signIn(candidate),
    encryption(candidate, portal),
    candor(candidate),
  ];
  return {
    lines: parts.map(({ line }) => line),
    holds: [],
    conditions: parts.flatMap(({ condition }) => condition ?? []),
  };
}

const NOT_ANSWERED = 'Not answered.';
const NOT_VERIFIED = 'Not verified yet.';

function accreditation(candidate: AnswerReader, today: IsoDate): Part {
  const lack = accreditationLack(candidate, today);
  const isOpen = lack === NOT_ANSWERED || lack === NOT_VERIFIED;
  return {
    line: scoreLine('security', 'Accreditation', [lack === null ? 8 : 0, 8], [lack ?? 'Verified and valid.']),
    condition: isOpen ? null : lack,
  };
}

function accreditationLack(candidate: AnswerReader, today: IsoDate): string | null {
  const expires = candidate.text('expires');
  if (!candidate.has('accreditor')) return NOT_ANSWERED;
  if (candidate.text('accreditor') === 'none') return 'No accreditation.';
  if (candidate.text('verified') === 'could-not') {
    return 'The certificate could not be verified with the accreditor.';
  }
  if (!candidate.has('verified') || expires === '') return NOT_VERIFIED;
  return expires < today ? `The certificate ran out on ${formatDate(expires)}.` : null;
}

function signIn(candidate: AnswerReader): Part {
  const isMissing = candidate.isNo('mfa');
  const why = candidate.isYes('mfa') ? 'Seen working.' : isMissing ? 'Not offered.' : 'Not answered.';
  return {
    line: scoreLine('security', 'Second sign-in step (MFA)', [candidate.isYes('mfa') ? 6 : 0, 6], [why]),
    condition: isMissing ? 'No multi-factor sign-in (MFA) on its portal.' : null,
  };
}

/** The connection counts half, encryption of what is stored the other half. */
function encryption(candidate: AnswerReader, portal: PortalFinding | null): Part {
  const connection = connectionWords(candidate, portal);
  const stored = candidate.text('encryption');
  const points = (connection.isSound ? 2 : 0) + (stored === 'both' ? 2 : 0);
  const why = [connection.words, storedWords(stored)];
  return {
    line: scoreLine('security', 'Encryption and connection', [points, 4], why),
    condition:
      stored === '' || stored === 'both' ? null : 'It does not say that your stored data is encrypted.',
  };
}

function storedWords(stored: string): string {
  if (stored === '') return 'Encryption of stored data: not answered.';
  return stored === 'both'
    ? 'Data is encrypted stored and in transit.'
    : 'Stored data is not said to be encrypted.';
}

function connectionWords(
  candidate: AnswerReader,
  portal: PortalFinding | null,
): { readonly isSound: boolean; readonly words: string } {
  if (portal?.outcome === 'pass') return { isSound: true, words: 'The app’s check of the portal passed.' };
  if (portal?.outcome === 'fail') return { isSound: false, words: 'The app’s check of the portal failed.' };
  const seen = candidate.text('tls');
  if (seen === 'tls-1-2' || seen === 'tls-1-3') {
    return { isSound: true, words: 'You saw a connection by TLS 1.2 or newer; the app has not proven it.' };
  }
  return seen === '' || seen === 'unknown'
    ? { isSound: false, words: 'Connection to the portal: not known.' }
    : { isSound: false, words: 'You saw an old or invalid connection.' };
}

function candor(candidate: AnswerReader): Part {
  const lack = candorLack(candidate);
  return {
    line: scoreLine(
      'security',
      'Candor about breaches',
      [lack === null ? 2 : 0, 2],
      [lack ?? 'Answered plainly.'],
    ),
    condition: lack === NOT_ANSWERED ? null : lack,
  };
}

/** What it says of breaches has to agree with the public list, and to be said plainly. */
function candorLack(candidate: AnswerReader): string | null {
  if (!candidate.has('had_breach')) return NOT_ANSWERED;
  if (candidate.isNo('had_breach')) {
    const isOnList = standingChecks(candidate, 'ocr-breach-portal').some(
      ({ answer }) => answer?.text('search_result') === 'found',
    );
    return isOnList ? 'It says it had no breach; the breach portal lists one.' : null;
  }
  if (!candidate.has('breach_explained')) return NOT_ANSWERED;
  return candidate.isYes('breach_explained')
    ? null
    : 'It did not say plainly what happened and what it repaired.';
}
