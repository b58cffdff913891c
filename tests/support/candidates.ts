import type { Answers, AnswerValue } from '../../shared/domain/field.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { aClearinghouse } from './a-clearinghouse.ts';
import { TODAY } from './test-profile.ts';

const at = `${TODAY}T08:00:00.000Z`;

/** A clearinghouse on its list, flawless but for these changes; `null` takes an answer out. */
export function aClearinghouseRecord(
  id: string,
  changes: Readonly<Record<string, AnswerValue | null>> = {},
  record: Partial<PlanRecord> = {},
): PlanRecord {
  return {
    id,
    kind: 'clearinghouse',
    archivedOn: null,
    createdAt: at,
    updatedAt: at,
    answers: aClearinghouse({ name: `Clearinghouse ${id}`, ...changes }),
    ...record,
  };
}

/** Billing software on its list, with nothing but a name unless told. */
export function aProductRecord(id: string, answers: Answers = {}): PlanRecord {
  return {
    id,
    kind: 'billing-software',
    archivedOn: null,
    createdAt: at,
    updatedAt: at,
    answers: { name: `Product ${id}`, ...answers },
  };
}
