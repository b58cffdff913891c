import type { Database } from 'better-sqlite3';
import { EMPTY_PROFILE, type ItemRecord, type Plan } from '../../shared/domain/plan.ts';
import {
  type FieldsFor,
  ITEM_COLUMNS,
  PROFILE_COLUMNS,
  parseItemRow,
  parseProfileRow,
  type Unreadable,
} from './plan-rows.ts';

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
export function openPlanReader(db: Database, fieldsFor: FieldsFor): PlanReader {
  const selectProfile = db.prepare(`SELECT ${PROFILE_COLUMNS} FROM profile`);
  const selectItems = db.prepare(`SELECT ${ITEM_COLUMNS} FROM item`);
  // Rises when another connection commits, never by our own commits.
  const selectDataVersion = db.prepare('PRAGMA data_version').pluck();
  let kept: { readonly dataVersion: unknown; readonly recorded: Recorded } | null = null;

  return {
    read: () => {
      const dataVersion = selectDataVersion.get();
      if (kept === null || kept.dataVersion !== dataVersion) {
        kept = { dataVersion, recorded: readAll(selectProfile.get(), selectItems.all(), fieldsFor) };
      }
      return kept.recorded;
    },
    remember: (recorded) => {
      if (kept !== null) kept = { dataVersion: kept.dataVersion, recorded };
    },
  };
}

function readAll(profileRow: unknown, itemRows: readonly unknown[], fieldsFor: FieldsFor): Recorded {
  const profile = profileRow === undefined ? null : parseProfileRow(profileRow);
  const items = itemRows.map((row) => parseItemRow(row, fieldsFor));
  const records = items.map((item) => item.value).filter((record): record is ItemRecord => record !== null);
  return {
    plan: {
      profile: profile?.value ?? EMPTY_PROFILE,
      items: Object.fromEntries(records.map((record) => [record.id, record])),
    },
    unreadable: [profile, ...items].flatMap((row) => row?.unreadable ?? []),
  };
}
