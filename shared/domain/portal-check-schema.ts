import * as z from 'zod';
import {
  CHECK_OUTCOMES,
  CONNECTION_PROBLEMS,
  MAX_NAMES,
  type PortalCheck,
  STOP_REASONS,
} from './portal-check.ts';

const words = z.string().max(500);

const strength = z.strictObject({
  key: z.strictObject({ type: z.string().max(50), bits: z.int().nullable() }).nullable(),
  signature: z.enum(['strong', 'weak', 'unfamiliar']),
  signatureName: z.string().max(100),
});

const certificate = z.strictObject({
  subject: words,
  issuer: words,
  names: z.array(words).max(MAX_NAMES),
  namesTotal: z.int().min(0),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  daysLeft: z.int(),
  strength,
});

/** A portal check as it is stored and crosses to the renderer. */
export const portalCheckSchema: z.ZodType<PortalCheck> = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  outcome: z.enum(CHECK_OUTCOMES),
  reason: z.enum([...STOP_REASONS, ...CONNECTION_PROBLEMS]).nullable(),
  problems: z.array(z.enum(CONNECTION_PROBLEMS)).max(CONNECTION_PROBLEMS.length),
  reached: z.boolean(),
  address: z.string().max(45).nullable(),
  protocol: z.string().max(20).nullable(),
  cipher: z.string().max(100).nullable(),
  certificate: certificate.nullable(),
  chainTrusted: z.boolean().nullable(),
  hostMatches: z.boolean().nullable(),
  inspectionHint: words.nullable(),
  sentences: z.array(words).max(20),
  checkedAt: z.iso.datetime(),
  elapsedMs: z.number().min(0),
});
