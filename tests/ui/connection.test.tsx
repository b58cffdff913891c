import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import { aClearinghouseRecord } from '../support/candidates.ts';
import { aDeviceRun, aPortal, aPortalRun } from '../support/check-runs.ts';
import {
  box,
  button,
  fillIn,
  openPage,
  row,
  saidOf,
  seenLooks,
  standings,
} from '../support/open-connection.tsx';
import { whenSaved } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';

describe('the portal of a chosen company', () => {
  const chosen = aClearinghouseRecord('a', {
    decision: 'chosen',
    portal_address: 'portal.example.com',
    portal_target: 'portal.example.com:443',
  });

  it('is offered by name, is listed after one press, and can be taken back', async () => {
    const page = await openPage({ plan: { records: [chosen] } });
    await page.user.click(button('Add the portal of Clearinghouse a to the list of portals'));
    await page.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'Put the portal of Clearinghouse a back on the list' });
    expect(page.fake.plan().records.filter(({ kind }) => kind === 'portal')).toHaveLength(1);
  });

  it('is not offered again after it was taken off the list', async () => {
    const off = aPortal({ archivedOn: '2026-11-01' }, { target: 'portal.example.com:443' });
    await openPage({ plan: { records: [chosen, off] } });
    expect(screen.queryByText(/is not on your/)).toBeNull();
  });
});

