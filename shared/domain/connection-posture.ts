import type { CheckRun, CheckSubject } from './check-run.ts';
import {
  type DeviceRun,
  deviceStanding,
  type PortalRun,
  portalStanding,
  portalSubject,
  type Standing,
} from './check-standing.ts';
import type { DeviceCheckFamily, Platform } from './device-checks/device-check.ts';
import { deviceCheckOf, deviceChecks } from './device-checks/device-checks.ts';
import { probeInWords } from './device-checks/probe.ts';
import type { IsoDate, IsoInstant } from './iso-date.ts';
import { type Plan, type PlanRecord, recordsOf } from './plan.ts';
import { targetInWords } from './portal-target.ts';

/** A portal of the list with how it stands. */
export interface PortalEntry {
  readonly kind: 'portal';
  readonly record: PlanRecord;
  readonly name: string;
  readonly standing: Standing<PortalRun>;
}

/** A look at this computer with how it stands. */
export interface DeviceEntry {
  readonly kind: 'device';
  readonly family: DeviceCheckFamily;
  readonly name: string;
  readonly standing: Standing<DeviceRun>;
}

export type ConnectionEntry = PortalEntry | DeviceEntry;

/** What a posture counts. What is old counts as to be checked again, whatever it was. */
export const POSTURE_KINDS = [
  'failed',
  'attested-failed',
  'unknown',
  'again',
  'not-checked',
  'attested',
  'passed',
  'not-applicable',
] as const;
export type PostureKind = (typeof POSTURE_KINDS)[number];

/** The whole secure connection at a glance. */
export interface ConnectionPosture {
  readonly portals: readonly PortalEntry[];
  /** Empty on a system the app knows no checks for. */
  readonly devices: readonly DeviceEntry[];
  readonly counts: Readonly<Record<PostureKind, number>>;
  /** When the newest automatic check of these ended; null when nothing was checked yet. */
  readonly lastCheckedAt: IsoInstant | null;
}

/** How everything stands that the page "Secure connection" looks at. */
export function connectionPosture(plan: Plan, platform: Platform | null, today: IsoDate): ConnectionPosture {
  const portals = recordsOf(plan, 'portal').map(
    (record): PortalEntry => ({
      kind: 'portal',
      record,
      name: portalName(record),
      standing: portalStanding(plan, record, today),
    }),
  );
  const devices = (platform === null ? [] : deviceChecks).map(
    (family): DeviceEntry => ({
      kind: 'device',
      family,
      name: family.title,
      standing: deviceStanding(plan, family.id, today),
    }),
  );
  const entries = [...portals, ...devices];
  const kinds = entries.map(({ standing }) => postureKindOf(standing));
  const counts = Object.fromEntries(
    POSTURE_KINDS.map((kind) => [kind, kinds.filter((each) => each === kind).length]),
  ) as Record<PostureKind, number>;
  const instants = entries.flatMap(({ standing }) => standing.run?.checkedAt ?? []);
  return { portals, devices, counts, lastCheckedAt: instants.sort().at(-1) ?? null };
}

/** Under what a standing counts. A failure stays a failure, however old. */
export function postureKindOf({ kind, isOld }: Pick<Standing, 'kind' | 'isOld'>): PostureKind {
  return isOld && kind !== 'failed' && kind !== 'attested-failed' ? 'again' : kind;
}

/** What a portal is called: by the user, or else by its address. */
export function portalName({ answers }: PlanRecord): string {
  const name = typeof answers.name === 'string' ? answers.name.trim() : '';
  return name !== ''
    ? name
    : typeof answers.address === 'string'
      ? answers.address
      : 'A portal without a name';
}

/** What a run was about, for people. */
export function nameOfRun(plan: Plan, run: CheckRun): string {
  if (run.check !== 'portal-tls') return deviceCheckOf(run.check).title;
  const portal = recordsOf(plan, 'portal').find(({ answers }) => answers.target === run.target);
  return portal === undefined ? targetInWords(run.target) : portalName(portal);
}

/** What to run to check an entry; null when it has no address. */
export function subjectOf(entry: ConnectionEntry): CheckSubject | null {
  return entry.kind === 'portal' ? portalSubject(entry.record) : { check: entry.family.id, target: '' };
}

/** Commands that were never run on this computer by the check they belong to, so that they can be shown first. */
export function unseenCommands(
  devices: readonly DeviceEntry[],
  platform: Platform | null,
): readonly { readonly family: DeviceCheckFamily; readonly commands: readonly string[] }[] {
  if (platform === null) return [];
  return devices.flatMap(({ family, standing: { run } }) => {
    const seen = run?.detail.platform === platform ? run.detail.method : [];
    const commands = family.on[platform].probes.map(probeInWords).filter((each) => !seen.includes(each));
    return commands.length === 0 ? [] : [{ family, commands }];
  });
}
