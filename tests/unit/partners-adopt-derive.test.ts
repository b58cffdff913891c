import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { comparable } from '../../shared/catalog/sections/named-rows.ts';
import { adoptPartners } from '../../shared/domain/adopt-partners.ts';
import { isAnswered } from '../../shared/domain/answer-reader.ts';
import { effectiveAnswers } from '../../shared/domain/assess-item.ts';
import type { Answers, AnswerValue, Row } from '../../shared/domain/field.ts';
import { checkAnswer, schemaForAnswers } from '../../shared/domain/field-schema.ts';
import { formatAnswer } from '../../shared/domain/format-answer.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { visibleAnswers } from '../../shared/domain/visible-answers.ts';
import { aRecord, itemWithId } from '../support/a-plan.ts';
import { adopted, planWith } from '../support/adopted-plan.ts';
import { arbitraryAnswers } from '../support/arbitrary-answers.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

/** Where each form keeps its partners, and under which name. */
const FORMS = {
  'cli-baa': ['agreements', 'client'],
  'sec-incident': ['clients', 'client'],
  'cli-contract': ['contracts', 'client'],
  'sw-baa': ['agreements', 'vendor'],
  'sec-subs': ['vendors', 'vendor'],
} as const;
const TAKEN_OVER = ['cli-baa', 'sec-incident', 'sw-baa', 'sec-subs', 'clh-baa'] as const;

const entriesOf = (plan: Plan): readonly Answers[] => adoptPartners(plan).map(({ answers }) => answers);

/** What an item's rules see, without row ids, blank cells and rows that say nothing. */
function seen(id: ItemId, plan: Plan): Answers {
  const fields = fieldsOf(itemWithId(id));
  const shown = visibleAnswers(fields, effectiveAnswers(itemWithId(id), plan, TODAY), plan.profile);
  return Object.fromEntries(
    Object.entries(shown)
      .map(([field, value]) => [field, isRows(value) ? value.map(said).filter(saysMore) : value] as const)
      .filter(([, value]) => isAnswered(value as AnswerValue)),
  ) as Answers;
}

function isRows(value: AnswerValue): value is readonly Row[] {
  return Array.isArray(value) && value.some((entry) => typeof entry === 'object' && 'rowId' in entry);
}

function said(row: Row): Answers {
  return Object.fromEntries(Object.entries(row).filter(([id, cell]) => id !== 'rowId' && isAnswered(cell)));
}

function saysMore(row: Answers): boolean {
  return Object.keys(row).length > 0;
}

/** The rows a plan's item held are all there, as they were; more may have joined them. */
function expectKept(before: Plan, after: Plan, ids: readonly ItemId[]): void {
  for (const id of ids) {
    const [was, is] = [seen(id, before), seen(id, after)];
    for (const [field, value] of Object.entries(was)) {
      if (Array.isArray(value) && typeof value[0] === 'object') {
        expect(is[field], `${id}.${field}`).toEqual(expect.arrayContaining([...value]));
      } else {
        expect(is[field], `${id}.${field}`).toEqual(value);
      }
    }
  }
}

/** The sample plan with its vendors in the forms, where an earlier version asked for them. */
function sampleOfOld(): Plan {
  const { items, records, ...rest } = samplePlan(TODAY);
  const withAnswers = (id: ItemId, answers: Answers): Plan['items'] => ({
    [id]: aRecord(id, { ...items[id], answers: { ...items[id]?.answers, ...answers } }),
  });
  const signed = { phi: true, baa: 'signed', signed: '2026-10-18' };
  return {
    ...rest,
    records: records.filter(({ kind }) => kind !== 'partner'),
    items: {
      ...items,
      ...withAnswers('sec-subs', {
        vendors: [
          { rowId: 'r1', vendor: 'Clearwater Claims Exchange', service: 'Clearinghouse', ...signed },
          { rowId: 'r2', vendor: 'Keystone', service: 'Online backup', phi: true, baa: 'missing' },
          { rowId: 'r3', vendor: 'Plainview', service: 'Web site', phi: false, baa: 'not-applicable' },
        ],
      }),
      ...withAnswers('sw-baa', {
        agreements: [{ rowId: 'r1', vendor: 'LedgerLeaf Software, Inc.', version: 'January edition' }],
      }),
    },
  };
}

