import * as z from 'zod';
import { ITEM_IDS } from '../catalog/ids.ts';
import { checkRunSchema, checkSubjectSchema } from '../domain/check-run-schema.ts';
import { PLATFORMS } from '../domain/device-checks/device-check.ts';
import { isoDateSchema } from '../domain/field-schema.ts';
import { RECORD_KINDS } from '../domain/plan.ts';
import {
  answerValueSchema,
  itemRecordSchema,
  planRecordSchema,
  planSchema,
  profileSchema,
  recordIdSchema,
} from '../domain/plan-schema.ts';
import { ERROR_CODES, type Result } from '../domain/result.ts';
import { type ArchiveProgress, archiveContract } from './archive-contract.ts';
import type { Channel } from './channels.ts';
import { evidenceContract } from './evidence-contract.ts';
import { historyContract } from './history-contract.ts';

/** Largest payload accepted at the door, in UTF-16 units of its JSON. */
export const MAX_PAYLOAD = 2_000_000;

const nothing = z.strictObject({});
const itemId = z.enum(ITEM_IDS);
const patch = z
  .record(z.string().min(1).max(64), answerValueSchema.nullable())
  .refine((fields) => Object.keys(fields).length <= 100, 'Too many fields at once.');

export const PAPERS = ['letter', 'a4'] as const;
export type Paper = (typeof PAPERS)[number];
/** `rule-csv`: the Security Rule, point by point. */
export const EXPORT_FORMATS = ['pdf', 'json', 'csv', 'rule-csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const itemChange = z.strictObject({ item: itemRecordSchema });
const savedFile = z.strictObject({ fileId: z.string(), fileName: z.string(), folder: z.string() });
const recordChange = z.strictObject({ record: planRecordSchema });

/** Most entries of one list that still are on it. */
export const MAX_RECORDS = 500;
/** Most checks in one go. */
export const MAX_CHECKS = 600;
/** Most results of one check that are shown. */
export const MAX_HISTORY = 100;
/** Most things that wait to be stored and are saved along with a copy. */
export const MAX_UNSAVED = 1_000;

function isFew(entries: object): boolean {
  return Object.keys(entries).length <= MAX_UNSAVED;
}

/**
 * Channel → input and output. Bounded and strict: an unknown key is refused. `patch` maps field ids to values, null
 * clearing the answer; the handler checks each value against the field's own definition.
 */
export const contract = {
  getAppInfo: {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      shell: z.enum(['electron', 'preview']),
      dataFolder: z.string(),
      /** Said once at the top of the app, such as why the preview runs. */
      notice: z.string().nullable(),
      /** The system the app runs on; null when it knows no checks for it. */
      platform: z.enum(PLATFORMS).nullable(),
    }),
  },
  loadPlan: { input: nothing, output: z.strictObject({ plan: planSchema, today: isoDateSchema }) },
  answerProfile: { input: z.strictObject({ patch }), output: z.strictObject({ profile: profileSchema }) },
  answerItem: { input: z.strictObject({ itemId, patch }), output: itemChange },
  setNotApplicable: {
    /** A null reason makes the item apply again. */
    input: z.strictObject({ itemId, reason: z.string().max(20_000).nullable() }),
    output: itemChange,
  },
  setDueDate: { input: z.strictObject({ itemId, dueOn: isoDateSchema.nullable() }), output: itemChange },
  undoItem: {
    /** Puts back what the item held before its last change. Undoing again brings the change back. */
    input: z.strictObject({ itemId }),
    output: z.strictObject({ item: itemRecordSchema, undone: z.array(z.string()) }),
  },
  saveRecord: {
    /** A null id makes a new entry. */
    input: z.strictObject({ kind: z.enum(RECORD_KINDS), id: recordIdSchema.nullable(), patch }),
    output: recordChange,
  },
  /** Takes an entry off its list, or puts it back. */
  archiveRecord: {
    input: z.strictObject({ id: recordIdSchema, isArchived: z.boolean() }),
    output: recordChange,
  },
  undoRecord: {
    input: z.strictObject({ id: recordIdSchema }),
    output: z.strictObject({ record: planRecordSchema, undone: z.array(z.string()) }),
  },
  runChecks: {
    /** Portals have to be on a list: the app connects to nothing else. */
    input: z.strictObject({ subjects: z.array(checkSubjectSchema).min(1).max(MAX_CHECKS) }),
    output: z.strictObject({ runs: z.array(checkRunSchema), isCancelled: z.boolean() }),
  },
  cancelChecks: { input: nothing, output: nothing },
  loadCheckHistory: {
    input: z.strictObject({ subject: checkSubjectSchema }),
    output: z.strictObject({ runs: z.array(checkRunSchema) }),
  },
  ...evidenceContract,
  ...historyContract,
  ...archiveContract,
  openLink: { input: z.strictObject({ linkId: z.string().min(1).max(100) }), output: nothing },
  exportReport: {
    input: z.strictObject({ format: z.enum(EXPORT_FORMATS), paper: z.enum(PAPERS) }),
    output: savedFile,
  },
  printReport: { input: z.strictObject({ paper: z.enum(PAPERS) }), output: nothing },
  /** Said by the report page when every page is laid out. */
  reportReady: { input: z.strictObject({ pages: z.int().min(1).max(5_000) }), output: nothing },
  revealFile: { input: z.strictObject({ fileId: z.string().min(1).max(64) }), output: nothing },
  saveCopy: {
    /** What could not be stored: patches by what they belong to, and text as it was typed, by field path. */
    input: z.strictObject({
      unsaved: z.record(z.string().min(1).max(200), patch).refine(isFew, 'Too much at once.'),
      typed: z.record(z.string().min(1).max(400), z.string()).refine(isFew, 'Too much at once.'),
    }),
    output: savedFile,
  },
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>;

export type InputOf<C extends Channel> = z.infer<(typeof contract)[C]['input']>;
export type OutputOf<C extends Channel> = z.infer<(typeof contract)[C]['output']>;

/** What crosses back: a value or a failure in words. */
export const failureSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  field: z.string().optional(),
});

/** How far the checks under way are; null when none are. */
export type CheckProgress = { readonly done: number; readonly total: number } | null;

/** `window.firstClaim`: one function a channel, and a subscription. */
export type Bridge = {
  readonly [C in Channel]: (input: InputOf<C>) => Promise<Result<OutputOf<C>>>;
} & {
  /** Calls back after every change in the store; returns the way to stop it. */
  readonly onPlanChanged: (listener: () => void) => () => void;
  /** Calls back as checks end; returns the way to stop it. */
  readonly onCheckProgress: (listener: (progress: CheckProgress) => void) => () => void;
  /** Calls back while an archive is written or read; returns the way to stop it. */
  readonly onArchiveProgress: (listener: (progress: ArchiveProgress) => void) => () => void;
};
