import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { checkAnswer, schemaForAnswers } from '../../shared/domain/field-schema.ts';
import { warnOfPatientData } from '../../shared/domain/patient-data.ts';
import { planSchema } from '../../shared/domain/plan-schema.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
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

  it('is not ready: thirty items settled, three that block, one on hold, six begun, ten untouched', () => {
    const required = catalog.items.filter(({ level }) => level === 'required');
    const states = required.map(({ id }) => readiness.items[id].state);
    const count = (state: string): number => states.filter((each) => each === state).length;
    expect(readiness.verdict).toBe('not-ready');
    expect(readiness.headline).toBe('30 of 50 required items settled');
    expect(['blocked', 'on-hold', 'in-progress', 'not-started'].map(count)).toEqual([3, 1, 6, 10]);
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
