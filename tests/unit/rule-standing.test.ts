import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { ruleSpecifications } from '../../shared/catalog/security-rule.ts';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import { DEVICE_CHECK_IDS, type DeviceCheckId } from '../../shared/domain/device-checks/device-check.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan } from '../../shared/domain/plan.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { readRuleAnswer, ruleAnswerFields } from '../../shared/domain/rule-answer.ts';
import { assessRule, type PointAssessment, type RuleAssessment } from '../../shared/domain/rule-standing.ts';
import { arbitraryAnswers } from '../support/arbitrary-answers.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aDeviceRun, aListRecord, aPortalRun } from '../support/marked-checks.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const DONE = examplePlan(catalog, aProfile(), TODAY);
const REQUIRED = '164.308(a)(2)';
const ENCRYPTION = '164.312(a)(2)(iv)';
const CLEARINGHOUSE = '164.308(a)(4)(ii)(A)';

const MET: Answers = { status: 'met', how: 'Written down and done.', decided: '2026-11-03' };
const EQUIVALENT: Answers = {
  status: 'equivalent',
  reason: 'It does not fit a room of one.',
  equivalent: 'Something as good.',
  decided: '2026-11-03',
};

const assess = (plan: Plan): RuleAssessment =>
  assessRule(catalog, plan, assessReadiness(catalog, plan, TODAY), TODAY);

function pointOf(plan: Plan, cite: string): PointAssessment {
  const point = assess(plan).points.find((each) => each.cite === cite);
  if (point === undefined) throw new Error(`No point ${cite}`);
  return point;
}

const answering = (plan: Plan, cite: string, answers: Answers): Plan => ({
  ...plan,
  records: [...plan.records.filter(({ id }) => id !== cite), aListRecord('rule-answer', cite, answers)],
});
const checked = (plan: Plan, ...runs: readonly CheckRun[]): Plan => ({ ...plan, checks: runs });
const withItem = (plan: Plan, id: ItemId, changes: Partial<ItemRecord>): Plan => {
  const before = plan.items[id];
  if (before === undefined) throw new Error(`${id} is not in this plan`);
  return { ...plan, items: { ...plan.items, [id]: { ...before, ...changes } } };
};

describe('a point of the Security Rule', () => {
  it('is met when every item that answers it is done', () => {
    const point = pointOf(DONE, REQUIRED);
    expect(point).toMatchObject({ standing: 'met', shape: 'done', open: [] });
    expect(point.why).toEqual(['The item of the checklist that answers it is done.']);
  });

  it('is open while one of them is not, and names it', () => {
    const point = pointOf(withItem(DONE, 'sec-risk', { answers: {} }), REQUIRED);
    expect(point).toMatchObject({
      standing: 'open',
      why: ['The item of the checklist that answers it is not done.'],
      open: ['“Write your risk analysis and risk plan”: not started.'],
    });
  });

  it('is not met by an item that its owner marked as not applying', () => {
    const plan = withItem(DONE, 'sec-risk', { status: 'not-applicable', notApplicableReason: 'No time.' });
    const point = pointOf(plan, REQUIRED);
    expect(point.standing).toBe('open');
    expect(point.open[0]).toContain('does not show that this point is met');
  });

  it('does not ask for an item that the profile sets aside', () => {
    const profile = aProfile({ flags: { ...aProfile().flags, printer: false } });
    const point = pointOf(examplePlan(catalog, profile, TODAY), '164.310(d)(2)(i)');
    expect(point.items.map(({ id, state }) => [id, state])).toContainEqual(['com-print', 'set-aside']);
    expect(point.standing).toBe('met');
  });

  it('is met by the user’s own word, with what and when, although items are not finished', () => {
    const plan = answering(EMPTY_PLAN, REQUIRED, MET);
    expect(pointOf(plan, REQUIRED)).toMatchObject({
      standing: 'met',
      why: ['You say so, decided on 3 Nov 2026.'],
    });
  });

  it.each([
    ['how', 'Your answer: say how it is met.'],
    ['decided', 'Your answer: give the day you decided it.'],
  ])('stays open while the user’s word lacks “%s”', (field, sentence) => {
    const plan = answering(EMPTY_PLAN, REQUIRED, { ...MET, [field]: ' ' });
    expect(pointOf(plan, REQUIRED)).toMatchObject({ standing: 'open', open: [sentence] });
  });

  it('is not met by the user’s word while an item blocks', () => {
    const blocked = withItem(DONE, 'sec-encrypt', { answers: { disk: 'fail' } });
    const point = pointOf(answering(blocked, ENCRYPTION, MET), ENCRYPTION);
    expect(point).toMatchObject({ standing: 'open', shape: 'blocked' });
    expect(point.why).toEqual(['You say that it is met, but what was found says otherwise.']);
    expect(point.open[0]).toContain('The disk of the business computer is not encrypted.');
  });

  it('is open when its owner says so, whatever is done', () => {
    const point = pointOf(answering(DONE, REQUIRED, { status: 'open' }), REQUIRED);
    expect(point).toMatchObject({ standing: 'open', why: ['You say that it is not done yet.'] });
  });
});

