import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberStep } from '../../renderer/features/vetting/open-step.ts';
import type { AnswerValue, Row } from '../../shared/domain/field.ts';
import { aCheck, aCoveredOffer, checksWith, clauses } from '../support/a-clearinghouse.ts';
import { aClearinghouseRecord, aProductRecord } from '../support/candidates.ts';
import { aPortalRun } from '../support/check-runs.ts';
import { renderDesk, saidOf } from '../support/render-desk.tsx';
import { type RenderedPage, whenSaved } from '../support/render-form.tsx';
import { aProfile } from '../support/test-profile.ts';

beforeEach(() => window.sessionStorage.clear());

type Changes = Readonly<Record<string, AnswerValue | null>>;

async function openCandidate(
  changes: Changes = {},
  step = '',
  options: Parameters<typeof renderDesk>[2] = {},
): Promise<RenderedPage> {
  rememberStep('a', step);
  return await renderDesk('/vetting/a', [aClearinghouseRecord('a', changes)], options);
}

const verdict = () => screen.getByRole('region', { name: 'Verdict' });
const stepLine = (title: RegExp) => screen.getByRole('button', { name: title, expanded: false });
const inquiry = (name: RegExp) => {
  const [line] = within(screen.getByRole('list', { name: 'Whom to ask' })).getAllByRole('button', { name });
  if (line === undefined) throw new Error(`No inquiry ${name}`);
  return line;
};
const panelOf = (line: HTMLElement): HTMLElement => {
  const panel = document.getElementById(line.getAttribute('aria-controls') ?? '');
  if (panel === null) throw new Error('It opens nothing');
  return panel;
};
const storedChecks = (page: RenderedPage): readonly Row[] =>
  (page.fake.plan().records[0]?.answers.authority_checks ?? []) as readonly Row[];

describe('the verdict of a clearinghouse', () => {
  const cases: readonly (readonly [words: string, changes: Changes])[] = [
    ['Suitable', {}],
    ['Suitable with conditions', { accreditor: 'none', mfa: false, min: 100, uptime: 99 }],
    [
      'Not recommended',
      {
        accreditor: 'none',
        mfa: false,
        min: 100,
        uptime: 99,
        warnings: clauses('warnings', ['exclusivity', 'data-sale', 'licence-fee']),
        payers_covered: 5,
      },
    ],
    ['On hold: not finished', { authority_checks: checksWith('sam', null) }],
    ['Do not sign', { return_destroy: false }],
  ];

  it.each(cases)('%s is shown with lines that add up to its score', async (words, changes) => {
    await openCandidate(changes);
    expect(within(verdict()).getByText(words)).toBeTruthy();
    const table = screen.getByRole('table', { name: 'How the score adds up' });
    const figures = within(table)
      .getAllByRole('cell')
      .map((cell) => (/^(\d+) of (\d+)$/.exec(cell.textContent) ?? []).slice(1).map(Number));
    const total = figures.pop();
    const sum = (at: number): number => figures.reduce((all, line) => all + (line[at] ?? Number.NaN), 0);
    expect(total).toEqual([sum(0), 100]);
    expect(sum(1)).toBe(100);
    expect(verdict().textContent).toContain(`${total?.[0]} of 100 points`);
  });

  it('names every hard stop, before anything else', async () => {
    await openCandidate({ baa: 'refuses', registry: 'not-found', authority_checks: checksWith('sam', null) });
    const stops = within(verdict()).getByRole('list', { name: 'Hard stops' });
    expect([...stops.querySelectorAll('[data-stop]')].map((line) => line.getAttribute('data-stop'))).toEqual([
      'H1',
      'H5',
    ]);
    expect(within(verdict()).queryByRole('list', { name: 'What holds it up' })).toBeNull();
  });

  it('says where each line comes from, and that the rule is this app’s own', async () => {
    await openCandidate({ min: 5000 });
    const line = screen.getByRole('row', { name: /Cost clarity/ });
    expect(line.textContent).toBe('Cost clarityEvery fee is named. There is a monthly minimum.5 of 8');
    expect(screen.getByText(/A rule of this app, not of any office/)).toBeTruthy();
  });

  it('leads to everything that holds it up', async () => {
    const { user } = await openCandidate({ authority_checks: null });
    await user.click(within(verdict()).getByRole('button', { name: /^See all/ }));
    expect(document.activeElement?.textContent).toMatch(/^On hold \(\d+\)$/);
  });
});

