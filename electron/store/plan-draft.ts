import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { ItemId } from '../../shared/catalog/ids.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import type { ItemRecord, Plan, Profile } from '../../shared/domain/plan.ts';
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
import { ITEM_COLUMNS, PROFILE_COLUMNS, parseJson, toItemRow, toProfileRow } from './plan-rows.ts';

/** What a history row says was done. `recheck`: only the judgement changed. `set-aside`: an unreadable row, kept whole. */
export const HISTORY_ACTIONS = [
  'answer',
  'not-applicable',
  'applies',
  'due-date',
  'undo',
  'recheck',
  'sample',
  'set-aside',
] as const;
export type HistoryAction = (typeof HISTORY_ACTIONS)[number];

/** The plan inside one transaction: everything done through it is saved together or not at all. */
export interface PlanDraft {
  /** As it stands in this transaction. */
  readonly plan: () => Plan;
  /** Saves a record with its history row and returns what is recorded. One that says nothing new is not written. */
  readonly saveItem: (record: ItemRecord, action: HistoryAction) => ItemRecord;
  readonly saveProfile: (profile: Profile, at: IsoInstant, action: HistoryAction) => void;
  /** The newest change a person made to the item; null when there is none to take back. */
  readonly lastChange: (itemId: ItemId) => Change | null;
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
  const selectAny = db.prepare(
    'SELECT 1 FROM history UNION ALL SELECT 1 FROM item UNION ALL SELECT 1 FROM profile LIMIT 1',
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
    return {
      plan: () => now.plan,
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
      isUsed: () => selectAny.get() !== undefined,
      written: () => (now === start ? null : now),
    };
  };
}

interface Writes {
  readonly item: (record: ItemRecord) => void;
  readonly profile: (profile: Profile, at: IsoInstant) => void;
  readonly history: (
    at: IsoInstant,
    subject: string,
    action: HistoryAction,
    before: object,
    after: object,
  ) => void;
}

function prepareWrites(db: Database): Writes {
  const upsertItem = db.prepare(`
    INSERT INTO item (${ITEM_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, answers = excluded.answers,
      not_applicable_reason = excluded.not_applicable_reason, due_on = excluded.due_on,
      completed_on = excluded.completed_on, updated_at = excluded.updated_at`);
  const replaceProfile = db.prepare(
    `INSERT OR REPLACE INTO profile (id, ${PROFILE_COLUMNS}) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertHistory = db.prepare(
    'INSERT INTO history (at, subject, action, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    item: (record) => {
      upsertItem.run(...toItemRow(record));
    },
    profile: (profile, at) => {
      replaceProfile.run(...toProfileRow(profile, at));
    },
    history: (at, subject, action, before, after) => {
      insertHistory.run(at, subject, action, JSON.stringify(before), JSON.stringify(after));
    },
  };
}
