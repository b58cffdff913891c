import * as z from 'zod';

const nothing = z.strictObject({});
const count = z.int().min(0);
const archiveId = z.string().min(1).max(64);
const backup = z.strictObject({ id: z.string(), madeAt: z.iso.datetime(), number: count });

const description = z.strictObject({
  fileName: z.string(),
  folder: z.string(),
  bytes: count,
  /** As the clock of the computer stood that made it. */
  createdAt: z.iso.datetime(),
  appVersion: z.string(),
  businessName: z.string(),
  /** When the plan in it was last changed; null for an empty plan. */
  lastChangeAt: z.iso.datetime().nullable(),
  items: count,
  records: count,
  checks: count,
  evidenceFiles: count,
  evidenceBytes: count,
  /** Files its answers refer to that were gone already when it was made. */
  absentFiles: count,
});

/** What an archive holds, for a person to decide. */
export type ArchiveDescription = z.infer<typeof description>;

/** How far work on an archive is, in bytes; null when none is under way. */
export type ArchiveProgress = {
  readonly task: 'export' | 'import';
  readonly done: number;
  readonly total: number;
} | null;

/** One file with everything: the plan and the files its answers refer to. No path crosses from the page. */
export const archiveContract = {
  exportArchive: {
    input: nothing,
    output: z.strictObject({
      fileId: z.string(),
      fileName: z.string(),
      folder: z.string(),
      bytes: count,
      evidenceFiles: count,
      /** Kept files that no answer refers to, which are not in it. */
      leftOut: count,
      /** Files that answers refer to and that are gone or damaged. */
      absent: count,
    }),
  },
  /** Ends an export or an import under way; an import only while the plan is not being replaced yet. */
  cancelArchive: { input: nothing, output: nothing },
  /** Lets the user choose a file, and says what it holds. Changes nothing. */
  chooseArchive: { input: nothing, output: z.strictObject({ archiveId, description }) },
  /** Replaces the plan by that of the archive chosen last. The plan is backed up first. */
  importArchive: {
    input: z.strictObject({ archiveId }),
    output: z.strictObject({
      evidenceFiles: count,
      /** The backup of the plan as it was; null when there was nothing in it that is not in the archive. */
      previous: backup.nullable(),
    }),
  },
} as const;