describe('an equivalent', () => {
  it('closes an addressable point with reason, equivalent and day', () => {
    expect(pointOf(answering(EMPTY_PLAN, ENCRYPTION, EQUIVALENT), ENCRYPTION)).toMatchObject({
      standing: 'equivalent',
      shape: 'done',
      open: [],
    });
  });

  it.each(['reason', 'equivalent', 'decided'])('leaves it open without “%s”', (field) => {
    const { [field]: _left, ...answers } = EQUIVALENT;
    expect(pointOf(answering(DONE, ENCRYPTION, answers), ENCRYPTION)).toMatchObject({
      standing: 'open',
      why: ['Your answer is not complete yet.'],
    });
  });

  it('says that the checklist asks for it all the same', () => {
    const plan = checked(
      answering(EMPTY_PLAN, ENCRYPTION, EQUIVALENT),
      aDeviceRun('disk-encryption', 'fail'),
    );
    const point = pointOf(plan, ENCRYPTION);
    expect(point.standing).toBe('equivalent');
    expect(point.why[1]).toMatch(/^The checklist of this app asks for it all the same: .*not encrypted/);
  });

  it('never closes a required point, and says why', () => {
    const point = pointOf(answering(DONE, REQUIRED, EQUIVALENT), REQUIRED);
    expect(point.standing).toBe('open');
    expect(point.why[0]).toContain('this point is required: nothing else can stand in for it');
  });

  it('is not offered for a required point', () => {
    const optionsFor = (mark: 'required' | 'addressable') =>
      ruleAnswerFields(mark).flatMap((field) =>
        field.id === 'status' && field.type === 'choice' ? field.options.map(({ value }) => value) : [],
      );
    expect(optionsFor('required')).toEqual(['met', 'open']);
    expect(optionsFor('addressable')).toEqual(['met', 'equivalent', 'open']);
    expect(ruleAnswerFields('required').map(({ id }) => id)).toEqual(
      recordFields('rule-answer').map(({ id }) => id),
    );
  });
});

describe('checks that bear on a point', () => {
  const portal = aListRecord('portal', 'p1', {
    name: 'Clearwater',
    address: 'portal.example.com',
    target: 'portal.example.com:443',
  });

  it('keep it open when the app could not tell and the user has not said what they saw', () => {
    const bare = withItem(DONE, 'sec-network', { status: 'not-applicable', notApplicableReason: 'x' });
    const point = pointOf(checked(bare, aDeviceRun('vpn', 'unknown')), '164.312(e)(2)(ii)');
    expect(point.checks.find(({ title }) => title === 'VPN')).toMatchObject({ doubt: 'unknown' });
    expect(point.open.some((sentence) => sentence.startsWith('VPN: Could not tell.'))).toBe(true);
  });

  it('leave it met when the user’s word stands in for what the app could not tell', () => {
    const plan = checked(DONE, aDeviceRun('vpn', 'unknown'), aDeviceRun('wifi-security', 'unknown'));
    const point = pointOf(plan, '164.312(e)(2)(ii)');
    expect(point.standing).toBe('met');
    expect(point.checks.map(({ title, kind }) => `${title}: ${kind}`)).toEqual([
      'Wi-Fi security: attested',
      'VPN: attested',
    ]);
  });

  it('count each portal on the list for “portal-tls”', () => {
    const plan = { ...checked(DONE, aPortalRun('portal.example.com:443', 'fail')), records: [portal] };
    const point = pointOf(plan, '164.312(e)(2)(i)');
    expect(point.standing).toBe('open');
    expect(point.checks).toMatchObject([{ title: 'Portal “Clearwater”', kind: 'failed', doubt: 'failed' }]);
  });

  it('are evidence when they passed, beside the documents of items, portals and the answer', () => {
    const seen = [{ name: 'Page info', location: 'Folder' }];
    const plan = answering(
      {
        ...checked(DONE, aPortalRun('portal.example.com:443', 'pass')),
        records: [{ ...portal, answers: { ...portal.answers, file: seen } }],
      },
      '164.312(e)(2)(i)',
      { ...MET, file: [{ name: 'Decision', location: '' }] },
    );
    const from = pointOf(plan, '164.312(e)(2)(i)').evidence.map((one) => `${one.from}: ${one.name}`);
    expect(from[0]).toBe('Your answer: Decision');
    expect(from).toContain(
      'Secure your network connection: Router page and certificate details, screenshots',
    );
    expect(from.slice(-2)).toEqual([
      'Portal “Clearwater”: Automatic check of 21 Nov 2026: passed',
      'Portal “Clearwater”: Page info',
    ]);
  });
});

