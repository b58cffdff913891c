import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../shared/domain/field.ts';
import type { ScoreArea, VettingContext } from '../../shared/domain/vetting/vetting-types.ts';
import {
  aCheck,
  assessWith,
  checksWith,
  clauses,
  references,
  transactions,
} from '../support/a-clearinghouse.ts';

type Changes = Readonly<Record<string, AnswerValue | null>>;

/** Points of an area with these changes to a flawless clearinghouse. */
function pointsIn(area: ScoreArea, changes: Changes, context: Partial<VettingContext> = {}): number {
  const { lines } = assessWith(changes, context);
  return lines.filter((line) => line.area === area).reduce((sum, { points }) => sum + points, 0);
}

const atDelaware = (result: string): Changes => ({
  authority_checks: checksWith('attorney-general', { result }, 'DE'),
});

const withMore = (...checks: readonly Readonly<Record<string, AnswerValue>>[]): Changes => ({
  authority_checks: [
    ...checksWith('attorney-general', {}),
    ...checks.map((check, index) => ({
      ...aCheck(String(check.office_kind), check),
      rowId: `more-${index}`,
    })),
  ],
});

const POINTS: readonly (readonly [ScoreArea, string, Changes, number])[] = [
  ['reputation', 'all four are done and found nothing', {}, 25],
  ['reputation', 'complaints are on record, resolved', atDelaware('resolved'), 15],
  ['reputation', 'an office declines to say', atDelaware('declines-to-say'), 20],
  ['reputation', 'an office never replied', atDelaware('no-reply'), 20],
  [
    'reputation',
    'two offices have resolved complaints on record',
    { authority_checks: checksWith('attorney-general', { result: 'resolved' }) },
    5,
  ],
  [
    'reputation',
    'three have, and not less than nothing is left',
    withMore(
      { office_kind: 'attorney-general', state: 'NJ', company: 'Parent One', result: 'resolved' },
      { office_kind: 'attorney-general', state: 'NJ', company: 'Parent Two', result: 'resolved' },
      { office_kind: 'attorney-general', state: 'NJ', company: 'Parent Three', result: 'resolved' },
    ),
    0,
  ],
  ['reputation', 'nobody was asked', { authority_checks: null, found: null }, 0],
  ['reputation', 'one of five searches is missing', { authority_checks: checksWith('sam', null) }, 23],
  [
    'reputation',
    'a breach came with an account of the repairs',
    {
      authority_checks: checksWith('ocr-breach-portal', {
        search_result: 'found',
        finding: 'breach-explained',
      }),
    },
    25,
  ],
  ['reputation', 'the BBB shows unresolved complaints', { unresolved: 1 }, 20],
  ['reputation', 'the BBB shows a pattern of silence', { unanswered_pattern: true }, 15],
  ['security', 'all is shown', {}, 20],
  ['security', 'there is no accreditation', { accreditor: 'none' }, 12],
  ['security', 'the certificate ran out yesterday', { expires: '2026-11-21' }, 12],
  ['security', 'the certificate runs out today', { expires: '2026-11-22' }, 20],
  ['security', 'the certificate could not be verified', { verified: 'could-not' }, 12],
  ['security', 'nobody has verified it', { verified: null }, 12],
  ['security', 'there is no second sign-in step', { mfa: false }, 14],
  ['security', 'the second sign-in step is not answered', { mfa: null }, 14],
  ['security', 'the connection is not known', { tls: 'unknown' }, 18],
  ['security', 'stored data is not encrypted', { encryption: 'in-transit' }, 18],
  ['security', 'a breach is explained', { had_breach: true, breach_explained: true }, 20],
  ['security', 'a breach is not explained', { had_breach: true, breach_explained: false }, 18],
  [
    'security',
    'it denies the breach on the public list',
    {
      authority_checks: checksWith('ocr-breach-portal', {
        search_result: 'found',
        finding: 'breach-explained',
      }),
    },
    18,
  ],
  ['capability', 'all is carried', {}, 20],
  [
    'capability',
    'a needed transaction is only promised',
    { transactions: transactions({ '270-271': 'said' }) },
    19,
  ],
  ['capability', 'claims are only promised', { transactions: transactions({ '837P': 'said' }) }, 18],
  [
    'capability',
    'authorizations are missing, which are not needed',
    { transactions: transactions({ '278': 'no' }) },
    20,
  ],
  ['capability', 'half of the payers are covered', { payers_covered: 10 }, 14],
  [
    'capability',
    '21 of 22 payers are covered: 11.45, rounded down',
    { payers_needed: 22, payers_covered: 21 },
    19,
  ],
  ['capability', 'the payers are not counted', { payers_needed: null }, 8],
  ['contract', 'all must-haves and no warnings', {}, 15],
  ['contract', 'one must-have is missing', { must_have: clauses('must_have', ['insurance']) }, 12],
  ['contract', 'two warnings are in it', { warnings: clauses('warnings', ['exclusivity', 'data-sale']) }, 9],
  [
    'contract',
    'six things are wrong',
    {
      warnings: clauses('warnings', [
        'exclusivity',
        'data-sale',
        'auto-renewal',
        'licence-fee',
        'far-arbitration',
        'unilateral-changes',
      ]),
    },
    0,
  ],
  ['contract', 'one clause is not marked', { warnings: clauses('warnings').slice(1) }, 12],
  ['contract', 'notice is longer than the clause says', { notice_days: 91 }, 12],
  ['contract', 'nothing is marked', { must_have: null, warnings: null }, 0],
  ['cost', 'every fee is named, and there is no minimum', {}, 8],
  ['cost', 'there is a minimum', { min: 1 }, 5],
  ['cost', 'one fee is not known', { per_claim: null }, 3],
  ['cost', 'the contract does not list every fee', { must_have: clauses('must_have', ['itemised-fees']) }, 3],
  ['cost', 'no fee is known', { setup: null, monthly: null, per_claim: null, min: null }, 0],
  ['support', 'uptime and a procedure are promised', {}, 7],
  ['support', 'uptime is 99.5%', { uptime: 99.5 }, 7],
  ['support', 'uptime is 99.49%', { uptime: 99.49 }, 3],
  ['support', 'there is no procedure', { downtime_procedure: false }, 4],
  ['support', 'neither is answered', { uptime: null, downtime_procedure: null }, 0],
  ['references', 'three are good', {}, 5],
  ['references', 'two of three are good', { refs: references('positive', 'mixed', 'positive') }, 3],
  ['references', 'one of three is good', { refs: references('negative', 'mixed', 'positive') }, 1],
  ['references', 'none is called', { refs: null }, 0],
];

