import type { ItemId } from '../../catalog/ids.ts';
import type { IsoDate, IsoInstant } from '../iso-date.ts';
import type { CheckOutcome } from '../portal-check.ts';

export const PLATFORMS = ['windows', 'macos', 'linux'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** The looks at the computer, in the order of the page. */
export const DEVICE_CHECK_IDS = [
  'disk-encryption',
  'firewall',
  'os-support',
  'os-updates',
  'screen-lock',
  'malware-protection',
  'wifi-security',
  'vpn',
] as const;
export type DeviceCheckId = (typeof DEVICE_CHECK_IDS)[number];

interface ProbeBase {
  /** Unique within its check. */
  readonly id: string;
  /** Usually 10 s; 30 s where the system is known to be slow. */
  readonly timeoutMs: number;
  /** The system asks its maker over the network. */
  readonly usesNetwork: boolean;
}

/** One look: a program with fixed arguments, or a file. Data, so that it can be shown before it runs. */
export type Probe =
  | (ProbeBase & { readonly kind: 'run'; readonly file: string; readonly args: readonly string[] })
  | (ProbeBase & { readonly kind: 'read'; readonly path: string });

/** Why a probe gave nothing to go by. */
export type ProbeTrouble = 'missing' | 'denied' | 'timed-out' | 'too-long' | 'cancelled' | 'failed';

export interface ProbeOutput {
  /** 0 for a file that was read; null when the program did not end by itself. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly trouble: ProbeTrouble | null;
}

/** Outputs by probe id. What was not run is absent. */
export type ProbeOutputs = Readonly<Partial<Record<string, ProbeOutput>>>;

/** What a check may prove beyond pass and fail, in the terms the checklist asks for. */
export interface Proved {
  /** Minutes until the screen locks, at most; null when it never does. */
  readonly lockMinutes?: number | null | undefined;
  /** The day the system itself names as the end of its support. */
  readonly supportEnd?: IsoDate | undefined;
  readonly wifi?: 'wpa3' | 'wpa2' | 'wpa' | 'wep' | 'open' | undefined;
}

/** What the outputs prove, in words. */
export interface Finding {
  readonly outcome: CheckOutcome;
  readonly sentences: readonly string[];
  readonly proves?: Proved | undefined;
}

/** One check on one system. */
export interface DeviceCheck {
  readonly probes: readonly Probe[];
  readonly judge: (outputs: ProbeOutputs, context: { readonly now: IsoInstant }) => Finding;
  /** What to do when it does not pass, in words for this system. */
  readonly advice: string;
}

/** One check on every system. */
export interface DeviceCheckFamily {
  readonly id: DeviceCheckId;
  readonly title: string;
  readonly items: readonly ItemId[];
  readonly on: Readonly<Record<Platform, DeviceCheck>>;
}