describe('points that concern other kinds of business', () => {
  it('are set aside until somebody answers them', () => {
    expect(pointOf(DONE, CLEARINGHOUSE)).toMatchObject({ standing: 'set-aside', open: [] });
    expect(pointOf(answering(DONE, CLEARINGHOUSE, { status: 'open' }), CLEARINGHOUSE).standing).toBe('open');
    expect(pointOf(answering(DONE, CLEARINGHOUSE, MET), CLEARINGHOUSE).standing).toBe('met');
  });
});

describe('the whole rule', () => {
  it('is counted in a sentence, without what concerns others', () => {
    expect(assess(DONE)).toMatchObject({ setAside: 3, open: 0 });
    expect(assess(DONE).summary).toBe('48 of 48 points met, 0 documented with an equivalent, 0 open');
    expect(assess(answering(EMPTY_PLAN, ENCRYPTION, EQUIVALENT)).summary).toBe(
      '0 of 48 points met, 1 documented with an equivalent, 47 open',
    );
  });

  it('meets nothing for an unanswered plan', () => {
    const { points, met, equivalent } = assess(EMPTY_PLAN);
    expect([met, equivalent]).toEqual([0, 0]);
    expect(points.filter(({ standing, open }) => standing === 'open' && open.length === 0)).toEqual([]);
  });

  it('has a point with a reason for each thing the rule asks, in its order', () => {
    const { points } = assess(samplePlan(TODAY));
    expect(points.map(({ cite }) => cite)).toEqual(ruleSpecifications.map(({ cite }) => cite));
    expect(points.filter(({ why }) => why.length === 0)).toEqual([]);
  });

  it('never says compliant', () => {
    for (const plan of [EMPTY_PLAN, DONE, samplePlan(TODAY)]) {
      expect(JSON.stringify(assess(plan))).not.toMatch(/complian|certified/i);
    }
  });
});

describe('whatever is recorded', () => {
  const arbitraryAnswer = arbitraryAnswers(recordFields('rule-answer'), TODAY, aProfile());
  const arbitraryRecords = fc
    .array(fc.tuple(fc.constantFrom(...ruleSpecifications), arbitraryAnswer), { maxLength: 12 })
    .map((all) => all.map(([{ cite }, answers]) => aListRecord('rule-answer', cite, answers)));
  const arbitraryChecks = fc.uniqueArray(
    fc.record({
      check: fc.constantFrom<DeviceCheckId>(...DEVICE_CHECK_IDS),
      outcome: fc.constantFrom('pass', 'fail', 'unknown', 'not-applicable'),
    }),
    { selector: ({ check }) => check },
  );
  const arbitraryPlan = fc
    .tuple(fc.constantFrom(EMPTY_PLAN, DONE, samplePlan(TODAY)), arbitraryRecords, arbitraryChecks)
    .map(
      ([plan, records, checks]): Plan => ({
        ...plan,
        records: [...new Map(records.map((record) => [record.id, record])).values()],
        checks: checks.map(({ check, outcome }) => aDeviceRun(check, outcome as CheckRun['outcome'])),
      }),
    );

  it('a failed check never leaves its point met', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const failed = plan.checks.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check);
        const touched = ruleSpecifications.filter(({ checks }) =>
          checks.some((check) => failed.includes(check)),
        );
        const { points } = assess(plan);
        for (const { cite } of touched) {
          expect(points.find((point) => point.cite === cite)?.standing).not.toBe('met');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('an equivalent never closes a required point', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.constantFrom(...ruleSpecifications), (plan, { cite, mark }) => {
        const { standing } = pointOf(answering(plan, cite, EQUIVALENT), cite);
        expect(standing).toBe(mark === 'required' ? 'open' : 'equivalent');
      }),
      { numRuns: 60 },
    );
  });

  it('a point has its reasons, and something left to do exactly while it is open', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        for (const { standing, why, open } of assess(plan).points) {
          expect(why.length).toBeGreaterThan(0);
          expect(open.length > 0).toBe(standing === 'open');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('an answer counts as complete exactly when its words and its day are there', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (answers) => {
        const read = readRuleAnswer(answers);
        if (read.kind === 'met' || read.kind === 'equivalent') {
          expect(read.missing.length === 0).toBe(
            ruleAnswerFields('addressable').every(
              ({ id, required }) =>
                required !== true ||
                (read.kind === 'met' ? ['reason', 'equivalent'] : ['how']).includes(id) ||
                String(answers[id] ?? '').trim() !== '',
            ),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