describe('the score', () => {
  it.each(POINTS)('%s when %s', (area, _when, changes, points) => {
    expect(pointsIn(area, changes)).toBe(points);
  });

  it('shares its 100 points out as 25, 20, 20, 15, 8, 7 and 5', () => {
    const { lines } = assessWith();
    const of = (area: ScoreArea): readonly number[] =>
      lines.filter((line) => line.area === area).map((line) => line.of);
    expect(of('reputation')).toEqual([25]);
    expect(of('security')).toEqual([8, 6, 4, 2]);
    expect(of('capability')).toEqual([8, 12]);
    expect(of('contract')).toEqual([15]);
    expect([...of('cost'), ...of('support'), ...of('references')]).toEqual([8, 7, 5]);
  });

  it('counts a check of the portal before what the user saw', () => {
    const fails = { portal: { outcome: 'fail', problems: ['expired'] } } as const;
    const passes = { portal: { outcome: 'pass', problems: [] } } as const;
    expect(pointsIn('security', { tls: 'tls-1-3' }, fails)).toBe(18);
    expect(pointsIn('security', { tls: null }, passes)).toBe(20);
  });

  it('says of a clean record that it is no clearance', () => {
    const why = assessWith().lines.find(({ area }) => area === 'reputation')?.why;
    expect(why).toContain('no clearance');
  });

  it('reads nothing from an answer that is hidden by another', () => {
    expect(pointsIn('reputation', { found: false, claims_years: false, has_alert: true })).toBe(25);
  });

  it('lists what lost points as conditions, and warning signs beside them', () => {
    const { conditions } = assessWith({
      mfa: false,
      min: 500,
      uptime: 99,
      refs: references('positive', 'negative', 'positive'),
      red_flags: ['pressure'],
    });
    expect(conditions).toEqual([
      'No multi-factor sign-in (MFA) on its portal.',
      'You pay a monthly minimum.',
      'It promises less than 99.5% uptime.',
      'A bad reference: Billing company 2.',
      'Warning sign: You must decide today.',
    ]);
  });
});
