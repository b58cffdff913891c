import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import { ruleSpecifications } from '../../shared/catalog/security-rule.ts';
import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import type { ReportEntry } from '../../shared/domain/report-desk-types.ts';
import { toReportJson } from '../../shared/domain/report-json.ts';
import { toRuleCsv } from '../../shared/domain/report-rule-csv.ts';
import type { ReportAnswer, ReportModel } from '../../shared/domain/report-types.ts';
import { examplePlan } from '../support/example-plan.ts';
import { markedPlan } from '../support/marked-plan.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

/** Everything printed for the answers, checks and reasons of a report, one line after the other. */
function printed(model: ReportModel): string {
  const linesOf = (answer: ReportAnswer): readonly string[] =>
    answer.kind === 'value'
      ? answer.lines
      : answer.rows.flatMap((row) => row.cells.flatMap(({ lines }) => lines));
  const items = model.sections.flatMap(({ items }) => items);
  const points = model.rule.standards.flatMap((standard) => standard.points);
  const entries: readonly ReportEntry[] = [
    ...model.connection.portals.map(({ entry }) => entry),
    ...points.flatMap(({ answer }) => answer ?? []),
    ...model.lists.flatMap((list) => list.entries),
  ];
  const checks = [
    ...model.connection.portals,
    ...model.connection.computer,
    ...model.lists.flatMap((list) => list.entries.flatMap(({ check }) => check ?? [])),
  ].flatMap(({ run }) =>
    run === null
      ? []
      : [run.stored.method, ...run.stored.detail.sentences, ...run.facts.map(({ text }) => text)],
  );
  return [
    ...model.profile,
    ...items.flatMap(({ answers, taken }) => [...answers, ...(taken?.instead ?? [])]),
    ...entries.flatMap(({ groups }) => groups.flatMap(({ answers }) => answers)),
  ]
    .flatMap(linesOf)
    .concat(
      items.flatMap(({ record }) => record?.notApplicableReason ?? []),
      checks,
    )
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

  it('prints every answer, note, reason, document, place and check', () => {
    expect(missingFrom(printed(model), marks)).toEqual([]);
  });

  it('hands them all on to JSON and CSV', () => {
    expect(missingFrom(toReportJson(model), marks)).toEqual([]);
    expect(missingFrom(toItemsCsv(model), marks)).toEqual([]);
  });

  it('hands what was answered about the Security Rule on to its own table', () => {
    const cites = new Set(ruleSpecifications.map(({ cite }) => cite));
    const answered = plan.records.filter(({ id, archivedOn }) => cites.has(id) && archivedOn === null);
    const stored = JSON.stringify(answered);
    const own = marks.filter((mark) => stored.includes(mark));
    expect(own.length).toBeGreaterThan(10);
    expect(missingFrom(toRuleCsv(model), own)).toEqual([]);
  });

  it('shows the vetting of every candidate and the agreement with every partner, in JSON and CSV too', () => {
    const named = (kind: string): readonly string[] =>
      plan.records.flatMap(({ kind: is, archivedOn, answers }) =>
        is === kind && archivedOn === null ? [String(answers.name)] : [],
      );
    const candidates = model.vetting.kinds.flatMap((kind) => kind.candidates);
    expect(candidates.map(({ name }) => name)).toEqual([
      ...named('clearinghouse'),
      ...named('billing-software'),
    ]);
    expect(model.chain.links.map(({ name }) => name).sort()).toEqual([...named('partner')].sort());
    const derived = [
      model.chain.summary,
      ...model.chain.links.map(({ words }) => words),
      ...model.vetting.kinds.map(({ decision }) => decision),
      ...candidates.flatMap(({ hardStops, holds, conditions, open }) => [
        ...hardStops.map(({ text }) => text),
        ...holds,
        ...conditions,
        ...open,
      ]),
    ];
    expect(derived.length).toBeGreaterThan(50);
    const [json, csv] = [toReportJson(model), toItemsCsv(model)];
    const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
    const inCsv = (text: string): string => text.replaceAll('"', '""');
    expect(missingFrom(json, derived.map(inJson))).toEqual([]);
    expect(missingFrom(csv, derived.map(inCsv))).toEqual([]);
  });

  it('says how many entries were taken off each list, and nothing else of them', () => {
    expect(model.connection.takenOff).toBe('1 portal was taken off the list.');
    const lists = model.lists.flatMap(({ kind, takenOff }) =>
      takenOff === null ? [] : [`${kind} ${takenOff}`],
    );
    expect(lists).toEqual([
      'clearinghouse 1 entry was taken off this list.',
      'billing-software 1 entry was taken off this list.',
      'partner 1 entry was taken off this list.',
    ]);
    expect(toReportJson(model)).not.toContain('taken-off-the-list');
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
