import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { Answers } from '../../domain/field.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { resultOf, silenceOf, stalenessOf, standingChecks } from '../../domain/vetting/authority-checks.ts';
import { readClearinghouse } from '../../domain/vetting/read-candidate.ts';
import { textOf } from './item-field-map.ts';

/** A candidate as it stands on its list. */
export interface VettedCandidate {
  readonly id: string;
  readonly answers: Answers;
}

/** The one candidate marked as chosen; null while none is, or several are. */
export function chosenOf<Candidate extends VettedCandidate>(
  candidates: readonly Candidate[],
): Candidate | null {
  const chosen = candidates.filter(({ answers }) => answers.decision === 'chosen');
  return chosen.length === 1 ? (chosen[0] ?? null) : null;
}

/** Those that may still be signed with: the chosen one, or all that were not turned down. */
export function candidatesInPlay(
  candidates: readonly VettedCandidate[],
  chosen: VettedCandidate | null,
): readonly VettedCandidate[] {
  return chosen === null ? candidates.filter(({ answers }) => answers.decision !== 'not-chosen') : [chosen];
}

/**
 * Those that count as compared. A company that is out of play stays one of them if it was really checked and nothing
 * stood against it; otherwise it leaves the list, so that what is wrong with it stops nobody.
 */
export function listedCandidates(
  candidates: readonly VettedCandidate[],
  chosen: VettedCandidate | null,
  today: IsoDate,
): readonly VettedCandidate[] {
  const inPlay = new Set(candidatesInPlay(candidates, chosen).map(({ id }) => id));
  const signedOn = textOf(chosen?.answers ?? {}, 'signed') || null;
  return candidates.filter(
    ({ id, answers }) => inPlay.has(id) || isSound(readClearinghouse(answers), today, signedOn),
  );
}

const UNSETTLED: readonly string[] = ['open-complaint', 'action-settlement'];

function isSound(candidate: AnswerReader, today: IsoDate, signedOn: IsoDate | null): boolean {
  const isIdentified = candidate.text('address_kind') === 'street' && candidate.text('registry') === 'active';
  return (
    isIdentified &&
    (['attorney-general', 'consumer-office'] as const).every((kind) => {
      const checks = standingChecks(candidate, kind);
      return (
        checks.some(({ newest }) => newest.text('state') === candidate.text('hq_state')) &&
        checks.every(
          (check) =>
            check.newest.has('date') &&
            resultOf(check.newest) !== '' &&
            !UNSETTLED.includes(check.answer?.text('result') ?? '') &&
            silenceOf(check, today) === null &&
            stalenessOf(check, kind, today, signedOn) === null,
        )
      );
    })
  );
}
