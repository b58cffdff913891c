import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SaveNote } from '../../renderer/app/save-note.tsx';
import { BreachPage } from '../../renderer/features/breach/breach-page.tsx';
import type { Answers, Row } from '../../shared/domain/field.ts';
import { aPlan, aRecord } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { type RenderedPage, renderPage } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';

// The fake main process says that today is Sunday 22 November 2026.

interface Recorded {
  /** Rows of “Sign a BAA with each client”. */
  readonly agreements?: readonly Row[];
  /** Rows of “Write your incident and breach plan”. */
  readonly planned?: readonly Row[];
  readonly logPath?: string;
  /** Rows of the services agreements. */
  readonly contracts?: readonly Row[];
}

const agreement = (client: string, days?: number): Row => ({
  rowId: client,
  client,
  ...(days === undefined ? {} : { incident_days: days }),
});
const planned = (client: string, days: number | null, contact = ''): Row => ({
  rowId: client,
  client,
  contact,
  deadline_known: days !== null,
  ...(days === null ? {} : { contract_days: days }),
});

async function openPage(recorded: Recorded = {}): Promise<RenderedPage> {
  const { agreements = [], planned: clients = [], contracts = [], logPath } = recorded;
  const incident: Answers = logPath === undefined ? { clients } : { clients, log_path: logPath };
  const plan = aPlan([
    aRecord('cli-baa', { answers: { agreements } }),
    aRecord('sec-incident', { answers: incident }),
    aRecord('cli-contract', { answers: { contracts } }),
  ]);
  return renderPage(
    <>
      <BreachPage />
      <SaveNote />
    </>,
    { fake: aFakeBridge({ plan }) },
  );
}

const box = () => screen.getByLabelText<HTMLInputElement>('When was it discovered?');
const messageBeside = () => document.getElementById('breach.discovered_on-message')?.textContent ?? '';
const card = () => screen.queryByRole('region', { name: /^(Tell first|The outer limit of the law)$/ });
const cardText = () => card()?.textContent ?? '';
const clientRows = () =>
  within(screen.getByRole('list', { name: 'Your clients’ deadlines' }))
    .getAllByRole('listitem')
    .map((row) => row.textContent ?? '');

async function discover({ user }: RenderedPage, typed: string): Promise<void> {
  await user.clear(box());
  await user.type(box(), typed);
  await user.tab();
}

describe('the day of discovery', () => {
  it('is empty at first, and no date is worked out from nothing', async () => {
    await openPage({ agreements: [agreement('Riverbend', 5)] });
    expect(box().value).toBe('');
    expect(card()).toBe(null);
    expect(clientRows()).toEqual(['Riverbend5 days, by its agreement.']);
  });

  it('stays as typed when it is no date, with the reason beside it, until it is right', async () => {
    const page = await openPage({ agreements: [agreement('Riverbend', 5)] });
    await discover(page, '2/30/2026');
    expect(box().value).toBe('2/30/2026');
    expect(messageBeside()).toContain('That is not a date.');
    expect(box().getAttribute('aria-invalid')).toBe('true');
    expect(card()).toBe(null);
    await discover(page, '11/20/2026');
    expect(messageBeside()).toBe('');
    expect(cardText()).toContain('Riverbend, by Wednesday 25 November 2026');
  });

  it('cannot be a day to come, and says so in words', async () => {
    const page = await openPage();
    await discover(page, '11/23/2026');
    expect(messageBeside()).toContain('That date is still to come.');
    expect(box().value).toBe('11/23/2026');
    expect(card()).toBe(null);
  });

  it('takes away what was worked out from an earlier day when it turns wrong', async () => {
    const page = await openPage();
    await discover(page, '11/20/2026');
    expect(card()).not.toBe(null);
    await discover(page, 'yesterday');
    expect(card()).toBe(null);
  });

  it('shows nothing alarming while it is being typed', async () => {
    const { user } = await openPage({ agreements: [agreement('Riverbend', 5)] });
    // On its way to 2026 this reads as a day in 2020.
    await user.type(box(), '11/20/20');
    expect(card()).toBe(null);
  });

  it('can be sent with Enter or the button, which ask for it when it is missing', async () => {
    const { user } = await openPage();
    await user.click(screen.getByRole('button', { name: 'Work out the dates' }));
    expect(messageBeside()).toContain('Enter the day it was discovered.');
    expect(document.activeElement).toBe(box());
    await user.keyboard('11/20/2026{Enter}');
    expect(messageBeside()).toBe('');
    expect(cardText()).toContain('19 January 2027');
  });

  it('can be picked from the calendar, which offers no day to come', async () => {
    const page = await openPage({ agreements: [agreement('Riverbend', 5)] });
    await discover(page, 'someday');
    const calendar = document.querySelector<HTMLInputElement>('input[type="date"]');
    expect(calendar?.max).toBe('2026-11-22');
    fireEvent.change(calendar ?? document.body, { target: { value: '2026-11-20' } });
    expect(box().value).toBe('20 Nov 2026');
    expect(messageBeside()).toBe('');
    expect(cardText()).toContain('Riverbend, by Wednesday 25 November 2026');
  });

  it('is not stored anywhere, wrong or right, and the page says where a real incident belongs', async () => {
    const memory = aSessionMemory();
    const kept: string[] = [];
    const fake = aFakeBridge({ plan: aPlan([aRecord('sec-incident')]) });
    const page = await renderPage(
      <>
        <BreachPage />
        <SaveNote />
      </>,
      {
        fake,
        memory: {
          ...memory,
          write: (key, text) => {
            if (text !== null) kept.push(text);
            memory.write(key, text);
          },
        },
      },
    );
    await discover(page, 'last week');
    await discover(page, '11/20/2026');
    expect(kept).toEqual([]);
    expect(fake.calls.filter(({ channel }) => channel !== 'loadPlan')).toEqual([]);
    expect(screen.getByText(/The day you enter is not stored\./).textContent).toContain(
      'without patient names. You keep yours here: HIPAA binder, tab 5',
    );
  });
});

