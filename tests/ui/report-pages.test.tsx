import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ReportPages } from '../../renderer/features/report/report-pages.tsx';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';
import { withoutLayout } from '../support/without-layout.ts';

beforeAll(withoutLayout);
afterEach(cleanup);

/** The sheets of a plan's report, once they are laid out. There is no layout here, so all blocks stand on one page. */
async function sheetsOf(plan: Plan): Promise<HTMLElement> {
  const counts: number[] = [];
  const { container } = render(
    <ReportPages model={aReport(catalog, plan)} paper="letter" onLaidOut={(pages) => counts.push(pages)} />,
  );
  await waitFor(() => expect(counts).toEqual([1]));
  return container;
}

describe('the pages of the report', () => {
  it.each([
    ['asked for', []],
    ['set aside', ITEM_IDS],
  ])('show every mark of a full plan whose items are all %s', async (_name, asideIds) => {
    const { plan, marks } = markedPlan(catalog, aProfile(), TODAY, asideIds);
    const text = (await sheetsOf(plan)).textContent ?? '';
    expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
  });

  it('have the business as their only first heading, sections as second, items as third', async () => {
    const sheets = within(await sheetsOf(samplePlan(TODAY)));
    expect(sheets.getAllByRole('heading', { level: 1 }).map((h) => h.textContent)).toEqual([
      'Sample Billing Services',
    ]);
    const second = sheets.getAllByRole('heading', { level: 2 }).map((h) => h.textContent);
    expect(second).toEqual(expect.arrayContaining(catalog.sections.map(({ title }) => title)));
    expect(sheets.getAllByRole('heading', { level: 3 })).toHaveLength(catalog.items.length);
  });

  it('say each state in words', async () => {
    const sheets = within(await sheetsOf(samplePlan(TODAY)));
    const table = within(sheets.getByRole('table', { name: 'Section by section' }));
    const row = within(table.getByRole('row', { name: /Clearinghouse/ }));
    expect(row.getByText('Blocks you')).toBeTruthy();
    expect(sheets.getByText('3 block you')).toBeTruthy();
  });

  it('mark what is recorded but not asked for', async () => {
    const plan = samplePlan(TODAY);
    const record = plan.items['biz-plan'];
    if (record === undefined) throw new Error('The sample has this item');
    const left: Plan = {
      ...plan,
      items: { ...plan.items, 'biz-plan': { ...record, answers: { old_question: 'An old answer' } } },
    };
    const sheets = within(await sheetsOf(left));
    const value = sheets.getByText('An old answer');
    expect(value.closest('dl')?.textContent).toContain('old_question (recorded, not asked for now)');
  });

  it('isolate what was typed and show control characters', async () => {
    const plan = samplePlan(TODAY);
    const record = plan.items['biz-plan'];
    if (record === undefined) throw new Error('The sample has this item');
    const note = '\u202eevil\u0007 <b>bold</b>';
    await sheetsOf({
      ...plan,
      items: { ...plan.items, 'biz-plan': { ...record, answers: { note } } },
    });
    const value = screen.getByText('\u202eevil␇ <b>bold</b>');
    expect(value.getAttribute('dir')).toBe('auto');
    expect(value.querySelector('b')).toBeNull();
  });

  it('carry a running head that is not read out', async () => {
    const container = await sheetsOf(samplePlan(TODAY));
    const head = container.querySelector('.sheet-head');
    expect(head?.textContent).toBe('First Claim · Readiness report22 Nov 2026 · page 1 of 1');
    expect(head?.getAttribute('aria-hidden')).toBe('true');
  });

  it('are laid out anew on other paper', async () => {
    const model = aReport(catalog, samplePlan(TODAY));
    const { container, rerender } = render(<ReportPages model={model} paper="letter" />);
    await waitFor(() => expect(container.querySelector('.paper-letter .sheet')).not.toBeNull());
    rerender(<ReportPages model={model} paper="a4" />);
    await waitFor(() => expect(container.querySelector('.paper-a4 .sheet')).not.toBeNull());
    expect(container.querySelector('.paper-letter')).toBeNull();
  });
});
