import type {
  DeviceCheck,
  DeviceCheckId,
  Finding,
  Platform,
  Probe,
  ProbeOutput,
  ProbeOutputs,
} from '../../shared/domain/device-checks/device-check.ts';
import { deviceCheckOf } from '../../shared/domain/device-checks/device-checks.ts';
import type { DeviceCheckResult } from '../../shared/domain/device-checks/device-result.ts';
import { probeInWords } from '../../shared/domain/device-checks/probe.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import { probeEnvironment, runProbe } from './run-probe.ts';

/** Carries out one probe. Tests bring their own. */
export type ProbeRunner = (probe: Probe, signal: AbortSignal | undefined) => Promise<ProbeOutput>;

export interface DeviceQuestion {
  readonly check: DeviceCheckId;
  /** Null on a system this app knows no checks for. */
  readonly platform: Platform | null;
  readonly now: IsoInstant;
  readonly signal?: AbortSignal | undefined;
  /** Set when the app was packed in a box that hides the system's own tools. */
  readonly box?: SandboxBox | null | undefined;
  readonly runner?: ProbeRunner | undefined;
}

/** The platform by Node's name for it. */
export function platformOf(name: string): Platform | null {
  const platforms: Readonly<Partial<Record<string, Platform>>> = {
    win32: 'windows',
    darwin: 'macos',
    linux: 'linux',
  };
  return platforms[name] ?? null;
}

export type SandboxBox = 'Flatpak' | 'Snap';

/** Whether the app runs inside a box of Flatpak or Snap: what is seen there is the box, not the computer. */
export function sandboxBoxOf(env: Readonly<Record<string, string | undefined>>): SandboxBox | null {
  if (env.FLATPAK_ID !== undefined) return 'Flatpak';
  return env.SNAP === undefined ? null : 'Snap';
}

/** What a check would run on this system, to be shown before it does. */
export function probesOf(check: DeviceCheckId, platform: Platform | null): readonly Probe[] {
  return platform === null ? [] : deviceCheckOf(check).on[platform].probes;
}

/** Looks at one thing on this computer, and says in words what that proves. Never throws. */
export async function runDeviceCheck(question: DeviceQuestion): Promise<DeviceCheckResult> {
  const startedAt = performance.now();
  const probes = probesOf(question.check, question.platform);
  const finding = await findingFor(question, probes);
  return {
    check: question.check,
    platform: question.platform,
    outcome: finding.outcome,
    sentences: finding.sentences,
    proves: isSettled(finding) ? (finding.proves ?? {}) : {},
    method: probes.map(probeInWords),
    checkedAt: question.now,
    elapsedMs: Math.round(performance.now() - startedAt),
  };
}

async function findingFor(question: DeviceQuestion, probes: readonly Probe[]): Promise<Finding> {
  const { check, platform, box = null, now, signal } = question;
  if (platform === null) return unknown('This app knows no checks for this system.');
  if (box !== null)
    return unknown(`The app was installed as a ${box}, which hides the system’s own tools from it.`);
  const outputs = await gather(probes, question.runner ?? runnerFor(platform), signal);
  if (signal?.aborted === true) return unknown('The check was canceled.');
  return judge(deviceCheckOf(check).on[platform], outputs, now);
}

function isSettled({ outcome }: Finding): boolean {
  return outcome === 'pass' || outcome === 'fail';
}

function unknown(sentence: string): Finding {
  return { outcome: 'unknown', sentences: [sentence] };
}

function runnerFor(platform: Platform): ProbeRunner {
  const environment = probeEnvironment(platform);
  return (probe, signal) => runProbe(probe, environment, signal);
}

/** One after the other: a computer that is being looked at should stay usable. */
async function gather(
  probes: readonly Probe[],
  runner: ProbeRunner,
  signal: AbortSignal | undefined,
): Promise<ProbeOutputs> {
  const outputs: Record<string, ProbeOutput> = {};
  for (const probe of probes) {
    if (signal?.aborted === true) break;
    outputs[probe.id] = await runner(probe, signal);
  }
  return outputs;
}

function judge(check: DeviceCheck, outputs: ProbeOutputs, now: IsoInstant): Finding {
  try {
    return check.judge(outputs, { now });
  } catch {
    // Output is a stranger's text. Whatever it manages to break, it must not become a pass.
    return unknown('The system’s answer could not be read.');
  }
}
