import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberStep } from '../../renderer/features/vetting/open-step.ts';
import type { AnswerValue } from '../../shared/domain/field.ts';
import type { HistoryEntry } from '../../shared/domain/history-entry.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { earlierDecisions } from '../../shared/domain/vetting/earlier-decisions.ts';
import { aClearinghouseRecord, aProductRecord } from '../support/candidates.ts';
import { renderDesk, saidOf } from '../support/render-desk.tsx';
import type { RenderedPage } from '../support/render-form.tsx';

beforeEach(() => window.sessionStorage.clear());

const CHOSEN = { decision: 'chosen', decision_reason: 'Cheapest.', decided_on: '2026-11-01' };

async function openDecision(records: readonly PlanRecord[], id = 'a'): Promise<RenderedPage> {
  rememberStep(id, 'decision');
  return await renderDesk(`/vetting/${id}`, records);
}

const stored = ({ fake }: RenderedPage, id: string): Readonly<Record<string, AnswerValue>> =>
  fake.plan().records.find((record) => record.id === id)?.answers ?? {};
const partners = ({ fake }: RenderedPage): readonly PlanRecord[] =>
  fake.plan().records.filter(({ kind }) => kind === 'partner');

describe('choosing a candidate', () => {
  it('records why, un-chooses the one chosen before with its reason, and makes a vendor partner', async () => {
    const page = await openDecision([
      aClearinghouseRecord('a', { contact: 'Jo Park' }),
      aClearinghouseRecord('b', CHOSEN),
      aClearinghouseRecord('c'),
      aProductRecord('d', CHOSEN),
    ]);
    const { user } = page;
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a…' }));
    await user.type(screen.getByLabelText('Why Clearinghouse a'), 'Best references.');
    await user.type(screen.getByLabelText(/^Why not Clearinghouse b, chosen until now/), 'Slow to answer.');
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
    await screen.findByText(/You chose this clearinghouse on 22 Nov 2026/);
    expect(stored(page, 'a')).toMatchObject({
      decision: 'chosen',
      decision_reason: 'Best references.',
      decided_on: '2026-11-22',
    });
    expect(stored(page, 'b')).toMatchObject({ decision: 'not-chosen', decision_reason: 'Slow to answer.' });
    expect(stored(page, 'c').decision).toBeUndefined();
    expect(stored(page, 'd').decision).toBe('chosen');
    expect(partners(page)).toMatchObject([
      {
        answers: {
          partner_kind: 'vendor',
          role: 'clearinghouse',
          name: 'Clearinghouse a',
          legal_name: 'Clearwater Claims Exchange, Inc.',
          contact: 'Jo Park',
          states: ['DE'],
        },
      },
    ]);
    expect(screen.getByRole('link', { name: /record its agreement/ }).getAttribute('href')).toBe(
      `/partners/${partners(page)[0]?.id}`,
    );
  });

  it('never has two chosen on the way: the other is let go first', async () => {
    const page = await openDecision([aClearinghouseRecord('a'), aClearinghouseRecord('b', CHOSEN)]);
    const { user, fake } = page;
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a…' }));
    await user.type(screen.getByLabelText('Why Clearinghouse a'), 'Yes.');
    await user.type(screen.getByLabelText(/^Why not Clearinghouse b/), 'No.');
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
    await screen.findByText(/You chose this clearinghouse/);
    expect(fake.callsTo('saveRecord').map(({ id }) => id)).toEqual(['b', 'a', null]);
  });

  it('asks for the reason beside its box, and for that of the one let go', async () => {
    const page = await openDecision([aClearinghouseRecord('a'), aClearinghouseRecord('b', CHOSEN)]);
    const { user, fake } = page;
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a…' }));
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
    expect(saidOf(screen.getByLabelText('Why Clearinghouse a'))).toContain('Say why');
    expect(saidOf(screen.getByLabelText(/^Why not Clearinghouse b/))).toContain('Say why');
    expect(document.activeElement).toBe(screen.getByLabelText('Why Clearinghouse a'));
    expect(fake.callsTo('saveRecord')).toEqual([]);
  });

  it('uses the partner that is there already, and puts back one taken off', async () => {
    const partner = (archivedOn: string | null): PlanRecord => ({
      ...aClearinghouseRecord('p', {}, { archivedOn }),
      kind: 'partner',
      answers: { partner_kind: 'vendor', role: 'clearinghouse', name: 'CLEARINGHOUSE A' },
    });
    for (const archivedOn of [null, '2026-10-01']) {
      const page = await openDecision([aClearinghouseRecord('a'), partner(archivedOn)]);
      await page.user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a…' }));
      await page.user.type(screen.getByLabelText('Why Clearinghouse a'), 'Yes.');
      await page.user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
      await screen.findByText(/You chose this clearinghouse/);
      await waitFor(() => expect(partners(page)).toMatchObject([{ id: 'p', archivedOn: null }]));
      page.view.unmount();
      window.sessionStorage.clear();
    }
  });

  it('adds a partner that an earlier choice did not make', async () => {
    const page = await openDecision([aProductRecord('a', CHOSEN)]);
    await page.user.click(screen.getByRole('button', { name: 'Add it as a vendor' }));
    await screen.findByRole('link', { name: /record its agreement/ });
    expect(partners(page)).toMatchObject([{ answers: { role: 'software', name: 'Product a' } }]);
  });

  it('is honest about hard stops: it can be recorded, and the page keeps saying “Do not sign”', async () => {
    const page = await openDecision([aClearinghouseRecord('a', { return_destroy: false })]);
    const { user } = page;
    expect(screen.getByText(/Its items stay blocked until the hard stops above are gone/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a…' }));
    await user.type(screen.getByLabelText('Why Clearinghouse a'), 'Signed in 2019.');
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
    await screen.findByText(/You chose this clearinghouse/);
    expect(within(screen.getByRole('region', { name: 'Verdict' })).getByText('Do not sign')).toBeTruthy();
  });

  it('keeps what was typed when it could not be stored', async () => {
    const { user, fake } = await openDecision([aClearinghouseRecord('a')]);
    fake.failWith('saveRecord', { code: 'disk-full', message: 'The disk is full.' });
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a…' }));
    await user.type(screen.getByLabelText('Why Clearinghouse a'), 'Best references.');
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why Clearinghouse a').value).toBe('Best references.');
    fake.failWith('saveRecord', null);
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
    await screen.findByText(/You chose this clearinghouse/);
  });
});

describe('turning a candidate down', () => {
  it('records the reason, and a change of mind writes it anew', async () => {
    const page = await openDecision([aClearinghouseRecord('a', CHOSEN)]);
    const { user } = page;
    await user.click(screen.getByRole('button', { name: 'Change your mind…' }));
    await user.type(screen.getByLabelText('Why not Clearinghouse a'), 'It raised its fees.');
    await user.click(screen.getByRole('button', { name: 'Turn it down' }));
    await screen.findByText(/You turned this clearinghouse down on 22 Nov 2026/);
    expect(stored(page, 'a')).toMatchObject({
      decision: 'not-chosen',
      decision_reason: 'It raised its fees.',
    });
  });

  it('does not rewrite what was decided about others before', async () => {
    const before = { decision: 'not-chosen', decision_reason: 'No BAA.', decided_on: '2026-10-01' };
    const page = await openDecision([aClearinghouseRecord('a'), aClearinghouseRecord('b', before)]);
    const { user, fake } = page;
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a…' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Why not Clearinghouse b/).value).toBe('No BAA.');
    await user.type(screen.getByLabelText('Why Clearinghouse a'), 'Yes.');
    await user.click(screen.getByRole('button', { name: 'Choose Clearinghouse a' }));
    await screen.findByText(/You chose this clearinghouse/);
    expect(fake.callsTo('saveRecord').map(({ id }) => id)).not.toContain('b');
    expect(stored(page, 'b').decided_on).toBe('2026-10-01');
  });
});

describe('side by side', () => {
  const table = () => screen.getByRole('table');
  const rowIds = () =>
    [...table().querySelectorAll('tbody tr')].map((row) => row.getAttribute('data-row') ?? '');

  it('puts hard stops first and marks what differs in a word and a shape', async () => {
    await renderDesk('/compare', [
      aClearinghouseRecord('a'),
      aClearinghouseRecord('b', { baa: 'refuses', monthly: 9900 }),
    ]);
    expect(rowIds().slice(0, 4)).toEqual(['hard-stops', 'verdict', 'holds', 'score']);
    const [stops] = within(table()).getAllByRole('row', { name: /Hard stops/ });
    expect(stops?.textContent).toContain('NoneIt refuses to sign');
    expect(
      within(table()).getByRole('rowheader', { name: 'Monthly fee differs' }).querySelector('svg'),
    ).not.toBeNull();
    expect(within(table()).getByRole('rowheader', { name: 'Set-up fee' })).toBeTruthy();
  });

  it('can show only what differs', async () => {
    const { user } = await renderDesk('/compare', [
      aClearinghouseRecord('a'),
      aClearinghouseRecord('b', { monthly: 9900 }),
    ]);
    await user.click(screen.getByLabelText('Only what differs'));
    expect(rowIds()).toEqual(['monthly']);
  });

  it('compares those ticked on the desk, and billing software by its own points', async () => {
    const { user, path } = await renderDesk('/vetting', [
      ...['a', 'b', 'c', 'd', 'e'].map((id) => aClearinghouseRecord(id)),
      aProductRecord('p', { data_export: false }),
      aProductRecord('q', { data_export: true }),
    ]);
    for (const id of ['b', 'd']) {
      await user.click(screen.getByRole('checkbox', { name: `Compare Clearinghouse ${id}` }));
    }
    await user.click(screen.getByRole('link', { name: 'Compare these 2' }));
    await screen.findByRole('heading', { level: 1, name: 'Clearinghouses side by side' });
    expect(path()).toBe('/compare');
    expect(
      within(table())
        .getAllByRole('columnheader')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual(['Clearinghouse b', 'Clearinghouse d']);
    await user.click(screen.getByLabelText(/^Billing software/));
    expect(rowIds()[0]).toBe('hard-stops');
    expect(within(table()).getAllByRole('row')[1]?.textContent).toContain('Your data cannot be exported');
  });

  it('says what to do while there is nothing to compare', async () => {
    await renderDesk('/compare', [aClearinghouseRecord('a')]);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('link', { name: /Tick two to four/ })).toBeTruthy();
  });

  it('prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const { user } = await renderDesk('/compare', [aClearinghouseRecord('a'), aClearinghouseRecord('b')]);
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });
});

describe('decisions made before', () => {
  const line = (seq: number, action: string, before: object, after: object): HistoryEntry => ({
    seq,
    at: '2026-11-22T08:00:00.000Z',
    subject: 'record:a',
    action,
    before: { answers: before },
    after: { answers: after },
  });
  const NONE = { decision: null, decision_reason: null, decided_on: null };
  const DOWN = { decision: 'not-chosen', decision_reason: 'Too dear.', decided_on: '2026-11-10' };

  it('are listed with their days and reasons, the newest first, with the way to everything', async () => {
    const now = { decision: 'chosen', decision_reason: 'Cheaper now.', decided_on: '2026-11-20' };
    rememberStep('a', 'decision');
    await renderDesk('/vetting/a', [aClearinghouseRecord('a', now)], {
      history: [
        line(1, 'answer', NONE, CHOSEN),
        line(2, 'answer', CHOSEN, DOWN),
        line(3, 'answer', { support: null }, { support: 'Your decision: none' }),
        line(4, 'answer', DOWN, now),
      ],
    });
    const list = within(await screen.findByRole('list', { name: 'Earlier decisions' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Not chosen, 10 Nov 2026Too dear.',
      'Chosen, 1 Nov 2026Cheapest.',
    ]);
    expect(screen.getByRole('link', { name: 'Everything that changed here' }).getAttribute('href')).toBe(
      '/history/record/a',
    );
  });

  it('say which was only undone, and keep a reason that did not change with the decision', () => {
    const earlier = earlierDecisions(
      [line(3, 'undo', { decision: 'chosen' }, { decision: null }), line(2, 'answer', NONE, CHOSEN)],
      { decision_reason: 'Same words.' },
    );
    expect(earlier).toEqual([{ seq: 3, kind: 'chosen', on: null, reason: 'Same words.', isUndone: true }]);
  });

  it('are not mentioned while there are none', async () => {
    const { fake } = await openDecision([aClearinghouseRecord('a', CHOSEN)]);
    await waitFor(() => expect(fake.callsTo('loadHistory')).toHaveLength(1));
    expect(screen.queryByText('Earlier decisions')).toBeNull();
  });
});

describe('the portal of a chosen company', () => {
  const PORTAL = { portal_address: 'portal.example.com', portal_target: 'portal.example.com:443' };
  const portals = ({ fake }: RenderedPage): readonly PlanRecord[] =>
    fake.plan().records.filter(({ kind }) => kind === 'portal');

  it('is on the list of portals after one press, with its address, and off it again after “Undo”', async () => {
    const page = await openDecision([aClearinghouseRecord('a', { ...CHOSEN, ...PORTAL })]);
    await page.user.click(screen.getByRole('button', { name: 'Add its portal to the list of portals' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(portals(page)).toMatchObject([
      {
        archivedOn: null,
        answers: { name: 'Clearinghouse a', kind: 'clearinghouse', ...{ target: PORTAL.portal_target } },
      },
    ]);
    await page.user.click(undo);
    await screen.findByRole('button', { name: 'Put its portal back on the list' });
    expect(portals(page)).toHaveLength(1);
    expect(portals(page)[0]?.archivedOn).not.toBeNull();
  });

  it('is not offered while nothing is chosen, nor where it is on the list already', async () => {
    const listed: PlanRecord = {
      ...aProductRecord('p'),
      kind: 'portal',
      answers: {
        name: 'Mine',
        kind: 'clearinghouse',
        address: 'portal.example.com',
        target: PORTAL.portal_target,
      },
    };
    const first = await openDecision([aClearinghouseRecord('a', PORTAL)]);
    expect(screen.queryByText(/list of portals/)).toBeNull();
    first.view.unmount();
    await openDecision([aClearinghouseRecord('a', { ...CHOSEN, ...PORTAL }), listed]);
    screen.getByRole('link', { name: 'list of portals' });
    expect(screen.queryByRole('button', { name: /list of portals/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
