import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../renderer/features/report/to-blocks.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { isSameCompany } from '../../shared/catalog/name-match.ts';
import { assessItem, effectiveAnswers, ruleContext } from '../../shared/domain/assess-item.ts';
import type { Answers, Row } from '../../shared/domain/field.ts';
import { refuseRestore } from '../../shared/domain/history-restore.ts';
import type { Plan, PlanRecord } from '../../shared/domain/plan.ts';
import { aVendor, withPartners } from '../support/a-partner.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { aReport } from '../support/report-context.ts';
import { TODAY } from '../support/test-profile.ts';

const transfer = itemWithId('sec-transfer');

const aRoute = (changes: Answers = {}): Row =>
  ({ rowId: 'r1', client: 'Riverbend', route: 'e-fax', vendor: 'Faxline', ...changes }) as Row;

/** A plan with these routes and vendors. */
function planWith(routes: readonly Row[], ...vendors: readonly PlanRecord[]): Plan {
  return withPartners(vendors, aPlan([aRecord('sec-transfer', { answers: { routes } })]));
}

function agreementsIn(plan: Plan): readonly unknown[] {
  const { routes } = effectiveAnswers(transfer, plan, TODAY);
  return (routes as readonly Row[]).map((row) => row.baa);
}

const judged = (plan: Plan) =>
  assessItem(
    transfer,
    plan.items['sec-transfer'],
    effectiveAnswers(transfer, plan, TODAY),
    ruleContext(catalog, plan, TODAY),
  );

describe('the agreement with the service of a route', () => {
  it.each([
    ['signed', {}, 'signed'],
    ['not signed', { baa_status: 'missing' }, 'missing'],
    ['over', { expires: '2026-11-01' }, 'missing'],
  ])('is taken from the register when it is %s there', (_name, answers, expected) => {
    expect(agreementsIn(planWith([aRoute()], aVendor('Faxline', answers)))).toEqual([expected]);
  });

  it('is found under another spelling, and under the legal name', () => {
    const routes = [aRoute(), aRoute({ rowId: 'r2', vendor: 'Clearfax Holdings' })];
    const vendors = [aVendor('FAXLINE, Inc.'), aVendor('Clearfax', { legal_name: 'Clearfax Holdings, LLC' })];
    expect(agreementsIn(planWith(routes, ...vendors))).toEqual(['signed', 'signed']);
  });

  it('is the user’s own word where the register is silent', () => {
    const own = [aRoute({ baa: 'signed' })];
    expect(agreementsIn(planWith(own))).toEqual(['signed']);
    expect(agreementsIn(planWith(own, aVendor('Other')))).toEqual(['signed']);
    expect(agreementsIn(planWith(own, aVendor('Faxline', {}, { archivedOn: TODAY })))).toEqual(['signed']);
    const unsaid = aVendor('Faxline');
    const { baa_status: _unsaid, ...answers } = unsaid.answers;
    expect(agreementsIn(planWith(own, { ...unsaid, answers }))).toEqual(['signed']);
  });

  it('goes before the user’s word where the register knows better, the worst of several first', () => {
    const plan = planWith(
      [aRoute({ baa: 'signed' })],
      aVendor('Faxline'),
      aVendor('Faxline LLC', { baa_status: 'missing' }),
    );
    expect(agreementsIn(plan)).toEqual(['missing']);
    expect(judged(plan).missing.join(' ')).toContain('Faxline: no signed agreement');
  });

  it('is not asked for where no vendor carries anything', () => {
    const plan = planWith([aRoute({ route: 'portal' })], aVendor('Faxline'));
    expect(agreementsIn(plan)).toEqual([undefined]);
  });

  it('settles the route, and is stored nowhere', () => {
    const plan = planWith([aRoute()], aVendor('Faxline'));
    expect(judged(plan).missing.filter((text) => text.includes('agreement'))).toEqual([]);
    expect(JSON.stringify(plan.items['sec-transfer']?.answers)).not.toContain('signed');
  });

  it('leaves the list the user’s own: an earlier one can be put back', () => {
    const plan = planWith([aRoute()], aVendor('Faxline'));
    const topic = { kind: 'item', item: transfer } as const;
    expect(refuseRestore(topic, 'routes', { catalog, plan }, TODAY)).toBeNull();
  });

  it('is printed once, with the route, and with where it is from', () => {
    const blocks = toBlocks(aReport(catalog, planWith([aRoute()], aVendor('Faxline'))));
    const words = JSON.stringify(blocks.filter(({ unit }) => unit === 'sec-transfer'));
    expect(words).toContain('From “Partners”: Routes.');
    expect(words.split('Riverbend')).toHaveLength(2);
    expect(words).toContain('Signed');
  });
});

describe('two names of one company', () => {
  it.each([
    ['X', 'X, Inc.'],
    ['Clearwater Claims', 'CLEARWATER CLAIMS LLC'],
    ['Smith & Sons', 'Smith Sons P.C.'],
    ['O’Hara Family Practice', "O'Hara Family Practice, PLLC"],
    ['Harbor Co., Ltd.', 'Harbor'],
  ])('are told: %s and %s', (one, other) => {
    expect(isSameCompany(one, other)).toBe(true);
    expect(isSameCompany(other, one)).toBe(true);
  });

  it.each([
    ['X', 'Y, Inc.'],
    ['Inc.', 'LLC'],
    ['', ''],
    ['Lincoln', 'Lincoln Inc Partners'],
    ['Harbor Physical', 'Harbor Physical Therapy'],
  ])('are two: %s and %s', (one, other) => {
    expect(isSameCompany(one, other)).toBe(false);
  });
});
