import * as z from 'zod';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import type { PlanDraft } from './plan-draft.ts';
import { parseJson } from './plan-rows.ts';
import { HISTORY_ACTIONS, type Writes } from './plan-writes.ts';
import { recordChangeBetween, recordPartSchema } from './record-change.ts';
import { recordSubject } from './record-rows.ts';

/** The plan while a transaction changes it. */
export interface DraftState {
  readonly plan: () => Plan;
  /** Keeps what could not be read of a subject in the history, before it is written over. */
  readonly setAside: (subject: string, historySubject: string, at: IsoInstant) => void;
  /** The plan is this from now on, and nothing of the subject is unreadable any more. */
  readonly become: (plan: Plan, subject: string) => void;
}

const recordChangeRow = z.strictObject({
  action: z.enum(HISTORY_ACTIONS),
  before: z.string().transform(parseJson).pipe(recordPartSchema),
  after: z.string().transform(parseJson).pipe(recordPartSchema),
});

function checkSubject({ check, target }: CheckRun): string {
  return target === '' ? `check:${check}` : `check:${check}:${target}`;
}

/** The part of a draft about lists and checks. */
export function recordDraft(
  state: DraftState,
  write: Writes,
  lastChange: (subject: string) => unknown,
): Pick<PlanDraft, 'saveRecord' | 'lastRecordChange' | 'addCheck'> {
  return {
    saveRecord: (given, action) => {
      const before = state.plan().records.find(({ id }) => id === given.id) ?? null;
      // What an entry is, and when it was made, never changes.
      const record = before === null ? given : { ...given, kind: before.kind, createdAt: before.createdAt };
      const change = recordChangeBetween(before, record);
      if (change === null) return before ?? record;
      const subject = recordSubject(record.id);
      state.setAside(subject, subject, record.updatedAt);
      write.record(record);
      write.history(record.updatedAt, subject, action, change.before, change.after);
      const others = state.plan().records.filter(({ id }) => id !== record.id);
      const records =
        before === null
          ? [...others, record]
          : state.plan().records.map((one) => (one.id === record.id ? record : one));
      state.become({ ...state.plan(), records }, subject);
      return record;
    },
    lastRecordChange: (id) => {
      const parsed = recordChangeRow.safeParse(lastChange(recordSubject(id)));
      if (!parsed.success || parsed.data.action === 'sample') return null;
      return { before: parsed.data.before, after: parsed.data.after };
    },
    addCheck: (run) => {
      write.check(run);
      write.history(run.checkedAt, checkSubject(run), 'check', {}, { id: run.id, outcome: run.outcome });
      const others = state
        .plan()
        .checks.filter(({ check, target }) => check !== run.check || target !== run.target);
      state.become({ ...state.plan(), checks: [...others, run] }, '');
    },
  };
}
