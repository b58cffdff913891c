import type { Database } from 'better-sqlite3';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import {
  EMPTY_PROFILE,
  type ItemRecord,
  type Plan,
  type PlanRecord,
  type Profile,
} from '../../shared/domain/plan.ts';
import {
  type FieldsFor,
  ITEM_COLUMNS,
  PROFILE_COLUMNS,
  parseItemRow,
  parseProfileRow,
  type ReadRow,
  type Unreadable,
} from './plan-rows.ts';
import {
  CHECK_COLUMNS,
  parseCheckRow,
  parseRecordRow,
  RECORD_COLUMNS,
  type RecordFieldsFor,
} from './record-rows.ts';

/** What the file holds: the plan, and what could not be read of it. */
export interface Recorded {
  readonly plan: Plan;
  readonly unreadable: readonly Unreadable[];
}

/** Reads the plan and keeps it until the file changes under us. Call inside a transaction. */
export interface PlanReader {
  readonly read: () => Recorded;
  /** Takes over what was just committed, so that it need not be read again. */
  readonly remember: (recorded: Recorded) => void;
}

/** Prepares the statements once. */
export function openPlanReader(
  db: Database,
  fieldsFor: FieldsFor,
  recordFieldsFor: RecordFieldsFor,
): PlanReader {
  const selectProfile = db.prepare(`SELECT ${PROFILE_COLUMNS} FROM profile`);
  const selectItems = db.prepare(`SELECT ${ITEM_COLUMNS} FROM item`);
  const selectRecords = db.prepare(`SELECT ${RECORD_COLUMNS} FROM record ORDER BY rowid`);
  // Only the newest of each: the plan stays small however often things are checked.
  const selectChecks = db.prepare(`
    SELECT ${CHECK_COLUMNS} FROM check_run
    WHERE seq IN (SELECT max(seq) FROM check_run GROUP BY check_name, target) ORDER BY seq`);
  // Rises when another connection commits, never by our own commits.
  const selectDataVersion = db.prepare('PRAGMA data_version').pluck();
  let kept: { readonly dataVersion: unknown; readonly recorded: Recorded } | null = null;

  return {
    read: () => {
      const dataVersion = selectDataVersion.get();
      if (kept === null || kept.dataVersion !== dataVersion) {
        const profile = selectProfile.get();
        const items = selectItems.all().map((row) => parseItemRow(row, fieldsFor));
        const records = selectRecords.all().map((row) => parseRecordRow(row, recordFieldsFor));
        const checks = selectChecks.all().map(parseCheckRow);
        kept = {
          dataVersion,
          recorded: gather(profile === undefined ? null : parseProfileRow(profile), items, records, checks),
        };
      }
      return kept.recorded;
    },
    remember: (recorded) => {
      if (kept !== null) kept = { dataVersion: kept.dataVersion, recorded };
    },
  };
}

function gather(
  profile: ReadRow<Profile> | null,
  items: readonly ReadRow<ItemRecord>[],
  records: readonly ReadRow<PlanRecord>[],
  checks: readonly ReadRow<CheckRun>[],
): Recorded {
  return {
    plan: {
      profile: profile?.value ?? EMPTY_PROFILE,
      items: Object.fromEntries(readable(items).map((record) => [record.id, record])),
      records: readable(records),
      checks: readable(checks),
    },
    unreadable: [profile, ...items, ...records, ...checks].flatMap((row) => row?.unreadable ?? []),
  };
}

function readable<T>(rows: readonly ReadRow<T>[]): readonly T[] {
  return rows.flatMap(({ value }) => (value === null ? [] : [value]));
}
