import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { DeviceCheckId, Platform, Proved } from '../../shared/domain/device-checks/device-check.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import type { CheckOutcome, PortalCheck } from '../../shared/domain/portal-check.ts';
import { TODAY } from './test-profile.ts';

type PortalRun = Extract<CheckRun, { readonly check: 'portal-tls' }>;

/** A run of a portal check as the app would keep it; TLS 1.3 with a sound certificate unless told. */
export function aPortalRun(
  outcome: CheckOutcome = 'pass',
  changes: Partial<PortalCheck> & { readonly target?: string; readonly id?: string } = {},
): PortalRun {
  const { target = 'portal.clearwater.com:443', id = `run-${target}`, ...detail } = changes;
  const checkedAt = detail.checkedAt ?? `${TODAY}T09:00:00.000Z`;
  return {
    id,
    check: 'portal-tls',
    target,
    outcome,
    method: `One TLS connection to ${target.replace(/:443$/, '')}, no data sent`,
    checkedAt,
    detail: {
      host: target.replace(/:\d+$/, ''),
      port: Number(/\d+$/.exec(target)?.[0] ?? 443),
      outcome,
      reason: outcome === 'pass' ? null : outcome === 'fail' ? 'expired' : 'timed-out',
      problems: outcome === 'fail' ? ['expired'] : [],
      reached: outcome !== 'unknown',
      address: '203.0.113.7',
      protocol: outcome === 'unknown' ? null : 'TLSv1.3',
      cipher: outcome === 'unknown' ? null : 'TLS_AES_256_GCM_SHA384',
      certificate:
        outcome === 'unknown'
          ? null
          : {
              subject: 'portal.clearwater.com',
              issuer: 'Example Authority',
              names: ['portal.clearwater.com'],
              namesTotal: 1,
              validFrom: '2026-01-01T00:00:00.000Z',
              validTo: outcome === 'fail' ? '2026-11-01T00:00:00.000Z' : '2027-06-01T00:00:00.000Z',
              daysLeft: outcome === 'fail' ? -21 : 191,
              strength: {
                key: { type: 'rsa', bits: 2048 },
                signature: 'strong',
                signatureName: 'sha256WithRSAEncryption',
              },
            },
      chainTrusted: outcome === 'unknown' ? null : true,
      hostMatches: outcome === 'unknown' ? null : true,
      inspectionHint: null,
      sentences: [
        outcome === 'fail'
          ? 'The certificate expired on 1 Nov 2026.'
          : outcome === 'pass'
            ? 'The connection was encrypted by TLS 1.3 (TLS_AES_256_GCM_SHA384).'
            : 'The portal did not answer within 10 seconds.',
      ],
      checkedAt,
      elapsedMs: 120,
      ...detail,
    },
  };
}

/** A run of a look at this computer, on Linux unless told. */
export function aDeviceRun(
  check: DeviceCheckId,
  outcome: CheckOutcome = 'pass',
  changes: {
    readonly proves?: Proved;
    readonly checkedAt?: string;
    readonly sentences?: readonly string[];
    readonly platform?: Platform;
  } = {},
): Exclude<CheckRun, PortalRun> {
  const {
    checkedAt = `${TODAY}T09:00:00.000Z`,
    proves = {},
    sentences = ['Seen by a test.'],
    platform = 'linux',
  } = changes;
  const method = ['some-tool --state'];
  return {
    id: `run-${check}`,
    check,
    target: '',
    outcome,
    method: method.join('; '),
    checkedAt,
    detail: { check, platform, outcome, sentences, proves, method, checkedAt, elapsedMs: 40 },
  };
}

/** A portal on the list. */
export function aPortal(changes: Partial<PlanRecord> = {}, answers: PlanRecord['answers'] = {}): PlanRecord {
  const at = `${TODAY}T08:00:00.000Z`;
  return {
    id: 'portal-1',
    kind: 'portal',
    archivedOn: null,
    createdAt: at,
    updatedAt: at,
    ...changes,
    answers: {
      name: 'Clearwater',
      kind: 'clearinghouse',
      address: 'portal.clearwater.com',
      target: 'portal.clearwater.com:443',
      ...answers,
    },
  };
}
