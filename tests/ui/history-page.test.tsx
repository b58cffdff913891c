import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { historySubject, paths } from '../../renderer/app/routes.ts';
import type { HistoryEntry } from '../../shared/domain/history-entry.ts';
import { HISTORY_PAGE } from '../../shared/ipc/history-contract.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { aFakeBridge, type FakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';

const ein = itemWithId('biz-ein');
const issued = ein.fields.find(({ type }) => type === 'date');
if (issued === undefined) throw new Error('The EIN item has no date');

function aLine(seq: number, changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    seq,
    at: `2026-11-${String(10 + (seq % 10)).padStart(2, '0')}T12:00:00.000Z`,
    subject: 'item:biz-ein',
    action: 'answer',
    before: { answers: { note: `note ${seq - 1}` } },
    after: { answers: { note: `note ${seq}` } },
    ...changes,
  };
}

const dated = (seq: number, before: string, after: string): HistoryEntry =>
  aLine(seq, {
    before: { answers: { [issued.id]: before } },
    after: { answers: { [issued.id]: after } },
  });

function aPast(history: readonly HistoryEntry[]): FakeBridge {
  const record = aRecord('biz-ein');
  const answers = { ...record.answers, [issued?.id ?? '']: '2026-11-14', note: 'note 2' };
  return aFakeBridge({ plan: aPlan([{ ...record, answers }]), past: { history } });
}

const lines = () => within(screen.getByRole('main')).queryAllByRole('listitem');
const summaries = () => [...document.querySelectorAll('main summary')].map((each) => each.textContent ?? '');
const filter = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Whose history' });

