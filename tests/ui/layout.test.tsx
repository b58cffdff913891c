import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aPlan, aRecord } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';

const planned = () => aFakeBridge({ plan: aPlan([aRecord('biz-ein')]) });
const rail = () => within(screen.getByRole('navigation', { name: 'Sections and pages' }));

describe('the frame around every page', () => {
  it('names all ten sections with how far each is and how it stands', async () => {
    await renderApp({ fake: planned() });
    expect(rail().getByRole('link', { name: 'Business and legal 1 of 10 In progress' })).toBeTruthy();
    expect(rail().getByRole('link', { name: 'Launch 0 of 2 Not started' })).toBeTruthy();
    expect(rail().getAllByRole('link', { name: / of \d+ / })).toHaveLength(10);
  });

  it('marks the page shown, and the section an item belongs to', async () => {
    const { goTo } = await renderApp({ fake: planned(), path: '/calendar' });
    const current = () =>
      rail()
        .getAllByRole('link')
        .filter((link) => link.hasAttribute('aria-current'));
    expect(current().map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
      ['Calendar', 'page'],
    ]);
    await goTo('/item/biz-ein');
    expect(current().map((link) => link.getAttribute('aria-current'))).toEqual(['true']);
    expect(current()[0]?.textContent).toContain('Business and legal');
  });

  it('says whose plan it is and that everything stays here', async () => {
    await renderApp({ fake: planned() });
    const footer = screen.getByRole('contentinfo');
    expect(footer.textContent).toContain('Sample Billing Services · Trenton, NJ');
    expect(footer.textContent).toContain('Everything stays on this computer.');
  });

  it('skips to the page without touching the address', async () => {
    const { user } = await renderApp({ fake: planned(), path: '/calendar' });
    await user.click(screen.getByRole('link', { name: 'Skip to the page' }));
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(window.location.hash).toBe('#/calendar');
  });

  it('moves the focus to the heading and names the window when the page changes', async () => {
    const { user } = await renderApp({ fake: planned() });
    expect(document.activeElement).toBe(document.body);
    await user.click(rail().getByRole('link', { name: 'Sources' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Sources' });
    expect(document.activeElement).toBe(heading);
    expect(document.title).toBe('Sources · First Claim');
  });

  it('opens and closes the menu of a narrow window, and closes it on arrival', async () => {
    const { user } = await renderApp({ fake: planned() });
    const button = screen.getByRole('button', { name: 'Menu' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await user.click(rail().getByRole('link', { name: 'Calendar' }));
    await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'));
  });

  it('shows the note of the shell until it is hidden', async () => {
    const fake = planned();
    const bridge = {
      ...fake.bridge,
      getAppInfo: async () => ({
        ok: true as const,
        value: {
          version: '0',
          shell: 'preview' as const,
          dataFolder: '/x',
          notice: 'This is the preview.',
          platform: null,
        },
      }),
    };
    const { user } = await renderApp({ fake: { ...fake, bridge } });
    expect(await screen.findByText('This is the preview.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hide this note' }));
    expect(screen.queryByText('This is the preview.')).toBeNull();
  });

  it('says so when an address leads nowhere', async () => {
    await renderApp({ fake: planned(), path: '/item/no-such-item' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is no such page');
  });
});

describe('trouble', () => {
  afterEach(() => vi.restoreAllMocks());

  it('tells why the plan could not be read, and reads it on another try', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fake = planned();
    fake.failWith('loadPlan', { code: 'store-failed', message: 'The plan file is locked.' });
    const { user } = await renderApp({ fake });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your plan could not be read');
    expect(screen.getByText('The plan file is locked.')).toBeTruthy();
    fake.failWith('loadPlan', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Where you stand' })).toBeTruthy();
  });

  it('keeps showing the plan read last when reading it again fails', async () => {
    const fake = planned();
    await renderApp({ fake });
    fake.failWith('loadPlan', { code: 'store-busy', message: 'The plan file is locked.' });
    act(() => window.dispatchEvent(new Event('focus')));
    expect((await screen.findByRole('alert')).textContent).toContain('The plan file is locked.');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Where you stand');
  });
});
