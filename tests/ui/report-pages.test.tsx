import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ReportPages } from '../../renderer/features/report/report-pages.tsx';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { stopsWhen } from '../../shared/catalog/rule-builders.ts';
import { ruleSpecifications } from '../../shared/catalog/security-rule.ts';
import { deviceChecks } from '../../shared/domain/device-checks/device-checks.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { ReportModel } from '../../shared/domain/report-types.ts';
import { aClient, aVendor, withPartners } from '../support/a-partner.ts';
import { aCatalog, anItem, aPlan, aRecord } from '../support/an-item.ts';
import { aClearinghouseRecord } from '../support/candidates.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';
import { withoutLayout } from '../support/without-layout.ts';

beforeAll(withoutLayout);
afterEach(cleanup);

/** The sheets of a report, once they are laid out. There is no layout here, so all blocks stand on one page. */
async function sheetsOf(model: ReportModel): Promise<HTMLElement> {
  const counts: number[] = [];
  const { container } = render(
    <ReportPages model={model} paper="letter" onLaidOut={(pages) => counts.push(pages)} />,
  );
  await waitFor(() => expect(counts).toEqual([1]), { timeout: 20_000 });
  return container;
}

/** The report on one item with these answers. */
function smallReport(answers: Answers): ReportModel {
  const item = anItem({ blockers: [stopsWhen('open', 'A complaint is open.', () => true)] });
  return aReport(aCatalog([item]), aPlan([aRecord(item, answers)]));
}

describe('the pages of a full report', () => {
  it.each([
    ['asked for', []],
    ['set aside', ITEM_IDS],
  ])(
    'show every mark of a plan whose items are all %s',
    async (_name, asideIds) => {
      const { plan, marks } = markedPlan(catalog, aProfile(), TODAY, asideIds);
      const sheets = await sheetsOf(aReport(catalog, plan));
      const text = sheets.textContent ?? '';
      expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
      const headings = (level: string): readonly string[] =>
        [...sheets.querySelectorAll(level)].map(({ textContent }) => textContent ?? '');
      expect(headings('h1')).toEqual([plan.profile.businessName]);
      expect(headings('h2')).toEqual(expect.arrayContaining(catalog.sections.map(({ title }) => title)));
      // Every item, every point of the Security Rule, every look at this computer, and every entry of a list, once.
      const entries = plan.records.filter(
        ({ id, archivedOn }) => archivedOn === null && !ruleSpecifications.some(({ cite }) => cite === id),
      );
      expect(headings('h3')).toHaveLength(
        catalog.items.length + ruleSpecifications.length + deviceChecks.length + entries.length,
      );
      expect(headings('h2')).toEqual(
        expect.arrayContaining([
          'Secure connection',
          'Security Rule, point by point',
          'Chain of agreements',
          'Breach clocks',
          'Vetting: clearinghouses',
          'Vetting: billing software',
        ]),
      );
    },
    30_000,
  );
});

describe('the chain of agreements on the pages', () => {
  it('is a named picture with its twin in rows, told by shape and word', async () => {
    const partners = [aClient('Alder Practice'), aVendor('Binder Backup', { baa_status: 'missing' })];
    const sheets = within(await sheetsOf(aReport(aCatalog([anItem()]), withPartners(partners, aPlan()))));
    const picture = sheets.getByRole('img', {
      name: 'Agreements from your clients through you to your vendors',
    });
    expect(picture.textContent).toContain('Binder Backup: not signed');
    const table = within(sheets.getByRole('table', { name: 'Agreements with clients and vendors' }));
    const names = table.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(names).toEqual(['Binder Backup', 'Alder Practice']);
    expect(table.getByRole('row', { name: /Binder Backup/ }).textContent).toContain('Not signed');
  });
});

describe('the vetting on the pages', () => {
  it('puts two candidates of one name under a head each', async () => {
    const same = ['a', 'b'].map((id) => aClearinghouseRecord(id, { name: 'Clearwater' }));
    const plan = { ...aPlan(), records: same };
    const sheets = within(await sheetsOf(aReport(aCatalog([anItem()]), plan)));
    const table = within(sheets.getByRole('table', { name: 'Side by side' }));
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'What',
      'Clearwater',
      'Clearwater',
    ]);
    expect(table.getByRole('row', { name: /^Verdict/ }).textContent).toBe('VerdictSuitableSuitable');
  });
});

describe('the pages of a report', () => {
  it('say each state in words', async () => {
    const sheets = within(await sheetsOf(smallReport({ answer: 'x' })));
    const table = within(sheets.getByRole('table', { name: 'Section by section' }));
    const row = within(table.getByRole('row', { name: /Foundations/ }));
    expect(row.getByText('Blocks you')).toBeTruthy();
    expect(sheets.getByText('1 blocks you')).toBeTruthy();
  });

  it('mark what is recorded but not asked for', async () => {
    const sheets = within(await sheetsOf(smallReport({ old_question: 'An old answer' })));
    const value = sheets.getByText('An old answer');
    expect(value.closest('dl')?.textContent).toContain('old_question (recorded, not asked for now)');
  });

  it('isolate what was typed and show control characters', async () => {
    await sheetsOf(smallReport({ note: '\u202eevil\u0007 <b>bold</b>' }));
    const value = screen.getByText('\u202eevil␇ <b>bold</b>');
    expect(value.getAttribute('dir')).toBe('auto');
    expect(value.querySelector('b')).toBeNull();
  });

  it('carry a running head that is not read out', async () => {
    const head = (await sheetsOf(smallReport({}))).querySelector('.sheet-head');
    expect(head?.textContent).toBe('First Claim · Readiness report22 Nov 2026 · page 1 of 1');
    expect(head?.getAttribute('aria-hidden')).toBe('true');
  });

  it('are laid out anew on other paper and for another plan', async () => {
    const { container, rerender } = render(<ReportPages model={smallReport({})} paper="letter" />);
    await waitFor(() => expect(container.querySelector('.paper-letter .sheet')).not.toBeNull());
    rerender(<ReportPages model={smallReport({ answer: 'Now there' })} paper="a4" />);
    await waitFor(() => expect(container.querySelector('.paper-a4 .sheet')).not.toBeNull());
    expect(container.querySelector('.paper-letter')).toBeNull();
    expect(container.textContent).toContain('Now there');
  });
});
