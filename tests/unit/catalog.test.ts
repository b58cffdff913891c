import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { ITEM_IDS, SECTION_IDS, SOURCE_IDS } from '../../shared/catalog/ids.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import type { Item } from '../../shared/catalog/types.ts';
import { readAnswers } from '../../shared/domain/answer-reader.ts';
import { assessItem, missingFor, ruleContext } from '../../shared/domain/assess-item.ts';
import type { Answers, Field } from '../../shared/domain/field.ts';
import { checkAnswer, schemaForAnswers } from '../../shared/domain/field-schema.ts';
import { EMPTY_PLAN, type Plan, type Profile } from '../../shared/domain/plan.ts';
import { visibleAnswers } from '../../shared/domain/visible-answers.ts';
import { examplePlan, exampleRecord } from '../support/example-plan.ts';
import type { RuleCase } from '../support/rule-case.ts';
import { ruleCases } from '../support/rule-cases.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

/** The ids of the content's source table, in its order, kept here so that dropping one from the catalog is noticed. */
const STARTUP_NEEDS = `
  fnd-experience fnd-employer fnd-education fnd-credential fnd-codes fnd-ce
  biz-plan biz-entity biz-ein biz-local biz-bank biz-insurance biz-state biz-fee biz-exclusion biz-compliance
  off-space off-computer off-internet
  clh-shortlist clh-ag clh-consumer clh-bbb clh-federal clh-bizopp clh-capability clh-security clh-contract clh-baa
  clh-enroll
  sw-need sw-select sw-baa sw-setup
  ref-cms1500 ref-ub04 ref-remit ref-client-forms ref-codes ref-payer
  com-phone com-fax com-print
  sec-risk sec-policies sec-training sec-encrypt sec-hygiene sec-access sec-network sec-transfer sec-contingency
  sec-incident sec-subs
  cli-market cli-network cli-contract cli-baa cli-connect
  lch-dryrun lch-calendar
`
  .trim()
  .split(/\s+/);

/** Level and basis as the source table gives them: required, recommended, optional; law, contract, prudence. */
const LEVELS: Readonly<Record<string, string>> = {
  'fnd-experience': 'REQ·P',
  'fnd-employer': 'REC·C',
  'fnd-education': 'REC·P',
  'fnd-credential': 'REC·P',
  'fnd-codes': 'REQ·P',
  'fnd-ce': 'REC·C',
  'biz-plan': 'REC·P',
  'biz-entity': 'REQ·L',
  'biz-ein': 'REQ·C',
  'biz-local': 'REQ·L',
  'biz-bank': 'REQ·P',
  'biz-insurance': 'REC·C',
  'biz-state': 'REQ·L',
  'biz-fee': 'REQ·L',
  'biz-exclusion': 'REQ·C',
  'biz-compliance': 'REC·C',
  'off-space': 'REQ·P/L',
  'off-computer': 'REQ·P/L',
  'off-internet': 'REQ·P',
  'clh-shortlist': 'REQ·P',
  'clh-ag': 'REQ·P',
  'clh-consumer': 'REQ·P',
  'clh-bbb': 'REQ·P',
  'clh-federal': 'REQ·P',
  'clh-bizopp': 'REQ·L',
  'clh-capability': 'REQ·C',
  'clh-security': 'REQ·P',
  'clh-contract': 'REQ·C',
  'clh-baa': 'REQ·L',
  'clh-enroll': 'REQ·C',
  'sw-need': 'REQ·C',
  'sw-select': 'REQ·P',
  'sw-baa': 'REQ·L',
  'sw-setup': 'REQ·L',
  'ref-cms1500': 'REQ·C',
  'ref-ub04': 'OPT·C',
  'ref-remit': 'REQ·C',
  'ref-client-forms': 'REC·C',
  'ref-codes': 'REQ·L',
  'ref-payer': 'REQ·C',
  'com-phone': 'REQ·P/L',
  'com-fax': 'REQ·P',
  'com-print': 'REQ·P/L',
  'sec-risk': 'REQ·L',
  'sec-policies': 'REQ·L',
  'sec-training': 'REQ·L',
  'sec-encrypt': 'REQ·P',
  'sec-hygiene': 'REQ·P/L',
  'sec-access': 'REQ·L',
  'sec-network': 'REQ·P/L',
  'sec-transfer': 'REQ·L',
  'sec-contingency': 'REQ·L',
  'sec-incident': 'REQ·L',
  'sec-subs': 'REQ·L',
  'cli-market': 'REC·P',
  'cli-network': 'REC·P',
  'cli-contract': 'REQ·C',
  'cli-baa': 'REQ·L',
  'cli-connect': 'REQ·C',
  'lch-dryrun': 'REQ·P',
  'lch-calendar': 'REQ·P',
};

const LEVEL_WORDS = { REQ: 'required', REC: 'recommended', OPT: 'optional' } as const;
const BASIS_WORDS = { L: 'law', C: 'contract', P: 'prudence' } as const;

