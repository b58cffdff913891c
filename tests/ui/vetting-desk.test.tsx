import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aClearinghouseRecord, aProductRecord } from '../support/candidates.ts';
import { renderDesk, saidOf } from '../support/render-desk.tsx';

beforeEach(() => window.sessionStorage.clear());

const list = (name: string) => screen.getByRole('list', { name });
const rowOf = (name: string): HTMLElement => {
  const row = screen.getByRole('link', { name }).closest('li');
  if (row === null) throw new Error(`${name} stands in no row`);
  return row;
};
const nameBox = () => screen.getByLabelText<HTMLInputElement>('Add a clearinghouse');
describe('adding a candidate', () => {
  it('takes a name and goes on to its page', async () => {
    const { user, fake, path } = await renderDesk('/vetting');
    await user.type(nameBox(), 'Tidewater EDI{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Tidewater EDI' });
    expect(fake.plan().records).toMatchObject([
      { kind: 'clearinghouse', answers: { name: 'Tidewater EDI' } },
    ]);
    expect(path()).toBe(`/vetting/${fake.plan().records[0]?.id}`);
  });

  it('refuses a name that is taken beside the box, whatever its capitals, and keeps the text', async () => {
    const { user, fake } = await renderDesk('/vetting', [
      aClearinghouseRecord('a', { name: 'Tidewater EDI' }),
    ]);
    await user.type(nameBox(), 'TIDEWATER  edi{Enter}');
    await waitFor(() => expect(saidOf(nameBox())).toMatch(/a clearinghouse of this name already/));
    expect(nameBox().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(nameBox());
    expect(nameBox().value).toBe('TIDEWATER  edi');
    expect(fake.plan().records).toHaveLength(1);
  });

  it.each(['', '   '])('asks for a name when %j is all there is, and stores nothing', async (typed) => {
    const { user, fake } = await renderDesk('/vetting');
    await user.type(nameBox(), `${typed}{Enter}`);
    expect(saidOf(nameBox())).toMatch(/Type the name/);
    expect(fake.callsTo('saveRecord')).toEqual([]);
  });

  it('lets billing software share a name with a clearinghouse', async () => {
    const { user, fake } = await renderDesk('/vetting', [aClearinghouseRecord('a', { name: 'Tidewater' })]);
    await user.type(screen.getByLabelText('Add billing software'), 'Tidewater{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Tidewater' });
    expect(fake.plan().records.map(({ kind }) => kind)).toEqual(['clearinghouse', 'billing-software']);
  });
});

describe('the lists', () => {
  it('say verdict, score, how many checks are done, and what to do next', async () => {
    await renderDesk('/vetting', [
      aClearinghouseRecord('a'),
      aClearinghouseRecord('b', { baa: 'refuses' }),
      aClearinghouseRecord('c', { authority_checks: null }),
      aProductRecord('d'),
    ]);
    expect(rowOf('Clearinghouse a').textContent).toMatch(/Suitable100 of 10010 of 10 authority checks done/);
    expect(rowOf('Clearinghouse b').textContent).toMatch(
      /It refuses to sign a business associate agreement \(BAA\)\.Do not sign/,
    );
    expect(rowOf('Clearinghouse c').textContent).toMatch(/New Jersey Attorney General: not asked yet/);
    expect(rowOf('Clearinghouse c').textContent).toMatch(/On hold: not finished.*0 of 10 authority checks/);
    expect(rowOf('Product d').textContent).toMatch(/On hold: not finished0 of 100$/);
  });

  it('counts offices of one state once', async () => {
    await renderDesk('/vetting', [aClearinghouseRecord('a', { hq_state: 'NJ' })]);
    expect(rowOf('Clearinghouse a').textContent).toContain('8 of 8 authority checks done');
  });

  it('tick two to four of one list to compare, and no fifth', async () => {
    const { user } = await renderDesk(
      '/vetting',
      ['a', 'b', 'c', 'd', 'e'].map((id) => aClearinghouseRecord(id)),
    );
    for (const id of ['a', 'b', 'c', 'd']) {
      await user.click(screen.getByRole('checkbox', { name: `Compare Clearinghouse ${id}` }));
    }
    const fifth = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Compare Clearinghouse e/ });
    await user.click(fifth);
    expect(fifth.checked).toBe(false);
    expect(fifth.getAttribute('aria-label')).toContain('four are ticked already');
    expect(screen.getByRole('link', { name: 'Compare these 4' })).toBeTruthy();
  });

  it('offer no comparison while there is nothing to compare with', async () => {
    await renderDesk('/vetting', [aClearinghouseRecord('a')]);
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
  });

  it('can be searched when long', async () => {
    const { user } = await renderDesk(
      '/vetting',
      Array.from({ length: 14 }, (_, at) => aClearinghouseRecord(String(at), { name: `Company ${at}` })),
    );
    await user.type(screen.getByLabelText('Find by name'), 'company 13');
    expect(within(list('Clearinghouses')).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('1 of 14')).toBeTruthy();
  });

  it('show those taken off apart, and put one back', async () => {
    const { user, fake } = await renderDesk('/vetting', [
      aClearinghouseRecord('a', {}, { archivedOn: '2026-11-20' }),
    ]);
    await user.click(screen.getByText('Taken off the list (1)'));
    await user.click(screen.getByRole('button', { name: 'Put it back: Clearinghouse a' }));
    await waitFor(() => expect(fake.plan().records[0]?.archivedOn).toBeNull());
    const link = await screen.findByRole('link', { name: 'Clearinghouse a' });
    await waitFor(() => expect(document.activeElement).toBe(link));
  });

  it('lead to the items they count for', async () => {
    await renderDesk('/vetting');
    const links = within(list('Where it counts')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toContain('/item/clh-ag');
    expect(links).toHaveLength(10);
  });
});

describe('the decision', () => {
  const chosen = { decision: 'chosen', decision_reason: 'Best references.', decided_on: '2026-11-20' };

  it('stands at the top with its reason, its day and the verdict', async () => {
    await renderDesk('/vetting', [aClearinghouseRecord('a', chosen)]);
    const card = screen.getByRole('region', { name: 'Decisions' });
    expect(card.textContent).toMatch(/Clearinghouse aSuitableChosen on 20 Nov 2026: Best references\./);
    expect(card.textContent).toContain('Billing softwareNothing is chosen yet.');
  });

  it('is honest about a choice that must not be signed', async () => {
    await renderDesk('/vetting', [aClearinghouseRecord('a', { ...chosen, baa: 'refuses' })]);
    const card = screen.getByRole('region', { name: 'Decisions' });
    expect(card.textContent).toMatch(/do not sign: its items stay blocked/);
  });

  it('asks to settle it when two are marked as chosen', async () => {
    await renderDesk('/vetting', [aClearinghouseRecord('a', chosen), aClearinghouseRecord('b', chosen)]);
    expect(screen.getByText('2 are marked as chosen')).toBeTruthy();
  });
});
