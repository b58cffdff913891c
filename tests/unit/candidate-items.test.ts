import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { adoptEarlierAnswers, type ItemAnswers } from '../../shared/catalog/vetting/adopt-answers.ts';
import { clearinghouseFields } from '../../shared/catalog/vetting/clearinghouse-candidate.ts';
import { derivedClearinghouseAnswers } from '../../shared/catalog/vetting/derive-items.ts';
import { derivedSoftwareAnswers } from '../../shared/catalog/vetting/derive-software.ts';
import { rowsOf, textOf } from '../../shared/catalog/vetting/item-field-map.ts';
import { softwareFields } from '../../shared/catalog/vetting/software-candidate.ts';
import { isAnswers } from '../../shared/domain/answer-value.ts';
import type { Answers, Row } from '../../shared/domain/field.ts';
import { schemaForAnswers } from '../../shared/domain/field-schema.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { arbitraryAnswers } from '../support/arbitrary-answers.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';
import {
  CLEARINGHOUSE_ITEMS,
  fieldsOfItem,
  numbered,
  readable,
  thereAndBack,
  VETTED_ITEMS,
} from '../support/there-and-back.ts';

const profile = aProfile();

const itemAnswersOf = (plan: Plan): ItemAnswers =>
  Object.fromEntries(VETTED_ITEMS.flatMap((id) => (plan.items[id] ? [[id, plan.items[id].answers]] : [])));

const PLANS: readonly (readonly [string, Plan])[] = [
  ['the sample plan', samplePlan(TODAY)],
  ['the filled-in examples', examplePlan(catalog, profile, TODAY)],
];

describe.each(PLANS)('%s', (_name, plan) => {
  const items = itemAnswersOf(plan);

  it.each(VETTED_ITEMS)('comes back from the candidates as it was: %s', (id) => {
    const fields = fieldsOfItem(id);
    expect(readable(fields, thereAndBack(items)[id] ?? {})).toEqual(readable(fields, items[id] ?? {}));
  });

  it('is judged the same by every rule of the checklist', () => {
    const back = thereAndBack(items);
    const moved: Plan = {
      ...plan,
      items: Object.fromEntries(
        Object.entries(plan.items).map(([id, record]) => [
          id,
          { ...record, answers: back[id as ItemId] ?? record.answers },
        ]),
      ),
    };
    const before = assessReadiness(catalog, plan, TODAY);
    const after = assessReadiness(catalog, moved, TODAY);
    expect(after.headline).toBe(before.headline);
    for (const id of VETTED_ITEMS) {
      expect(after.items[id].state).toBe(before.items[id].state);
      expect(after.items[id].findings).toEqual(before.items[id].findings);
      expect(after.items[id].missing).toEqual(before.items[id].missing);
    }
  });
});

/** Keeps the first row of each value in a cell. */
function distinct(answers: Answers, field: string, cell: string): Answers {
  const seen = new Set<string>();
  const kept = rowsOf(answers, field).filter((row) => {
    const value = String(row[cell] ?? '')
      .trim()
      .replace(/\s+/g, ' ')
      .toLowerCase();
    if (value !== '' && seen.has(value)) return false;
    seen.add(value);
    return true;
  });
  return answers[field] === undefined ? answers : { ...answers, [field]: kept };
}

/** Two answers of one office about one company: the newer replaces the older, so here each state is asked once. */
function askedOnce(answers: Answers): Answers {
  const blank = rowsOf(answers, 'answers').find((row) => row.state === undefined);
  const rows = rowsOf(distinct(answers, 'answers', 'state'), 'answers');
  const kept = rows.filter((row) => row.state !== undefined || row === blank);
  return answers.answers === undefined ? answers : { ...answers, answers: kept };
}

const arbitraryItems: fc.Arbitrary<ItemAnswers> = fc.record(
  Object.fromEntries(
    VETTED_ITEMS.map((id) => [id, arbitraryAnswers(fieldsOfItem(id), TODAY, profile)]),
  ) as Record<(typeof VETTED_ITEMS)[number], fc.Arbitrary<Answers>>,
  { requiredKeys: [] },
);

/** Without what cannot come back word for word: two candidates of one name, and an answer that a newer one replaced. */
const unambiguousItems = arbitraryItems.map(
  (items): ItemAnswers => ({
    ...items,
    'clh-shortlist': distinct(items['clh-shortlist'] ?? {}, 'candidates', 'name'),
    'clh-ag': askedOnce(items['clh-ag'] ?? {}),
    'clh-consumer': askedOnce(items['clh-consumer'] ?? {}),
    'sw-select': distinct(items['sw-select'] ?? {}, 'products', 'product'),
  }),
);

