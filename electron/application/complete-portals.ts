import { recordKinds } from '../../shared/catalog/record-kinds.ts';
import type { PortalPolicy } from '../../shared/domain/portal-policy.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { PlanStore } from '../store/plan-store.ts';
import type { Clock } from './handler.ts';
import { patchRecord } from './plan-record.ts';

/** Entries taken over from an older plan have an address, but not yet what a check connects to. One that cannot be
 * read stays as it is: the page asks for it again. */
export function completePortals(
  store: PlanStore,
  clock: Clock,
  policy: PortalPolicy | undefined,
): Result<null> {
  const recorded = store.read();
  if (!recorded.ok) return recorded;
  const unfinished = recorded.value.plan.records.flatMap((record) => {
    const { address } = recordKinds[record.kind];
    const typed = address === undefined ? undefined : record.answers[address.field];
    if (address === undefined || typed === undefined || record.answers[address.target] !== undefined)
      return [];
    const patch = { [address.field]: typed };
    const answers = patchRecord(record.kind, record.answers, patch, { today: clock.today(), policy });
    return answers.ok ? [{ ...record, answers: answers.value, updatedAt: clock.now() }] : [];
  });
  if (unfinished.length === 0) return ok(null);
  return store.change((draft) => {
    for (const record of unfinished) draft.saveRecord(record, 'recheck');
    return ok(null);
  });
}
