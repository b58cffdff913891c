import { recordFields, recordKinds } from '../../shared/catalog/record-kinds.ts';
import { ruleSpecifications } from '../../shared/catalog/security-rule.ts';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { DeviceCheckId } from '../../shared/domain/device-checks/device-check.ts';
import type { Answers, AnswerValue, Field } from '../../shared/domain/field.ts';
import { type PlanRecord, RECORD_KINDS, type RecordKind } from '../../shared/domain/plan.ts';

/** A record of a list with these answers, as the store would return it. */
export function aListRecord(
  kind: RecordKind,
  id: string,
  answers: Answers,
  changes: Partial<PlanRecord> = {},
): PlanRecord {
  return {
    id,
    kind,
    answers,
    archivedOn: null,
    createdAt: '2026-11-20T12:00:00.000Z',
    updatedAt: '2026-11-22T12:00:00.000Z',
    ...changes,
  };
}

/** A look at this computer; its outcome and words are the test's own. */
export function aDeviceRun(
  check: DeviceCheckId,
  outcome: CheckRun['outcome'],
  changes: {
    readonly method?: string;
    readonly sentences?: readonly string[];
    readonly checkedAt?: string;
  } = {},
): CheckRun {
  const {
    method = 'a-tool --status',
    sentences = ['The tool answered.'],
    checkedAt = '2026-11-21T09:30:00.000Z',
  } = changes;
  return {
    id: `run-${check}`,
    check,
    target: '',
    outcome,
    method,
    checkedAt,
    detail: {
      check,
      platform: 'linux',
      outcome,
      sentences,
      proves: {},
      method: [method],
      checkedAt,
      elapsedMs: 12,
    },
  };
}

/** A check of a portal with a certificate of these names. */
export function aPortalRun(
  target: string,
  outcome: CheckRun['outcome'],
  changes: {
    readonly method?: string;
    readonly sentences?: readonly string[];
    readonly subject?: string;
    readonly issuer?: string;
    readonly checkedAt?: string;
  } = {},
): CheckRun {
  const { checkedAt = '2026-11-21T09:30:00.000Z', method = `One TLS connection to ${target}, no data sent` } =
    changes;
  return {
    id: `run-${target}`,
    check: 'portal-tls',
    target,
    outcome,
    method,
    checkedAt,
    detail: {
      host: target.replace(/:\d+$/, ''),
      port: 443,
      outcome,
      reason: outcome === 'pass' ? null : outcome === 'fail' ? 'expired' : 'reset',
      problems: outcome === 'fail' ? ['expired'] : [],
      reached: true,
      address: '192.0.2.20',
      protocol: 'TLSv1.3',
      cipher: 'TLS_AES_128_GCM_SHA256',
      certificate: {
        subject: changes.subject ?? 'portal.example.com',
        issuer: changes.issuer ?? 'An authority',
        names: ['portal.example.com'],
        namesTotal: 3,
        validFrom: '2026-03-01T00:00:00.000Z',
        validTo: '2027-06-01T00:00:00.000Z',
        daysLeft: 192,
        strength: {
          key: { type: 'rsa', bits: 2_048 },
          signature: 'strong',
          signatureName: 'RSA with SHA-256',
        },
      },
      chainTrusted: true,
      hostMatches: true,
      inspectionHint: null,
      sentences: changes.sentences ?? ['The connection was encrypted by TLS 1.3.'],
      checkedAt,
      elapsedMs: 120,
    },
  };
}

/** Two entries of every list with a mark in each text, and an entry that was taken off each. */
export function markedRecords(
  fill: (field: Field) => AnswerValue,
  mark: () => string,
): readonly PlanRecord[] {
  const filled = (kind: RecordKind): Answers => ({
    ...Object.fromEntries(
      recordFields(kind).map((field) => [
        field.id,
        field.id === recordKinds[kind].address?.target ? `${mark()}.example.com:443` : fill(field),
      ]),
    ),
    left_over: mark(),
  });
  const ids = (kind: RecordKind): readonly string[] =>
    kind === 'rule-answer'
      ? ['164.308(a)(1)(ii)(A)', '164.312(a)(2)(iv)', 'an older cite']
      : [`${kind}-1`, `${kind}-2`];
  return RECORD_KINDS.flatMap((kind) => [
    ...ids(kind).map((id) => aListRecord(kind, id, filled(kind))),
    aListRecord(
      kind,
      kind === 'rule-answer' ? (ruleSpecifications.at(-1)?.cite ?? '') : `${kind}-gone`,
      { name: 'taken-off-the-list' },
      { archivedOn: '2026-11-21' },
    ),
  ]);
}

function targetIn(kind: RecordKind, answers: Answers): readonly string[] {
  const { address } = recordKinds[kind];
  return address === undefined ? [] : [String(answers[address.target])];
}

/** A run of every look at this computer and of every portal on any list, marked where words stand. */
export function markedChecks(
  records: readonly PlanRecord[],
  devices: readonly DeviceCheckId[],
  mark: () => string,
): readonly CheckRun[] {
  const words = () => ({ method: mark(), sentences: [mark(), mark()] });
  const targets = records.flatMap(({ kind, archivedOn, answers }) =>
    archivedOn === null ? targetIn(kind, answers) : [],
  );
  return [
    ...targets.map((target, index) =>
      aPortalRun(target, index === 0 ? 'pass' : 'unknown', { ...words(), subject: mark(), issuer: mark() }),
    ),
    ...devices.map((check, index) => aDeviceRun(check, index % 2 === 0 ? 'pass' : 'unknown', words())),
  ];
}