const PROFILES: readonly [name: string, profile: Profile][] = [
  ['every item applies', aProfile()],
  ['one state, nothing extra', aProfile({ homeState: 'WY', clientStates: ['WY'], flags: noFlags() })],
  ['many states', aProfile({ homeState: 'NY', clientStates: ['CA', 'IL', 'TX', 'PR', 'DE'] })],
];

function noFlags(): Profile['flags'] {
  return Object.fromEntries(Object.keys(aProfile().flags).map((flag) => [flag, false])) as Profile['flags'];
}

function findItem(id: string): Item {
  const item = catalog.items.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}

function allFields(item: Item): readonly Field[] {
  return fieldsOf(item).flatMap((field) => (field.type === 'rows' ? [field, ...field.fields] : [field]));
}

describe('the catalog', () => {
  it('holds the 61 startup needs, in working order', () => {
    expect(STARTUP_NEEDS).toHaveLength(61);
    expect(catalog.items.map((item) => item.id)).toEqual(STARTUP_NEEDS);
    expect([...ITEM_IDS]).toEqual(STARTUP_NEEDS);
  });

  it('has ten sections, each with items that stand together', () => {
    expect(catalog.sections.map((section) => section.id)).toEqual([...SECTION_IDS]);
    const order = catalog.items.map((item) => SECTION_IDS.indexOf(item.section));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(10);
    for (const section of catalog.sections) expect(section.shortTitle.length).toBeLessThanOrEqual(19);
  });

  it.each(STARTUP_NEEDS)('%s says what, why, when it is done, and where that comes from', (id) => {
    const item = findItem(id);
    for (const words of [item.title, item.lead, item.why, item.doneWhen]) expect(words.trim()).not.toBe('');
    expect(item.title.length).toBeLessThanOrEqual(48);
    expect(item.fields.length).toBeGreaterThan(0);
    expect(item.sources.length).toBeGreaterThan(0);
    for (const source of [...item.sources, ...(item.facts ?? []).flatMap((fact) => fact.sources)]) {
      expect(SOURCE_IDS).toContain(source);
    }
  });

  it.each(STARTUP_NEEDS)('%s has the level and basis of its source', (id) => {
    const [level = '', basis = ''] = (LEVELS[id] ?? '').split('·');
    const item = findItem(id);
    expect(item.level).toBe(LEVEL_WORDS[level as keyof typeof LEVEL_WORDS]);
    expect([...item.basis].sort()).toEqual(
      basis
        .split('/')
        .map((letter) => BASIS_WORDS[letter as keyof typeof BASIS_WORDS])
        .sort(),
    );
  });

  it.each(STARTUP_NEEDS)('%s has fields with unique ids and choices with unique values', (id) => {
    const item = findItem(id);
    const lists = [
      fieldsOf(item),
      ...item.fields.flatMap((field) => (field.type === 'rows' ? [field.fields] : [])),
    ];
    for (const fields of lists) {
      expect(new Set(fields.map((field) => field.id)).size).toBe(fields.length);
    }
    for (const field of allFields(item)) {
      expect(field.id).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(field.id).not.toBe('row_id');
      expect(field.label.trim()).not.toBe('');
      if (field.type !== 'choice' && field.type !== 'choices') continue;
      const values = field.options.map((option) => option.value);
      expect(new Set(values).size).toBe(values.length);
      for (const value of values) expect(value).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });

  it('asks for nothing that comes later in a circle', () => {
    const visiting = new Set<string>();
    const visited = new Set<string>();
    const visit = (id: string, path: readonly string[]): void => {
      if (visiting.has(id)) throw new Error(`circle: ${[...path, id].join(' → ')}`);
      if (visited.has(id)) return;
      visiting.add(id);
      for (const need of findItem(id).needs) visit(need, [...path, id]);
      visiting.delete(id);
      visited.add(id);
    };
    for (const id of STARTUP_NEEDS) visit(id, []);
    expect(visited.size).toBe(61);
  });

  it('signs off only after everything required', () => {
    const required = catalog.items.filter((item) => item.level === 'required').map((item) => item.id);
    expect([...findItem('lch-calendar').needs, 'lch-calendar'].sort()).toEqual([...required].sort());
  });

  it('never promises compliance', () => {
    const words = JSON.stringify(catalog).toLowerCase();
    expect(words).not.toContain('hipaa compliant');
    expect(words).not.toContain('hipaa-compliant');
    expect(words).not.toContain('hipaa certified');
  });

  it('shows every part of the gate, and only that', () => {
    const gated = catalog.items.filter((item) => item.gate !== undefined).map((item) => item.id);
    const hipaa = STARTUP_NEEDS.filter((id) => id.startsWith('sec-'));
    expect([...gated].sort()).toEqual(
      [
        ...hipaa,
        'off-space',
        'off-computer',
        'clh-baa',
        'sw-baa',
        'cli-baa',
        'com-phone',
        'com-fax',
        'com-print',
      ].sort(),
    );
  });
});

describe.each(PROFILES)('the filled-in examples (%s)', (_name, profile) => {
  const plan = examplePlan(catalog, profile, TODAY);
  const context = ruleContext(catalog, plan, TODAY);

  it.each(STARTUP_NEEDS)('%s: the example is valid and settles the item', (id) => {
    const item = findItem(id);
    const answers = item.example({ today: TODAY, profile });
    expect(schemaForAnswers(fieldsOf(item)).safeParse(answers).error?.issues).toBeUndefined();
    for (const [fieldId, value] of Object.entries(answers)) {
      const field = fieldsOf(item).find((candidate) => candidate.id === fieldId);
      expect(field, fieldId).toBeDefined();
      if (field !== undefined) expect(checkAnswer(field, value, TODAY)).toEqual({ ok: true, value });
    }
    const { state, missing, findings, isSettled } = assessItem(
      item,
      plan.items[item.id],
      plan.items[item.id]?.answers ?? {},
      context,
    );
    expect({ missing, findings, isSettled }, state).toEqual({ missing: [], findings: [], isSettled: true });
  });
});

/** What a rule says of the plain example, and of the example with the case's changes. */
function judgedWith(ruleCase: RuleCase): { found: readonly string[]; quiet: readonly string[] } {
  const item = findItem(ruleCase.item);
  const rule = [...item.completion, ...item.blockers].find((candidate) => candidate.id === ruleCase.rule);
  if (rule === undefined) throw new Error(`no rule ${ruleCase.rule} in ${ruleCase.item}`);
  const find = (answers: Answers, plan: Plan): readonly string[] =>
    rule.find(
      readAnswers(fieldsOf(item), visibleAnswers(fieldsOf(item), answers, plan.profile)),
      ruleContext(catalog, plan, TODAY),
    );
  const plain = examplePlan(catalog, aProfile(), TODAY);
  const profile = aProfile(ruleCase.profile);
  const changedPlan = examplePlan(catalog, profile, TODAY);
  const others = Object.entries(ruleCase.others ?? {}).map(
    ([id, answers]) => [id, exampleRecord(findItem(id), answers, TODAY)] as const,
  );
  const changed = Object.entries({ ...item.example({ today: TODAY, profile }), ...ruleCase.change });
  return {
    quiet: find(item.example({ today: TODAY, profile: plain.profile }), plain),
    found: find(Object.fromEntries(changed.filter(([, value]) => value !== null)) as Answers, {
      ...EMPTY_PLAN,
      profile,
      items: { ...changedPlan.items, ...Object.fromEntries(others) },
    }),
  };
}

describe('the rules', () => {
  it.each(ruleCases.map((ruleCase) => [`${ruleCase.item} / ${ruleCase.rule}`, ruleCase] as const))(
    '%s speaks when it should and is quiet when it should',
    (_name, ruleCase) => {
      const { found, quiet } = judgedWith(ruleCase);
      expect(quiet).toEqual([]);
      expect(found.length).toBeGreaterThan(0);
      for (const sentence of found) expect(sentence).toMatch(/^\S.*[.!?”)]$/s);
      if (ruleCase.says !== undefined) expect(found.join(' ')).toContain(ruleCase.says);
    },
  );

  it('are each exercised both ways', () => {
    const exercised = new Set(ruleCases.map(({ item, rule }) => `${item} / ${rule}`));
    const all = catalog.items.flatMap((item) =>
      [...item.completion, ...item.blockers].map((rule) => `${item.id} / ${rule.id}`),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((name) => !exercised.has(name))).toEqual([]);
  });

  it.each([
    ['biz-state', 'Name your home state and the states of your clients under “Your business”.'],
    ['biz-fee', 'Name the states of your clients under “Your business”.'],
  ])('%s asks once for the states its rows come from, and then for its rows', (id, sentence) => {
    const missingWith = (profile: Profile): readonly string[] =>
      missingFor(findItem(id), {}, ruleContext(catalog, { ...EMPTY_PLAN, profile }, TODAY));
    expect(missingWith(aProfile({ homeState: null, clientStates: [] }))).toEqual([sentence]);
    const asked = missingWith(aProfile());
    expect(asked.length).toBeGreaterThan(0);
    for (const each of asked) expect(each).toContain('fill in');
  });

  it.each(STARTUP_NEEDS)('%s: no rule fails on an empty plan or an unknown profile', (id) => {
    const item = findItem(id);
    const profile = aProfile({ homeState: null, clientStates: [] });
    const context = ruleContext(catalog, { ...EMPTY_PLAN, profile }, TODAY);
    const assessment = assessItem(item, undefined, {}, context);
    expect(assessment.findings).toEqual([]);
    expect(assessment.isSettled).toBe(false);
  });
});
