import { adoptEarlierAnswers } from '../../shared/catalog/vetting/adopt-answers.ts';
import { adoptPartners } from '../../shared/domain/adopt-partners.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { Plan, RecordKind } from '../../shared/domain/plan.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { PlanStore } from '../store/plan-store.ts';
import type { Clock } from './handler.ts';

/** A list entry made of what an earlier version kept in the forms of the checklist. */
interface Adopted {
  readonly kind: RecordKind;
  readonly answers: Answers;
  readonly isListed: boolean;
}

/** Each makes the entries of its lists, and none once there are any: entries taken off a list count. */
const ADOPTERS: readonly ((plan: Plan, newId: () => string) => readonly Adopted[])[] = [
  (plan) => adoptPartners(plan).map((partner) => ({ kind: 'partner', ...partner })),
  (plan, newId) => adoptCandidates(plan, newId),
];

function adoptCandidates(plan: Plan, newId: () => string): readonly Adopted[] {
  const items = Object.fromEntries(Object.values(plan.items).map(({ id, answers }) => [id, answers]));
  return adoptEarlierAnswers(items, newId)
    .filter(({ kind }) => !plan.records.some((record) => record.kind === kind))
    .map((candidate) => ({ ...candidate, isListed: true }));
}

/**
 * Takes answers over into the lists that ask for them now, all in one change, the first time a plan of an earlier
 * version is opened. The forms keep what they hold.
 */
export function adoptRecords(store: PlanStore, clock: Clock, newId: () => string): Result<null> {
  const at = clock.now();
  return store.change((draft) => {
    if (!draft.isPending('adopt-records')) return ok(null);
    for (const adopt of ADOPTERS) {
      for (const { kind, answers, isListed } of adopt(draft.plan(), newId)) {
        const archivedOn = isListed ? null : clock.today();
        draft.saveRecord({ id: newId(), kind, answers, archivedOn, createdAt: at, updatedAt: at }, 'adopt');
      }
    }
    draft.finishTask('adopt-records');
    return ok(null);
  });
}
