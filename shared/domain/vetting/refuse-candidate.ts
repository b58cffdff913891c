import type { RecordRefusal } from '../../catalog/records/record-kind.ts';
import type { AnswerReader } from '../answer-reader.ts';
import type { Answers } from '../field.ts';
import { formatDate } from '../iso-date.ts';
import { readClearinghouse } from './read-candidate.ts';

/** A refusal, and every field that has a part in it: the one just changed may be another than the one named. */
export interface CandidateRefusal extends RecordRefusal {
  readonly about: readonly string[];
}

/**
 * Says why answers that are each valid cannot stand together, every reason there is; empty when they can. Dates to come,
 * shares over 100% and addresses that are not https are refused by the fields themselves.
 */
export function refuseCandidate(
  answers: Answers,
  otherNames: readonly string[] = [],
): readonly CandidateRefusal[] {
  const candidate = readClearinghouse(answers);
  return [
    sharedName(candidate, otherNames),
    earlySignature(candidate, 'paid_or_signed'),
    earlySignature(candidate, 'signed'),
    ...earlySecondAttempts(candidate),
    tooManyPayers(candidate),
  ].filter((refusal) => refusal !== null);
}

function sharedName(candidate: AnswerReader, otherNames: readonly string[]): CandidateRefusal | null {
  const name = comparable(candidate.text('name'));
  return name !== '' && otherNames.some((other) => comparable(other) === name)
    ? {
        field: 'name',
        message: 'Another candidate has this name already. Use another name.',
        about: ['name'],
      }
    : null;
}

/** Capitals and spaces do not make another name. */
function comparable(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function earlySignature(
  candidate: AnswerReader,
  field: 'paid_or_signed' | 'signed',
): CandidateRefusal | null {
  const disclosedOn = candidate.text('disclosure_date');
  const day = candidate.text(field);
  if (disclosedOn === '' || day === '' || day >= disclosedOn) return null;
  const what = field === 'signed' ? 'You signed' : 'You paid or signed';
  return {
    field,
    message:
      `${what} on ${formatDate(day)}, before the disclosure document of ${formatDate(disclosedOn)}. If that is so, ` +
      'you had no disclosure document in time: leave its day empty.',
    about: [field, 'disclosure_date'],
  };
}

function earlySecondAttempts(candidate: AnswerReader): readonly CandidateRefusal[] {
  return candidate.rows('authority_checks').flatMap((row, index) => {
    const [first, second] = [row.text('date'), row.text('second_attempt')];
    if (second === '' || second >= first) return [];
    return [
      {
        field: `authority_checks.${index}.second_attempt`,
        message: `Check ${index + 1}: you asked again before you asked the first time. One of the two days is wrong.`,
        about: ['authority_checks'],
      },
    ];
  });
}

function tooManyPayers(candidate: AnswerReader): CandidateRefusal | null {
  const needed = candidate.number('payers_needed');
  const covered = candidate.number('payers_covered');
  return needed !== null && covered !== null && covered > needed
    ? {
        field: 'payers_covered',
        message: `You need ${needed}, so ${covered} cannot be covered. Count only your own payers.`,
        about: ['payers_covered', 'payers_needed'],
      }
    : null;
}
