import * as z from 'zod';
import { checkRunSchema } from './check-run-schema.ts';
import { STANDING_WORDS } from './check-standing.ts';
import { EVIDENCE_STATUSES } from './evidence.ts';
import { evidenceFileSchema } from './field-schema.ts';
import { RECORD_KINDS } from './plan.ts';
import { answer, count, date, instant, itemId, keysOf, state, worded } from './report-schema-parts.ts';
import { MARK_WORDS, OUTCOME_WORDS, SAFEGUARD_WORDS } from './report-words.ts';
import { RULE_STANDING_WORDS } from './rule-standing.ts';

const text = z.string();
const texts = z.array(text);
const fact = z.strictObject({ label: text, text });

const entry = z.strictObject({
  id: text,
  kind: z.enum(RECORD_KINDS),
  title: text,
  createdAt: instant,
  updatedAt: instant,
  changed: date,
  groups: z.array(z.strictObject({ id: text, title: text, answers: z.array(answer) })),
});

const check = {
  id: text,
  title: text,
  target: text,
  standing: worded(keysOf(STANDING_WORDS)),
  isOld: z.boolean(),
  words: text,
  run: z
    .strictObject({
      stored: checkRunSchema,
      outcome: worded(keysOf(OUTCOME_WORDS)),
      time: text,
      facts: z.array(fact),
    })
    .nullable(),
  attestation: z
    .strictObject({
      words: text,
      by: text.nullable(),
      on: date.nullable(),
      method: text.nullable(),
      evidence: texts,
    })
    .nullable(),
};

export const connectionSchema = z.strictObject({
  summary: text,
  portals: z.array(z.strictObject({ ...check, entry })),
  takenOff: text.nullable(),
  computer: z.array(z.strictObject(check)),
});

const point = z.strictObject({
  cite: text,
  title: text,
  mark: worded(keysOf(MARK_WORDS)),
  control: text,
  shows: text,
  standing: worded(keysOf(RULE_STANDING_WORDS)),
  shape: state,
  why: texts,
  open: texts,
  items: z.array(z.strictObject({ id: itemId, title: text, state: worded(state) })),
  checks: z.array(fact),
  evidence: z.array(
    z.strictObject({
      name: text,
      location: text,
      from: text,
      file: evidenceFileSchema.optional(),
      fileStatus: z.enum(EVIDENCE_STATUSES).optional(),
    }),
  ),
  answer: entry.nullable(),
});

export const ruleSchema = z.strictObject({
  summary: text,
  met: count,
  equivalent: count,
  open: count,
  setAside: count,
  notes: texts,
  standards: z.array(
    z.strictObject({
      cite: text,
      title: text,
      safeguards: worded(keysOf(SAFEGUARD_WORDS)),
      points: z.array(point),
    }),
  ),
});

export const breachSchema = z.strictObject({
  outer: text,
  shortest: text,
  clients: z.array(z.strictObject({ client: text, days: count, within: text, text, contact: text })),
  plan: text.nullable(),
  log: text.nullable(),
});

/** A list without a section of its own. */
export const listSchema = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  title: text,
  entries: z.array(entry.extend({ check: z.strictObject(check).nullable() })),
  takenOff: text.nullable(),
});
