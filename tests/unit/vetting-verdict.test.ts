import { describe, expect, it } from 'vitest';
import { clearinghouseFields } from '../../shared/catalog/vetting/clearinghouse-candidate.ts';
import type { AnswerValue } from '../../shared/domain/field.ts';
import { schemaForAnswers } from '../../shared/domain/field-schema.ts';
import type { VettingContext } from '../../shared/domain/vetting/vetting-types.ts';
import { assessCandidate } from '../../shared/domain/vetting.ts';
import {
  aClearinghouse,
  aCoveredOffer,
  assessWith,
  aVettingContext,
  checksWith,
  clauses,
  transactions,
} from '../support/a-clearinghouse.ts';

type Changes = Readonly<Record<string, AnswerValue | null>>;

const stopIds = (changes: Changes, context: Partial<VettingContext> = {}): readonly string[] =>
  assessWith(changes, context).hardStops.map(({ id }) => id);

describe('the verdict on a clearinghouse', () => {
  it('is “suitable” with all 100 points when everything is answered well', () => {
    const answers = aClearinghouse();
    expect(schemaForAnswers(clearinghouseFields).safeParse(answers)).toMatchObject({ success: true });
    const { verdict, score, hardStops, holds, conditions } = assessWith();
    expect({ verdict, score, hardStops, holds, conditions }).toEqual({
      verdict: 'suitable',
      score: 100,
      hardStops: [],
      holds: [],
      conditions: [],
    });
  });

  it('is “suitable” at exactly 80 points', () => {
    const { verdict, score } = assessWith({ accreditor: 'none', payers_covered: 0 });
    expect([score, verdict]).toEqual([80, 'suitable']);
  });

  it('is “suitable with conditions” at 79 and at 65, and lists them', () => {
    const at79 = assessWith({
      accreditor: 'none',
      payers_covered: 0,
      transactions: transactions({ '999': 'said' }),
    });
    expect([at79.score, at79.verdict]).toEqual([79, 'suitable-with-conditions']);
    expect(at79.conditions).toEqual([
      'No accreditation.',
      'Have it confirm in writing: 999: file acknowledgment.',
      'Fewer than 90% of your payers are on its list.',
    ]);
    const at65 = assessWith({
      accreditor: 'none',
      payers_covered: 0,
      warnings: clauses('warnings', ALL_WARNINGS),
    });
    expect([at65.score, at65.verdict]).toEqual([65, 'suitable-with-conditions']);
  });

  it('is “not recommended” at 64 points', () => {
    const { verdict, score } = assessWith({
      accreditor: 'none',
      payers_covered: 0,
      warnings: clauses('warnings', ALL_WARNINGS),
      transactions: transactions({ '999': 'said' }),
    });
    expect([score, verdict]).toEqual([64, 'not-recommended']);
  });

  it('is “on hold” in spite of 95 points while a reference is not called', () => {
    const { verdict, score, holds } = assessWith({ refs: null });
    expect([score, verdict]).toEqual([95, 'hold']);
    expect(holds).toEqual(['References: 0 of 3 called.']);
  });

  it('is “do not sign” when a hard stop meets a hold', () => {
    const { verdict, holds, hardStops } = assessWith({ refs: null, baa: 'refuses' });
    expect(holds).not.toEqual([]);
    expect(hardStops.map(({ id }) => id)).toEqual(['H1']);
    expect(verdict).toBe('do-not-sign');
  });

  it('is “on hold” for a candidate of whom only the name is known, with no points and no stop', () => {
    const { verdict, score, hardStops, open, bizopp } = assessCandidate(
      { name: 'Clearwater' },
      aVettingContext(),
    );
    expect([verdict, score, hardStops]).toEqual(['hold', 0, []]);
    expect(open).toContain('Fill in “Legal name”.');
    expect(bizopp.offered).toBe('unknown');
  });
});

const ALL_WARNINGS = ['exclusivity', 'auto-renewal', 'licence-fee', 'far-arbitration', 'data-sale'];

const FAILED_CHECK = { portal: { outcome: 'fail', problems: ['old-protocol'] } } as const;
const UNCLEAR_CHECK = { portal: { outcome: 'unknown', problems: [] } } as const;

