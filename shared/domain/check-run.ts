import { DEVICE_CHECK_IDS, type DeviceCheckId } from './device-checks/device-check.ts';
import type { DeviceCheckResult } from './device-checks/device-result.ts';
import type { IsoInstant } from './iso-date.ts';
import type { CheckOutcome, PortalCheck } from './portal-check.ts';

/** Everything the app can look at by itself. */
export const CHECK_NAMES = ['portal-tls', ...DEVICE_CHECK_IDS] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

interface RunBase {
  readonly id: string;
  readonly outcome: CheckOutcome;
  /** What was done, one line: how a sceptical reader could do it again. */
  readonly method: string;
  readonly checkedAt: IsoInstant;
}

/** One automatic check that came to an end. What a person says they saw is never one of these. */
export type CheckRun =
  | (RunBase & {
      readonly check: 'portal-tls';
      /** `portal.example.com:443`, `[2001:db8::7]:8443`. */
      readonly target: string;
      readonly detail: PortalCheck;
    })
  | (RunBase & {
      readonly check: DeviceCheckId;
      /** This computer. */
      readonly target: '';
      readonly detail: DeviceCheckResult;
    });

/** What to check: a target of the list of portals, or one thing on this computer. */
export type CheckSubject =
  | { readonly check: 'portal-tls'; readonly target: string }
  | { readonly check: DeviceCheckId; readonly target: '' };

/** The newest run of a check, or null when it never ran. */
export function newestRun<S extends CheckSubject>(
  checks: readonly CheckRun[],
  subject: S,
): Extract<CheckRun, { readonly check: S['check'] }> | null {
  const run = checks.find(({ check, target }) => check === subject.check && target === subject.target);
  return (run ?? null) as Extract<CheckRun, { readonly check: S['check'] }> | null;
}
