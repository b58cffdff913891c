import * as z from 'zod';
import { BAA_WORDS } from './partner.ts';
import { count, date, keysOf, worded } from './report-schema-parts.ts';
import { CANDIDATE_KINDS } from './vetting/candidate.ts';
import { VETTING_VERDICT_WORDS } from './vetting/vetting-types.ts';

const text = z.string();
const texts = z.array(text);

const candidate = z.strictObject({
  id: text,
  name: text,
  verdict: worded(keysOf(VETTING_VERDICT_WORDS)),
  score: count,
  of: count,
  lines: z.array(z.strictObject({ area: text, label: text, points: count, of: count, why: text })),
  hardStops: z.array(z.strictObject({ id: text, text })),
  holds: texts,
  conditions: texts,
  open: texts,
  checks: z.strictObject({ done: count, total: count, text, open: texts }).nullable(),
  decision: z
    .strictObject({ kind: z.enum(['chosen', 'not-chosen']), word: text, reason: text, on: date.nullable() })
    .nullable(),
});

const comparison = z.strictObject({
  ids: texts,
  names: texts,
  rows: z.array(z.strictObject({ id: text, label: text, cells: texts, differs: z.boolean() })),
  note: text.nullable(),
});

export const vettingSchema = z.strictObject({
  notes: texts,
  kinds: z.array(
    z.strictObject({
      kind: z.enum(CANDIDATE_KINDS),
      title: text,
      decision: text,
      chosenId: text.nullable(),
      candidates: z.array(candidate),
      comparison: comparison.nullable(),
    }),
  ),
});

const standing = keysOf(BAA_WORDS);

export const chainSchema = z.strictObject({
  summary: text,
  breach: text,
  shortestDays: count.nullable(),
  counts: z.record(standing, count),
  links: z.array(
    z.strictObject({
      id: text,
      name: text,
      kind: z.enum(['client', 'vendor']),
      role: text,
      standing: worded(standing),
      words: text,
      since: date.nullable(),
      expires: date.nullable(),
      incidentDays: count.nullable(),
    }),
  ),
});
