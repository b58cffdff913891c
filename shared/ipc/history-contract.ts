import * as z from 'zod';
import { HISTORY_SIDES } from '../domain/history-entry.ts';

/** Lines of the history on one page. */
export const HISTORY_PAGE = 50;
export const MAX_SEARCH = 200;

const nothing = z.strictObject({});
const seq = z.int().min(1);
const part = z.record(z.string(), z.unknown());

const backupName = z.strictObject({ id: z.string(), madeAt: z.iso.datetime(), number: z.int() });

/** What a backup holds, in numbers. */
const backupFacts = z.strictObject({
  businessName: z.string(),
  items: z.int(),
  itemsSettled: z.int(),
  records: z.int(),
  checks: z.int(),
  changes: z.int(),
  lastSeq: z.int(),
  lastChangeAt: z.iso.datetime().nullable(),
  /** How many changes the plan has had since; null when the backup holds a state this plan did not come from. */
  changesSince: z.int().nullable(),
});

/** The history, backups, and what happened to the plan file. */
export const historyContract = {
  loadHistory: {
    input: z.strictObject({
      /** A subject of the history, `list:<kind>`, or `checks`; null: everything. */
      subject: z.string().min(1).max(400).nullable(),
      /** Words that have to stand in a line. */
      search: z.string().max(MAX_SEARCH),
      beforeSeq: seq.nullable(),
    }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          seq,
          at: z.string(),
          subject: z.string(),
          action: z.string(),
          before: part,
          after: part,
        }),
      ),
      /** Where to go on from; null at the beginning of the history. A search may find nothing on a page and more behind it. */
      nextBeforeSeq: seq.nullable(),
    }),
  },
  /** Puts one answer back to what it was on one side of a change, as a change of its own. */
  restoreAnswer: {
    input: z.strictObject({ seq, field: z.string().min(1).max(64), side: z.enum(HISTORY_SIDES) }),
    output: nothing,
  },
  listBackups: {
    input: nothing,
    output: z.strictObject({
      /** Where they lie. */
      folder: z.string(),
      /** Newest first. */
      backups: z.array(
        backupName.extend({
          bytes: z.int(),
          /** What it holds; null when it cannot be used. */
          facts: backupFacts.nullable(),
          /** Why it cannot be used; null when it can. */
          problem: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Puts a backup in the place of the plan, which is backed up first. */
  restoreBackup: {
    input: z.strictObject({ id: z.string().min(1).max(100) }),
    output: z.strictObject({ restored: backupName, previous: backupName.nullable() }),
  },
  loadRecoveryNotes: {
    input: nothing,
    output: z.strictObject({
      /** Newest first. */
      notes: z.array(
        z.strictObject({
          id: z.string(),
          at: z.iso.datetime(),
          happened: z.string(),
          kept: z.array(z.string()),
          lost: z.array(z.string()),
          /** The folder with the files as they were found, inside the data folder. */
          quarantine: z.string().nullable(),
        }),
      ),
    }),
  },
} as const;
