import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';
import { aProfile, TODAY } from '../support/test-profile.ts';

const noFax = { flags: { ...aProfile().flags, fax: false } };
const unencrypted = aRecord('sec-encrypt', {
  answers: { ...aRecord('sec-encrypt').answers, disk: 'fail' },
});

const openOverview = (plan = aPlan()) => renderApp({ fake: aFakeBridge({ plan }) });
const verdict = () => screen.getByRole('region', { name: 'Verdict' });
const rows = () =>
  screen.queryAllByRole('listitem').filter((row) => row.closest('ul[aria-labelledby^="tasks-"]'));

describe('the overview', () => {
  it('says the verdict, how many required items are settled, and counts every state in words', async () => {
    await openOverview(aPlan([aRecord('biz-entity'), aRecord('biz-ein', { answers: { note: 'asked' } })]));
    const readiness = assessReadiness(catalog, aPlan([aRecord('biz-entity')]), TODAY);
    expect(within(verdict()).getByText('Not ready')).toBeTruthy();
    expect(verdict().textContent).toContain(`1 of ${readiness.totalRequired} required items settled.`);
    const legend = within(verdict())
      .getAllByRole('listitem')
      .map((entry) => entry.textContent);
    expect(legend).toEqual(['1 settled', '1 in progress', `${readiness.totalRequired - 2} not started`]);
  });

  it('names what is in the way, with a link to it', async () => {
    await openOverview(aPlan([unencrypted]));
    const blocked = within(verdict()).getByRole('link', { name: itemWithId('sec-encrypt').title });
    expect(blocked.getAttribute('href')).toBe('#/item/sec-encrypt');
    expect(blocked.closest('li')?.textContent).toContain('not encrypted');
  });

  it('answers whether patient data may be touched, and leads to the full list', async () => {
    await openOverview();
    const gate = screen.getByRole('region', { name: 'May I touch patient data today?' });
    expect(within(gate).getByText('No')).toBeTruthy();
    expect(within(gate).getByRole('link', { name: 'See the full list' }).getAttribute('href')).toBe('#/gate');
  });

  it('offers up to three next steps', async () => {
    await openOverview();
    const steps = screen.getByRole('region', { name: 'Do these next' });
    const readiness = assessReadiness(catalog, aPlan(), TODAY);
    expect(
      within(steps)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(readiness.nextSteps.map(({ itemId }) => `#/item/${itemId}`));
  });

  it('says "Ready" and leads on to the report when nothing is left', async () => {
    await openOverview(examplePlan(catalog, aProfile(), TODAY));
    expect(within(verdict()).getByText('Ready')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Print your report' }).getAttribute('href')).toBe('#/report');
  });

  it('names the open recommended items beside "Ready with gaps"', async () => {
    const full = examplePlan(catalog, aProfile(), TODAY);
    const { 'cli-market': _open, ...items } = full.items;
    await openOverview({ ...full, items });
    expect(within(verdict()).getByText('Ready with gaps')).toBeTruthy();
    expect(verdict().textContent).toContain('1 recommended item is not finished yet.');
  });

  it('shows all ten sections at once, each with its count, its state and what comes next', async () => {
    await openOverview(aPlan([aRecord('off-space'), aRecord('off-computer'), aRecord('off-internet')]));
    const cards = within(screen.getByRole('list', { name: 'Sections' })).getAllByRole('listitem');
    expect(cards).toHaveLength(10);
    expect(cards[2]?.textContent).toContain('Home office and equipment');
    expect(cards[2]?.textContent).toContain('3 of 3');
    expect(cards[2]?.textContent).toContain('Everything here is settled.');
    expect(cards[0]?.textContent).toContain('Not started');
    expect(cards[0]?.textContent).toContain(`Next: ${itemWithId('fnd-experience').title}`);
  });

  it('says how long it is until the opening day, or asks for one', async () => {
    await openOverview(aPlan([], { targetOpensOn: '2027-03-01' }));
    expect(screen.getByText('Target opening day · 1 Mar 2027 · 14 weeks left')).toBeTruthy();
  });

  it('asks for an opening day when there is none', async () => {
    await openOverview(aPlan([], { targetOpensOn: null }));
    const link = screen.getByRole('link', { name: 'Set the day you would like to open' });
    expect(link.getAttribute('href')).toBe('#/welcome');
  });
});

describe('the list of every item', () => {
  const mixed = aPlan(
    [aRecord('biz-entity'), unencrypted, aRecord('biz-ein', { answers: { note: 'asked' } })],
    noFax,
  );

  it('holds all items, each row a link with its state in words', async () => {
    const { user } = await openOverview(mixed);
    await user.click(screen.getByRole('radio', { name: 'Item by item' }));
    expect(rows()).toHaveLength(61);
    const link = screen.getByRole('link', { name: itemWithId('biz-entity').title });
    expect(link.getAttribute('href')).toBe('#/item/biz-entity');
    const described = document.getElementById(link.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('Done');
  });

  it('tags what is only recommended or optional', async () => {
    const { user } = await openOverview(mixed);
    await user.click(screen.getByRole('radio', { name: 'Item by item' }));
    const rowOf = (title: string) => screen.getByRole('link', { name: title }).closest('li')?.textContent;
    expect(rowOf(itemWithId('cli-market').title)).toContain('Recommended');
    expect(rowOf(itemWithId('ref-ub04').title)).toContain('Optional');
    expect(rowOf(itemWithId('biz-entity').title)).not.toContain('Required');
  });

  it.each([
    ['To do', (text: string) => !/Done|Set aside|Does not apply/.test(text)],
    ['Blocked', (text: string) => /Blocks you|On hold|Overdue/.test(text)],
    ['Set aside', (text: string) => /Set aside|Does not apply/.test(text)],
  ])('narrows down to “%s”', async (filter, fits) => {
    const { user } = await openOverview(mixed);
    await user.click(screen.getByRole('radio', { name: 'Item by item' }));
    const choice = screen.getByRole('radio', { name: new RegExp(`^${filter}`) });
    await user.click(choice);
    const shown = rows().map((row) => row.textContent ?? '');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(61);
    expect(shown.filter((text) => !fits(text))).toEqual([]);
    expect(choice.closest('label')?.textContent).toContain(String(shown.length));
  });

  it('gives the reason why an item is set aside', async () => {
    const { user } = await openOverview(mixed);
    await user.click(screen.getByRole('radio', { name: 'Item by item' }));
    await user.click(screen.getByRole('radio', { name: /^Set aside/ }));
    const readiness = assessReadiness(catalog, mixed, TODAY);
    expect(
      rows()
        .map((row) => row.textContent)
        .join(),
    ).toContain(readiness.items['com-fax'].reason);
  });

  it('says so when a filter leaves nothing', async () => {
    const { user } = await openOverview(examplePlan(catalog, aProfile(), TODAY));
    await user.click(screen.getByRole('radio', { name: 'Item by item' }));
    await user.click(screen.getByRole('radio', { name: /^To do/ }));
    expect(screen.getByText('Nothing is left to do.')).toBeTruthy();
  });

  it('is still there, narrowed down, when one comes back from an item', async () => {
    const { user, goTo } = await openOverview(mixed);
    await user.click(screen.getByRole('radio', { name: 'Item by item' }));
    await user.click(screen.getByRole('radio', { name: /^Blocked/ }));
    await goTo('/item/sec-encrypt');
    await goTo('/');
    expect((screen.getByRole('radio', { name: /^Blocked/ }) as HTMLInputElement).checked).toBe(true);
  });

  it('shows a date of one’s own, and says when it is past', async () => {
    const plan = aPlan([
      aRecord('biz-ein', { answers: { note: 'x' }, dueOn: '2026-12-10' }),
      aRecord('biz-bank', { answers: { note: 'x' }, dueOn: '2026-11-10' }),
    ]);
    const { user } = await openOverview(plan);
    await user.click(screen.getByRole('radio', { name: 'Item by item' }));
    expect(screen.getByText('due 10 Dec 2026')).toBeTruthy();
    expect(screen.getByText('was due 10 Nov 2026')).toBeTruthy();
  });
});