describe('any answers of the items', () => {
  it('come back from the candidates as they were, names of companies aside', () => {
    let filled = 0;
    fc.assert(
      fc.property(unambiguousItems, (items) => {
        const back = thereAndBack(items);
        for (const id of CLEARINGHOUSE_ITEMS.slice(1)) {
          const fields = fieldsOfItem(id);
          const before = readable(fields, items[id] ?? {}, ['company']);
          expect(readable(fields, back[id] ?? {}, ['company'])).toEqual(before);
          filled += Object.keys(before).length > 0 ? 1 : 0;
        }
      }),
      { numRuns: 100 },
    );
    expect(filled).toBeGreaterThan(200);
  });

  it('come back as the same shortlist, followed by companies that were named elsewhere only', () => {
    fc.assert(
      fc.property(unambiguousItems, (items) => {
        const before = rowsOf(items['clh-shortlist'] ?? {}, 'candidates');
        const after = rowsOf(thereAndBack(items)['clh-shortlist'] ?? {}, 'candidates');
        const cells = ({ rowId: _rowId, ...row }: Row) => row;
        expect(after.slice(0, before.length).map(cells)).toEqual(before.map(cells));
        for (const row of after.slice(before.length)) {
          expect(Object.keys(cells(row)).filter((key) => key !== 'name')).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('come back as the same products, with “not chosen” said of those beside the choice', () => {
    fc.assert(
      fc.property(unambiguousItems, (items) => {
        const fields = fieldsOfItem('sw-select');
        const before = items['sw-select'] ?? {};
        const after = thereAndBack({ 'sw-select': before })['sw-select'] ?? {};
        expect(readable(fields, after, ['chosen', 'reason'])).toEqual(
          readable(fields, before, ['chosen', 'reason']),
        );
        const chosen = (answers: Answers) => rowsOf(answers, 'products').map((row) => row.chosen === true);
        const anyChosen = chosen(before).includes(true);
        if (rowsOf(before, 'products').length > 0) expect(chosen(after)).toEqual(chosen(before));
        if (anyChosen) expect(textOf(after, 'reason').trim()).toBe(textOf(before, 'reason').trim());
      }),
      { numRuns: 100 },
    );
  });

  it('become valid candidates', () => {
    fc.assert(
      fc.property(arbitraryItems, (items) => {
        for (const { kind, answers } of adoptEarlierAnswers(items, numbered())) {
          const fields = kind === 'clearinghouse' ? clearinghouseFields : softwareFields;
          expect(schemaForAnswers(fields).safeParse(answers).error?.issues).toBeUndefined();
          expect(isAnswers(answers)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('lose nothing on the way: every word and number is in a field or in the note', () => {
    fc.assert(
      fc.property(arbitraryItems, (items) => {
        const adopted = adoptEarlierAnswers(items, numbered()).map(({ answers }) => answers);
        const kept = new Set(leavesOf(adopted));
        const notes = adopted.map((answers) => textOf(answers, 'note')).join('\n');
        for (const [id, answers] of Object.entries(items)) {
          const said = answersToMove(id as ItemId, answers ?? {});
          const lost = leavesOf(said).filter((leaf) => !kept.has(leaf) && !notes.includes(String(leaf)));
          expect(lost).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** What the items’ own note and blank rows hold stays behind; row ids are no answers. */
function answersToMove(id: ItemId, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([field, value]) => {
      const definition = fieldsOfItem(id).find((each) => each.id === field);
      if (definition?.type !== 'rows') return [field, value];
      return [field, (value as readonly Row[]).map(({ rowId: _rowId, ...cells }) => cells)];
    }),
  ) as unknown as Answers;
}

/** Every text that is not blank, and every number, however deep. */
function leavesOf(value: unknown): readonly (string | number)[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

describe('any candidates', () => {
  it('give the items valid answers', () => {
    const anyCandidates = fc.array(arbitraryAnswers(clearinghouseFields, TODAY, profile), { maxLength: 3 });
    fc.assert(
      fc.property(anyCandidates, fc.nat(3), (all, place) => {
        const candidates = all.map((answers, index) => ({ id: `record-${index}`, answers }));
        const chosen = candidates[place] ?? null;
        for (const id of CLEARINGHOUSE_ITEMS) {
          const item = catalog.items.find((each) => each.id === id);
          const derived = derivedClearinghouseAnswers(id, candidates, chosen, TODAY);
          expect(item && schemaForAnswers(fieldsOf(item)).safeParse(derived).error?.issues).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('give the software comparison valid answers', () => {
    const anyProducts = fc.array(arbitraryAnswers(softwareFields, TODAY, profile), { maxLength: 3 });
    fc.assert(
      fc.property(anyProducts, fc.nat(3), (all, place) => {
        const candidates = all.map((answers, index) => ({ id: `record-${index}`, answers }));
        const derived = derivedSoftwareAnswers('sw-select', candidates, candidates[place] ?? null, TODAY, []);
        expect(schemaForAnswers(fieldsOfItem('sw-select')).safeParse(derived).error?.issues).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
