import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { calendarParts, distanceText } from '../../renderer/features/calendar/calendar-entries.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ruleContext } from '../../shared/domain/assess-item.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { aPlan, aRecord, itemWithId } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';
import { TODAY } from '../support/test-profile.ts';

const openCalendar = (plan: Plan, today = TODAY) =>
  renderApp({ fake: aFakeBridge({ plan, today }), path: '/calendar' });
const view = (plan: Plan, today = TODAY) => ({
  plan,
  today,
  readiness: assessReadiness(catalog, plan, today),
  context: ruleContext(catalog, plan, today),
});
const undated = { targetOpensOn: null };
const begun = (dueOn: string) => aRecord('biz-ein', { answers: { note: 'x' }, dueOn });

describe('the calendar', () => {
  it('puts a date of one’s own into the right stretch of time', () => {
    const partOf = (dueOn: string) => calendarParts(view(aPlan([begun(dueOn)], undated))).map(({ id }) => id);
    expect(partOf('2026-11-21')).toEqual(['overdue']);
    expect(partOf('2026-11-22')).toEqual(['soon']);
    expect(partOf('2026-12-22')).toEqual(['soon']);
    expect(partOf('2026-12-23')).toEqual(['later']);
  });

  it('drops a date of one’s own once the item is settled', () => {
    const plan = aPlan([aRecord('fnd-employer', { dueOn: '2026-12-10' })], undated);
    const kinds = calendarParts(view(plan)).flatMap(({ entries }) => entries.map(({ kind }) => kind));
    expect(kinds).not.toContain('own-date');
  });

  it('lists every renewal there is', () => {
    const plan = aPlan([aRecord('biz-plan'), aRecord('sec-hygiene')], undated);
    const { readiness } = view(plan);
    expect(readiness.renewals.length).toBeGreaterThan(1);
    const entries = calendarParts(view(plan)).flatMap((part) => part.entries);
    expect(entries.map(({ itemId, dueOn }) => [itemId, dueOn])).toEqual(
      readiness.renewals.map(({ itemId, dueOn }) => [itemId, dueOn]),
    );
  });

  it('shows what is overdue first, in words', async () => {
    await openCalendar(aPlan([aRecord('biz-plan')]), '2028-06-01');
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings[0]).toBe('Overdue');
    const row = within(screen.getByRole('list', { name: 'Overdue' }))
      .getByRole('link', { name: itemWithId('biz-plan').title })
      .closest('li');
    expect(row?.textContent).toContain('Overdue');
    expect(row?.textContent).toMatch(/\d+ days ago/);
  });

  it('has the opening day in it', async () => {
    await openCalendar(aPlan([], { targetOpensOn: '2026-12-01' }));
    const soon = screen.getByRole('list', { name: 'In the next 30 days' });
    expect(within(soon).getByRole('link', { name: 'Your target opening day' })).toBeTruthy();
    expect(soon.textContent).toContain('1 Dec 2026in 9 days');
  });

  it('says what to do when nothing has a date', async () => {
    await openCalendar(aPlan([], undated));
    expect(screen.getByText(/Nothing has a date yet/)).toBeTruthy();
  });

  it('names answers and sources that have not been looked at for a year', async () => {
    const old = aRecord('biz-entity', { updatedAt: '2025-06-01T10:00:00.000Z' });
    await openCalendar(aPlan([old]), '2028-01-01');
    const answers = screen.getByRole('list', { name: 'Answers worth another look' });
    expect(answers.textContent).toContain('changed 1 Jun 2025');
    expect(screen.getByText(new RegExp(`${catalog.sources.length} sources were checked`))).toBeTruthy();
  });

  it.each([
    [0, 'today'],
    [1, 'in 1 day'],
    [12, 'in 12 days'],
    [-1, '1 day ago'],
    [-3, '3 days ago'],
  ])('says %i days as “%s”', (days, text) => {
    expect(distanceText(days)).toBe(text);
  });
});
