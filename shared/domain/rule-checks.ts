import type { RuleCheck } from '../catalog/security-rule/types.ts';
import { deviceStanding, portalStanding, type Standing, type StandingKind } from './check-standing.ts';
import { portalName } from './connection-posture.ts';
import { deviceCheckOf } from './device-checks/device-checks.ts';
import type { IsoDate } from './iso-date.ts';
import { type Plan, recordsOf } from './plan.ts';

/** How one check that bears on a point of the rule stands. */
export interface PointCheck {
  /** "Firewall", "Portal “Clearwater”". */
  readonly title: string;
  readonly kind: StandingKind;
  readonly isOld: boolean;
  /** "Passed.", "Failed. Drive C is not encrypted by BitLocker." */
  readonly words: string;
  /** `failed`: by the check or by the user's own word. `unknown`: nobody could tell. Never run is no doubt: the items
   * of the checklist ask for what the check would have shown. */
  readonly doubt: 'none' | 'unknown' | 'failed';
}

/** The checks that bear on a point; `portal-tls` stands for every portal on the list. */
export function pointChecks(checks: readonly RuleCheck[], plan: Plan, today: IsoDate): readonly PointCheck[] {
  return checks.flatMap((check) =>
    check === 'portal-tls'
      ? recordsOf(plan, 'portal').map((portal) =>
          toPointCheck(`Portal “${portalName(portal)}”`, portalStanding(plan, portal, today)),
        )
      : [toPointCheck(deviceCheckOf(check).title, deviceStanding(plan, check, today))],
  );
}

const DOUBTS: Readonly<Record<StandingKind, PointCheck['doubt']>> = {
  passed: 'none',
  attested: 'none',
  'not-checked': 'none',
  'not-applicable': 'none',
  unknown: 'unknown',
  failed: 'failed',
  'attested-failed': 'failed',
};

function toPointCheck(title: string, { kind, isOld, words, run }: Standing): PointCheck {
  const [found] = run?.detail.sentences ?? [];
  const isFound = (kind === 'failed' || kind === 'unknown') && found !== undefined;
  return { title, kind, isOld, words: isFound ? `${words} ${found}` : words, doubt: DOUBTS[kind] };
}
