import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { ruleSpecifications } from '../../shared/catalog/security-rule.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import type { ReportPoint } from '../../shared/domain/report-desk-types.ts';
import { RULE_CSV_COLUMNS, toRuleCsv } from '../../shared/domain/report-rule-csv.ts';
import { aListRecord } from '../support/marked-checks.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { aReport } from '../support/report-context.ts';
import { TODAY } from '../support/test-profile.ts';

const SAMPLE = samplePlan(TODAY);

function pointOf(plan: Plan, cite: string): ReportPoint {
  const point = aReport(catalog, plan)
    .rule.standards.flatMap(({ points }) => points)
    .find((each) => each.cite === cite);
  if (point === undefined) throw new Error(`No point ${cite}`);
  return point;
}

function tableOf(plan: Plan): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...body] = parseCsv(toRuleCsv(aReport(catalog, plan)).slice(1));
  expect(head).toEqual(RULE_CSV_COLUMNS);
  return body.map((cells) => {
    expect(cells).toHaveLength(RULE_CSV_COLUMNS.length);
    return Object.fromEntries(cells.map((cell, index) => [RULE_CSV_COLUMNS[index] ?? '', cell]));
  });
}

describe('the Security Rule in the report', () => {
  it('has every point, standard by standard, with a summary and what the standings are', () => {
    const { rule } = aReport(catalog, SAMPLE);
    expect(rule.standards.flatMap(({ points }) => points.map(({ cite }) => cite))).toEqual(
      ruleSpecifications.map(({ cite }) => cite),
    );
    expect(rule.summary).toMatch(/^\d+ of 48 points met, 1 documented with an equivalent, \d+ open$/);
    expect(rule.notes.join(' ')).toContain('rules of this app');
    expect(rule.notes.join(' ')).toContain('“Addressable” is not optional');
  });

  it('prints a documented equivalent with its reason, what is done instead, the day and the document', () => {
    const point = pointOf(SAMPLE, '164.310(a)(2)(iv)');
    expect(point.standing).toEqual({ kind: 'equivalent', word: 'Equivalent documented' });
    const answers = point.answer?.groups.flatMap((group) => group.answers) ?? [];
    expect(answers.map(({ fieldId }) => fieldId)).toEqual([
      'status',
      'reason',
      'equivalent',
      'decided',
      'file',
    ]);
    expect(point.evidence[0]).toEqual({
      name: 'Security decisions, page 2',
      location: 'HIPAA folder, policies',
      from: 'Your answer',
    });
  });

  it('says of the sample’s disk that the check failed', () => {
    const point = pointOf(SAMPLE, '164.312(a)(2)(iv)');
    expect(point).toMatchObject({ standing: { kind: 'open' }, shape: 'blocked' });
    expect(point.checks).toEqual([
      { label: 'Disk encryption', text: 'Failed. Drive C is not encrypted by BitLocker.' },
    ]);
  });

  it('prints an answer to a point that this version does not know among the lists', () => {
    const plan = { ...EMPTY_PLAN, records: [aListRecord('rule-answer', '164.999', { how: 'Kept' })] };
    expect(aReport(catalog, plan).lists).toMatchObject([
      { kind: 'rule-answer', entries: [{ title: '164.999' }] },
    ]);
  });

  it('never says compliant or certified', () => {
    expect(JSON.stringify(aReport(catalog, SAMPLE).rule)).not.toMatch(/complian|certified/i);
  });
});

describe('the table of the Security Rule', () => {
  it('has one line for each point, in the order of the regulation', () => {
    expect(tableOf(EMPTY_PLAN).map((line) => line['Point (45 CFR)'])).toEqual(
      ruleSpecifications.map(({ cite }) => cite),
    );
  });

  it('gives standing, items, checks, evidence, what is open and the user’s own answer', () => {
    const line = tableOf(SAMPLE).find((each) => each['Point (45 CFR)'] === '164.310(a)(2)(iv)');
    expect(line).toMatchObject({
      Standard: 'Facility access controls',
      Point: 'Maintenance records',
      'Required or addressable': 'Addressable',
      Standing: 'Equivalent documented',
      'Decided on': '14 Nov 2026',
      'Still open': '',
      'Other answers': '',
    });
    expect(line?.['Why it is not reasonable']).toMatch(/^I rent one room/);
    expect(line?.['What is done instead']).toMatch(/^I keep the landlord/);
    const disk = tableOf(SAMPLE).find((each) => each['Point (45 CFR)'] === '164.312(a)(2)(iv)');
    expect(disk?.Checks).toBe('Disk encryption: Failed. Drive C is not encrypted by BitLocker.');
    expect(disk?.['Still open']).toContain('not encrypted');
  });

  it('is RFC 4180 with a byte order mark, and makes formulas harmless', () => {
    const [cite = ''] = ruleSpecifications.map((point) => point.cite);
    const plan = {
      ...EMPTY_PLAN,
      records: [aListRecord('rule-answer', cite, { status: 'met', how: '=1+1 "and"\nmore' })],
    };
    const csv = toRuleCsv(aReport(catalog, plan));
    expect(csv.startsWith('\uFEFF"Standard (45 CFR)"')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(tableOf(plan)[0]?.['How it is met']).toBe(`'=1+1 "and"\nmore`);
  });
});