/** What fires each hard stop, and the like of it that does not. */
const HARD_STOPS: readonly (readonly [string, string, Changes, Partial<VettingContext>, boolean])[] = [
  ['H1', 'it refuses a BAA', { baa: 'refuses' }, {}, true],
  [
    'H1',
    'nothing is known of a BAA, and the contract has none',
    { baa: null, must_have: clauses('must_have', ['baa-attached']) },
    {},
    true,
  ],
  [
    'H1',
    'it signs one, though none is attached',
    { must_have: clauses('must_have', ['baa-attached']) },
    {},
    false,
  ],
  ['H1', 'nobody has asked', { baa: null, must_have: null }, {}, false],
  [
    'H2',
    'the FTC has an action for deception',
    { authority_checks: checksWith('ftc', { search_result: 'found', finding: 'deception' }) },
    {},
    true,
  ],
  [
    'H2',
    'that action is closed',
    {
      authority_checks: checksWith('ftc', {
        search_result: 'found',
        finding: 'deception',
        action_state: 'closed',
      }),
    },
    {},
    false,
  ],
  [
    'H2',
    'an Attorney General has taken action',
    { authority_checks: checksWith('attorney-general', { result: 'action-settlement' }, 'DE') },
    {},
    true,
  ],
  [
    'H2',
    'that action was about something else',
    {
      authority_checks: checksWith(
        'attorney-general',
        { result: 'action-settlement', action_state: 'not-deception' },
        'DE',
      ),
    },
    {},
    false,
  ],
  [
    'H2',
    'it is on the exclusion list',
    { authority_checks: checksWith('leie', { search_result: 'found', finding: 'other' }) },
    {},
    true,
  ],
  [
    'H2',
    'it is debarred',
    { authority_checks: checksWith('sam', { search_result: 'found', finding: 'excluded' }) },
    {},
    true,
  ],
  [
    'H2',
    'the match is another company',
    { authority_checks: checksWith('leie', { search_result: 'other-company' }) },
    {},
    false,
  ],
  [
    'H2',
    'the match is not settled',
    { authority_checks: checksWith('leie', { search_result: 'possible' }) },
    {},
    false,
  ],
  [
    'H2',
    'a complaint is open, which is no action of the government',
    { authority_checks: checksWith('attorney-general', { result: 'open-complaint' }, 'NJ') },
    {},
    false,
  ],
  ['H3', 'it does not send professional claims', { transactions: transactions({ '837P': 'no' }) }, {}, true],
  ['H3', 'it does not return remittances', { transactions: transactions({ '835': 'no' }) }, {}, true],
  ['H3', 'a top payer cannot be reached', { top_payers: 'no-route' }, {}, true],
  ['H3', 'a top payer has another route', { top_payers: 'other-route' }, {}, false],
  ['H3', 'it lacks authorizations only', { transactions: transactions({ '278': 'no' }) }, {}, false],
  ['H4', 'it promises clients', { promises: true }, {}, true],
  ['H4', 'it promises nothing', { promises: false }, {}, false],
  ['H5', 'the register does not know it', { registry: 'not-found' }, {}, true],
  ['H5', 'it has a PO box only', { address_kind: 'box-only' }, {}, true],
  ['H5', 'it gives no address', { address_kind: 'none' }, {}, true],
  ['H5', 'it is registered but not active', { registry: 'inactive' }, {}, false],
  ['H6', 'the check of its portal failed, whatever you saw', {}, FAILED_CHECK, true],
  ['H6', 'you saw old TLS, and no check was made', { tls: 'older' }, {}, true],
  [
    'H6',
    'you saw an invalid certificate, and the check could not tell',
    { tls: 'invalid-certificate' },
    UNCLEAR_CHECK,
    true,
  ],
  [
    'H6',
    'you saw old TLS, but the check passed',
    { tls: 'older' },
    { portal: { outcome: 'pass', problems: [] } },
    false,
  ],
  ['H6', 'the check could not tell, and you saw TLS 1.2', { tls: 'tls-1-2' }, UNCLEAR_CHECK, false],
  ['H6', 'nobody could tell', { tls: 'unknown' }, UNCLEAR_CHECK, false],
  ['H7', 'the contract keeps the data', { must_have: clauses('must_have', ['data-export']) }, {}, true],
  ['H7', 'there is no export', { export_format: 'none' }, {}, true],
  ['H7', 'it neither returns nor destroys', { return_destroy: false }, {}, true],
  ['H7', 'nobody has asked', { return_destroy: null, export_format: null, must_have: null }, {}, false],
  ['H8', 'payments pass through it', { payments_through: true }, {}, true],
  [
    'H8',
    'a lawyer has written about that',
    { payments_through: true, counsel_note: [{ name: 'Letter', location: 'Folder' }] },
    {},
    false,
  ],
  [
    'H9',
    'Maryland does not list it, and a client is there',
    { mhcc: 'not-listed' },
    { clientStates: ['MD'] },
    true,
  ],
  [
    'H9',
    'Maryland does not list it, and you only live there',
    { mhcc: 'not-listed' },
    { homeState: 'MD', clientStates: ['NJ'] },
    false,
  ],
  ['H9', 'a client is in Maryland, and nobody has looked', { mhcc: null }, { clientStates: ['MD'] }, false],
];

describe('hard stops', () => {
  it.each(HARD_STOPS)('%s when %s', (id, _when, changes, context, fires) => {
    const found = stopIds(changes, context);
    expect(found.includes(id)).toBe(fires);
    // Nothing else fires by accident.
    expect(found.filter((other) => other !== id)).toEqual([]);
  });

  it.each(HARD_STOPS.filter(([, , , , fires]) => fires))(
    '%s means “do not sign” (%s)',
    (_id, _when, changes, context) => {
      expect(assessWith(changes, context).verdict).toBe('do-not-sign');
    },
  );

  it('cover H1 to H9, each both ways', () => {
    const seen = (fires: boolean): readonly string[] => [
      ...new Set(HARD_STOPS.filter(([, , , , each]) => each === fires).map(([id]) => id)),
    ];
    const all = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9'];
    expect(seen(true)).toEqual(all);
    expect(seen(false)).toEqual(all);
  });

  it('H4 when a covered offer breaks the rule', () => {
    const broken = assessCandidate(aCoveredOffer({ paid_or_signed: '2026-11-08' }), aVettingContext());
    expect(broken.hardStops.map(({ id }) => id)).toEqual(['H4']);
    const kept = assessCandidate(aCoveredOffer({ paid_or_signed: '2026-11-09' }), aVettingContext());
    expect(kept.hardStops).toEqual([]);
  });

  it('ask for the Maryland list when a client is there', () => {
    const { open } = assessWith({ mhcc: null }, { clientStates: ['MD'] });
    expect(open.join(' ')).toContain('MHCC');
    expect(assessWith({ mhcc: null }).open.join(' ')).not.toContain('MHCC');
  });
});
