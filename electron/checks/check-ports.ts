import type { Platform } from '../../shared/domain/device-checks/device-check.ts';
import type { PortalPolicy } from '../../shared/domain/portal-policy.ts';
import type { ProbeRunner, SandboxBox } from './device-posture.ts';
import type { LookUp } from './open-connection.ts';

/** The world as checks see it. What is left out is the real one; tests bring parts of their own. */
export interface CheckPorts {
  readonly platform?: Platform | null | undefined;
  readonly box?: SandboxBox | null | undefined;
  readonly policy?: PortalPolicy | undefined;
  readonly lookUp?: LookUp | undefined;
  /** Authorities to trust instead of the public ones. */
  readonly ca?: readonly string[] | undefined;
  readonly runner?: ProbeRunner | undefined;
  /** Milliseconds a portal may take; never more than the app's own limit. */
  readonly timeoutMs?: number | undefined;
}
