import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import { toReportJson } from '../../shared/domain/report-json.ts';
import type { ReportAnswer, ReportModel } from '../../shared/domain/report-types.ts';
import { examplePlan } from '../support/example-plan.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

/** Everything printed for the answers of a report, one line after the other. */
function printedAnswers(model: ReportModel): string {
  const linesOf = (answer: ReportAnswer): readonly string[] =>
    answer.kind === 'value'
      ? answer.lines
      : answer.rows.flatMap((row) => row.cells.flatMap(({ lines }) => lines));
  const items = model.sections.flatMap(({ items }) => items);
  const reasons = items.flatMap(({ record }) => record?.notApplicableReason ?? []);
  return [...model.profile, ...items.flatMap(({ answers }) => answers)]
    .flatMap(linesOf)
    .concat(reasons)
    .join('\n');
}

const missingFrom = (text: string, marks: readonly string[]): readonly string[] =>
  marks.filter((mark) => !text.includes(mark));

const plans = [
  ['a plan with every field filled', markedPlan(catalog, aProfile(), TODAY)],
  ['a plan in which every item was set aside by its owner', markedPlan(catalog, aProfile(), TODAY, ITEM_IDS)],
  [
    'a plan whose profile sets items aside',
    markedPlan(
      catalog,
      aProfile({
        clientStates: [],
        homeState: null,
        flags: {
          employed: false,
          facility_clients: false,
          helpers: false,
          paper_claims: false,
          fax: false,
          printer: false,
          cloud_software: false,
        },
      }),
      TODAY,
    ),
  ],
] as const;

describe.each(plans)('the report on %s', (_name, { plan, marks }) => {
  const model = aReport(catalog, plan);

  it('has many marks to lose', () => {
    expect(marks.length).toBeGreaterThan(500);
  });

  it('prints every answer, note, reason, document and place', () => {
    expect(missingFrom(printedAnswers(model), marks)).toEqual([]);
  });

  it('hands them all on to JSON and CSV', () => {
    expect(missingFrom(toReportJson(model), marks)).toEqual([]);
    expect(missingFrom(toItemsCsv(model), marks)).toEqual([]);
  });
});

describe('the report on all examples', () => {
  const plan = examplePlan(catalog, aProfile(), TODAY);
  const model = aReport(catalog, plan);

  it('has an answer for every stored field, and nothing that is not asked for', () => {
    for (const { id, answers } of model.sections.flatMap(({ items }) => items)) {
      const stored = Object.keys(plan.items[id]?.answers ?? {}).sort();
      expect(answers.map(({ fieldId }) => fieldId).sort()).toEqual(stored);
      expect(answers.filter(({ isAsked }) => !isAsked).map(({ fieldId }) => `${id}.${fieldId}`)).toEqual([]);
    }
  });

  it('is ready', () => {
    expect(model.cover.verdict.kind).toBe('ready');
    expect(model.cover.gate.mayTouchPhi).toBe(true);
  });
});
