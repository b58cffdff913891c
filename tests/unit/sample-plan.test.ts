import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { deviceStanding, portalStanding } from '../../shared/domain/check-standing.ts';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';
import { checkAnswer, schemaForAnswers } from '../../shared/domain/field-schema.ts';
import { dateOfInstant } from '../../shared/domain/iso-date.ts';
import { warnOfPatientData } from '../../shared/domain/patient-data.ts';
import { recordsOf } from '../../shared/domain/plan.ts';
import { planSchema } from '../../shared/domain/plan-schema.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { assessRule } from '../../shared/domain/rule-standing.ts';
import { TODAY } from '../support/test-profile.ts';

const DAYS = [TODAY, '2027-03-01', '2028-02-29', '2027-12-31'];

describe.each(DAYS)('the sample plan on %s', (today) => {
  const plan = samplePlan(today);
  const readiness = assessReadiness(catalog, plan, today);

  it('is a valid plan with valid answers', () => {
    expect(planSchema.parse(plan)).toEqual(plan);
    for (const item of catalog.items) {
      const answers = plan.items[item.id]?.answers ?? {};
      expect(schemaForAnswers(fieldsOf(item)).safeParse(answers)).toMatchObject({ success: true });
      for (const field of fieldsOf(item)) {
        const value = answers[field.id];
        if (value !== undefined) expect(checkAnswer(field, value, today)).toMatchObject({ ok: true });
      }
    }
  });

  it('holds lists with answers a person could have given, each portal with a check of its own', () => {
    for (const { kind, answers } of plan.records) {
      const fields = recordFields(kind);
      expect(schemaForAnswers(fields).safeParse(answers)).toMatchObject({ success: true });
      for (const [id, value] of Object.entries(answers)) {
        const field = fields.find((each) => each.id === id);
        expect(field === undefined ? id : checkAnswer(field, value, today)).toMatchObject({ ok: true });
      }
    }
    const targets = recordsOf(plan, 'portal').map(({ answers }) => answers.target);
    const checked = plan.checks.flatMap(({ check, target }) => (check === 'portal-tls' ? [target] : []));
    expect(checked).toEqual(targets);
    expect(plan.checks.filter(({ checkedAt }) => dateOfInstant(checkedAt) > today)).toEqual([]);
    expect(plan.checks.filter(({ outcome, detail }) => outcome !== detail.outcome)).toEqual([]);
  });

  it('was checked: two portals and three looks passed, the disk failed, and the rest is the user’s word', () => {
    const portals = recordsOf(plan, 'portal').map((portal) => portalStanding(plan, portal, today).kind);
    expect(portals).toEqual(['passed', 'passed', 'attested']);
    const looks = DEVICE_CHECK_IDS.map((id) => `${id} ${deviceStanding(plan, id, today).kind}`);
    expect(looks).toEqual([
      'disk-encryption failed',
      'firewall passed',
      'os-support attested',
      'os-updates passed',
      'screen-lock attested',
      'malware-protection passed',
      'wifi-security attested',
      'vpn attested',
    ]);
  });

  it('meets part of the Security Rule and documents one equivalent', () => {
    const { points, summary } = assessRule(catalog, plan, readiness, today);
    const standingOf = (cite: string) => points.find((point) => point.cite === cite)?.standing;
    expect(summary).toBe('15 of 48 points met, 1 documented with an equivalent, 32 open');
    expect(standingOf('164.310(a)(2)(iv)')).toBe('equivalent');
    expect(standingOf('164.308(a)(1)(ii)(D)')).toBe('met');
    expect(standingOf('164.312(a)(2)(iv)')).toBe('open');
  });

  it('is not ready: thirty items settled, three that block, one on hold, nine begun, seven untouched', () => {
    const required = catalog.items.filter(({ level }) => level === 'required');
    const states = required.map(({ id }) => readiness.items[id].state);
    const count = (state: string): number => states.filter((each) => each === state).length;
    expect(readiness.verdict).toBe('not-ready');
    expect(readiness.headline).toBe('30 of 50 required items settled');
    expect(['blocked', 'on-hold', 'in-progress', 'not-started'].map(count)).toEqual([3, 1, 9, 7]);
    expect(readiness.gate.mayTouchPhi).toBe(false);
  });

  it('is blocked by an open complaint, the disk and a missing agreement', () => {
    const blocked = readiness.findings.filter(({ kind }) => kind === 'stop');
    expect(blocked.map(({ itemId, ruleId }) => `${itemId} ${ruleId}`)).toEqual([
      'clh-ag open-complaint',
      'sec-encrypt disk-unencrypted',
      'sec-subs agreement-missing',
    ]);
    expect(blocked[0]?.text).toContain('Delaware Attorney General');
  });

  it('sets one item aside with a reason, and the profile another', () => {
    const states = Object.values(readiness.items).map(({ state }) => state);
    expect(states.filter((state) => state === 'not-applicable')).toHaveLength(1);
    expect(states.filter((state) => state === 'set-aside')).toHaveLength(1);
    expect(plan.items['ref-client-forms']?.notApplicableReason).toMatch(/patient forms/);
  });

  it('records the status each item has, completed on a day that has come', () => {
    for (const item of catalog.items) {
      const record = plan.items[item.id];
      if (record === undefined) continue;
      expect((record.completedOn ?? today) <= today).toBe(true);
      if (record.status === 'done') expect(record.completedOn).not.toBeNull();
      if (readiness.items[item.id].isSettled) expect(['done', 'not-applicable']).toContain(record.status);
    }
  });

  it('is neither stale nor overdue', () => {
    expect(readiness.stale.filter(({ kind }) => kind === 'answer')).toEqual([]);
    expect(readiness.renewals.filter(({ isOverdue }) => isOverdue)).toEqual([]);
  });

  it('holds nothing that looks like patient data', () => {
    const texts = JSON.stringify(plan).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(texts.filter((text) => warnOfPatientData(text) !== null)).toEqual([]);
  });
});
