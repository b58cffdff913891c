import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aPlan, itemWithId } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';
import { aProfile } from '../support/test-profile.ts';

const changes = () => screen.getByRole('region', { name: 'What this changes' });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the first run', () => {
  it('lands on the welcome page with what the app is, promises and is not', async () => {
    await renderApp({});
    await screen.findByRole('heading', { level: 1, name: 'Welcome to First Claim' });
    const words = screen.getByRole('main').textContent;
    expect(words).toContain('No account, no internet needed, nothing sent anywhere.');
    expect(words).toContain('/home/you/First Claim');
    expect(words).toContain('This app never needs a patient’s name');
    expect(words).toContain('general information, not legal advice');
  });

  it('goes on to the overview without an answer, and does not come back by itself', async () => {
    const { user } = await renderApp({});
    await user.click(await screen.findByRole('link', { name: 'Continue to your list' }));
    await screen.findByRole('heading', { level: 1, name: 'Where you stand' });
    expect(window.location.hash).toBe('#/');
  });

  it('keeps its heading under the first answer', async () => {
    const { fake, user } = await renderApp({});
    await screen.findByRole('heading', { level: 1, name: 'Welcome to First Claim' });
    await user.type(screen.getByLabelText(/Town or city/), 'Trenton');
    await user.tab();
    await waitFor(() => expect(fake.plan().profile.town).toBe('Trenton'));
    expect(heading()).toBe('Welcome to First Claim');
  });

  it('opens another page that was asked for', async () => {
    await renderApp({ path: '/sources' });
    expect(heading()).toBe('Sources');
  });
});

describe('your business', () => {
  it('opens a plan that is not empty at the overview', async () => {
    await renderApp({ fake: aFakeBridge({ plan: aPlan() }) });
    expect(heading()).toBe('Where you stand');
  });

  it('shows the stored answers and all items while nothing is set aside', async () => {
    await renderApp({ fake: aFakeBridge({ plan: aPlan() }), path: '/welcome' });
    expect(heading()).toBe('Your business');
    expect(screen.getByLabelText<HTMLInputElement>(/What will your business be called/).value).toBe(
      'Sample Billing Services',
    );
    expect(changes().textContent).toContain('All 61 items are on your list.');
  });

  it('saves a “no” by itself and says what it sets aside, and why', async () => {
    const { fake, user } = await renderApp({ fake: aFakeBridge({ plan: aPlan() }), path: '/welcome' });
    const fax = screen.getByRole('radiogroup', { name: /Will you send or receive faxes/ });
    await user.click(within(fax).getByRole('radio', { name: 'No' }));
    await waitFor(() => expect(fake.plan().profile.flags.fax).toBe(false));
    await waitFor(() =>
      expect(changes().textContent).toContain('60 items are on your list. 1 is set aside:'),
    );
    const link = within(changes()).getByRole('link', { name: itemWithId('com-fax').title });
    expect(link.getAttribute('href')).toBe('#/item/com-fax');
    const reason = itemWithId('com-fax').setAside?.(fake.plan().profile);
    expect(changes().textContent).toContain(reason ?? 'no reason');
  });

  it('groups what one and the same answer sets aside', async () => {
    const flags = { ...aProfile().flags, fax: false, printer: false };
    await renderApp({ fake: aFakeBridge({ plan: aPlan([], { flags }) }), path: '/welcome' });
    expect(changes().textContent).toContain('59 items are on your list. 2 are set aside:');
  });
});
