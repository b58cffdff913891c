import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { clearinghouseFields } from '../../shared/catalog/vetting/clearinghouse-candidate.ts';
import {
  MUST_CRITERIA,
  SHOULD_CRITERIA,
  softwareFields,
} from '../../shared/catalog/vetting/software-candidate.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import { parseReportJson, toReportJson } from '../../shared/domain/report-json.ts';
import { reportVetting } from '../../shared/domain/report-vetting.ts';
import type { ReportCandidate, ReportVettingKind } from '../../shared/domain/report-vetting-types.ts';
import { checksWith, clauses, transactions } from '../support/a-clearinghouse.ts';
import { aPlan } from '../support/a-plan.ts';
import { arbitraryAnswers } from '../support/arbitrary-answers.ts';
import { aClearinghouseRecord, aProductRecord } from '../support/candidates.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { expectOk } from '../support/plan-builders.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const planWith = (records: readonly PlanRecord[]) => ({ ...aPlan(), records });

function listOf(records: readonly PlanRecord[], kind = 'clearinghouse'): ReportVettingKind {
  const found = reportVetting(planWith(records), TODAY).kinds.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`No list "${kind}"`);
  return found;
}

function only(records: readonly PlanRecord[], kind?: string): ReportCandidate {
  const [candidate] = listOf(records, kind).candidates;
  if (candidate === undefined) throw new Error('No candidate');
  return candidate;
}

const SO_SO = { accreditor: 'none', payers_covered: 0 } as const;
const ALL_WARNINGS = clauses('warnings').map(({ rowId }) => rowId);

/** Software that has everything but for these changes. */
const aFullProduct = (id: string, changes: Answers = {}): PlanRecord =>
  aProductRecord(id, {
    vendor: 'LedgerLeaf Software, Inc.',
    hosting: 'cloud',
    baa: 'yes',
    criteria: [...MUST_CRITERIA, ...SHOULD_CRITERIA].map(({ rowId }) => ({ rowId, answer: 'confirmed' })),
    data_export: true,
    bundled_clients: false,
    cost_model: 'flat',
    cost: 9900,
    ...changes,
  });

