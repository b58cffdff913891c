import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../shared/domain/field.ts';
import type { VettingContext } from '../../shared/domain/vetting/vetting-types.ts';
import { aCheck, assessWith, CLEAN_CHECKS, checksWith, references } from '../support/a-clearinghouse.ts';

type Changes = Readonly<Record<string, AnswerValue | null>>;

/** What puts a candidate on hold, and what it says. */
const HOLDS: readonly (readonly [string, Changes, Partial<VettingContext>, string])[] = [
  [
    'the Attorney General at home is not asked',
    { authority_checks: checksWith('attorney-general', null, 'NJ') },
    {},
    'New Jersey Attorney General: not asked yet.',
  ],
  [
    'the Attorney General of the head office is not asked',
    { authority_checks: checksWith('attorney-general', null, 'DE') },
    {},
    'Delaware Attorney General: not asked yet.',
  ],
  [
    'the consumer office is not asked',
    { authority_checks: checksWith('consumer-office', null, 'DE') },
    {},
    'Delaware consumer office: not asked yet.',
  ],
  [
    'the answer is not recorded',
    { authority_checks: checksWith('attorney-general', { result: '' }, 'DE') },
    {},
    'Delaware Attorney General: day or answer not recorded yet.',
  ],
  [
    'the BBB is not looked up',
    { authority_checks: checksWith('bbb', null) },
    {},
    'Better Business Bureau: not looked up yet',
  ],
  [
    'the BBB profile is half recorded',
    { has_alert: null },
    {},
    'Better Business Bureau: not looked up yet, or not recorded in full.',
  ],
  [
    'a federal list is not searched',
    { authority_checks: checksWith('sam', null) },
    {},
    'SAM.gov debarments: not searched yet.',
  ],
  [
    'a federal match is not settled',
    { authority_checks: checksWith('sam', { search_result: 'possible' }) },
    {},
    'SAM.gov debarments: a possible match is not settled.',
  ],
  [
    'a breach came without an account of repairs',
    {
      authority_checks: checksWith('ocr-breach-portal', {
        search_result: 'found',
        finding: 'breach-unexplained',
      }),
    },
    {},
    'no account of what was repaired',
  ],
  [
    'a complaint is open',
    { authority_checks: checksWith('attorney-general', { result: 'open-complaint' }, 'DE') },
    {},
    'open complaint on record',
  ],
  [
    'the BBB profile carries an alert',
    { has_alert: true, alert: 'Mail returned' },
    {},
    'the profile carries an alert',
  ],
  ['a firm of many years has no BBB profile', { found: false, claims_years: true }, {}, 'no profile'],
  [
    'two references are called',
    { refs: references('positive', 'positive') },
    {},
    'References: 2 of 3 called.',
  ],
  ['the register shows it as inactive', { registry: 'inactive' }, {}, 'does not show it as active'],
  [
    'the contract names another company',
    { contract_legal_name: 'Clearwater Holdings, LLC' },
    {},
    '“Clearwater Holdings, LLC”',
  ],
  ['the home state is not known', {}, { homeState: null }, 'Your home state is not known'],
  ['the head office is not known', { hq_state: null }, {}, 'The state of its head office is not known'],
];

describe('holds', () => {
  it.each(HOLDS)('when %s', (_when, changes, context, says) => {
    const { verdict, holds } = assessWith(changes, context);
    expect(holds.join(' ')).toContain(says);
    expect(verdict).toBe('hold');
  });

  it('are no obstacle when home and head office share a state that was asked once', () => {
    const inDelaware = CLEAN_CHECKS.filter(({ state }) => state !== 'NJ');
    expect(assessWith({ authority_checks: inDelaware }, { homeState: 'DE' }).holds).toEqual([]);
  });
});

const silent = (date: string, secondAttempt?: string): Changes => ({
  authority_checks: checksWith(
    'attorney-general',
    { result: 'no-reply', date, ...(secondAttempt === undefined ? {} : { second_attempt: secondAttempt }) },
    'NJ',
  ),
});

