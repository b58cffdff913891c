import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { effectiveAnswers } from '../../shared/domain/assess-item.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { aClient, aPartner, aVendor, withPartners } from '../support/a-partner.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const PROOF = [{ name: 'BAA, signed by both', location: 'Binder' }];

/** What the register says for an item. */
function derived(id: ItemId, plan: Plan, own: Answers = {}): Answers {
  return itemWithId(id).derived?.answers(plan, own, TODAY) ?? {};
}

const register = (...records: readonly PlanRecord[]): Plan => withPartners(records);

describe('an empty register', () => {
  it.each([
    'cli-baa',
    'clh-baa',
    'sw-baa',
    'sec-subs',
    'sec-incident',
    'com-phone',
    'com-fax',
    'biz-exclusion',
  ] as const)('says nothing for %s, so that earlier answers count', (id) => {
    expect(derived(id, EMPTY_PLAN)).toEqual({});
  });

  it('does not speak for vendors as long as it holds clients only, nor the other way round', () => {
    expect(derived('sec-subs', register(aClient('Riverbend')))).toEqual({});
    expect(derived('cli-baa', register(aVendor('Keystone')))).toEqual({});
  });
});

describe('a client', () => {
  const plan = register(aClient('Riverbend', { expires: '2027-09-01', renewal: '2027-08-01' }));

  it('is an agreement in “Sign a BAA with each client”', () => {
    expect(derived('cli-baa', plan)).toEqual({
      agreements: [
        {
          rowId: 'Riverbend',
          client: 'Riverbend',
          both_signed: true,
          signed: '2026-09-01',
          version: '1.0',
          incident_days: 5,
          return_destroy: true,
          file: PROOF,
          expires: '2027-09-01',
          renewal: '2027-08-01',
        },
      ],
    });
  });

  it('has to be told of an incident', () => {
    expect(derived('sec-incident', plan)).toEqual({
      clients: [
        {
          rowId: 'Riverbend',
          client: 'Riverbend',
          contact: 'Casey Lane, 555-0177',
          deadline_known: true,
          contract_days: 5,
        },
      ],
    });
  });

  it('whose agreement names no deadline stops the incident plan', () => {
    const unknown = register(aClient('Riverbend', { deadline_known: false }));
    expect(derived('sec-incident', unknown)).toMatchObject({ clients: [{ deadline_known: false }] });
    expect(derived('cli-baa', unknown).agreements).not.toMatchObject([{ incident_days: 5 }]);
  });

  it('that gives no patient data is asked for no agreement', () => {
    const none = { touches_phi: false, baa_status: 'not-applicable' };
    const mixed = register(aClient('Riverbend'), aClient('Advice only', none));
    expect(derived('cli-baa', mixed).agreements).toHaveLength(1);
    expect(derived('sec-incident', mixed).clients).toHaveLength(1);
  });

  it('without an agreement is one that is not signed by both, and nothing hidden shows through', () => {
    const [row] = derived('cli-baa', register(aClient('Riverbend', { baa_status: 'missing' })))
      .agreements as readonly object[];
    expect(row).toMatchObject({ both_signed: false });
    expect(row).not.toHaveProperty('signed');
    expect(row).not.toHaveProperty('file');
  });
});

