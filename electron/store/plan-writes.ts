import type { Database } from 'better-sqlite3';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import type { ItemRecord, PlanRecord, Profile } from '../../shared/domain/plan.ts';
import { openHistoryWriter } from './history-writer.ts';
import { ITEM_COLUMNS, PROFILE_COLUMNS, toItemRow, toProfileRow } from './plan-rows.ts';
import { CHECK_COLUMNS, RECORD_COLUMNS, toCheckRow, toRecordRow } from './record-rows.ts';
import { withSum } from './row-sum.ts';

/** What a history row says was done. `recheck`: only the judgement changed. `set-aside`: an unreadable row,
 * kept whole. `adopt`: made of earlier answers. */
export const HISTORY_ACTIONS = [
  'answer',
  'not-applicable',
  'applies',
  'due-date',
  'undo',
  'recheck',
  'sample',
  'set-aside',
  'archive',
  'restore',
  'check',
  'adopt',
] as const;
export type HistoryAction = (typeof HISTORY_ACTIONS)[number];

/** Everything that writes a row. */
export interface Writes {
  readonly item: (record: ItemRecord) => void;
  readonly profile: (profile: Profile, at: IsoInstant) => void;
  readonly record: (record: PlanRecord) => void;
  readonly check: (run: CheckRun) => void;
  readonly history: (
    at: IsoInstant,
    subject: string,
    action: HistoryAction,
    before: object,
    after: object,
  ) => void;
}

/** Prepares the statements once. */
export function prepareWrites(db: Database): Writes {
  const upsertItem = db.prepare(`
    INSERT INTO item (${ITEM_COLUMNS}, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, answers = excluded.answers,
      not_applicable_reason = excluded.not_applicable_reason, due_on = excluded.due_on,
      completed_on = excluded.completed_on, updated_at = excluded.updated_at, sum = excluded.sum`);
  const replaceProfile = db.prepare(
    `INSERT OR REPLACE INTO profile (id, ${PROFILE_COLUMNS}, sum) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const upsertRecord = db.prepare(`
    INSERT INTO record (${RECORD_COLUMNS}, sum) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, answers = excluded.answers,
      archived_on = excluded.archived_on, created_at = excluded.created_at, updated_at = excluded.updated_at,
      sum = excluded.sum`);
  const selectLastCheck = db.prepare('SELECT coalesce(max(seq), 0) FROM check_run').pluck();
  const insertCheck = db.prepare(
    `INSERT INTO check_run (seq, ${CHECK_COLUMNS}, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addHistory = openHistoryWriter(db);
  return {
    item: (record) => {
      upsertItem.run(...withSum('item', toItemRow(record)));
    },
    profile: (profile, at) => {
      replaceProfile.run(...withSum('profile', toProfileRow(profile, at)));
    },
    record: (record) => {
      upsertRecord.run(...withSum('record', toRecordRow(record)));
    },
    check: (run) => {
      const seq = 1 + Number(selectLastCheck.get());
      insertCheck.run(...withSum('check_run', [seq, ...toCheckRow(run)]));
    },
    history: (at, subject, action, before, after) => {
      addHistory([at, subject, action, JSON.stringify(before), JSON.stringify(after)]);
    },
  };
}