describe('a candidate in the report', () => {
  it.each([
    ['Suitable', {}],
    ['Suitable with conditions', { ...SO_SO, transactions: transactions({ '999': 'said' }) }],
    [
      'Not recommended',
      {
        ...SO_SO,
        warnings: clauses('warnings', ALL_WARNINGS),
        transactions: transactions({ '999': 'said' }),
      },
    ],
    ['On hold: not finished', { refs: null }],
    ['Do not sign', { baa: 'refuses' }],
  ])('is “%s” as its page says', (word, changes) => {
    expect(only([aClearinghouseRecord('a', changes)]).verdict.word).toBe(word);
  });

  it('is “Do not sign” for a hard stop in spite of its points, and the stop is said', () => {
    const candidate = only([aClearinghouseRecord('a', { baa: 'refuses', refs: null })]);
    expect(candidate.verdict.kind).toBe('do-not-sign');
    expect(candidate.hardStops).toEqual([
      { id: 'H1', text: 'It refuses to sign a business associate agreement (BAA).' },
    ]);
    expect(candidate.holds).toEqual(['References: 0 of 3 called.']);
    expect(candidate.score).toBeGreaterThan(80);
  });

  it('has a score that is the sum of its lines, out of the sum of what they can give', () => {
    fc.assert(
      fc.property(
        arbitraryAnswers(clearinghouseFields, TODAY, aProfile()),
        arbitraryAnswers(softwareFields, TODAY, aProfile()),
        (company, product) => {
          const records = [{ ...aClearinghouseRecord('a'), answers: company }, aProductRecord('b', product)];
          for (const kind of ['clearinghouse', 'billing-software']) {
            const { score, of, lines } = only(records, kind);
            expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(score);
            expect(of).toBe(100);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says how many authority checks have an answer, and which have none', () => {
    const authority_checks = checksWith('consumer-office', null, 'DE');
    expect(only([aClearinghouseRecord('a', { authority_checks })]).checks).toEqual({
      done: 9,
      total: 10,
      text: '9 of 10 authority checks done',
      open: ['Delaware consumer office'],
    });
  });

  it('tells two offices apart whose states are not known', () => {
    const nameless = { ...aClearinghouseRecord('a'), answers: { name: 'Clearwater' } };
    const { kinds } = reportVetting({ ...aPlan([], { homeState: null }), records: [nameless] }, TODAY);
    const open = kinds[0]?.candidates[0]?.checks?.open ?? [];
    expect(open.slice(0, 2)).toEqual([
      'State Attorney General (your state)',
      'State Attorney General (state of its head office)',
    ]);
    expect(new Set(open).size).toBe(open.length);
  });

  it('has no authority checks when it is software', () => {
    expect(only([aFullProduct('s')], 'billing-software')).toMatchObject({
      checks: null,
      // Nobody has been asked yet which software they require.
      score: 92,
      verdict: { kind: 'hold', word: 'On hold: not finished' },
    });
  });

  it('names what is not answered yet', () => {
    expect(only([aClearinghouseRecord('a')]).open).not.toContain('Fill in “Accreditation”.');
    expect(only([aClearinghouseRecord('a', { accreditor: null })]).open).toContain(
      'Fill in “Accreditation”.',
    );
    expect(only([aProductRecord('s')], 'billing-software').open).toContain('Fill in “Vendor”.');
  });

  it('has the decision with its reason and day, or none', () => {
    const decided = { decision: 'not-chosen', decision_reason: ' Too dear. ', decided_on: '2026-11-20' };
    expect(only([aClearinghouseRecord('a', decided)]).decision).toEqual({
      kind: 'not-chosen',
      word: 'Not chosen',
      reason: 'Too dear.',
      on: { on: '2026-11-20', text: '20 Nov 2026' },
    });
    expect(only([aClearinghouseRecord('a')]).decision).toBeNull();
  });

  it('is left out once it is off the list', () => {
    const gone = aClearinghouseRecord('a', {}, { archivedOn: TODAY });
    expect(listOf([gone])).toMatchObject({ candidates: [], comparison: null });
  });
});

describe('what was decided about a list', () => {
  it('is said plainly while nothing is on it, and while nothing is chosen', () => {
    expect(listOf([]).decision).toBe('Nothing is on the list yet, and nothing is chosen.');
    expect(listOf([aClearinghouseRecord('a')])).toMatchObject({
      decision: 'Nothing is chosen yet.',
      chosenId: null,
    });
  });

  it('names the chosen one with the verdict it has today', () => {
    const chosen = aClearinghouseRecord('a', {
      decision: 'chosen',
      decided_on: '2026-11-20',
      promises: true,
      baa: 'refuses',
    });
    expect(listOf([chosen])).toMatchObject({
      decision: 'Chosen on 20 Nov 2026: Clearinghouse a. Verdict today: Do not sign.',
      chosenId: 'a',
    });
  });

  it('takes none for chosen when several are marked', () => {
    const both = ['a', 'b'].map((id) => aClearinghouseRecord(id, { decision: 'chosen' }));
    expect(listOf(both)).toMatchObject({
      decision: '2 are marked as chosen; only one can be: Clearinghouse a; Clearinghouse b.',
      chosenId: null,
    });
  });
});

describe('candidates side by side in the report', () => {
  const many = [
    aClearinghouseRecord('a', { decision: 'not-chosen' }),
    aClearinghouseRecord('b'),
    aClearinghouseRecord('c', { monthly: 100 }),
    aClearinghouseRecord('d'),
    aClearinghouseRecord('e', { decision: 'chosen' }),
  ];

  it('are four at most, the chosen one first and those turned down last', () => {
    const { candidates, comparison } = listOf(many);
    expect(candidates.map(({ id }) => id)).toEqual(['e', 'b', 'c', 'd', 'a']);
    expect(comparison).toMatchObject({
      ids: ['e', 'b', 'c', 'd'],
      note: '4 of 5 are shown side by side.',
    });
  });

  it('begin with hard stops, and say which rows differ', () => {
    const rows = listOf(many).comparison?.rows ?? [];
    expect(rows.slice(0, 2).map(({ id }) => id)).toEqual(['hard-stops', 'verdict']);
    expect(rows.filter(({ differs }) => differs).map(({ id }) => id)).toEqual(['monthly', 'decision']);
    expect(rows.find(({ id }) => id === 'monthly')?.cells).toEqual(['$59.00', '$59.00', '$1.00', '$59.00']);
  });

  it('need two of one list', () => {
    const alone = [aClearinghouseRecord('a'), aFullProduct('s')];
    expect(listOf(alone).comparison).toBeNull();
    expect(listOf(alone, 'billing-software').comparison).toBeNull();
  });

  it('are software with software, none of them noted as left out', () => {
    const products = [aFullProduct('s'), aFullProduct('t', { data_export: false })];
    const comparison = listOf(products, 'billing-software').comparison;
    expect(comparison?.note).toBeNull();
    expect(comparison?.rows[0]).toMatchObject({
      id: 'hard-stops',
      cells: ['None', 'Your data cannot be exported when you leave.'],
      differs: true,
    });
  });
});

describe('the vetting in the files of a report', () => {
  const records = [
    aClearinghouseRecord('a', {
      baa: 'refuses',
      refs: null,
      decision: 'not-chosen',
      decision_reason: 'No BAA',
    }),
    aClearinghouseRecord('b', { ...SO_SO }),
    aFullProduct('s', { decision: 'chosen', decided_on: '2026-11-20' }),
  ];
  const model = aReport(catalog, planWith(records));

  it('is in the JSON and comes back the same', () => {
    expect(expectOk(parseReportJson(toReportJson(model))).vetting).toEqual(model.vetting);
  });

  it('is in the CSV: verdict, stops, holds, points, open checks, decision and every cell side by side', () => {
    const lines = parseCsv(toItemsCsv(model).slice(1)).map(
      ([section, id, , , , kind, , field, , , value, stored]) =>
        [section, id, kind, field, value, stored].join(' | '),
    );
    for (const line of [
      'Vetting desk: Clearinghouses | a | verdict |  | Do not sign | do-not-sign',
      'Vetting desk: Clearinghouses | a | hard stop |  | It refuses to sign a business associate agreement (BAA). | H1',
      'Vetting desk: Clearinghouses | a | on hold |  | References: 0 of 3 called. | References: 0 of 3 called.',
      'Vetting desk: Clearinghouses | a | points | References | 0 of 5. 0 called, 0 of them good. | 0',
      'Vetting desk: Clearinghouses | a | decided because |  | No BAA | No BAA',
      'Vetting desk: Clearinghouses | b | condition |  | No accreditation. | No accreditation.',
      'Vetting desk: Clearinghouses | b | authority checks |  | 10 of 10 authority checks done | 10',
      'Vetting desk: Clearinghouses | b | side by side: differs | Verdict | Suitable | Suitable',
      'Vetting desk: Billing software | s | decided on |  | 20 Nov 2026 | 2026-11-20',
      'Vetting desk: Billing software |  | decision |  | Chosen on 20 Nov 2026: Product s. Verdict today: On hold: not finished. | Chosen on 20 Nov 2026: Product s. Verdict today: On hold: not finished.',
    ]) {
      expect(lines).toContain(line);
    }
  });
});
