import { describe, expect, it } from 'vitest';
import {
  MUST_CRITERIA,
  SHOULD_CRITERIA,
  softwareFields,
} from '../../shared/catalog/vetting/software-candidate.ts';
import type { Answers, AnswerValue, Row } from '../../shared/domain/field.ts';
import { schemaForAnswers } from '../../shared/domain/field-schema.ts';
import { assessSoftware, type SoftwareContext } from '../../shared/domain/vetting/assess-software.ts';
import { TODAY } from '../support/test-profile.ts';

type Changes = Readonly<Record<string, AnswerValue | null>>;

const criteria = (others: Readonly<Record<string, string>> = {}): readonly Row[] =>
  [...MUST_CRITERIA, ...SHOULD_CRITERIA].map(({ rowId }) => ({
    rowId,
    answer: others[rowId] ?? 'confirmed',
  }));

/** A product that has everything; `null` takes an answer out. */
function aProduct(changes: Changes = {}): Answers {
  const perfect: Answers = {
    name: 'LedgerLeaf Billing',
    vendor: 'LedgerLeaf Software, Inc.',
    hosting: 'cloud',
    baa: 'yes',
    criteria: criteria(),
    data_export: true,
    bundled_clients: false,
    cost_model: 'flat',
    cost: 9900,
  };
  return Object.fromEntries(
    Object.entries({ ...perfect, ...changes }).filter(
      (entry): entry is [string, AnswerValue] => entry[1] !== null,
    ),
  );
}

const judge = (changes: Changes = {}, context: Partial<SoftwareContext> = {}) =>
  assessSoftware(aProduct(changes), { today: TODAY, requiredProducts: [], portal: null, ...context });

describe('the vetting of billing software', () => {
  it('gives 100 points and “suitable” to a product that has everything', () => {
    expect(schemaForAnswers(softwareFields).safeParse(aProduct())).toMatchObject({ success: true });
    expect(judge()).toMatchObject({
      score: 100,
      verdict: 'suitable',
      hardStops: [],
      holds: [],
      conditions: [],
      open: [],
    });
  });

  it('counts ten musts for 80 points and two good-to-haves for 20', () => {
    const { lines } = judge();
    expect(lines.filter(({ area }) => area === 'must').map(({ of }) => of)).toEqual(Array(10).fill(8));
    expect(lines.filter(({ area }) => area === 'should').map(({ of }) => of)).toEqual([10, 10]);
  });

  it('does without the good-to-haves', () => {
    expect(judge({ criteria: criteria({ worklists: 'no', 'code-look-up': 'no' }) })).toMatchObject({
      score: 80,
      verdict: 'suitable',
    });
  });

  it('does not recommend a product that lacks a must', () => {
    const { score, verdict, conditions } = judge({ criteria: criteria({ 'audit-log': 'no' }) });
    expect([score, verdict]).toEqual([92, 'not-recommended']);
    expect(conditions).toEqual(['It lacks a must: Audit log you can export.']);
  });

  it.each([
    ['is only promised', { criteria: criteria({ scrubber: 'said' }) }],
    ['was never asked', { criteria: criteria().filter(({ rowId }) => rowId !== 'scrubber') }],
  ])('is on hold while a must %s', (_how, changes) => {
    const { score, verdict, holds } = judge(changes);
    expect([score, verdict]).toEqual([92, 'hold']);
    expect(holds.join(' ')).toContain('Claim scrubber');
  });

  it.each([
    ['S1', 'refuses the agreement', { baa: 'refuses' }],
    ['S1', 'keeps the data and says no agreement is needed', { baa: 'not-needed' }],
    ['S2', 'lets no data out', { data_export: false }],
    ['S3', 'comes with promised clients', { bundled_clients: true }],
  ] as const)('%s stops a product that %s', (id, _what, changes) => {
    const { verdict, hardStops } = judge({ ...changes, criteria: null });
    expect(hardStops.map((stop) => stop.id)).toEqual([id]);
    expect(verdict).toBe('do-not-sign');
  });

  it('needs no agreement for software that stays on your own computer', () => {
    expect(judge({ hosting: 'local', baa: 'not-needed' })).toMatchObject({ verdict: 'suitable', score: 100 });
  });

  it('stops nothing and earns nothing while nothing is answered', () => {
    const empty = assessSoftware({}, { today: TODAY, requiredProducts: null, portal: null });
    expect(empty).toMatchObject({ score: 0, verdict: 'hold', hardStops: [] });
  });

  it.each([
    [null, 'hold'],
    [[], 'suitable'],
    [['ledgerleaf billing'], 'suitable'],
    [['ChartMeadow'], 'not-recommended'],
  ] as const)('asks first what clients require: %j means “%s”', (requiredProducts, verdict) => {
    expect(judge({}, { requiredProducts }).verdict).toBe(verdict);
  });

  it('sets a condition for a percentage of collections', () => {
    const { verdict, conditions } = judge({
      cost_model: 'percent-of-collections',
      cost: null,
      cost_percent: 3,
    });
    expect(verdict).toBe('suitable-with-conditions');
    expect(conditions.join(' ')).toContain('same legal questions');
  });

  it('believes a failed check of the portal more than the demo', () => {
    const failed = judge({}, { portal: { outcome: 'fail', problems: ['expired'] } });
    expect(failed.musts.find(({ id }) => id === 'protection')?.state).toBe('missing');
    expect(failed.verdict).toBe('not-recommended');
    expect(judge({}, { portal: { outcome: 'unknown', problems: [] } }).verdict).toBe('suitable');
  });
});