describe('a vendor', () => {
  it('is in the register of who touches patient data, in the user’s own words if there are any', () => {
    const plan = register(
      aVendor('Keystone', { expires: '2027-01-01' }),
      aVendor('Plainview', { service: 'Web site', touches_phi: false, baa_status: 'not-applicable' }),
      aVendor('Odd', { role: 'other' }),
    );
    expect(derived('sec-subs', plan)).toEqual({
      vendors: [
        {
          rowId: 'Keystone',
          vendor: 'Keystone',
          service: 'Backup',
          phi: true,
          baa: 'signed',
          signed: '2026-09-01',
          file: PROOF,
          expires: '2027-01-01',
        },
        { rowId: 'Plainview', vendor: 'Plainview', service: 'Web site', phi: false, baa: 'not-applicable' },
        { rowId: 'Odd', vendor: 'Odd', phi: true, baa: 'signed', signed: '2026-09-01', file: PROOF },
      ],
    });
  });

  it('is among the cloud vendors only when it keeps patient data there', () => {
    const plan = register(
      aVendor('LedgerLeaf', { role: 'software', stores_online: true }),
      aVendor('Shredder', { role: 'shredding' }),
    );
    expect(derived('sw-baa', plan)).toMatchObject({
      agreements: [{ vendor: 'LedgerLeaf', both_signed: true, incident_days: 5 }],
    });
    expect(derived('sw-baa', plan).agreements).toHaveLength(1);
  });

  it.each([
    ['com-phone', 'phone'],
    ['com-fax', 'e-fax'],
  ] as const)('answers for %s whether its service has an agreement in force', (item, role) => {
    const services = (...answers: readonly Answers[]): Plan =>
      register(...answers.map((each, at) => aVendor(`Line ${at}`, { role, ...each })));
    expect(derived(item, services({}))).toEqual({ baa: 'signed' });
    expect(derived(item, services({}, { baa_status: 'missing' }))).toEqual({ baa: 'missing' });
    expect(derived(item, services({ expires: '2026-11-01' }))).toEqual({ baa: 'missing' });
    expect(derived(item, services({ touches_phi: false, baa_status: 'not-applicable' }))).toEqual({});
    expect(derived(item, register(aPartner('x', { partner_kind: 'vendor', role })))).toEqual({});
  });
});

describe('the clearinghouse', () => {
  const clearinghouse = (id: string, answers: Answers = {}): PlanRecord =>
    aVendor(id, { role: 'clearinghouse', ...answers });

  it('brings its agreement under its legal name', () => {
    const plan = register(clearinghouse('Clearwater', { legal_name: 'Clearwater, Inc.' }));
    expect(derived('clh-baa', plan)).toEqual({
      company: 'Clearwater, Inc.',
      both_signed: true,
      signed: '2026-09-01',
      version: '1.0',
      incident_days: 5,
      return_destroy: true,
      file: PROOF,
    });
  });

  it('is, among several, the one with the contract', () => {
    const contract = aPlan([aRecord('clh-contract', { answers: { legal_name: 'TIDEWATER  edi' } })]);
    const plan = withPartners([clearinghouse('Clearwater'), clearinghouse('Tidewater EDI')], contract);
    expect(derived('clh-baa', plan).company).toBe('Tidewater EDI');
    expect(derived('clh-baa', register(clearinghouse('A'), clearinghouse('B'))).company).toBe('A');
  });

  it('never borrows an answer from what was recorded about another company', () => {
    const item = itemWithId('clh-baa');
    const own = { ...item.example({ today: TODAY, profile: aProfile() }), subcontractors: 'One host' };
    const bare = aPartner('x', { partner_kind: 'vendor', role: 'clearinghouse', name: 'Tidewater' });
    const effective = effectiveAnswers(item, register(bare), TODAY, own);
    expect(effective).toEqual({ company: 'Tidewater', subcontractors: 'One host' });
  });

  it('taken off the list takes its agreement with it', () => {
    const item = itemWithId('clh-baa');
    const own = item.example({ today: TODAY, profile: aProfile() });
    const plan = register(aVendor('Clearwater', { role: 'clearinghouse' }, { archivedOn: TODAY }));
    expect(effectiveAnswers(item, plan, TODAY, own)).not.toHaveProperty('both_signed');
  });
});