describe('the history page', () => {
  it('says each change in a sentence under the name of its item, newest first', async () => {
    await renderApp({
      fake: aPast([dated(1, '2026-11-12', '2026-11-14'), aLine(2)]),
      path: '/history',
    });
    await waitFor(() => expect(lines()).toHaveLength(2));
    const [newest, oldest] = summaries();
    expect(newest).toContain('“Notes” changed from “note 1” to “note 2”.');
    expect(oldest).toContain(ein.title);
    expect(oldest).toContain(`“${issued.label}” changed from 12 Nov 2026 to 14 Nov 2026.`);
    expect(screen.getByRole('heading', { level: 2, name: 'Thursday 12 November 2026' })).toBeTruthy();
  });

  it('says so when nothing was changed yet', async () => {
    await renderApp({ fake: aPast([]), path: '/history' });
    expect(await screen.findByText('Nothing was changed here yet.')).toBeTruthy();
  });

  it('shows earlier changes page by page', async () => {
    const history = Array.from({ length: HISTORY_PAGE + 5 }, (_, at) => aLine(at + 1));
    const { user } = await renderApp({ fake: aPast(history), path: '/history' });
    await waitFor(() => expect(lines()).toHaveLength(HISTORY_PAGE));
    expect(screen.getByText(`The newest ${HISTORY_PAGE} changes; there are earlier ones`)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show earlier' }));
    await waitFor(() => expect(lines()).toHaveLength(HISTORY_PAGE + 5));
    expect(screen.queryByRole('button', { name: 'Show earlier' })).toBe(null);
  });

  it('finds words, and says so when there are none', async () => {
    const { user } = await renderApp({ fake: aPast([aLine(1), aLine(2)]), path: '/history' });
    const box = await screen.findByRole('searchbox', { name: 'Find in the history' });
    await user.type(box, 'note 0');
    await waitFor(() => expect(lines()).toHaveLength(1));
    await user.type(box, ' elephant{Enter}');
    expect(await screen.findByText('No change has all these words. Try fewer.')).toBeTruthy();
  });

  it('shows one item alone, from its page or by choice', async () => {
    const other = aLine(2, { subject: 'item:biz-plan' });
    const fake = aPast([aLine(1), other]);
    const { user } = await renderApp({ fake, path: '/item/biz-ein' });
    await user.click(screen.getByRole('link', { name: 'History of this item' }));
    await screen.findByRole('heading', { level: 1, name: 'History' });
    await waitFor(() => expect(lines()).toHaveLength(1));
    expect(filter().value).toBe('item:biz-ein');
    await user.selectOptions(filter(), '');
    await waitFor(() => expect(lines()).toHaveLength(2));
  });

  it('shows a new change without being asked', async () => {
    const fake = aPast([aLine(1)]);
    await renderApp({ fake, path: '/history' });
    await waitFor(() => expect(lines()).toHaveLength(1));
    const asked = fake.callsTo('loadHistory').length;
    act(() => fake.change(fake.plan()));
    await waitFor(() => expect(fake.callsTo('loadHistory').length).toBe(asked + 1));
  });

  it('says in words when it cannot be read', async () => {
    const fake = aPast([aLine(1)]);
    fake.failWith('loadHistory', { code: 'store-failed', message: 'The plan is closed.' });
    await renderApp({ fake, path: '/history' });
    expect((await screen.findByRole('alert')).textContent).toContain('The plan is closed.');
  });
});

describe('putting an answer back', () => {
  async function openLine(fake: FakeBridge) {
    const app = await renderApp({ fake, path: '/history' });
    await waitFor(() => expect(lines().length).toBeGreaterThan(0));
    const summary = document.querySelector('main summary');
    if (!(summary instanceof HTMLElement)) throw new Error('No line');
    await app.user.click(summary);
    // jsdom opens a fold without telling of it.
    act(() => {
      summary.parentElement?.dispatchEvent(new Event('toggle'));
    });
    return app;
  }
  const back = (side: string) =>
    screen.queryByRole('button', { name: `Put this back: “${issued.label}” as it was ${side} this change` });

  it('offers each side but the one that stands now, does it, and says so beside it', async () => {
    const fake = aPast([dated(1, '2026-11-12', '2026-11-14')]);
    const { user } = await openLine(fake);
    expect(back('after')).toBe(null);
    const button = back('before');
    if (button === null) throw new Error('Nothing to put back');
    await user.click(button);
    const said = await screen.findByText(`Put back. This is the answer to “${issued.label}” now.`);
    expect(fake.callsTo('restoreAnswer')).toEqual([{ seq: 1, field: issued.id, side: 'before' }]);
    expect(fake.plan().items['biz-ein']?.answers[issued.id]).toBe('2026-11-12');
    expect(document.activeElement).toBe(said);
    await waitFor(() => expect(summaries()[0]).toContain('Put back'));
    expect(back('after')).not.toBe(null);
  });

  it('says in words beside the button why it was refused', async () => {
    const fake = aPast([dated(1, '2026-11-12', '2026-11-14')]);
    fake.failWith('restoreAnswer', { code: 'invalid-answer', message: 'That date is still to come.' });
    const { user } = await openLine(fake);
    const button = back('before');
    if (button === null) throw new Error('Nothing to put back');
    await user.click(button);
    expect((await screen.findByRole('alert')).textContent).toBe('That date is still to come.');
    expect(back('before')).not.toBe(null);
  });

  it('offers nothing for what follows from the answers', async () => {
    await openLine(
      aPast([aLine(1, { action: 'recheck', before: { status: 'done' }, after: { status: 'in-progress' } })]),
    );
    expect(within(screen.getByRole('main')).getByText('In progress')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Put this back/ })).toBe(null);
  });
});

describe('the address of a history', () => {
  it.each([
    'item:biz-ein',
    'profile',
    'record:164.308(a)(1)(ii)(A)',
    'list:partner',
    'checks',
    'check:portal-tls:a.example.com:443',
  ])('leads back to %s', (subject) => {
    const [, , sort, id] = paths.historyOf(subject).split('/');
    expect(historySubject(sort, id === undefined ? undefined : decodeURIComponent(id))).toBe(subject);
  });
});
