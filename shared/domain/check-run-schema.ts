import * as z from 'zod';
import type { CheckRun } from './check-run.ts';
import { DEVICE_CHECK_IDS, PLATFORMS } from './device-checks/device-check.ts';
import type { DeviceCheckResult } from './device-checks/device-result.ts';
import { isoDateSchema } from './field-schema.ts';
import { CHECK_OUTCOMES } from './portal-check.ts';
import { portalCheckSchema } from './portal-check-schema.ts';

const words = z.string().max(1_000);
const deviceCheck = z.enum(DEVICE_CHECK_IDS);

/** `host:port`; an IPv6 address stands in brackets. */
export const targetSchema = z.string().min(3).max(262);

const deviceResult: z.ZodType<DeviceCheckResult> = z.strictObject({
  check: deviceCheck,
  platform: z.enum(PLATFORMS).nullable(),
  outcome: z.enum(CHECK_OUTCOMES),
  sentences: z.array(words).max(50),
  proves: z.strictObject({
    lockMinutes: z.int().min(1).nullable().optional(),
    supportEnd: isoDateSchema.optional(),
    wifi: z.enum(['wpa3', 'wpa2', 'wpa', 'wep', 'open']).optional(),
  }),
  method: z.array(words).max(50),
  checkedAt: z.iso.datetime(),
  elapsedMs: z.number().min(0),
});

const base = {
  id: z.string().min(1).max(64),
  outcome: z.enum(CHECK_OUTCOMES),
  method: z.string().max(4_000),
  checkedAt: z.iso.datetime(),
};

/** A check run as it is stored and crosses to the renderer. */
export const checkRunSchema: z.ZodType<CheckRun> = z.discriminatedUnion('check', [
  z.strictObject({
    ...base,
    check: z.literal('portal-tls'),
    target: targetSchema,
    detail: portalCheckSchema,
  }),
  z.strictObject({ ...base, check: deviceCheck, target: z.literal(''), detail: deviceResult }),
]);

/** What to check. */
export const checkSubjectSchema = z.discriminatedUnion('check', [
  z.strictObject({ check: z.literal('portal-tls'), target: targetSchema }),
  z.strictObject({ check: deviceCheck, target: z.literal('') }),
]);