describe('adding a portal', () => {
  it.each([
    ['an address with spaces', 'portal clearwater.com', /no spaces/],
    ['a pasted sentence', 'Please sign in at our new portal.', /no spaces/],
    [
      'a password in it',
      'https://me:secret@portal.clearwater.com/',
      /Leave out the user name and the password/,
    ],
    ['a private name', 'router.local', /private name/],
    ['a private address', 'https://192.168.1.1/', /private network/],
    ['port 0', 'portal.clearwater.com:0', /Ports run from 1 to 65535/],
    ['port 70000', 'portal.clearwater.com:70000', /Ports run from 1 to 65535/],
    ['nothing at all', '', /Enter the address of the portal/],
    ['only blanks', '   ', /Enter the address of the portal/],
    ['http', 'http://portal.clearwater.com', /not encrypted/],
  ])('refuses %s beside the field, keeps the text and stores nothing', async (_what, typed, message) => {
    const page = await openPage();
    await fillIn(page, typed);
    await page.user.click(button('Add and check'));
    await waitFor(() => expect(saidOf(box('Address'))).toMatch(message));
    expect(box('Address').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(box('Address'));
    expect([box('Address').value, box('What you call it').value]).toEqual([typed, 'Clearwater']);
    expect(page.fake.plan().records).toEqual([]);
    expect(page.fake.callsTo('runChecks')).toEqual([]);
  });

  it('says everything that is missing at once', async () => {
    const { user, fake } = await openPage();
    await user.click(button('Add and check'));
    expect(saidOf(box('Address'))).toMatch(/Enter the address/);
    expect(saidOf(box('What you call it'))).toMatch(/what you call this portal/);
    expect(saidOf(box('Kind'))).toMatch(/Choose what kind/);
    expect(fake.callsTo('saveRecord')).toEqual([]);
  });

  it('refuses an address that is on the list already', async () => {
    const page = await openPage({ plan: { records: [aPortal()] } });
    await fillIn(page, 'https://PORTAL.clearwater.com/login');
    await page.user.click(button('Add without checking'));
    await waitFor(() => expect(saidOf(box('Address'))).toMatch(/on the list already, as “Clearwater”/));
    expect(page.fake.plan().records).toHaveLength(1);
  });

  it('adds and checks on Enter, opens one connection and says the result in words', async () => {
    const run = aPortalRun('pass');
    const page = await openPage({ runs: [run] });
    await fillIn(page, 'https://portal.clearwater.com/login?next=1');
    await page.user.keyboard('{Enter}');
    const panel = await screen.findByRole('region', { name: 'Clearwater' });
    await within(panel).findByText(run.detail.sentences[0] ?? '');
    expect(page.fake.callsTo('runChecks')).toEqual([
      { subjects: [{ check: 'portal-tls', target: 'portal.clearwater.com:443' }] },
    ]);
    for (const fact of ['TLS 1.3', 'TLS_AES_256_GCM_SHA384', 'Example Authority', '191', 'RSA, 2048 bits']) {
      expect(within(panel).getByText(fact)).toBeTruthy();
    }
    expect(within(panel).getByText('Leads to a known public authority')).toBeTruthy();
    expect(standings('passed')).toBe(1);
    expect(box('Address').value).toBe('');
  });

  it('adds without opening any connection', async () => {
    const page = await openPage();
    await fillIn(page, 'portal.clearwater.com');
    await page.user.click(button('Add without checking'));
    await screen.findByRole('button', { name: /^Clearwater.*Not checked/ });
    expect(page.fake.callsTo('runChecks')).toEqual([]);
  });

  it('keeps what is typed over leaving the page', async () => {
    const memory = aSessionMemory();
    const first = await openPage({ memory });
    await fillIn(first, 'portal.clearwater.com');
    first.view.unmount();
    await openPage({ memory });
    expect([box('Address').value, box('Kind').value]).toEqual(['portal.clearwater.com', 'clearinghouse']);
  });
});

describe('a portal of the list', () => {
  const withPortal = (outcome: CheckRun['outcome'], detail: Parameters<typeof aPortalRun>[1] = {}) =>
    openPage({ plan: { records: [aPortal()], checks: [aPortalRun(outcome, detail)] } });

  it.each([
    ['pass', 'Passed'],
    ['fail', 'Failed'],
    ['unknown', 'Could not tell'],
  ] as const)('says %s as “%s”', async (outcome, words) => {
    await withPortal(outcome);
    expect(row(/^Clearwater/).textContent).toContain(words);
  });

  it('asks to be checked again when the check is old', async () => {
    await withPortal('pass', { checkedAt: '2026-07-01T09:00:00.000Z' });
    expect(row(/^Clearwater/).textContent).toContain('Check again');
    expect(standings('passed')).toBe(0);
  });

  it.each(['pass', 'fail'] as const)('takes no word of the user beside %s', async (outcome) => {
    const { user } = await withPortal(outcome);
    await user.click(row(/^Clearwater/));
    expect(screen.queryByRole('button', { name: /what you saw yourself/ })).toBeNull();
  });

  it('says in a note of its own that something local seems to look inside', async () => {
    const hint = 'The certificate seems to come from an antivirus program.';
    const { user } = await withPortal('unknown', { inspectionHint: hint, sentences: ['Not seen.', hint] });
    await user.click(row(/^Clearwater/));
    expect(screen.getByText('Something seems to look inside the connection')).toBeTruthy();
    const panel = screen.getByRole('region', { name: 'Clearwater' });
    expect(within(panel).getAllByText(hint)).toHaveLength(1);
  });

  it('shows the user’s word as a word, never as passed', async () => {
    const { user, fake } = await withPortal('unknown');
    await user.click(row(/^Clearwater/));
    await user.click(button('Say what you saw yourself'));
    await user.click(screen.getByLabelText('TLS 1.3'));
    await user.click(screen.getByLabelText(/^Valid: the browser/));
    await user.type(screen.getByLabelText('Certificate expires on'), '6/1/2027');
    await user.type(screen.getByLabelText('Looked on'), '11/20/2026');
    await user.tab();
    await whenSaved();
    await screen.findByText(/^Counts as your word: TLS 1\.3; certificate valid until 1 Jun 2027/);
    expect(fake.plan().records[0]?.answers).toMatchObject({ tls: 'tls-1-3', date: '2026-11-20' });
    const line = screen.getByRole('button', { name: /^Clearwater/, expanded: true });
    expect(line.textContent).toContain('Your word');
    expect(line.textContent).toContain('Could not tell. Your word of 20 Nov 2026');
    expect(document.querySelectorAll('[data-standing="passed"]')).toHaveLength(0);
  });

  it('is taken off the list with a way back at hand, and can be put back later', async () => {
    const { user, fake } = await withPortal('pass');
    await user.click(row(/^Clearwater/));
    await user.click(button('Take off the list: Clearwater'));
    await screen.findByText('Taken off the list (1)');
    expect(fake.plan().records[0]?.archivedOn).not.toBeNull();
    expect(screen.queryByRole('button', { name: /^Clearwater/ })).toBeNull();
    const [back] = screen.getAllByRole('button', { name: 'Put it back: Clearwater' });
    expect(document.activeElement).toBe(back);
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: /^Clearwater/ });
    expect(fake.plan().records[0]?.archivedOn).toBeNull();
    expect(screen.queryByText(/was taken off the list/)).toBeNull();
  });

  it('is edited by the same rules, and keeps what was stored when the new address is refused', async () => {
    const { user, fake } = await withPortal('pass');
    await user.click(row(/^Clearwater/));
    await user.click(button('Edit: Clearwater'));
    const address = box('Address');
    expect(address.value).toBe('portal.clearwater.com');
    expect(document.activeElement).toBe(address);
    await user.clear(address);
    await user.type(address, 'localhost');
    await user.click(button('Save'));
    await waitFor(() => expect(saidOf(address)).toMatch(/private name/));
    expect(address.value).toBe('localhost');
    expect(fake.plan().records[0]?.answers.address).toBe('portal.clearwater.com');
    await user.clear(address);
    await user.type(address, 'new.clearwater.com');
    await user.click(button('Save'));
    await waitFor(() => expect(fake.plan().records[0]?.answers.target).toBe('new.clearwater.com:443'));
    expect(screen.getByRole('button', { name: /^Clearwater/, expanded: true }).textContent).toContain(
      'Not checked',
    );
  });

  it('goes back to its line when editing is given up, and forgets what was typed', async () => {
    const { user } = await withPortal('pass');
    await user.click(row(/^Clearwater/));
    await user.click(button('Edit: Clearwater'));
    await user.type(box('Address'), '/typed');
    await user.click(button('Cancel'));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Clearwater/, expanded: true }));
    await user.click(button('Edit: Clearwater'));
    expect(box('Address').value).toBe('portal.clearwater.com');
  });

  it('shows earlier results when asked', async () => {
    const { user, fake } = await withPortal('fail');
    await user.click(row(/^Clearwater/));
    expect(fake.callsTo('loadCheckHistory')).toEqual([]);
    await user.click(screen.getByText('All results so far'));
    const list = await screen.findByText(/Nov 2026, /, { selector: 'time' });
    expect(list.getAttribute('datetime')).toBe('2026-11-22T09:00:00.000Z');
    expect(list.closest('li')?.textContent).toContain('Failed');
  });
});

describe('the whole page', () => {
  it('gives the posture in words, and when it was last checked', async () => {
    await openPage({
      plan: {
        records: [aPortal()],
        checks: [aPortalRun('fail'), aDeviceRun('firewall', 'pass'), aDeviceRun('vpn', 'unknown')],
      },
    });
    const counts = within(screen.getByRole('list', { name: 'How everything stands' })).getAllByRole(
      'listitem',
    );
    expect(counts.map(({ textContent }) => textContent)).toEqual([
      '1 failed',
      '1 could not tell',
      '6 not checked',
      '1 passed',
    ]);
    expect(screen.getByText(/^Last checked by the app on 2[123] Nov 2026/)).toBeTruthy();
  });

  it('promises nothing', async () => {
    await openPage({ plan: { records: [aPortal()], checks: [aPortalRun('pass'), ...seenLooks] } });
    expect(document.body.textContent).not.toMatch(/complian|certified/i);
  });
});
