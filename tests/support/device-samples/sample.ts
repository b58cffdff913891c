import type {
  DeviceCheckId,
  Platform,
  ProbeOutput,
  ProbeOutputs,
} from '../../../shared/domain/device-checks/device-check.ts';
import type { CheckOutcome } from '../../../shared/domain/portal-check.ts';

/** What the tools of a system said once, and what that proves. */
export interface DeviceSample {
  readonly check: DeviceCheckId;
  readonly platform: Platform;
  readonly name: string;
  readonly outputs: ProbeOutputs;
  readonly outcome: CheckOutcome;
  /** Part of what the user reads. */
  readonly says: string;
}

/** The time the samples are judged at. */
export const SAMPLES_NOW = '2026-11-22T15:00:00.000Z';

/** A program that ended by itself. */
export function said(stdout: string, more: Partial<ProbeOutput> = {}): ProbeOutput {
  return { exitCode: 0, stdout, stderr: '', trouble: null, ...more };
}

/** A program that did not. */
export function trouble(kind: NonNullable<ProbeOutput['trouble']>): ProbeOutput {
  return { exitCode: null, stdout: '', stderr: '', trouble: kind };
}

/** One sample in brief. */
export type Row = readonly [name: string, outputs: ProbeOutputs, outcome: CheckOutcome, says: string];

/** Samples of one check on one system. */
export function samplesOf(check: DeviceCheckId, platform: Platform, rows: readonly Row[]): DeviceSample[] {
  return rows.map(([name, outputs, outcome, says]) => ({ check, platform, name, outputs, outcome, says }));
}

/** `systemd-detect-virt` on a bare computer. */
export const bare = said('none\n', { exitCode: 1 });
/** As Windows ends its lines. */
export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** What `reg query` prints. */
export const reg = (key: string, values: readonly (readonly [string, string, string])[]): ProbeOutput =>
  said(crlf(`\n${key}\n${values.map((parts) => `    ${parts.join('    ')}\n`).join('')}\n`));
/** What it says of a key that is not there. */
export const noKey = said('', {
  exitCode: 1,
  stderr: 'ERROR: The system was unable to find the specified registry key or value.\r\n',
});
