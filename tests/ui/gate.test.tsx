import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { checksWith } from '../support/a-clearinghouse.ts';
import { aClient, aVendor } from '../support/a-partner.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { aClearinghouseRecord, aProductRecord } from '../support/candidates.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';
import { aProfile, TODAY } from '../support/test-profile.ts';

const openGate = (plan = aPlan()) => renderApp({ fake: aFakeBridge({ plan }), path: '/gate' });
const answer = () => screen.getByRole('region', { name: 'Answer' });

describe('“May I touch patient data today?”', () => {
  it('says no and links to every single thing that is missing', async () => {
    await openGate();
    expect(within(answer()).getByText('No')).toBeTruthy();
    const wanted = catalog.items.filter((item) => item.gate !== undefined).map(({ id }) => `#/item/${id}`);
    const list = screen.getByRole('list', { name: `${wanted.length} things are missing` });
    expect(
      within(list)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(wanted);
  });

  it('moves what is done over to what already stands', async () => {
    await openGate(aPlan([aRecord('off-space')]));
    const standing = screen.getByRole('list', { name: 'What already stands' });
    expect(
      within(standing)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([itemWithId('off-space').title]);
  });

  it('does not let a safeguard be waved through as not applicable', async () => {
    const full = examplePlan(catalog, aProfile(), TODAY);
    const waved = aRecord('sec-risk', { status: 'not-applicable', notApplicableReason: 'Too much work.' });
    await openGate({ ...full, items: { ...full.items, 'sec-risk': waved } });
    expect(within(answer()).getByText('No')).toBeTruthy();
    expect(screen.getByText(/nobody may touch patient data without it/)).toBeTruthy();
  });

  it('says yes when everything stands, and promises nothing beyond what is recorded', async () => {
    await openGate(examplePlan(catalog, aProfile(), TODAY));
    expect(within(answer()).getByText('Yes')).toBeTruthy();
    expect(answer().textContent).toContain('not a certificate and not legal advice');
    expect(screen.queryByRole('list', { name: /missing/ })).toBeNull();
  });
});

describe('“Who may see patient data”', () => {
  const part = () => within(screen.getByRole('region', { name: 'Who may see patient data' }));
  const withRecords = (records: readonly PlanRecord[]) => openGate({ ...aPlan(), records });

  it('sums up the chain and links to each agreement that does not stand, the worst first', async () => {
    await withRecords([
      aClient('Alder Practice', { baa_status: 'unknown' }),
      aVendor('Binder Backup', { baa_status: 'missing' }),
      aVendor('Cedar Fax'),
    ]);
    expect(part().getByText('1 of 3 agreements signed; 1 not signed, 1 not recorded.')).toBeTruthy();
    const list = within(part().getByRole('list', { name: 'Agreements that do not stand' }));
    expect(list.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#/partners/Binder%20Backup',
      '#/partners/Alder%20Practice',
    ]);
    expect(list.getByText('Not signed')).toBeTruthy();
    expect(list.getByText(/Not signed by both. No patient data may pass/)).toBeTruthy();
  });

  it('names the chosen companies with their verdict and what is open, and links to them', async () => {
    await withRecords([
      aClearinghouseRecord('a', {
        decision: 'chosen',
        authority_checks: checksWith('consumer-office', null, 'DE'),
      }),
      aClearinghouseRecord('b'),
      aProductRecord('s', { decision: 'chosen', data_export: false }),
    ]);
    const list = within(part().getByRole('list', { name: 'Chosen companies' }));
    expect(list.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#/vetting/a',
      '#/vetting/s',
    ]);
    const [company, product] = list.getAllByRole('listitem');
    expect(company?.textContent).toContain('On hold: not finished');
    expect(company?.textContent).toContain('9 of 10 authority checks done, open: Delaware consumer office.');
    expect(product?.textContent).toContain('Do not sign');
    expect(product?.textContent).toContain('Your data cannot be exported when you leave.');
  });

  it('says plainly that nobody is recorded and nothing is chosen', async () => {
    await withRecords([aClearinghouseRecord('a')]);
    expect(part().getByText(/No client and no vendor is on the list of partners yet/)).toBeTruthy();
    expect(part().queryByRole('list', { name: 'Agreements that do not stand' })).toBeNull();
    const items = part().getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'ClearinghousesNothing is chosen yet.Not chosen',
      'Billing softwareNothing is on the list yet, and nothing is chosen.Not chosen',
    ]);
  });

  it('decides nothing: items alone open the gate, whatever the lists do not hold', async () => {
    await openGate(examplePlan(catalog, aProfile(), TODAY));
    expect(within(answer()).getByText('Yes')).toBeTruthy();
    expect(part().getAllByText('Not chosen')).toHaveLength(2);
  });
});
