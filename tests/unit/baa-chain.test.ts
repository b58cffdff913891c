import { describe, expect, it } from 'vitest';
import { baaChain, breachInWords, chainInWords, isBroken, YOU } from '../../shared/domain/baa-chain.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { aClient, aPartner, aVendor, withPartners } from '../support/a-partner.ts';
import { TODAY } from '../support/test-profile.ts';

const chainOf = (...records: readonly PlanRecord[]) => baaChain(withPartners(records), TODAY);
const standingOf = (answers: Answers) => chainOf(aVendor('Keystone', answers)).links[0]?.standing;

describe('the chain of agreements', () => {
  it('runs from the clients through you to the vendors', () => {
    const { links } = chainOf(aClient('Riverbend'), aVendor('Keystone'));
    expect(links.map(({ from, to }) => [from, to])).toEqual([
      [YOU, 'Keystone'],
      ['Riverbend', YOU],
    ]);
    expect(links.map(({ node }) => node)).toEqual([
      { id: 'Keystone', kind: 'vendor', name: 'Keystone', role: 'Backup' },
      { id: 'Riverbend', kind: 'client', name: 'Riverbend', role: '' },
    ]);
  });

  it.each([
    ['signed', {}],
    ['signed', { expires: TODAY }],
    ['expired', { expires: '2026-11-21' }],
    ['missing', { baa_status: 'missing' }],
    ['not-needed', { baa_status: 'missing', touches_phi: false }],
    ['not-needed', { baa_status: 'not-applicable', touches_phi: false }],
    ['not-needed', { expires: '2026-11-21', touches_phi: false }],
    ['missing', { baa_status: 'not-applicable', touches_phi: true }],
  ] as const)('is %s with %j', (standing, answers) => {
    expect(standingOf(answers)).toBe(standing);
  });

  it('is not known where nothing is said', () => {
    const { links } = chainOf(aPartner('x', { partner_kind: 'client' }));
    expect(links[0]).toMatchObject({ standing: 'unknown', node: { name: 'A client without a name' } });
  });

  it('gives the dates of an agreement only while there is one', () => {
    const dates = { signed: '2026-09-01', expires: '2026-10-01' };
    expect(chainOf(aVendor('Keystone', dates)).links[0]).toMatchObject({
      standing: 'expired',
      since: '2026-09-01',
      expires: '2026-10-01',
      words: 'Ended on 1 Oct 2026. Without a new one, no patient data may pass.',
    });
    expect(chainOf(aVendor('Keystone', { ...dates, baa_status: 'missing' })).links[0]).toMatchObject({
      since: null,
      expires: null,
    });
  });

  it('names what is missing first, then goes by name', () => {
    const { links, counts } = chainOf(
      aVendor('b signed'),
      aVendor('A signed'),
      aVendor('none', { touches_phi: false, baa_status: 'not-applicable' }),
      aPartner('unknown', { partner_kind: 'vendor', name: 'unknown' }),
      aVendor('over', { expires: '2026-01-01' }),
      aClient('Z missing', { baa_status: 'missing' }),
    );
    expect(links.map(({ node }) => node.name)).toEqual([
      'Z missing',
      'over',
      'unknown',
      'A signed',
      'b signed',
      'none',
    ]);
    expect(counts).toEqual({ missing: 1, expired: 1, unknown: 1, signed: 2, 'not-needed': 1 });
    expect(links.map(({ standing }) => isBroken(standing))).toEqual([true, true, true, false, false, false]);
  });

  it('leaves out who was taken off the list', () => {
    expect(chainOf(aClient('Gone', {}, { archivedOn: TODAY })).links).toEqual([]);
  });
});

describe('the chain in words', () => {
  const none = { touches_phi: false, baa_status: 'not-applicable' };
  it.each([
    ['No clients and no vendors are recorded yet.', []],
    ['No agreement is needed: no patient data passes.', [aVendor('A', none)]],
    ['The one agreement needed is signed.', [aVendor('A'), aVendor('B', none)]],
    ['All 2 agreements needed are signed.', [aVendor('A'), aClient('B')]],
    [
      '1 of 3 agreements signed; 1 not signed, 1 expired.',
      [aVendor('A'), aVendor('B', { baa_status: 'missing' }), aClient('C', { expires: '2026-01-01' })],
    ],
  ] as const)('%s', (words, partners) => {
    expect(chainInWords(chainOf(...partners))).toBe(words);
  });
});

describe('the shortest deadline for telling a client of a breach', () => {
  it('is that of the client whose agreement leaves the fewest days', () => {
    const chain = chainOf(
      aClient('Ten', { incident_days: 10 }),
      aClient('One', { incident_days: 1 }),
      aVendor('Vendor', { incident_days: 0 }),
    );
    expect(chain.breach).toMatchObject({
      shortest: { client: 'One', days: 1, basis: 'contract' },
      unknown: 0,
    });
    expect(breachInWords(chain)).toBe('After a breach, the first client has to be told within 1 day: One.');
  });

  it('is never longer than the law allows', () => {
    const chain = chainOf(aClient('Ninety', { incident_days: 90 }));
    expect(chain.breach.shortest).toMatchObject({ days: 60, basis: 'law' });
  });

  it('says when a deadline is not recorded', () => {
    const unknown = { deadline_known: false };
    expect(breachInWords(chainOf(aClient('A', unknown)))).toContain('No client’s deadline is recorded');
    expect(breachInWords(chainOf(aClient('A', unknown), aClient('B', { incident_days: 0 })))).toBe(
      'After a breach, the first client has to be told the same day: B. Not every deadline is recorded: an agreement may leave fewer days.',
    );
    expect(breachInWords(chainOf(aVendor('V')))).toContain('No client is on the list yet');
  });
});
