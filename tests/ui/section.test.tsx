import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';
import { aProfile } from '../support/test-profile.ts';

const openSection = (id: string, plan = aPlan()) =>
  renderApp({ fake: aFakeBridge({ plan }), path: `/section/${id}` });
const rowOf = (title: string) => screen.getByRole('link', { name: title }).closest('li')?.textContent ?? '';

describe('the page of a section', () => {
  it('lists its items in working order, with lead and count', async () => {
    await openSection('office', aPlan([aRecord('off-space')]));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Home office and equipment');
    expect(document.body.textContent).toContain('Section 3 of 10 · 1 of 3 settled');
    const list = screen.getByRole('list', { name: 'Items of Home office and equipment' });
    expect(
      within(list)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(catalog.items.filter(({ section }) => section === 'office').map(({ title }) => title));
  });

  it('says what has to come first', async () => {
    await openSection('business');
    expect(rowOf(itemWithId('biz-ein').title)).toContain(`Do this first: ${itemWithId('biz-entity').title}.`);
  });

  it('names no more than a few of many prerequisites', async () => {
    await openSection('launch');
    const needs = itemWithId('lch-calendar').needs.length;
    expect(rowOf(itemWithId('lch-calendar').title)).toContain(`and ${needs - 2} more.`);
  });

  it('says what is still missing once an item is begun', async () => {
    await openSection('business', aPlan([aRecord('biz-entity', { answers: { note: 'soon' } })]));
    expect(rowOf(itemWithId('biz-entity').title)).toMatch(/\d+ things left\. Fill in/);
  });

  it('keeps apart what the profile sets aside, with the reason', async () => {
    const flags = { ...aProfile().flags, fax: false };
    await openSection('communication', aPlan([], { flags }));
    const aside = screen.getByRole('list', { name: 'Set aside for you' });
    expect(
      within(aside)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([itemWithId('com-fax').title]);
    expect(aside.textContent).toContain(itemWithId('com-fax').setAside?.(aProfile({ flags })) ?? 'no reason');
  });

  it('leads on to the next section and back to the one before', async () => {
    await openSection('office');
    const turn = within(screen.getByRole('navigation', { name: 'Other sections' }));
    expect(turn.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#/section/business',
      '#/section/clearinghouse',
    ]);
  });
});
