import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { ItemId } from '../../shared/catalog/ids.ts';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import type { ItemRecord, Plan, PlanRecord, Profile } from '../../shared/domain/plan.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import {
  answersChange,
  blankRecord,
  type Change,
  changeBetween,
  isJudgementOnly,
  itemPartSchema,
} from './item-change.ts';
import type { Recorded } from './plan-reader.ts';
import { parseJson } from './plan-rows.ts';
import { HISTORY_ACTIONS, type HistoryAction, prepareWrites } from './plan-writes.ts';
import type { RecordChange } from './record-change.ts';
import { type DraftState, recordDraft } from './record-draft.ts';

/** What a migration can leave to do: entries of lists are made of answers that used to be given elsewhere. */
export type PendingTask = 'adopt-records';

/** The plan inside one transaction: everything done through it is saved together or not at all. */
export interface PlanDraft {
  /** As it stands in this transaction. */
  readonly plan: () => Plan;
  /** Saves a record with its history row and returns what is recorded. One that says nothing new is not written. */
  readonly saveItem: (record: ItemRecord, action: HistoryAction) => ItemRecord;
  readonly saveProfile: (profile: Profile, at: IsoInstant, action: HistoryAction) => void;
  /** The newest change a person made to the item; null when there is none to take back. */
  readonly lastChange: (itemId: ItemId) => Change | null;
  /** Saves an entry of a list with its history row. One that says nothing new is not written. */
  readonly saveRecord: (record: PlanRecord, action: HistoryAction) => PlanRecord;
  /** The newest change to an entry that can be taken back; null when there is none. */
  readonly lastRecordChange: (id: string) => RecordChange | null;
  /** Keeps the result of a check. Runs are never changed. */
  readonly addCheck: (run: CheckRun) => void;
  /** True while a migration has left this for the application to do. */
  readonly isPending: (task: PendingTask) => boolean;
  readonly finishTask: (task: PendingTask) => void;
  /** True once anything was ever recorded in this file. */
  readonly isUsed: () => boolean;
  /** What the file will hold after the commit; null when nothing was written. */
  readonly written: () => Recorded | null;
}

const changeRow = z.strictObject({
  action: z.enum(HISTORY_ACTIONS),
  before: z.string().transform(parseJson).pipe(itemPartSchema),
  after: z.string().transform(parseJson).pipe(itemPartSchema),
});

/** Subject of an item's history rows. */
export function itemSubject(itemId: string): string {
  return `item:${itemId}`;
}

/** Prepares the statements once; the function it returns begins a draft on what the file holds. */
export function openPlanDraft(db: Database): (start: Recorded) => PlanDraft {
  const write = prepareWrites(db);
  const selectLast = db.prepare(
    `SELECT action, before, after FROM history WHERE subject = ? AND action <> 'recheck' ORDER BY seq DESC LIMIT 1`,
  );
  const selectPending = db.prepare('SELECT 1 FROM pending_task WHERE task = ?');
  const deletePending = db.prepare('DELETE FROM pending_task WHERE task = ?');
  const selectAny = db.prepare(
    'SELECT 1 FROM history UNION ALL SELECT 1 FROM item UNION ALL SELECT 1 FROM profile UNION ALL SELECT 1 FROM record UNION ALL SELECT 1 FROM check_run LIMIT 1',
  );

  return (start) => {
    let now = start;
    const setAside = (subject: string, historySubject: string, at: IsoInstant): void => {
      for (const { subject: of, row } of now.unreadable) {
        if (of === subject) write.history(at, historySubject, 'set-aside', { row }, {});
      }
    };
    const become = (plan: Plan, subject: string): void => {
      now = { plan, unreadable: now.unreadable.filter((entry) => entry.subject !== subject) };
    };
    const state: DraftState = { plan: () => now.plan, setAside, become };
    return {
      plan: state.plan,
      ...recordDraft(state, write, (subject) => selectLast.get(subject)),
      saveItem: (record, action) => {
        const before = now.plan.items[record.id] ?? blankRecord(record.id, record.updatedAt);
        const change = changeBetween(before, record);
        if (change === null) return before;
        const subject = itemSubject(record.id);
        setAside(record.id, subject, record.updatedAt);
        write.item(record);
        const what = isJudgementOnly(change) ? 'recheck' : action;
        write.history(record.updatedAt, subject, what, change.before, change.after);
        become({ ...now.plan, items: { ...now.plan.items, [record.id]: record } }, record.id);
        return record;
      },
      saveProfile: (profile, at, action) => {
        const change = answersChange(toProfileAnswers(now.plan.profile), toProfileAnswers(profile));
        if (change === null) return;
        setAside('profile', 'profile', at);
        write.profile(profile, at);
        write.history(at, 'profile', action, change.before, change.after);
        become({ ...now.plan, profile }, 'profile');
      },
      lastChange: (itemId) => {
        const row = selectLast.get(itemSubject(itemId));
        const parsed = changeRow.safeParse(row);
        // An example or a row that could not be read is nothing the user did: there is no going back behind it.
        if (!parsed.success || parsed.data.action === 'sample') return null;
        return { before: parsed.data.before, after: parsed.data.after };
      },
      isPending: (task) => selectPending.get(task) !== undefined,
      finishTask: (task) => {
        deletePending.run(task);
      },
      isUsed: () => selectAny.get() !== undefined,
      written: () => (now === start ? null : now),
    };
  };
}