describe('an office that does not reply', () => {
  // Friday 6 November plus 10 business days, over two weekends, is Friday 20 November.
  it.each([
    ['2026-11-19', undefined, 'Ask again on or after 20 Nov 2026.'],
    ['2026-11-20', undefined, '10 business days have passed'],
    ['2026-11-22', '2026-11-19', 'Ask once more, from 20 Nov 2026.'],
    ['2026-11-22', '2026-11-20', null],
  ])('on %s, asked again %s', (today, secondAttempt, says) => {
    const { holds, verdict } = assessWith(silent('2026-11-06', secondAttempt), { today });
    expect(holds.join(' ')).toContain(says ?? '');
    expect(verdict).toBe(says === null ? 'suitable' : 'hold');
  });

  it('counts from the Monday when it was asked on a weekend', () => {
    // Saturday 7 November: the tenth business day is Friday 20 November.
    expect(assessWith(silent('2026-11-07'), { today: '2026-11-19' }).holds.join(' ')).toContain(
      '20 Nov 2026',
    );
  });

  it('earns no points even when it was asked twice', () => {
    expect(assessWith(silent('2026-11-06', '2026-11-20')).score).toBe(95);
  });

  it('does not take back an open complaint of before', () => {
    const authority_checks = [
      ...checksWith('attorney-general', { result: 'open-complaint' }, 'NJ'),
      aCheck('attorney-general', { state: 'NJ', date: '2026-11-04', result: 'no-reply' }),
    ];
    expect(assessWith({ authority_checks }).holds.join(' ')).toContain('open complaint on record');
  });
});

describe('the age of a check', () => {
  const askedOn = (date: string): Changes => ({
    authority_checks: checksWith('consumer-office', { date }, 'NJ'),
  });

  it.each([
    ['2026-08-24', null, null],
    ['2026-08-23', null, 'more than 90 days old. Check again before you sign.'],
    ['2026-08-05', '2026-11-03', null],
    ['2026-08-04', '2026-11-03', 'was more than 90 days old when you signed on 3 Nov 2026'],
  ])('asked on %s, signed on %s', (date, signedOn, says) => {
    const { holds, verdict } = assessWith(askedOn(date), { signedOn });
    expect(holds.join(' ')).toContain(says ?? '');
    expect(verdict).toBe(says === null ? 'suitable' : 'hold');
  });

  it('is measured at the day on the contract when that is the earlier one', () => {
    const changes = { ...askedOn('2026-08-01'), signed: '2026-10-29' };
    expect(assessWith(changes, { signedOn: '2026-11-03' }).holds).toEqual([]);
  });

  it('may be a year for federal lists', () => {
    const searched = (date: string): Changes => ({ authority_checks: checksWith('ftc', { date }) });
    expect(assessWith(searched('2025-11-22')).holds).toEqual([]);
    expect(assessWith(searched('2025-11-21')).holds.join(' ')).toContain('more than a year old');
  });
});

describe('a newer answer', () => {
  const then = (older: string, newer: string): Changes => ({
    authority_checks: [
      aCheck('attorney-general', { state: 'DE', date: '2026-11-15', result: newer }),
      ...checksWith('attorney-general', { result: older, date: '2026-11-02' }, 'DE'),
    ],
  });

  it('of the same office takes the place of the older one, wherever its row stands', () => {
    const { verdict, score, holds } = assessWith(then('open-complaint', 'resolved'));
    expect(holds).toEqual([]);
    expect([score, verdict]).toEqual([90, 'suitable']);
  });

  it('that declines to say does not take back a complaint', () => {
    expect(assessWith(then('open-complaint', 'declines-to-say')).verdict).toBe('hold');
  });

  it('about the parent leaves the one about the company as it was', () => {
    const authority_checks = [
      ...checksWith('attorney-general', { result: 'open-complaint' }, 'DE'),
      aCheck('attorney-general', { state: 'DE', date: '2026-11-15', company: 'Tidewater Holdings, Inc.' }),
    ];
    expect(assessWith({ authority_checks }).holds.join(' ')).toContain(
      'Delaware Attorney General: open complaint',
    );
  });

  it('about the legal name is about the same company', () => {
    const authority_checks = [
      ...checksWith('attorney-general', { result: 'open-complaint' }, 'DE'),
      aCheck('attorney-general', {
        state: 'DE',
        date: '2026-11-15',
        company: 'Clearwater Claims Exchange, Inc.',
        result: 'resolved',
      }),
    ];
    expect(assessWith({ authority_checks }).holds).toEqual([]);
  });

  it('of another office in the state leaves the first as it was', () => {
    const authority_checks = [
      ...checksWith('consumer-office', { result: 'open-complaint' }, 'DE'),
      aCheck('consumer-office', { state: 'DE', date: '2026-11-15', office: 'New Castle County' }),
    ];
    expect(assessWith({ authority_checks }).holds.join(' ')).toContain('Consumer office: open complaint');
  });
});
