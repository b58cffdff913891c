import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import type { Item } from '../../shared/catalog/types.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan } from '../../shared/domain/plan.ts';
import { assessReadiness, type Readiness, type Verdict } from '../../shared/domain/readiness.ts';
import { arbitraryAnswers } from '../support/arbitrary-answers.ts';
import { exampleRecord } from '../support/example-plan.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const RANK: Readonly<Record<Verdict, number>> = { 'not-ready': 0, 'ready-with-gaps': 1, ready: 2 };
const profile = aProfile();

/** Any of: untouched, settled by its example, set aside by the user, or filled with arbitrary valid answers. */
function arbitraryRecord(item: Item): fc.Arbitrary<ItemRecord | null> {
  const example = exampleRecord(item, item.example({ today: TODAY, profile }), TODAY);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 6, arbitrary: fc.constant(example) },
    {
      weight: 1,
      arbitrary: fc.constant<ItemRecord>({
        ...example,
        status: 'not-applicable',
        notApplicableReason: 'Not in my business',
      }),
    },
    {
      weight: 3,
      arbitrary: arbitraryAnswers(fieldsOf(item), TODAY, profile).map((answers) =>
        exampleRecord(item, answers, TODAY),
      ),
    },
  );
}

const arbitraryPlan: fc.Arbitrary<Plan> = fc.tuple(...catalog.items.map(arbitraryRecord)).map((records) => ({
  ...EMPTY_PLAN,
  profile,
  items: Object.fromEntries(records.flatMap((record) => (record === null ? [] : [[record.id, record]]))),
}));

const settle = (plan: Plan, item: Item): Plan => ({
  ...plan,
  items: {
    ...plan.items,
    [item.id]: exampleRecord(item, item.example({ today: TODAY, profile }), TODAY),
  },
});

describe('readiness', () => {
  it('is never lowered by settling an open item, whatever else is recorded', () => {
    let judged = 0;
    fc.assert(
      fc.property(arbitraryPlan, fc.constantFrom(...catalog.items), (plan, item) => {
        const before = assessReadiness(catalog, plan, TODAY);
        if (before.items[item.id].isSettled) return;
        judged += 1;
        const after = assessReadiness(catalog, settle(plan, item), TODAY);
        expect(RANK[after.verdict]).toBeGreaterThanOrEqual(RANK[before.verdict]);
      }),
      { numRuns: 200 },
    );
    expect(judged).toBeGreaterThan(50);
  });

  it('keeps everything settled that was, when one item more is settled', () => {
    fc.assert(
      fc.property(fc.subarray([...catalog.items]), fc.constantFrom(...catalog.items), (settled, item) => {
        const plan = settled.reduce(settle, { ...EMPTY_PLAN, profile });
        const before = settledIds(assessReadiness(catalog, plan, TODAY));
        const after = settledIds(assessReadiness(catalog, settle(plan, item), TODAY));
        expect(before).toEqual(settled.map(({ id }) => id));
        expect(new Set(after)).toEqual(new Set([...before, item.id]));
      }),
      { numRuns: 200 },
    );
  });

  it('is not ready whenever a blocker stands', () => {
    let withFindings = 0;
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const readiness = assessReadiness(catalog, plan, TODAY);
        if (readiness.findings.length > 0) withFindings += 1;
        expect(readiness.findings.length > 0 && readiness.verdict !== 'not-ready').toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(withFindings).toBeGreaterThan(20);
  });

  it('explains itself: no verdict below ready without a reason, none above without all settled', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const readiness = assessReadiness(catalog, plan, TODAY);
        expect(readiness.reasons.length > 0).toBe(readiness.verdict !== 'ready');
        if (readiness.verdict !== 'not-ready') expect(openRequired(readiness)).toEqual([]);
        expect(readiness.nextSteps.length).toBeLessThanOrEqual(3);
        expect(readiness.gate.mayTouchPhi).toBe(readiness.gate.missing.length === 0);
      }),
      { numRuns: 100 },
    );
  });

  it('is ready when every item holds its example, and the gate opens', () => {
    const full = catalog.items.reduce(settle, { ...EMPTY_PLAN, profile });
    const readiness = assessReadiness(catalog, full, TODAY);
    expect(readiness.reasons).toEqual([]);
    expect(readiness.verdict).toBe('ready');
    expect(readiness.gate.mayTouchPhi).toBe(true);
    expect(readiness.settledRequired).toBe(readiness.totalRequired);
  });
});

function settledIds(readiness: Readiness): readonly ItemId[] {
  return catalog.items.filter((item) => readiness.items[item.id].isSettled).map((item) => item.id);
}

function openRequired(readiness: Readiness): readonly ItemId[] {
  return catalog.items
    .filter((item) => item.level === 'required' && !readiness.items[item.id].isSettled)
    .map((item) => item.id);
}
