import { addDays, type IsoDate } from '../domain/iso-date.ts';
import type { ItemRecord, PlanRecord } from '../domain/plan.ts';
import { parsePortalAddress } from '../domain/portal-address.ts';
import { targetOf } from '../domain/portal-target.ts';
import { adoptEarlierAnswers } from './vetting/adopt-answers.ts';

const FIRST_WRITTEN_DAYS_AGO = 34;
const LAST_WRITTEN_DAYS_AGO = 7;

/** The candidates of the example plan, made of the examples of the items that judge them. */
export function sampleCandidates(items: readonly ItemRecord[], today: IsoDate): readonly PlanRecord[] {
  const answers = Object.fromEntries(items.map((item) => [item.id, item.answers]));
  let rows = 0;
  return adoptEarlierAnswers(answers, () => `s${++rows}`).map((candidate, index) => ({
    id: `sample-candidate-${index + 1}`,
    kind: candidate.kind,
    answers: withTarget(candidate.answers),
    archivedOn: null,
    createdAt: `${addDays(today, -FIRST_WRITTEN_DAYS_AGO)}T15:20:00.000Z`,
    updatedAt: `${addDays(today, -LAST_WRITTEN_DAYS_AGO)}T15:20:00.000Z`,
  }));
}

// The names of the examples are plain ones: they need no translation.
function withTarget(answers: PlanRecord['answers']): PlanRecord['answers'] {
  const { portal_address: typed } = answers;
  const address = typeof typed === 'string' ? parsePortalAddress(typed, (name) => name) : null;
  return address?.ok === true
    ? { ...answers, portal_address: address.value.written, portal_target: targetOf(address.value) }
    : answers;
}
