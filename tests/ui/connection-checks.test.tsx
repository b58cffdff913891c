import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';
import { aPortal, aPortalRun } from '../support/check-runs.ts';
import { box, button, openPage, row, seenLooks, standings } from '../support/open-connection.tsx';

describe('checks under way', () => {
  const portals = [1, 2, 3].map((at) =>
    aPortal({ id: `p${at}` }, { name: `Portal ${at}`, target: `p${at}.example.com:443` }),
  );

  it('shows progress, lets one type meanwhile, and says the end politely', async () => {
    const runs = portals.map((_portal, at) => aPortalRun('pass', { target: `p${at + 1}.example.com:443` }));
    const { user, fake } = await openPage({ plan: { records: portals }, runs });
    const release = fake.hold('runChecks');
    await user.click(button('Check all portals'));
    act(() => fake.progress({ done: 2, total: 3 }));
    await screen.findByText('2 of 3');
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('2');
    await user.type(box('What you call it'), 'Another');
    await act(async () => release());
    await screen.findByText('3 checked: 3 passed.', { selector: 'p' });
    expect(within(screen.getAllByRole('status').at(-1) ?? document.body).getByText(/3 passed/)).toBeTruthy();
    expect(box('What you call it').value).toBe('Another');
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(standings('passed')).toBe(3);
  });

  it('can be canceled, keeps what was found and says how far it came', async () => {
    const runs = [aPortalRun('pass', { target: 'p1.example.com:443' })];
    const { user, fake } = await openPage({ plan: { records: portals }, runs });
    const release = fake.hold('runChecks');
    await user.click(button('Check all portals'));
    await user.click(button('Cancel the checks'));
    expect(fake.callsTo('cancelChecks')).toHaveLength(1);
    await act(async () => release());
    await screen.findByText('Canceled: 1 of 3 were checked. 1 passed.', { selector: 'p' });
    expect([standings('passed'), standings('not-checked')]).toEqual([1, 2 + DEVICE_CHECK_IDS.length]);
  });

  it('begins no second batch beside the first', async () => {
    const { user, fake } = await openPage({ plan: { records: portals } });
    const release = fake.hold('runChecks');
    await user.click(button('Check all portals'));
    await user.click(button('Check all portals'));
    await user.click(button('Check everything'));
    expect(fake.callsTo('runChecks')).toHaveLength(1);
    await act(async () => release());
    await screen.findByText('Canceled. Nothing was checked.', { selector: 'p' });
  });

  it('says when checks could not be run', async () => {
    const { user, fake } = await openPage({ plan: { records: portals } });
    fake.failWith('runChecks', { code: 'busy', message: 'A check is running already.' });
    await user.click(button('Check all portals'));
    expect((await screen.findByRole('alert')).textContent).toBe('A check is running already.');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('checks everything: each portal of the list and each look', async () => {
    const { user, fake } = await openPage({ plan: { records: portals, checks: seenLooks } });
    await user.click(button('Check everything'));
    await waitFor(() => expect(fake.callsTo('runChecks')).toHaveLength(1));
    expect(fake.callsTo('runChecks')[0]?.subjects).toHaveLength(portals.length + DEVICE_CHECK_IDS.length);
  });
});

describe('one check', () => {
  it('can be canceled beside its button, which keeps the focus', async () => {
    const { user, fake } = await openPage({ plan: { records: [aPortal()] } });
    const release = fake.hold('runChecks');
    await user.click(row(/^Clearwater/));
    await user.click(button('Check: Clearwater'));
    expect(screen.getByRole('button', { name: /^Clearwater/, expanded: true }).textContent).toContain(
      'Checking…',
    );
    await user.click(button('Cancel: Clearwater'));
    expect(fake.callsTo('cancelChecks')).toHaveLength(1);
    expect(document.activeElement).toBe(button('Checking…: Clearwater'));
    await act(async () => release());
    await screen.findByText('Canceled. Nothing was checked.', { selector: 'section span' });
    expect(document.activeElement).toBe(button('Check: Clearwater'));
  });

  it('is not begun by adding a portal while others run: it is added, and one is told', async () => {
    const page = await openPage({ plan: { records: [aPortal()] } });
    const release = page.fake.hold('runChecks');
    await page.user.click(row(/^Clearwater/));
    await page.user.click(button('Check: Clearwater'));
    await page.user.type(box('What you call it'), 'Keystone');
    await page.user.selectOptions(box('Kind'), 'payer');
    await page.user.type(box('Address'), 'keystone.example.com{Enter}');
    await screen.findByText(/Added to the list. Other checks are running/);
    expect(page.fake.callsTo('runChecks')).toHaveLength(1);
    expect(page.fake.plan().records).toHaveLength(2);
    await act(async () => release());
  });

  it('says beside its own button why it could not be run', async () => {
    const { user, fake } = await openPage({ plan: { records: [aPortal()] } });
    fake.failWith('runChecks', { code: 'busy', message: 'A check is running already.' });
    await user.click(row(/^Clearwater/));
    await user.click(button('Check: Clearwater'));
    const panel = screen.getByRole('region', { name: 'Clearwater' });
    expect((await within(panel).findByRole('alert')).textContent).toBe('A check is running already.');
  });
});
