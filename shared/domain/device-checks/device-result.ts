import type { IsoInstant } from '../iso-date.ts';
import type { CheckOutcome } from '../portal-check.ts';
import type { DeviceCheckId, Platform, Proved } from './device-check.ts';

/** The result of one look at this computer. Raw output is not kept: it can hold names of people and networks. */
export interface DeviceCheckResult {
  readonly check: DeviceCheckId;
  readonly platform: Platform | null;
  readonly outcome: CheckOutcome;
  readonly sentences: readonly string[];
  /** What it proves, in the terms of the checklist; empty unless it passed or failed. */
  readonly proves: Proved;
  /** What was run or read, one line each. */
  readonly method: readonly string[];
  readonly checkedAt: IsoInstant;
  readonly elapsedMs: number;
}
