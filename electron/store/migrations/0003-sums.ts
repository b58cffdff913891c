import type { Migration } from './index.ts';

/**
 * Every row gets a sum of its own values, by which a letter that changes on the disk is noticed. A history row's sum
 * covers the number of the row before it too, so that one that goes missing is missed.
 */
export const sums: Migration = {
  number: 3,
  sql: `
    ALTER TABLE profile ADD COLUMN sum TEXT NOT NULL DEFAULT '';
    ALTER TABLE item ADD COLUMN sum TEXT NOT NULL DEFAULT '';
    ALTER TABLE record ADD COLUMN sum TEXT NOT NULL DEFAULT '';
    ALTER TABLE check_run ADD COLUMN sum TEXT NOT NULL DEFAULT '';
    ALTER TABLE history ADD COLUMN sum TEXT NOT NULL DEFAULT '';

    UPDATE profile SET sum = row_sum('profile', business_name, town, home_state, client_states, specialties, flags,
      target_opens_on, updated_at);
    UPDATE item SET sum = row_sum('item', id, status, answers, not_applicable_reason, due_on, completed_on, updated_at);
    UPDATE record SET sum = row_sum('record', id, kind, answers, archived_on, created_at, updated_at);
    UPDATE check_run SET sum = row_sum('check_run', seq, id, check_name, target, outcome, method, detail, checked_at);
    UPDATE history SET sum = row_sum('history', seq,
      coalesce((SELECT seq FROM history AS earlier WHERE earlier.seq < history.seq ORDER BY seq DESC LIMIT 1), 0),
      at, subject, action, before, after);
  `,
};
