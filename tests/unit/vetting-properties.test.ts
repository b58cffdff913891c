import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE_CODES } from '../../shared/catalog/state-codes.ts';
import { clearinghouseFields } from '../../shared/catalog/vetting/clearinghouse-candidate.ts';
import { WARNING_CLAUSES } from '../../shared/catalog/vetting/contract-fields.ts';
import { softwareFields } from '../../shared/catalog/vetting/software-candidate.ts';
import type { Answers, AnswerValue, Row } from '../../shared/domain/field.ts';
import { assessSoftware } from '../../shared/domain/vetting/assess-software.ts';
import type { VettingContext } from '../../shared/domain/vetting/vetting-types.ts';
import { assessCandidate } from '../../shared/domain/vetting.ts';
import { aClearinghouse, CLEAN_CHECKS } from '../support/a-clearinghouse.ts';
import { arbitraryAnswers, arbitraryDate } from '../support/arbitrary-answers.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const RUNS = { numRuns: 200 };
const profile = aProfile();

const arbitraryContext: fc.Arbitrary<VettingContext> = fc.record({
  today: fc.constant(TODAY),
  homeState: fc.option(fc.constantFrom(...STATE_CODES)),
  clientStates: fc.subarray(['MD', 'NJ', 'PA'] as const),
  signedOn: fc.option(arbitraryDate(TODAY)),
  portal: fc.option(
    fc.record({
      outcome: fc.constantFrom('pass', 'fail', 'unknown', 'not-applicable'),
      problems: fc.constant([]),
    }),
  ),
});

const anyAnswers = arbitraryAnswers(clearinghouseFields, TODAY, profile);

/** Anything at all, and, so that the top of the scale is seen too, the flawless candidate with a few answers changed. */
const arbitraryCandidate: fc.Arbitrary<Answers> = fc.oneof(
  anyAnswers,
  fc
    .tuple(
      anyAnswers,
      fc.subarray(
        clearinghouseFields.map(({ id }) => id),
        { maxLength: 4 },
      ),
    )
    .map(([answers, changed]) => {
      const changes = changed.map((id) => [id, answers[id] ?? null] as const);
      return aClearinghouse(Object.fromEntries(changes));
    }),
);

type Adverse = (answers: Answers) => Answers;

const withCheck =
  (check: Readonly<Record<string, AnswerValue>>): Adverse =>
  (answers) => ({
    ...answers,
    authority_checks: [
      ...((answers.authority_checks ?? []) as readonly Row[]),
      { rowId: 'one-more', date: TODAY, ...check } as Row,
    ],
  });

const withAnswer =
  (field: string, value: AnswerValue): Adverse =>
  (answers) => ({ ...answers, [field]: value });

const withRow =
  (field: string, row: Row): Adverse =>
  (answers) => {
    const others = ((answers[field] ?? []) as readonly Row[]).filter(({ rowId }) => rowId !== row.rowId);
    return { ...answers, [field]: [...others, row] };
  };

const arbitraryAdverse: fc.Arbitrary<Adverse> = fc.oneof(
  fc
    .record({
      office_kind: fc.constantFrom('attorney-general', 'consumer-office'),
      state: fc.constantFrom('NJ', 'DE', 'TX'),
      result: fc.constantFrom(
        'resolved',
        'open-complaint',
        'action-settlement',
        'declines-to-say',
        'no-reply',
      ),
      company: fc.constantFrom('', 'Parent, Inc.'),
      office: fc.constantFrom('', 'Consumer office'),
    })
    .map(withCheck),
  fc
    .record({
      office_kind: fc.constantFrom('ftc', 'leie', 'sam', 'ocr-breach-portal', 'news'),
      search_result: fc.constant('found'),
      finding: fc.constantFrom('deception', 'excluded', 'breach-unexplained', 'other'),
    })
    .map(withCheck),
  fc
    .record({ office_kind: fc.constantFrom('ftc', 'leie', 'sam'), search_result: fc.constant('possible') })
    .map(withCheck),
  fc
    .constantFrom<readonly [string, AnswerValue]>(
      ['has_alert', true],
      ['unanswered_pattern', true],
      ['claims_years', true],
      ['accreditor', 'none'],
      ['verified', 'could-not'],
      ['mfa', false],
      ['tls', 'older'],
      ['encryption', 'none'],
      ['breach_explained', false],
      ['downtime_procedure', false],
      ['uptime', 90],
      ['notice_days', 365],
      ['export_format', 'none'],
      ['payers_covered', 0],
      ['baa', 'refuses'],
    )
    .map(([field, value]) => withAnswer(field, value)),
  // Only a minimum in the place of a known one: naming a fee that was not known answers a question, which earns points.
  fc.constant<Adverse>((answers) => (answers.min == null ? answers : { ...answers, min: 10_000 })),
  fc.constantFrom(...WARNING_CLAUSES).map(({ rowId }) => withRow('warnings', { rowId, in_contract: true })),
  fc.constantFrom('837P', '835', '999').map((rowId) => withRow('transactions', { rowId, answer: 'no' })),
  fc.constant(
    withRow('refs', { rowId: 'bad', company: 'X', relation: 'left', called: TODAY, opinion: 'negative' }),
  ),
);

