import { text } from '../../shared/catalog/field-builders.ts';
import type { Catalog, Item } from '../../shared/catalog/types.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan } from '../../shared/domain/plan.ts';
import { aProfile } from './test-profile.ts';

/** An item with one required field, `answer`; say only what matters to the test. */
export function anItem(changes: Partial<Item> = {}): Item {
  return {
    id: 'fnd-experience',
    section: 'foundations',
    title: 'Do a thing',
    lead: 'One thing to do.',
    why: 'Because.',
    doneWhen: 'It is done.',
    level: 'required',
    basis: ['prudence'],
    fields: [text('answer', 'Answer', { required: true })],
    completion: [],
    blockers: [],
    redFlags: [],
    needs: [],
    renewal: null,
    sources: ['seed-0'],
    example: () => ({ answer: 'yes' }),
    ...changes,
  };
}

/** A catalog of just these items. */
export function aCatalog(items: readonly Item[]): Catalog {
  return {
    sections: [
      { id: 'foundations', title: 'Foundations', shortTitle: 'Foundations', lead: 'Start here.' },
      { id: 'business', title: 'Business', shortTitle: 'Business', lead: 'Then here.' },
    ],
    items,
    sources: [{ id: 'seed-0', title: 'A guide', urls: [], status: 'unverified', checkedOn: '2026-11-22' }],
    states: [],
    guideCorrections: [],
    profileFields: [],
  };
}

/** A record as the store would return it. */
export function aRecord(item: Item, answers: Answers, changes: Partial<ItemRecord> = {}): ItemRecord {
  return {
    id: item.id,
    status: 'in-progress',
    answers,
    notApplicableReason: null,
    dueOn: null,
    completedOn: null,
    updatedAt: '2026-11-22T12:00:00.000Z',
    ...changes,
  };
}

/** A plan holding these records. */
export function aPlan(records: readonly ItemRecord[] = []): Plan {
  return {
    ...EMPTY_PLAN,
    profile: aProfile(),
    items: Object.fromEntries(records.map((record) => [record.id, record])),
  };
}
