import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import type { Answers, AnswerValue, Row } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import { toProfile } from '../../shared/domain/profile.ts';
import type { ReportEntry } from '../../shared/domain/report-desk-types.ts';
import { parseReportJson, REPORT_FORMAT_VERSION, toReportJson } from '../../shared/domain/report-json.ts';
import type { ReportAnswer, ReportItem, ReportModel } from '../../shared/domain/report-types.ts';
import { aCatalog, anItem, aPlan, aRecord } from '../support/an-item.ts';
import { arbitraryAnswers } from '../support/arbitrary-answers.ts';
import { exampleRecord } from '../support/example-plan.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { expectOk } from '../support/plan-builders.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

/** The plan a report was made from, rebuilt from nothing but the report. */
function planIn(model: ReportModel): Plan {
  const items = model.sections.flatMap(({ items }) => items.flatMap((item) => recordIn(item) ?? []));
  const { portals, computer } = model.connection;
  const points = model.rule.standards.flatMap((standard) => standard.points);
  const entries = [
    ...portals.map(({ entry }) => entry),
    ...points.flatMap(({ answer }) => answer ?? []),
    ...model.lists.flatMap((list) => list.entries),
  ];
  return {
    profile: toProfile(answersIn(model.profile)),
    items: Object.fromEntries(items.map((record) => [record.id, record])),
    records: entries.map(entryIn),
    checks: [
      ...portals,
      ...computer,
      ...model.lists.flatMap((list) => list.entries.flatMap(({ check }) => check ?? [])),
    ].flatMap(({ run }) => run?.stored ?? []),
  };
}

function recordIn({ id, record, answers, taken }: ReportItem): ItemRecord | null {
  if (record === null) return null;
  const { status, notApplicableReason, due, completed, updatedAt } = record;
  const dates = { dueOn: due?.on ?? null, completedOn: completed?.on ?? null };
  const own = answers.filter(({ fieldId }) => taken?.fieldIds.includes(fieldId) !== true);
  return {
    id,
    status,
    notApplicableReason,
    ...dates,
    updatedAt,
    answers: answersIn([...own, ...(taken?.instead ?? [])]),
  };
}

function entryIn({ id, kind, createdAt, updatedAt, groups }: ReportEntry): PlanRecord {
  const answers = answersIn(groups.flatMap((group) => group.answers));
  return { id, kind, answers, archivedOn: null, createdAt, updatedAt };
}

const byId = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] =>
  [...things].sort((one, other) => one.id.localeCompare(other.id));

function answersIn(answers: readonly ReportAnswer[]): Answers {
  return Object.fromEntries(
    answers.map((answer): [string, AnswerValue] => {
      if (answer.kind === 'value') return [answer.fieldId, answer.value];
      const rows = answer.rows.map(({ rowId, cells }) => ({
        rowId,
        ...Object.fromEntries(cells.map((cell) => [cell.fieldId, cell.value])),
      }));
      return [answer.fieldId, rows as readonly Row[]];
    }),
  );
}

describe('the JSON of a report', () => {
  it('gives back any answers exactly, as model and as plan', () => {
    const profile = aProfile();
    const arbitraryRecord = fc
      .constantFrom(...catalog.items)
      .chain((item) =>
        arbitraryAnswers(fieldsOf(item), TODAY, profile).map((answers) =>
          exampleRecord(item, answers, TODAY),
        ),
      );
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const plan: Plan = { ...EMPTY_PLAN, profile, items: { [record.id]: record } };
        const model = aReport(catalog, plan);
        const parsed = expectOk(parseReportJson(toReportJson(model)));
        expect(parsed).toEqual(model);
        expect(planIn(parsed)).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back portals, checks, answers about the Security Rule and lists exactly', () => {
    const { plan } = markedPlan(catalog, aProfile(), TODAY);
    const found = planIn(expectOk(parseReportJson(toReportJson(aReport(catalog, plan)))));
    const onLists = plan.records.filter(({ archivedOn }) => archivedOn === null);
    expect(byId(found.records)).toEqual(byId(onLists));
    expect(byId(found.checks)).toEqual(byId(plan.checks));
    expect(found.items).toEqual(plan.items);
  });

  it('keeps control characters, lone surrogates and line ends as they are', () => {
    const item = anItem();
    const answer = 'a\u0000b\u0007c\u001bd\r\ne\rf\u0085g\u2028h\ud800i\ufeff';
    const model = aReport(aCatalog([item]), aPlan([aRecord(item, { answer })]));
    const parsed = expectOk(parseReportJson(toReportJson(model)));
    expect(planIn(parsed).items['fnd-experience']?.answers).toEqual({ answer });
  });

  it('keeps what a rename of fields left behind', () => {
    const item = anItem();
    const answers: Answers = { gone: [{ rowId: 'x', a: [{ name: 'n', location: 'l' }] }], also: ['p', 'q'] };
    const plan = aPlan([aRecord(item, answers)]);
    const parsed = expectOk(parseReportJson(toReportJson(aReport(aCatalog([item]), plan))));
    expect(planIn(parsed).items).toEqual(plan.items);
  });

  it('is the same text for the same report, pretty and ending in a line end', () => {
    const json = toReportJson(aReport(catalog, aPlan()));
    expect(toReportJson(aReport(catalog, aPlan()))).toBe(json);
    expect(json.split('\n')[1]).toBe('  "format": "first-claim-readiness-report",');
    expect(json.endsWith('}\n')).toBe(true);
  });

  it.each([
    ['no JSON', '{', /not a JSON file/],
    ['something else', '{"a":1}', /not a readiness report/],
    [
      'a newer format',
      `{"format":"first-claim-readiness-report","formatVersion":${REPORT_FORMAT_VERSION + 1},"report":{}}`,
      /newer version/,
    ],
    [
      'an older format',
      '{"format":"first-claim-readiness-report","formatVersion":1,"report":{}}',
      /older version of First Claim. Save it again/,
    ],
  ])('is refused in words when the file is %s', (_name, json, words) => {
    const result = parseReportJson(json);
    expect(result.ok ? '' : result.error.message).toMatch(words);
  });

  it('is refused when a key was added', () => {
    const json = toReportJson(aReport(aCatalog([anItem()]), aPlan()));
    expect(parseReportJson(json).ok).toBe(true);
    expect(parseReportJson(json.replace('"title"', '"more": 1, "title"')).ok).toBe(false);
  });
});