describe('a partner that was searched in the exclusion lists', () => {
  const searched = { screened_on: '2026-11-01', list: ['leie', 'sam'], result: 'clear' };
  const own = [
    { rowId: 'r1', name: 'Jordan Hale', whose: 'self', list: ['leie', 'sam'], result: 'clear', date: TODAY },
    {
      rowId: 'r2',
      name: 'riverbend ',
      whose: 'prospect',
      list: ['leie'],
      result: 'possible',
      date: '2026-10-01',
    },
  ];
  const plan = (screened: Answers): Plan =>
    withPartners(
      [aClient('Riverbend', screened)],
      aPlan([aRecord('biz-exclusion', { answers: { searches: own } })], {
        flags: { ...aProfile().flags, helpers: false },
      }),
    );
  const assessed = (screened: Answers) =>
    assessReadiness(catalog, plan(screened), TODAY).items['biz-exclusion'];

  it('has its row there', () => {
    expect(derived('biz-exclusion', plan(searched))).toEqual({
      partner_searches: [
        { rowId: 'Riverbend', name: 'Riverbend', list: ['leie', 'sam'], result: 'clear', date: '2026-11-01' },
      ],
    });
  });

  it('is judged by its newest search, not by an older row about it', () => {
    expect(assessed({}).state).toBe('on-hold');
    expect(assessed(searched)).toMatchObject({ state: 'done', findings: [] });
    expect(assessed({ ...searched, screened_on: '2026-09-01' }).state).toBe('on-hold');
  });

  it('stops when it is on a list', () => {
    expect(assessed({ ...searched, result: 'match' }).findings).toMatchObject([
      { ruleId: 'exclusion-match', text: 'Riverbend: on an exclusion list.' },
    ]);
  });
});

describe('the calendar', () => {
  const renewals = assessReadiness(
    catalog,
    withPartners(
      [
        aClient('Riverbend', { expires: '2027-03-01', screened_on: '2026-11-10', list: ['sam'] }),
        aVendor('Keystone', { expires: '2027-02-01', renewal: '2027-01-01' }),
        aVendor('Gone', { expires: '2027-02-02' }, { archivedOn: TODAY }),
      ],
      examplePlan(catalog, aProfile(), TODAY),
    ),
    TODAY,
  ).renewals;
  const textsOf = (id: ItemId): readonly string[] =>
    renewals.filter(({ itemId }) => itemId === id).map(({ dueOn, text }) => `${dueOn} ${text}`);

  it('names each end of an agreement and each day to look at one again, one by one', () => {
    expect(textsOf('cli-baa')).toEqual(['2027-03-01 Riverbend: the agreement (BAA) ends']);
    expect(textsOf('sec-subs')).toEqual([
      '2027-01-01 Keystone: look at the agreement (BAA) again',
      '2027-02-01 Keystone: the agreement (BAA) ends',
      '2027-11-08 Go through the register again',
    ]);
  });

  it('names each search of the exclusion lists that is due again', () => {
    expect(textsOf('biz-exclusion')).toContain('2026-12-10 Riverbend: search the exclusion lists again');
    expect(textsOf('biz-exclusion')).toContain('2026-12-16 Jordan A. Hale: search the exclusion lists again');
  });
});

describe('a complete plan', () => {
  const full = examplePlan(catalog, aProfile(), TODAY);
  const mayTouchPhi = (...records: readonly PlanRecord[]): boolean =>
    assessReadiness(catalog, withPartners(records, full), TODAY).gate.mayTouchPhi;
  const clients = [aClient('Riverbend Family Practice'), aClient('Harbor Physical Therapy')];

  it('stays open to patient data with a register in which everything is signed', () => {
    expect(
      mayTouchPhi(
        ...clients,
        aVendor('Clearwater', { role: 'clearinghouse' }),
        aVendor('LedgerLeaf Software, Inc.', { role: 'software', stores_online: true }),
      ),
    ).toBe(true);
  });

  it.each([
    ['a client without an agreement', aClient('New', { baa_status: 'missing' })],
    ['a client whose agreement has ended', aClient('New', { expires: '2026-11-21' })],
    ['a client of which nothing is recorded', aPartner('New', { partner_kind: 'client', name: 'New' })],
    ['a vendor without an agreement', aVendor('New', { baa_status: 'missing' })],
    ['a vendor whose agreement has ended', aVendor('New', { expires: '2026-11-21' })],
    ['a vendor of which nothing is recorded', aPartner('New', { partner_kind: 'vendor', name: 'New' })],
    ['a vendor that touches data with “not needed”', aVendor('New', { baa_status: 'not-applicable' })],
  ])('is closed by %s', (_what, partner) => {
    const vendors = [
      aVendor('LedgerLeaf Software, Inc.', { role: 'software', stores_online: true }),
      aVendor('Clearwater', { role: 'clearinghouse' }),
    ];
    expect(mayTouchPhi(...clients, ...vendors)).toBe(true);
    expect(mayTouchPhi(...clients, ...vendors, partner)).toBe(false);
  });
});