describe('the verdict of billing software', () => {
  it('adds up, too', async () => {
    await renderDesk('/vetting/p', [
      aProductRecord('p', { data_export: true, hosting: 'cloud', baa: 'yes', bundled_clients: true }),
    ]);
    expect(within(verdict()).getByText('Do not sign')).toBeTruthy();
    const cells = within(screen.getByRole('table')).getAllByRole('cell');
    expect(cells).toHaveLength(13);
    expect(cells.at(-1)?.textContent).toBe('16 of 100');
  });
});

describe('asking the authorities', () => {
  it('shows who is still to ask, whose state it is, and what each said', async () => {
    await openCandidate({ authority_checks: checksWith('attorney-general', null, 'DE') }, 'authorities');
    expect(inquiry(/^New Jersey Attorney General/).textContent).toMatch(
      /Your state2 Nov 2026: No record found \(an answer, not a clearance\)\.Answer on record$/,
    );
    expect(inquiry(/^Delaware Attorney General/).textContent).toBe(
      'Delaware Attorney GeneralState of its head officeStill to ask',
    );
  });

  it('never shows an answer as a check that was passed', async () => {
    await openCandidate({}, 'authorities');
    const marks = within(screen.getByRole('list', { name: 'Whom to ask' })).getAllByText('Answer on record');
    expect(marks).toHaveLength(10);
    for (const mark of marks) {
      expect(mark.closest('[data-standing]')?.getAttribute('data-standing')).toBe('attested');
    }
  });

  it('has the official link with its mark and the national directory beside it', async () => {
    const { user, fake } = await openCandidate({}, 'authorities');
    await user.click(inquiry(/^Delaware Attorney General/));
    const panel = within(panelOf(inquiry(/^Delaware Attorney General/)));
    await user.click(panel.getByRole('button', { name: /^Delaware: Attorney General/ }));
    await user.click(panel.getByRole('button', { name: /^National Association of Attorneys General/ }));
    expect(fake.callsTo('openLink')).toEqual([
      { linkId: 'attorney-general/DE' },
      { linkId: 'source/naag/0' },
    ]);
    expect(panel.getAllByText('Not verified').length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    [/^Better Business Bureau/, 'source/bbb/0'],
    [/^Federal Trade Commission/, 'source/ftc/0'],
    [/^Health inspector general/, 'source/leie/0'],
    [/^SAM\.gov/, 'source/leie/1'],
    [/^Civil Rights office/, 'source/ocr/0'],
  ])('opens the place to search: %s', async (name, linkId) => {
    const { user, fake } = await openCandidate({}, 'authorities');
    await user.click(inquiry(name));
    const [link] = within(panelOf(inquiry(name))).getAllByRole('button', { name: /opens in your browser/ });
    if (link !== undefined) await user.click(link);
    expect(fake.callsTo('openLink')).toEqual([{ linkId }]);
  });

  it('records an answer: method, date, reference, answer from the list, proof', async () => {
    const page = await openCandidate({ authority_checks: null }, 'authorities');
    const { user } = page;
    await user.click(inquiry(/^New Jersey Attorney General/));
    const panel = within(panelOf(inquiry(/^New Jersey Attorney General/)));
    await user.click(panel.getByRole('button', { name: 'Record an answer' }));
    expect(panel.queryByLabelText('Who you asked')).toBeNull();
    await user.click(panel.getByLabelText('Phone'));
    await user.type(panel.getByLabelText('Date of the answer'), '11/18/2026');
    await user.type(panel.getByLabelText(/^Reference/), 'CP-20418');
    await user.selectOptions(panel.getByLabelText('What they said'), 'open-complaint');
    await user.tab();
    await whenSaved();
    expect(storedChecks(page)).toMatchObject([
      {
        office_kind: 'attorney-general',
        state: 'NJ',
        method: 'phone',
        date: '2026-11-18',
        ref: 'CP-20418',
        result: 'open-complaint',
      },
    ]);
    await waitFor(() => expect(inquiry(/^New Jersey Attorney General/).textContent).toMatch(/Against it$/));
    expect(panel.getByText('Proof')).toBeTruthy();
  });

  it('offers no free answer: what was said comes from the closed list', async () => {
    const { user } = await openCandidate(
      { authority_checks: [aCheck('attorney-general', { state: 'NJ' })] },
      'authorities',
    );
    await user.click(inquiry(/^New Jersey Attorney General/));
    await user.click(
      within(panelOf(inquiry(/^New Jersey Attorney General/))).getByRole('button', {
        name: /^Asked 2 Nov 2026/,
      }),
    );
    const options = within(screen.getByLabelText('What they said')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toContain(
      'No record found (an answer, not a clearance)',
    );
    expect(options).toHaveLength(7);
  });

  it('waits ten business days for a reply, then asks for a second attempt', async () => {
    const silent = (date: string) =>
      checksWith('attorney-general', { result: 'no-reply', date }, 'NJ') as unknown as AnswerValue;
    const waiting = await openCandidate({ authority_checks: silent('2026-11-16') }, 'authorities');
    expect(inquiry(/^New Jersey Attorney General/).textContent).toMatch(
      /No reply yet\. Ask again on or after 30 Nov 2026\.Waiting$/,
    );
    waiting.view.unmount();
    await openCandidate({ authority_checks: silent('2026-11-02') }, 'authorities');
    expect(inquiry(/^New Jersey Attorney General/).textContent).toMatch(
      /10 business days have passed\. Ask again and record it\.Ask again$/,
    );
  });

  it('asks to check again what is more than 90 days old', async () => {
    const old = checksWith('consumer-office', { date: '2026-08-01' }, 'DE');
    await openCandidate({ authority_checks: old }, 'authorities');
    expect(inquiry(/^Delaware consumer office/).textContent).toMatch(/more than 90 days old.*Ask again$/);
    expect(verdict().textContent).toContain('9 of 10 authority checks done');
  });

  it('refuses a second attempt before the first beside its box, and keeps the rest', async () => {
    const page = await openCandidate(
      { authority_checks: [aCheck('attorney-general', { state: 'NJ', result: 'no-reply' })] },
      'authorities',
    );
    const { user } = page;
    await user.click(inquiry(/^New Jersey Attorney General/));
    await user.click(screen.getByRole('button', { name: /^Asked 2 Nov 2026/ }));
    const again = screen.getByLabelText<HTMLInputElement>(/^Asked again on/);
    await user.type(again, '10/1/2026');
    await user.tab();
    await waitFor(() => expect(saidOf(again)).toMatch(/before you asked the first time/));
    expect(storedChecks(page)[0]?.second_attempt).toBeUndefined();
  });

  it('shows an address that the user corrected, for every company', async () => {
    const noted = aCheck('attorney-general', { state: 'NJ', office_url: 'https://new.example.gov/ag' });
    rememberStep('a', 'authorities');
    const { user } = await renderDesk('/vetting/a', [
      aClearinghouseRecord('a'),
      aClearinghouseRecord('b', { authority_checks: [noted] }),
    ]);
    await user.click(inquiry(/^New Jersey Attorney General/));
    expect(panelOf(inquiry(/^New Jersey Attorney General/)).textContent).toContain(
      'Your correction: https://new.example.gov/ag',
    );
  });

  it('asks for the states it does not know', async () => {
    const { user } = await openCandidate({ hq_state: null }, 'authorities', {
      plan: { profile: aProfile({ homeState: null }) },
    });
    const lines = within(screen.getByRole('list', { name: 'Whom to ask' })).getAllByRole('button', {
      name: /^State Attorney General.*State missing/,
    });
    expect(lines).toHaveLength(2);
    for (const line of lines) await user.click(line);
    expect(screen.getByRole('link', { name: 'Go to “Your business”' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go to “Who the company is”' }));
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: /^Who the company is/, expanded: true }),
    );
  });

  it('removes a record and brings it back', async () => {
    const page = await openCandidate({}, 'authorities');
    const { user } = page;
    await user.click(inquiry(/^SAM\.gov/));
    await user.click(screen.getByRole('button', { name: /^Asked 2 Nov 2026/ }));
    await user.click(screen.getByRole('button', { name: /^Remove/ }));
    await waitFor(() => expect(storedChecks(page)).toHaveLength(9));
    await user.click(screen.getByRole('button', { name: 'Put it back' }));
    await waitFor(() => expect(storedChecks(page)).toHaveLength(10));
    expect(storedChecks(page).findIndex(({ office_kind }) => office_kind === 'sam')).toBe(7);
  });
});

describe('the screen of a business offer', () => {
  const offer = (changes: Changes) => aCoveredOffer({ name: 'Clearinghouse a', ...changes }) as Changes;
  const screenPart = () => screen.getByRole('region', { name: 'What the screen comes to' });

  it('stops honestly when one paid or signed before the seven days were over', async () => {
    await openCandidate(offer({ disclosure_date: '2026-11-10', paid_or_signed: '2026-11-16' }), 'offer');
    expect(screenPart().textContent).toMatch(/^Stop: do not sign or pay/);
    expect(screenPart().textContent).toContain(
      'Payment or signature on 16 Nov 2026, less than 7 calendar days after the disclosure document.',
    );
    expect(within(verdict()).getByText('Do not sign')).toBeTruthy();
  });

  it.each([
    ['2026-11-16', 'Monday 23 November 2026: 1 day from now'],
    ['2026-11-15', '22 Nov 2026: the seven calendar days are over'],
  ])('computes the first day to sign from the day of the document: %s', async (day, words) => {
    await openCandidate(offer({ disclosure_date: day }), 'offer');
    expect(screenPart().textContent).toContain(words);
  });

  it('says whether the rule applies, what is missing, and which warning signs were ticked', async () => {
    await openCandidate(
      offer({ disclosure_contents: ['identity'], red_flags: ['pressure'], refs_called: 0 }),
      'offer',
    );
    for (const words of ['Yes: a new business', 'No earlier buyer called yet.', 'You must decide today']) {
      expect(screenPart().textContent).toContain(words);
    }
  });

  it('refuses a signature before the document beside the box just typed in, and saves it once it is right', async () => {
    const page = await openCandidate(offer({}), 'offer');
    const { user, fake } = page;
    const paid = screen.getByLabelText<HTMLInputElement>(/^Day you paid or signed/);
    await user.type(paid, '10/30/2026');
    await user.tab();
    await waitFor(() => expect(saidOf(paid)).toMatch(/before the disclosure document of 2 Nov 2026/));
    expect(fake.plan().records[0]?.answers.paid_or_signed).toBeUndefined();
    await user.clear(paid);
    await user.type(paid, '11/9/2026');
    await user.tab();
    await waitFor(() => expect(fake.plan().records[0]?.answers.paid_or_signed).toBe('2026-11-09'));
  });

  it('still takes other answers where an older plan holds such a contradiction', async () => {
    const { user, fake } = await openCandidate(offer({ paid_or_signed: '2026-10-30' }), 'company');
    await user.type(screen.getByLabelText(/^Your contact there/), 'Jo');
    await user.tab();
    await waitFor(() => expect(fake.plan().records[0]?.answers.contact).toBe('Jo'));
  });
});

describe('the portal of a candidate', () => {
  it('is checked on a press of the button only, and says what was found', async () => {
    const run = aPortalRun('fail');
    const { user, fake } = await openCandidate({}, 'company', { runs: [run] });
    await user.type(screen.getByLabelText(/^Address of its portal/), 'https://portal.clearwater.com/login');
    await user.tab();
    const button = await screen.findByRole('button', { name: 'Check: the connection to Clearinghouse a' });
    expect(fake.callsTo('runChecks')).toEqual([]);
    await user.click(button);
    await screen.findByText(run.detail.sentences[0] ?? '', { selector: 'p' });
    expect(fake.callsTo('runChecks')).toEqual([
      { subjects: [{ check: 'portal-tls', target: 'portal.clearwater.com:443' }] },
    ]);
    await waitFor(() => expect(within(verdict()).getByText('Do not sign')).toBeTruthy());
    expect(verdict().textContent).toContain('The app’s check of its portal failed');
  });

  it('refuses an address that is none beside the box', async () => {
    const { user, fake } = await openCandidate({}, 'company');
    const box = screen.getByLabelText<HTMLInputElement>(/^Address of its portal/);
    await user.type(box, '192.168.1.1');
    await user.tab();
    await waitFor(() => expect(saidOf(box)).toMatch(/private network/));
    expect(box.value).toBe('192.168.1.1');
    expect(fake.plan().records[0]?.answers.portal_target).toBeUndefined();
  });
});

describe('the page of a candidate', () => {
  it('opens every step in turn without two controls of the same id', async () => {
    const { user } = await openCandidate();
    for (const title of screen.getAllByRole('button', { expanded: false }).map((line) => line.id)) {
      const line = document.getElementById(title);
      if (line !== null) await user.click(line);
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
    expect(screen.getByRole('button', { name: /^Decision/, expanded: true })).toBeTruthy();
  });

  it('refuses a name that another candidate has beside the box', async () => {
    rememberStep('a', 'company');
    const { user, fake } = await renderDesk('/vetting/a', [
      aClearinghouseRecord('a'),
      aClearinghouseRecord('b'),
    ]);
    const box = screen.getByLabelText<HTMLInputElement>('Name it goes by');
    await user.clear(box);
    await user.type(box, 'clearinghouse B');
    await user.tab();
    await waitFor(() => expect(saidOf(box)).toMatch(/of this name already/));
    expect(box.value).toBe('clearinghouse B');
    expect(fake.plan().records[0]?.answers.name).not.toBe('clearinghouse B');
  });

  it('comes back to the step that was open', async () => {
    const { user, go } = await openCandidate();
    await user.click(stepLine(/^References/));
    act(() => go('/vetting'));
    await screen.findByRole('heading', { level: 1, name: 'Vetting desk' });
    act(() => go('/vetting/a'));
    await screen.findByRole('button', { name: /^References/, expanded: true });
  });

  it('takes a candidate off its list and puts it back', async () => {
    const { user, fake } = await openCandidate();
    await user.click(screen.getByRole('button', { name: 'Take off the list' }));
    await waitFor(() => expect(fake.plan().records[0]?.archivedOn).toBe('2026-11-22'));
    await user.click(await screen.findByRole('button', { name: /^Put it back/ }));
    await waitFor(() => expect(fake.plan().records[0]?.archivedOn).toBeNull());
  });

  it('says so when there is no such candidate', async () => {
    await renderDesk('/vetting/nobody');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is no such page');
  });

  it('prints the call script for the phone', async () => {
    const { user } = await renderDesk('/vetting/call-script', [aClearinghouseRecord('a')]);
    const paper = screen.getByRole('article', { name: 'Call script and vetting sheet' });
    expect(within(paper).getAllByRole('row')).toHaveLength(11);
    expect(
      within(paper).getByRole('heading', { name: 'Sixteen questions for the clearinghouse' }),
    ).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('For'), 'Clearinghouse a');
    expect(paper.textContent).toContain('CompanyClearinghouse a');
  });
});
