import * as z from 'zod';
import { ITEM_IDS } from '../catalog/ids.ts';
import { isoDateSchema } from '../domain/field-schema.ts';
import { answerValueSchema, itemRecordSchema, planSchema, profileSchema } from '../domain/plan-schema.ts';
import { ERROR_CODES, type Result } from '../domain/result.ts';
import type { Channel } from './channels.ts';

/** Largest payload accepted at the door, in UTF-16 units of its JSON. */
export const MAX_PAYLOAD = 2_000_000;

const nothing = z.strictObject({});
const itemId = z.enum(ITEM_IDS);
const patch = z
  .record(z.string().min(1).max(64), answerValueSchema.nullable())
  .refine((fields) => Object.keys(fields).length <= 100, 'Too many fields at once.');

export const PAPERS = ['letter', 'a4'] as const;
export type Paper = (typeof PAPERS)[number];
export const EXPORT_FORMATS = ['pdf', 'json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const itemChange = z.strictObject({ item: itemRecordSchema });

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
  openLink: { input: z.strictObject({ linkId: z.string().min(1).max(100) }), output: nothing },
  exportReport: {
    input: z.strictObject({ format: z.enum(EXPORT_FORMATS), paper: z.enum(PAPERS) }),
    output: z.strictObject({ fileId: z.string(), fileName: z.string(), folder: z.string() }),
  },
  printReport: { input: z.strictObject({ paper: z.enum(PAPERS) }), output: nothing },
  /** Said by the report page when every page is laid out. */
  reportReady: { input: z.strictObject({ pages: z.int().min(1).max(5_000) }), output: nothing },
  revealFile: { input: z.strictObject({ fileId: z.string().min(1).max(64) }), output: nothing },
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>;

export type InputOf<C extends Channel> = z.infer<(typeof contract)[C]['input']>;
export type OutputOf<C extends Channel> = z.infer<(typeof contract)[C]['output']>;

/** What crosses back: a value or a failure in words. */
export const failureSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  field: z.string().optional(),
});

/** `window.firstClaim`: one function a channel, and a subscription. */
export type Bridge = {
  readonly [C in Channel]: (input: InputOf<C>) => Promise<Result<OutputOf<C>>>;
} & {
  /** Calls back after every change in the store; returns the way to stop it. */
  readonly onPlanChanged: (listener: () => void) => () => void;
};