describe('without clients', () => {
  it('there is still the outer limit of the law, and links to where clients are recorded', async () => {
    const page = await openPage();
    expect(screen.getByText(/No client is on record yet\./)).toBeTruthy();
    await discover(page, '11/22/2026');
    expect(cardText()).toContain('By Thursday 21 January 2027');
    expect(cardText()).toContain('60 calendar days from discovery, the most the law leaves');
    expect(cardText()).toContain('without unreasonable delay');
    const links = within(screen.getByRole('region', { name: 'Your clients’ deadlines' })).getAllByRole(
      'link',
    );
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/item/cli-baa', '/item/sec-incident']);
  });
});

describe('with clients', () => {
  it('the shortest deadline comes first and stands out, the outer limit beside it', async () => {
    const page = await openPage({
      agreements: [agreement('Harbor', 10), agreement('Generous', 90), agreement('Riverbend', 5)],
    });
    await discover(page, '11/22/2026');
    expect(cardText()).toMatch(/^Tell firstRiverbend, by Friday 27 November 2026The last day is in 5 days\./);
    expect(cardText()).toContain('without unreasonable delay');
    expect(cardText()).toContain(
      'outer limit of the law, 60 calendar days from discovery: Thursday 21 January 2027',
    );
    expect(clientRows()).toEqual([
      'Riverbend5 days, by its agreement.by 27 Nov 2026in 5 days',
      'Harbor10 days, by its agreement.by 2 Dec 2026in 10 days',
      'Generous60 days, by law: its agreement asks for nothing shorter.by 21 Jan 2027in 60 days',
    ]);
  });

  it('two with the same deadline are both named', async () => {
    const page = await openPage({ agreements: [agreement('Harbor', 5), agreement('Riverbend', 5)] });
    await discover(page, '11/21/2026');
    expect(cardText()).toContain('Harbor and Riverbend, by Thursday 26 November 2026');
  });

  it('a same-day deadline is today, or over', async () => {
    const page = await openPage({ agreements: [agreement('Riverbend', 0)] });
    expect(clientRows()).toEqual(['RiverbendThe same day, by its agreement.']);
    await discover(page, '11/22/2026');
    expect(cardText()).toContain('Riverbend, by Sunday 22 November 2026Today is the last day.');
    await discover(page, '11/21/2026');
    expect(cardText()).toContain('The last day passed 1 day ago. Tell them now.');
  });

  it('an unknown deadline is warned of, and counts as the law’s sixty days at most', async () => {
    const page = await openPage({
      agreements: [agreement('Riverbend', 5), agreement('Harbor')],
      planned: [planned('Lakeside', null, 'Sam Poole, 555-0101')],
    });
    const warning = screen.getByText('2 deadlines are not recorded').parentElement;
    expect(warning?.textContent).toContain('Harbor and Lakeside: the agreement may leave fewer days');
    await discover(page, '11/22/2026');
    expect(clientRows().slice(1)).toEqual([
      expect.stringMatching(/^HarborDeadline not recorded\. By law 60 days at most.*by 21 Jan 2027/),
      expect.stringMatching(/^LakesideDeadline not recorded\..*Contact: Sam Poole, 555-0101by 21 Jan 2027/),
    ]);
  });

  it('when no deadline is known, the law’s is shown as the law’s', async () => {
    const page = await openPage({ agreements: [agreement('Harbor')] });
    await discover(page, '11/22/2026');
    expect(cardText()).toContain('Harbor, by Thursday 21 January 2027');
    expect(cardText()).toContain('the most the law leaves');
  });

  it('is counted once when it stands in both items, and the shorter of two answers counts', async () => {
    const page = await openPage({
      agreements: [agreement('Riverbend Family Practice', 10)],
      planned: [planned('riverbend  family practice', 3, 'Morgan Field')],
      contracts: [{ rowId: 'r1', client: 'Riverbend Family Practice' }],
    });
    expect(clientRows()).toEqual([
      'Riverbend Family PracticeRecorded as 3 days and as 10 days: the shorter counts until you have looked. Contact: Morgan Field',
    ]);
    await discover(page, '11/22/2026');
    expect(cardText()).toContain('by Wednesday 25 November 2026');
  });

  it('one under contract without any deadline on record is not forgotten', async () => {
    await openPage({
      agreements: [agreement('Riverbend', 5)],
      contracts: [{ rowId: 'r1', client: 'Harbor' }],
    });
    expect(screen.getByText('One deadline is not recorded').parentElement?.textContent).toContain('Harbor');
    expect(clientRows()).toHaveLength(2);
  });

  it('rows that say nothing are no clients', async () => {
    await openPage({ agreements: [{ rowId: 'r1' }], planned: [{ rowId: 'r1' }] });
    expect(screen.getByText(/No client is on record yet\./)).toBeTruthy();
  });
});