describe('the vetting of any clearinghouse', () => {
  it('adds its lines up to a whole score from 0 to 100, no line below 0 or above its own', () => {
    fc.assert(
      fc.property(arbitraryCandidate, arbitraryContext, (answers, context) => {
        const { score, lines } = assessCandidate(answers, context);
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        for (const { points, of, why } of lines) {
          expect(points >= 0 && points <= of).toBe(true);
          expect(why).not.toBe('');
        }
      }),
      RUNS,
    );
  });

  it('says “do not sign” exactly when there is a hard stop', () => {
    const seen = { stopped: 0, free: 0 };
    fc.assert(
      fc.property(arbitraryCandidate, arbitraryContext, (answers, context) => {
        const { verdict, hardStops } = assessCandidate(answers, context);
        seen[hardStops.length > 0 ? 'stopped' : 'free'] += 1;
        expect(verdict === 'do-not-sign').toBe(hardStops.length > 0);
      }),
      RUNS,
    );
    expect(Math.min(seen.stopped, seen.free)).toBeGreaterThan(10);
  });

  it('is better than “on hold” only when nothing holds it', () => {
    let held = 0;
    fc.assert(
      fc.property(arbitraryCandidate, arbitraryContext, (answers, context) => {
        const { verdict, holds, hardStops } = assessCandidate(answers, context);
        if (hardStops.length > 0) return;
        held += holds.length > 0 ? 1 : 0;
        expect(verdict === 'hold').toBe(holds.length > 0);
      }),
      RUNS,
    );
    expect(held).toBeGreaterThan(5);
  });

  it('never gains points by one more adverse finding', () => {
    let lowered = 0;
    fc.assert(
      fc.property(arbitraryCandidate, arbitraryContext, arbitraryAdverse, (answers, context, spoil) => {
        const before = assessCandidate(answers, context).score;
        const after = assessCandidate(spoil(answers), context).score;
        expect(after).toBeLessThanOrEqual(before);
        lowered += after < before ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect(lowered).toBeGreaterThan(20);
  });

  it('never earns points for a question without an answer', () => {
    const fields = clearinghouseFields.map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.subarray(fields, { minLength: 1 }),
        fc.record({ tls: fc.constantFrom('tls-1-3', 'unknown') }),
        (removed, changes) => {
          const full = aClearinghouse(changes);
          const rest = Object.fromEntries(Object.entries(full).filter(([id]) => !removed.includes(id)));
          const context = {
            today: TODAY,
            homeState: 'NJ',
            clientStates: [],
            signedOn: null,
            portal: null,
          } as const;
          expect(assessCandidate(rest, context).score).toBeLessThanOrEqual(
            assessCandidate(full, context).score,
          );
        },
      ),
      RUNS,
    );
    expect(
      assessCandidate(
        {},
        { today: TODAY, homeState: 'NJ', clientStates: ['MD'], signedOn: null, portal: null },
      ),
    ).toMatchObject({ score: 0, hardStops: [] });
  });

  it('loses points, or stays, with each check that is not made', () => {
    fc.assert(
      fc.property(fc.subarray([...CLEAN_CHECKS]), fc.subarray([...CLEAN_CHECKS]), (some, others) => {
        const context = {
          today: TODAY,
          homeState: 'NJ',
          clientStates: [],
          signedOn: null,
          portal: null,
        } as const;
        const more = CLEAN_CHECKS.filter((check) => some.includes(check) || others.includes(check));
        const scoreOf = (authority_checks: readonly Row[]): number =>
          assessCandidate(aClearinghouse({ authority_checks }), context).score;
        expect(scoreOf(some)).toBeLessThanOrEqual(scoreOf(more));
      }),
      RUNS,
    );
  });
});

describe('the vetting of any billing software', () => {
  it('adds its lines up to the score, and stops exactly on what is recorded', () => {
    fc.assert(
      fc.property(
        arbitraryAnswers(softwareFields, TODAY, profile),
        fc.option(fc.array(fc.string(), { maxLength: 2 })),
        (answers, requiredProducts) => {
          const found = assessSoftware(answers, { today: TODAY, requiredProducts, portal: null });
          expect(found.lines.reduce((sum, { points }) => sum + points, 0)).toBe(found.score);
          expect(found.score >= 0 && found.score <= 100).toBe(true);
          expect(found.verdict === 'do-not-sign').toBe(found.hardStops.length > 0);
        },
      ),
      RUNS,
    );
  });
});