describe('adopted and derived again', () => {
  it('every answer of the sample plan, as its forms held it before, is what it was', () => {
    const before = sampleOfOld();
    expect(adoptPartners(before)).toHaveLength(4);
    expectKept(
      before,
      adopted(before),
      catalog.items.map(({ id }) => id),
    );
  });

  it('a complete plan is as ready as it was', () => {
    const full = examplePlan(catalog, aProfile(), TODAY);
    const states = (plan: Plan): readonly string[] =>
      Object.values(assessReadiness(catalog, plan, TODAY).items).map(({ id, state }) => `${id} ${state}`);
    expect(states(adopted(full))).toEqual(states(full));
    expectKept(
      full,
      adopted(full),
      catalog.items.map(({ id }) => id),
    );
  });

  const NAMES = ['Riverbend', 'HARBOR  PT', 'Ω-Billing', 'a', "O'Neil & Sons <x>"];
  const namedRows = (id: keyof typeof FORMS): fc.Arbitrary<Answers> => {
    const [rows, cell] = FORMS[id];
    return arbitraryAnswers(fieldsOf(itemWithId(id)), TODAY, aProfile()).map((answers) => ({
      ...answers,
      [rows]: ((answers[rows] ?? []) as readonly Row[]).map((row, at) => ({
        ...row,
        [cell]: NAMES[at] ?? '',
      })),
    })) as fc.Arbitrary<Answers>;
  };

  it.each(['cli-baa', 'sw-baa', 'sec-subs', 'sec-incident'] as const)(
    'whatever %s alone holds is seen as before',
    (id) => {
      fc.assert(
        fc.property(namedRows(id), (answers) => {
          const before = planWith({ [id]: answers });
          const rows = (seen(id, before)[FORMS[id][0]] ?? []) as readonly Answers[];
          const after = (seen(id, adopted(before))[FORMS[id][0]] ?? []) as readonly Answers[];
          expect(after).toEqual(rows);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('whatever the clearinghouse’s agreement alone holds is seen as before', () => {
    const fields = fieldsOf(itemWithId('clh-baa'));
    fc.assert(
      fc.property(arbitraryAnswers(fields, TODAY, aProfile()), (answers) => {
        const before = planWith({ 'clh-baa': answers });
        expect(seen('clh-baa', adopted(before))).toEqual(seen('clh-baa', before));
      }),
      { numRuns: 150 },
    );
  });

  /** Any answers of all the forms at once, with names that meet each other. */
  const everything = fc.record(
    {
      ...Object.fromEntries(
        (Object.keys(FORMS) as (keyof typeof FORMS)[]).map((id) => [
          id,
          fc.tuple(namedRows(id), fc.shuffledSubarray(NAMES)).map(([answers, names]) => {
            const [rows, cell] = FORMS[id];
            const list = (answers[rows] ?? []) as readonly Row[];
            return { ...answers, [rows]: list.map((row, at) => ({ ...row, [cell]: names[at % 3] ?? 'a' })) };
          }),
        ]),
      ),
      'clh-baa': arbitraryAnswers(fieldsOf(itemWithId('clh-baa')), TODAY, aProfile()).map((answers) => ({
        ...answers,
        company: 'riverbend',
      })),
      'biz-exclusion': arbitraryAnswers(fieldsOf(itemWithId('biz-exclusion')), TODAY, aProfile()),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Partial<Record<ItemId, Answers>>>;

  it('makes entries the store takes, each name once', () => {
    fc.assert(
      fc.property(everything, (items) => {
        const fields = recordFields('partner');
        const entries = entriesOf(planWith(items));
        for (const answers of entries) {
          expect(schemaForAnswers(fields).safeParse(answers).success).toBe(true);
          for (const field of fields) {
            const value = answers[field.id];
            if (value !== undefined) expect(checkAnswer(field, value, TODAY)).toMatchObject({ ok: true });
          }
        }
        const names = entries.map(({ name }) => comparable(String(name ?? ''))).filter((name) => name !== '');
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 100 },
    );
  });

  it('loses nothing that was said: it is in the entry of that name, or in words in its note', () => {
    const fieldOf: Readonly<Record<string, string>> = {
      phi: 'touches_phi',
      baa: 'baa_status',
      contract_days: 'incident_days',
      contact: 'incident_contact',
    };
    const taken: Readonly<Record<string, readonly string[]>> = {
      'cli-contract': ['states'],
    };
    fc.assert(
      fc.property(everything, (items) => {
        const entries = entriesOf(planWith(items));
        for (const [id, [rows, nameCell]] of Object.entries(FORMS)) {
          for (const row of (items[id as ItemId]?.[rows] ?? []) as readonly Row[]) {
            const entry = entries.find(
              ({ name, partner_kind: kind }) =>
                kind === nameCell &&
                comparable(String(name).replace(/ \(vendor\)$/, '')) === comparable(String(row[nameCell])),
            );
            const cells = Object.entries(said(row)).filter(
              ([cell]) => cell !== nameCell && (taken[id]?.includes(cell) ?? true),
            );
            for (const [cell, value] of cells) {
              const [field, stored] =
                cell === 'both_signed'
                  ? ['baa_status', value === true ? 'signed' : 'missing']
                  : [fieldOf[cell] ?? cell, value];
              expect(isTold(entry ?? {}, field, stored), `${id} ${cell} ${JSON.stringify(entry)}`).toBe(true);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never makes an agreement look better than the worst that was said about it', () => {
    fc.assert(
      fc.property(everything, (items) => {
        const before = planWith(items);
        const after = adopted(before);
        const worst = new Set<string>();
        for (const id of ['cli-baa', 'sw-baa'] as const) {
          for (const row of (items[id]?.agreements ?? []) as readonly Row[]) {
            if (row.both_signed === false) {
              worst.add(`${FORMS[id][1]} ${comparable(String(row[FORMS[id][1]]))}`);
            }
          }
        }
        for (const row of (items['sec-subs']?.vendors ?? []) as readonly Row[]) {
          if (row.baa === 'missing') worst.add(`vendor ${comparable(String(row.vendor))}`);
        }
        for (const { answers } of after.records) {
          const name = comparable(String(answers.name).replace(/ \(vendor\)$/, ''));
          if (worst.has(`${String(answers.partner_kind)} ${name}`))
            expect(answers.baa_status).toBe('missing');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('closes the gate at most, and never opens it', () => {
    fc.assert(
      fc.property(everything, (items) => {
        const before = planWith(items);
        const [was, is] = [before, adopted(before)].map(
          (plan) => assessReadiness(catalog, plan, TODAY).items,
        );
        for (const id of TAKEN_OVER) {
          if (was?.[id].state === 'blocked') expect(is?.[id].isSettled, id).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function isTold(entry: Answers, field: string, value: AnswerValue): boolean {
  const kept = entry[field];
  const note = String(entry.note ?? '');
  const isPart =
    Array.isArray(kept) &&
    Array.isArray(value) &&
    value.every((each) => kept.some((other) => JSON.stringify(other) === JSON.stringify(each)));
  if (isPart || JSON.stringify(kept) === JSON.stringify(value)) return true;
  const definition = recordFields('partner').find(({ id }) => id === field);
  if (definition === undefined || definition.type === 'rows') return false;
  return note.includes(formatAnswer(definition, value)) || note.includes('There is more');
}
