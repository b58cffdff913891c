import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import type { ReportCheck, ReportConnection, ReportPortal } from '../../shared/domain/report-desk-types.ts';
import { aPlan, aRecord } from '../support/a-plan.ts';
import { aDeviceRun, aListRecord, aPortalRun } from '../support/marked-checks.ts';
import { aReport, itemIn } from '../support/report-context.ts';
import { TODAY } from '../support/test-profile.ts';

const TARGET = 'portal.example.com:443';
const aPortal = (answers: Answers = {}, changes: Partial<PlanRecord> = {}): PlanRecord =>
  aListRecord(
    'portal',
    'p1',
    { name: 'Clearwater', address: 'portal.example.com', target: TARGET, ...answers },
    changes,
  );
const SEEN: Answers = {
  tls: 'tls-1-2',
  certificate: 'valid',
  cert_expiry: '2027-03-01',
  date: '2026-11-20',
  method: 'Page information of the browser',
  by: 'Jordan A. Hale',
  file: [{ name: 'Screenshot', location: 'HIPAA folder' }],
};

function connectionOf(
  records: readonly PlanRecord[],
  checks: readonly CheckRun[] = [],
  plan: Plan = EMPTY_PLAN,
): ReportConnection {
  return aReport(catalog, { ...plan, records, checks }).connection;
}

function portalOf(connection: ReportConnection): ReportPortal {
  const [portal] = connection.portals;
  if (portal === undefined) throw new Error('No portal in this report');
  return portal;
}

function lookOf(connection: ReportConnection, id: string): ReportCheck {
  const look = connection.computer.find((each) => each.id === id);
  if (look === undefined) throw new Error(`No look ${id}`);
  return look;
}

describe('a portal in the report', () => {
  it('has the outcome, the method, the time and what the check found', () => {
    const run = aPortalRun(TARGET, 'pass');
    const portal = portalOf(connectionOf([aPortal()], [run]));
    expect(portal).toMatchObject({
      title: 'Clearwater',
      target: 'portal.example.com',
      standing: { kind: 'passed', word: 'Passed' },
      words: 'Passed.',
      attestation: null,
    });
    expect(portal.run).toMatchObject({
      stored: run,
      outcome: { kind: 'pass', word: 'Passed' },
      time: '21 Nov 2026, 09:30 UTC',
    });
  });

  it('gives the facts of the connection and of the certificate', () => {
    const { run } = portalOf(connectionOf([aPortal()], [aPortalRun(TARGET, 'pass')]));
    expect(Object.fromEntries((run?.facts ?? []).map(({ label, text }) => [label, text]))).toEqual({
      Encryption: 'TLS 1.3 (TLS_AES_128_GCM_SHA256)',
      'Certificate for': 'portal.example.com',
      'Issued by': 'An authority',
      'Names in it': 'portal.example.com, and 2 more',
      Valid: '1 Mar 2026 to 1 Jun 2027, 192 days left when checked',
      'Key and signature': 'RSA, 2048 bits; RSA with SHA-256',
      'Leads to a known authority': 'Yes',
      'Made out to this portal': 'Yes',
      'Address connected to': '192.0.2.20',
    });
  });

  it('says who attested what the app could not tell, when, how and by which document', () => {
    const portal = portalOf(connectionOf([aPortal(SEEN)], [aPortalRun(TARGET, 'unknown')]));
    expect(portal.standing).toEqual({ kind: 'attested', word: 'Your word' });
    expect(portal.attestation).toEqual({
      words: 'TLS 1.2; certificate valid until 1 Mar 2027',
      by: 'Jordan A. Hale',
      on: { on: '2026-11-20', text: '20 Nov 2026' },
      method: 'Page information of the browser',
      evidence: ['Screenshot (kept: HIPAA folder)'],
    });
    expect(portal.run?.outcome.kind).toBe('unknown');
  });

  it('says what the attestation does not say', () => {
    const { by: _by, method: _method, ...seen } = SEEN;
    expect(portalOf(connectionOf([aPortal(seen)])).attestation).toMatchObject({ by: null, method: null });
  });

  it('lets no word of the user outweigh a failed check, and marks it as not asked for', () => {
    const portal = portalOf(connectionOf([aPortal(SEEN)], [aPortalRun(TARGET, 'fail')]));
    expect(portal).toMatchObject({ standing: { kind: 'failed' }, attestation: null });
    const seen = portal.entry.groups.find(({ id }) => id === 'seen');
    expect(seen?.answers.map(({ isAsked }) => isAsked)).not.toContain(true);
    expect(portal.entry.groups.find(({ id }) => id === 'portal')?.answers[0]?.isAsked).toBe(true);
  });

  it('is said to be not checked when it never was', () => {
    expect(portalOf(connectionOf([aPortal()]))).toMatchObject({
      standing: { kind: 'not-checked', word: 'Not checked' },
      run: null,
    });
  });

  it('is left out once it is off the list, and counted', () => {
    const gone = aPortal({ name: 'Gone' }, { archivedOn: '2026-11-01' });
    const connection = connectionOf([gone, { ...gone, id: 'p2' }], [aPortalRun(TARGET, 'pass')]);
    expect(connection.portals).toEqual([]);
    expect(connection.takenOff).toBe('2 portals were taken off the list.');
  });
});

