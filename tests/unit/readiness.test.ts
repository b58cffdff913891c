import { describe, expect, it } from 'vitest';
import { pastDate, rows, text, yesNo } from '../../shared/catalog/field-builders.ts';
import { everyMonths, holdsWhen, requires, stopsWhen } from '../../shared/catalog/rule-builders.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { aCatalog, anItem, aPlan, aRecord } from '../support/an-item.ts';
import { TODAY } from '../support/test-profile.ts';

const required = anItem();
const recommended = anItem({ id: 'biz-plan', section: 'business', level: 'recommended' });
const optional = anItem({ id: 'biz-ein', section: 'business', level: 'optional' });

function verdictOf(items: Parameters<typeof aCatalog>[0], records: Parameters<typeof aPlan>[0]): string {
  return assessReadiness(aCatalog(items), aPlan(records), TODAY).verdict;
}

describe('the verdict', () => {
  it('is not ready while a required item is open', () => {
    expect(verdictOf([required], [])).toBe('not-ready');
    expect(verdictOf([required], [aRecord(required, { note: 'begun' })])).toBe('not-ready');
  });

  it('is ready when every required item is done and nothing else is open', () => {
    expect(verdictOf([required], [aRecord(required, { answer: 'x' })])).toBe('ready');
  });

  it('has gaps when only a recommended item is open, and none when only an optional one is', () => {
    const done = aRecord(required, { answer: 'x' });
    expect(verdictOf([required, recommended], [done])).toBe('ready-with-gaps');
    expect(verdictOf([required, optional], [done])).toBe('ready');
  });

  it('counts "not applicable" as settled only with the record that says why', () => {
    const aside = aRecord(
      required,
      {},
      { status: 'not-applicable', notApplicableReason: 'No such thing here' },
    );
    const readiness = assessReadiness(aCatalog([required]), aPlan([aside]), TODAY);
    expect(readiness.verdict).toBe('ready');
    expect(readiness.items['fnd-experience'].reason).toBe('No such thing here');
  });

  it.each([
    ['stop', 'blocked'],
    ['hold', 'on-hold'],
  ] as const)('is not ready while a %s stands, even on an optional item', (kind, state) => {
    const make = kind === 'stop' ? stopsWhen : holdsWhen;
    const risky = anItem({
      level: 'optional',
      blockers: [make('bad', 'Something is wrong.', (answers) => answers.text('answer') === 'bad')],
    });
    const blocked = assessReadiness(aCatalog([risky]), aPlan([aRecord(risky, { answer: 'bad' })]), TODAY);
    expect(blocked.verdict).toBe('not-ready');
    expect(blocked.items['fnd-experience'].state).toBe(state);
    expect(blocked.reasons[0]).toEqual({ itemId: 'fnd-experience', text: 'Something is wrong.' });
    expect(verdictOf([risky], [aRecord(risky, { answer: 'good' })])).toBe('ready');
  });

  it('does not let an item hide its blocker behind a false status', () => {
    const rule = requires('two', 'Two words are needed.', (answers) => answers.text('answer').includes(' '));
    const item = anItem({ completion: [rule] });
    const record = aRecord(item, { answer: 'one' }, { status: 'done', completedOn: TODAY });
    const readiness = assessReadiness(aCatalog([item]), aPlan([record]), TODAY);
    expect(readiness.verdict).toBe('not-ready');
    expect(readiness.items['fnd-experience'].missing).toEqual(['Two words are needed.']);
  });

  it('falls back to not ready the day after a required renewal is due', () => {
    const item = anItem({
      fields: [pastDate('checked_on', 'Checked on', { required: true })],
      renewal: everyMonths('Yearly', 12, 'checked_on'),
    });
    const record = aRecord(item, { checked_on: '2025-11-22' });
    const plan = aPlan([record]);
    expect(assessReadiness(aCatalog([item]), plan, '2026-11-22').verdict).toBe('ready');
    const late = assessReadiness(aCatalog([item]), plan, '2026-11-23');
    expect(late.verdict).toBe('not-ready');
    expect(late.items['fnd-experience'].state).toBe('overdue');
    expect(late.renewals).toEqual([
      { itemId: 'fnd-experience', text: 'Yearly', dueOn: '2026-11-22', isOverdue: true },
    ]);
  });
});

describe('the headline', () => {
  it('counts applicable required items, and leaves out those set aside', () => {
    const aside = anItem({ id: 'biz-ein', section: 'business', setAside: () => 'You said so.' });
    const readiness = assessReadiness(
      aCatalog([required, recommended, aside]),
      aPlan([aRecord(required, { answer: 'x' })]),
      TODAY,
    );
    expect(readiness.headline).toBe('1 of 1 required items settled');
    expect(readiness.items['biz-ein']).toMatchObject({ state: 'set-aside', reason: 'You said so.' });
  });
});

