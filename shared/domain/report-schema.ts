import * as z from 'zod';
import { SECTION_IDS, SOURCE_IDS } from '../catalog/ids.ts';
import { ITEM_STATUSES } from './plan.ts';
import { VERDICT_WORDS, type Verdict } from './readiness.ts';
import { breachSchema, connectionSchema, listSchema, ruleSchema } from './report-desk-schema.ts';
import { answer, count, date, instant, itemId, keysOf, state, worded } from './report-schema-parts.ts';
import type { ReportModel } from './report-types.ts';
import { chainSchema, vettingSchema } from './report-vetting-schema.ts';
import { BASIS_WORDS, DESK_WORDS, LEVEL_WORDS, SOURCE_STATUS_WORDS } from './report-words.ts';

const record = z.strictObject({
  status: z.enum(ITEM_STATUSES),
  notApplicableReason: z.string().nullable(),
  due: date.nullable(),
  completed: date.nullable(),
  updatedAt: instant,
  changed: date,
});

const item = z.strictObject({
  id: itemId,
  title: z.string(),
  state: worded(state),
  isSettled: z.boolean(),
  level: worded(keysOf(LEVEL_WORDS)),
  basis: z.array(worded(keysOf(BASIS_WORDS))),
  basisNote: z.string().nullable(),
  doneWhen: z.string(),
  findings: z.array(z.strictObject({ kind: z.enum(['stop', 'hold']), word: z.string(), text: z.string() })),
  missing: z.array(z.string()),
  setAsideReason: z.string().nullable(),
  record: record.nullable(),
  answers: z.array(answer),
  taken: z
    .strictObject({
      from: worded(keysOf(DESK_WORDS)),
      fieldIds: z.array(z.string()),
      instead: z.array(answer),
    })
    .nullable(),
  renewal: z.strictObject({ text: z.string(), due: date.nullable(), isOverdue: z.boolean() }).nullable(),
  sources: z.array(count),
});

const section = z.strictObject({
  id: z.enum(SECTION_IDS),
  title: z.string(),
  state: worded(state),
  settled: count,
  total: count,
  settledText: z.string(),
  open: z.string(),
  items: z.array(item),
});

const notices = z.array(
  z.strictObject({ itemId: itemId.nullable(), title: z.string().nullable(), text: z.string() }),
);

const cover = z.strictObject({
  business: z.string(),
  place: z.string(),
  verdict: worded(keysOf<Verdict>(VERDICT_WORDS)),
  headline: z.string(),
  squares: z.strictObject({ states: z.array(state), settled: count, total: count }),
  reasons: notices,
  gate: z.strictObject({ mayTouchPhi: z.boolean(), answer: z.string(), missing: notices }),
  nextSteps: notices,
});

/** The report as it is read back from a file. Strict: an unknown key is refused. */
export const reportModelSchema = z.strictObject({
  title: z.string(),
  version: z.string(),
  generatedAt: instant,
  today: date,
  cover,
  profile: z.array(answer),
  sections: z.array(section),
  connection: connectionSchema,
  rule: ruleSchema,
  chain: chainSchema,
  breach: breachSchema,
  vetting: vettingSchema,
  lists: z.array(listSchema),
  calendar: z.array(
    z.strictObject({
      kind: z.enum(['renewal', 'own-date', 'opening']),
      itemId: itemId.nullable(),
      due: date,
      title: z.string(),
      text: z.string(),
      isOverdue: z.boolean(),
    }),
  ),
  stale: z.array(z.strictObject({ kind: z.enum(['answer', 'source']), id: z.string(), text: z.string() })),
  sources: z.array(
    z.strictObject({
      number: count,
      id: z.enum(SOURCE_IDS),
      title: z.string(),
      urls: z.array(z.string()),
      status: worded(keysOf(SOURCE_STATUS_WORDS)),
      checked: date,
      note: z.string().nullable(),
    }),
  ),
  disclaimer: z.string(),
}) as unknown as z.ZodType<ReportModel>;