describe('calendar days', () => {
  it.each([
    // Discovered on a leap day.
    ['2/29/2024', 1, 'Friday 1 March 2024', 'Monday 29 April 2024'],
    // Through the end of a February of 29 days.
    ['2/28/2024', 2, 'Friday 1 March 2024', 'Sunday 28 April 2024'],
    // Over the end of a year.
    ['12/31/2025', 5, 'Monday 5 January 2026', 'Sunday 1 March 2026'],
  ])('from %s with %i days run to %s, by law to %s', async (typed, days, dueOn, outerOn) => {
    const page = await openPage({ agreements: [agreement('Riverbend', days)] });
    await discover(page, typed);
    expect(cardText()).toContain(`Riverbend, by ${dueOn}`);
    expect(cardText()).toContain(outerOn);
  });
});

describe('the client’s own clocks', () => {
  it('appear with the day, each marked as not verified', async () => {
    const page = await openPage();
    const name = 'Clocks that run for your client';
    expect(screen.queryByRole('list', { name })).toBe(null);
    await discover(page, '5/10/2026');
    const rows = within(screen.getByRole('list', { name })).getAllByRole('listitem');
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row.textContent).toContain('Not verified');
    // A small breach: sixty days after the end of the year.
    expect(rows.at(-1)?.textContent).toContain('by 1 Mar 2027');
  });
});

describe('beside the calculator', () => {
  it('stands what to do first, and when data counts as protected, with their sources', async () => {
    await openPage();
    const first = screen.getByRole('region', { name: 'What to do first' });
    expect(first.textContent).toMatch(/^What to do firstTell your client without unreasonable delay/);
    expect(first.textContent).toContain('Not verified');
    const harbor = screen.getByRole('region', { name: 'When the data was protected' });
    expect(harbor.textContent).toContain('NIST SP 800-111');
    expect(harbor.textContent).toContain('Blacking out lines does not count.');
    expect(harbor.textContent).toContain('HHS guidance on unsecured protected health information');
  });
});