describe('what counts as answered', () => {
  const item = anItem({
    fields: [
      yesNo('has_policy', 'Is there a policy?', { required: true }),
      text('carrier', 'Carrier', { required: true, showWhen: (beside) => beside.isYes('has_policy') }),
      rows('people', 'People', 'person', [text('name', 'Name', { required: true })], { minRows: 2 }),
    ],
    blockers: [stopsWhen('bad', 'Bad carrier.', (answers) => answers.text('carrier') === 'Bad')],
  });
  const missingWith = (answers: Parameters<typeof aRecord>[1]): readonly string[] =>
    assessReadiness(aCatalog([item]), aPlan([aRecord(item, answers)]), TODAY).items['fnd-experience'].missing;
  const two = [
    { rowId: 'a', name: 'Ann' },
    { rowId: 'b', name: 'Bo' },
  ];

  it('asks for a hidden field only once it is shown', () => {
    expect(missingWith({ has_policy: false, people: two })).toEqual([]);
    expect(missingWith({ has_policy: true, people: two })).toEqual(['Fill in “Carrier”.']);
    expect(missingWith({ has_policy: true, carrier: '  ', people: two })).toEqual(['Fill in “Carrier”.']);
  });

  it('names the row and the cell that is empty', () => {
    expect(missingWith({ has_policy: false, people: [{ rowId: 'a', name: 'Ann' }] })).toEqual([
      '“People”: add at least 2 (1 so far).',
    ]);
    expect(missingWith({ has_policy: false, people: [{ rowId: 'a', name: 'Ann' }, { rowId: 'b' }] })).toEqual(
      ['Person 2: fill in “Name”.'],
    );
  });

  it('lets no rule judge an answer that is hidden now', () => {
    const find = (answers: Parameters<typeof aRecord>[1]): number =>
      assessReadiness(aCatalog([item]), aPlan([aRecord(item, answers)]), TODAY).findings.length;
    expect(find({ has_policy: true, carrier: 'Bad', people: two })).toBe(1);
    expect(find({ has_policy: false, carrier: 'Bad', people: two })).toBe(0);
  });
});

describe('the first-client gate', () => {
  const must = anItem({ gate: 'must-stand' });
  const optionalGate = anItem({ id: 'biz-ein', section: 'business', gate: 'if-applicable' });
  const gateOf = (records: Parameters<typeof aPlan>[0]) =>
    assessReadiness(aCatalog([must, optionalGate]), aPlan(records), TODAY).gate;
  const notApplicable = { status: 'not-applicable', notApplicableReason: 'because' } as const;

  it('opens only when all its items stand', () => {
    expect(gateOf([aRecord(must, { answer: 'x' })]).mayTouchPhi).toBe(false);
    expect(gateOf([aRecord(must, { answer: 'x' }), aRecord(optionalGate, { answer: 'x' })])).toEqual({
      mayTouchPhi: true,
      missing: [],
    });
  });

  it('accepts "not applicable" only where the catalog says so', () => {
    expect(
      gateOf([aRecord(must, { answer: 'x' }), aRecord(optionalGate, {}, notApplicable)]).mayTouchPhi,
    ).toBe(true);
    const waved = gateOf([aRecord(must, {}, notApplicable), aRecord(optionalGate, { answer: 'x' })]);
    expect(waved.mayTouchPhi).toBe(false);
    expect(waved.missing.map(({ itemId }) => itemId)).toEqual(['fnd-experience']);
  });
});

describe('the next steps', () => {
  const first = anItem({ id: 'fnd-codes' });
  const second = anItem({ id: 'fnd-credential', needs: ['fnd-codes'] });
  const third = anItem({ id: 'fnd-ce', needs: ['fnd-credential'], level: 'recommended' });
  const other = anItem({ id: 'biz-ein', section: 'business' });

  it('put prerequisites first, by how much they free', () => {
    const { nextSteps } = assessReadiness(aCatalog([other, second, first, third]), aPlan(), TODAY);
    expect(nextSteps.map(({ itemId, frees }) => [itemId, frees])).toEqual([
      ['fnd-codes', 2],
      ['biz-ein', 0],
    ]);
  });

  it('move on when a prerequisite is settled', () => {
    const { nextSteps } = assessReadiness(
      aCatalog([second, first, third]),
      aPlan([aRecord(first, { answer: 'x' })]),
      TODAY,
    );
    expect(nextSteps.map(({ itemId }) => itemId)).toEqual(['fnd-credential']);
  });
});

describe('stale answers and sources', () => {
  it('are named once they are older than their review period', () => {
    const old = aRecord(required, { answer: 'x' }, { updatedAt: '2025-11-21T00:00:00.000Z' });
    const { stale } = assessReadiness(aCatalog([required]), aPlan([old]), '2026-11-22');
    expect(stale).toEqual([{ kind: 'answer', itemId: 'fnd-experience', lastChangedOn: '2025-11-21' }]);
    const later = assessReadiness(aCatalog([required]), aPlan(), '2027-11-23').stale;
    expect(later).toEqual([{ kind: 'source', sourceId: 'seed-0', checkedOn: '2026-11-22' }]);
  });
});
