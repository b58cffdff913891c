import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { adoptPartners } from '../../shared/domain/adopt-partners.ts';
import { effectiveAnswers } from '../../shared/domain/assess-item.ts';
import type { Answers, AnswerValue, Row } from '../../shared/domain/field.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { aPartner } from '../support/a-partner.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { adopted, planWith } from '../support/adopted-plan.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const entriesOf = (plan: Plan): readonly Answers[] => adoptPartners(plan).map(({ answers }) => answers);

describe('a register made of earlier answers', () => {
  it('knows a vendor of three forms once, however its name is written', () => {
    const entries = entriesOf(
      planWith({
        'clh-baa': {
          company: 'Clearwater  Claims',
          both_signed: true,
          signed: '2026-09-01',
          incident_days: 5,
        },
        'sw-baa': { agreements: [{ rowId: 'a', vendor: 'clearwater claims', version: '3' }] },
        'sec-subs': {
          vendors: [
            { rowId: 'b', vendor: ' CLEARWATER claims', phi: true, baa: 'signed', service: 'Claims' },
          ],
        },
      }),
    );
    expect(entries).toEqual([
      {
        partner_kind: 'vendor',
        name: 'Clearwater  Claims',
        role: 'clearinghouse',
        service: 'Claims',
        touches_phi: true,
        stores_online: true,
        baa_status: 'signed',
        version: '3',
        signed: '2026-09-01',
        incident_days: 5,
      },
    ]);
  });

  it('keeps the stricter of two answers and the other in words', () => {
    const [entry] = entriesOf(
      planWith({
        'cli-baa': {
          agreements: [{ rowId: 'a', client: 'Riverbend', both_signed: true, incident_days: 10 }],
        },
        'sec-incident': {
          clients: [{ rowId: 'b', client: 'Riverbend', deadline_known: true, contract_days: 3 }],
        },
      }),
    );
    expect(entry).toMatchObject({ baa_status: 'signed', incident_days: 3 });
    expect(entry?.note).toBe(
      'Your earlier answers also said:\n“Sign a BAA with each client”: Days to report an incident: 10 days',
    );
  });

  it('guesses what a vendor does only from words that leave no doubt', () => {
    const roleOf = (service: string): AnswerValue | undefined =>
      entriesOf(planWith({ 'sec-subs': { vendors: [{ rowId: 'a', vendor: 'X', service }] } }))[0]?.role;
    expect(
      ['Online backup', 'Shredding', 'E-fax line', 'Email', 'Backup and email', 'Web site', 'Unit tests'].map(
        roleOf,
      ),
    ).toEqual(['backup', 'shredding', 'e-fax', 'email', 'other', 'other', 'other']);
  });

  it('never lets a guess stand in for an answer that says otherwise', () => {
    const plan = planWith({
      'com-fax': { type: 'e-fax', baa: 'missing' },
      'sec-subs': { vendors: [{ rowId: 'a', vendor: 'Faxline', service: 'Online fax', baa: 'signed' }] },
    });
    expect(entriesOf(plan)[0]?.role).toBe('other');
    expect(effectiveAnswers(itemWithId('com-fax'), adopted(plan), TODAY).baa).toBe('missing');
  });

  it('takes searches of the exclusion lists over, of several the oldest day and the worst result', () => {
    const search = (rowId: string, name: string, more: object): Row =>
      ({ rowId, name, whose: 'prospect', result: 'clear', ...more }) as Row;
    const [entry] = entriesOf(
      planWith({
        'cli-contract': { contracts: [{ rowId: 'a', client: 'Riverbend', states: ['NJ'] }] },
        'biz-exclusion': {
          searches: [
            search('r1', 'Riverbend', { list: ['leie'], date: '2026-11-03' }),
            search('r2', 'RIVERBEND', { list: ['sam'], date: '2026-11-01', result: 'possible' }),
            search('r3', 'Somebody else', { list: ['sam'], date: '2026-10-01' }),
          ],
        },
      }),
    );
    expect(entry).toMatchObject({
      name: 'Riverbend',
      states: ['NJ'],
      list: ['leie', 'sam'],
      result: 'possible',
      screened_on: '2026-11-01',
    });
  });

  it('keeps a row without a name as a partner without a name', () => {
    const rows = [{ rowId: 'a', both_signed: true }, { rowId: 'b', both_signed: false }, { rowId: 'c' }];
    const entries = entriesOf(planWith({ 'cli-baa': { agreements: rows } }));
    expect(entries.map(({ baa_status }) => baa_status)).toEqual(['signed', 'missing']);
    for (const entry of entries) expect(entry).not.toHaveProperty('name');
  });

  it('tells a firm that is client and vendor apart', () => {
    const names = entriesOf(
      planWith({
        'cli-baa': { agreements: [{ rowId: 'a', client: 'Both' }] },
        'sec-subs': { vendors: [{ rowId: 'b', vendor: 'BOTH' }] },
      }),
    ).map(({ name }) => name);
    expect(names).toEqual(['Both', 'BOTH (vendor)']);
  });

  it('puts what only a form says that does not apply beside the list, and changes nobody by it', () => {
    const plan: Plan = aPlan(
      [
        aRecord('sw-baa', {
          answers: {
            agreements: [
              { rowId: 'a', vendor: 'Old cloud', both_signed: false },
              { rowId: 'b', vendor: 'Keystone', both_signed: false },
            ],
          },
        }),
        aRecord('sec-subs', {
          answers: { vendors: [{ rowId: 'c', vendor: 'Keystone', phi: true, baa: 'signed' }] },
        }),
      ],
      { flags: { ...aProfile().flags, cloud_software: false } },
    );
    const entries = adoptPartners(plan);
    expect(entries.map(({ answers, isListed }) => [answers.name, isListed])).toEqual([
      ['Keystone', true],
      ['Old cloud', false],
    ]);
    expect(entries[0]?.answers).toMatchObject({ baa_status: 'signed' });
    expect(entries[0]?.answers.note).toContain('Agreement: Not signed');
  });

  it('is made once: not beside any partner, on the list or off it', () => {
    const full = examplePlan(catalog, aProfile(), TODAY);
    expect(adoptPartners(full).length).toBeGreaterThan(4);
    expect(adoptPartners(adopted(full))).toEqual([]);
    const off = aPartner('x', { partner_kind: 'client' }, { archivedOn: TODAY });
    expect(adoptPartners({ ...full, records: [off] })).toEqual([]);
  });
});
