import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
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