describe('this computer in the report', () => {
  it('has every look in the order of the page, checked or not', () => {
    const { computer } = connectionOf([], [aDeviceRun('firewall', 'pass')]);
    expect(computer.map(({ id }) => id)).toEqual(DEVICE_CHECK_IDS);
    const unchecked = computer.filter(({ standing }) => standing.kind === 'not-checked');
    expect(unchecked).toHaveLength(DEVICE_CHECK_IDS.length - 1);
  });

  it('prints the attestation with the item’s own “who looked”', () => {
    const plan = aPlan([
      aRecord('sec-access', {
        answers: { screen_lock: true, lock_minutes: 5, checked: '2026-11-16', by: 'Jordan A. Hale' },
      }),
    ]);
    const look = lookOf(connectionOf([], [aDeviceRun('screen-lock', 'unknown')], plan), 'screen-lock');
    expect(look.attestation).toMatchObject({
      words: 'the screen locks after 5 minutes',
      by: 'Jordan A. Hale',
      on: { text: '16 Nov 2026' },
      method: null,
    });
  });

  it('is counted with the portals in one line', () => {
    const { summary } = aReport(catalog, samplePlan(TODAY)).connection;
    expect(summary).toBe(
      'Portals: 1 by your word, 2 passed. This computer: 1 failed, 4 by your word, 3 passed.',
    );
    expect(connectionOf([]).summary).toBe('Portals: none on the list yet. This computer: 8 not checked.');
  });
});

describe('items that take answers from the page “Secure connection”', () => {
  it('show what the rules judge, and say where it comes from', () => {
    const report = itemIn(
      aReport(catalog, { ...aPlan(), checks: [aDeviceRun('disk-encryption', 'fail')] }),
      'sec-encrypt',
    );
    expect(report.state.kind).toBe('blocked');
    expect(report.record).toBeNull();
    expect(report.taken).toMatchObject({
      from: { kind: 'connection', word: 'Secure connection' },
      fieldIds: ['disk', 'method', 'checked', 'file'],
      instead: [],
    });
    expect(report.answers[0]).toMatchObject({ fieldId: 'disk', value: 'fail', isAsked: true });
  });

  it('keep what was recorded for the item itself, as not asked for', () => {
    const own = aRecord('sec-encrypt', { answers: { disk: 'pass', method: 'Looked' } });
    const plan = { ...aPlan([own]), checks: [aDeviceRun('disk-encryption', 'fail')] };
    const { taken } = itemIn(aReport(catalog, plan), 'sec-encrypt');
    expect(taken?.instead.map((answer) => [answer.fieldId, answer.isAsked])).toEqual([
      ['disk', false],
      ['method', false],
    ]);
  });

  it('take nothing over while they are marked as not applying', () => {
    const aside = aRecord('sec-encrypt', { status: 'not-applicable', notApplicableReason: 'x', answers: {} });
    const plan = { ...aPlan([aside]), checks: [aDeviceRun('disk-encryption', 'fail')] };
    expect(itemIn(aReport(catalog, plan), 'sec-encrypt')).toMatchObject({ taken: null, answers: [] });
  });
});
