import { describe, expect, it } from 'vitest';
import {
  choices,
  evidence,
  integer,
  longText,
  rows,
  text,
  yesNo,
} from '../../shared/catalog/field-builders.ts';
import { everyMonths, holdsWhen, stopsWhen } from '../../shared/catalog/rule-builders.ts';
import type { Item } from '../../shared/catalog/types.ts';
import type { Answers, Row } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, type ItemRecord, type Plan } from '../../shared/domain/plan.ts';
import type { ReportAnswer, ReportItem } from '../../shared/domain/report-types.ts';
import { aCatalog, anItem, aPlan, aRecord } from '../support/an-item.ts';
import { aReport, itemIn } from '../support/report-context.ts';
import { aProfile } from '../support/test-profile.ts';

function reportOn(item: Item, answers: Answers, changes: Partial<ItemRecord> = {}): ReportItem {
  return itemIn(aReport(aCatalog([item]), aPlan([aRecord(item, answers, changes)])), item.id);
}

function answerOf(report: ReportItem, fieldId: string): ReportAnswer {
  const found = report.answers.find((answer) => answer.fieldId === fieldId);
  if (found === undefined) throw new Error(`No answer "${fieldId}"`);
  return found;
}

describe('the report on an item', () => {
  it('prints a value as a person reads it and keeps it as it is stored', () => {
    const item = anItem({ fields: [integer('days', 'Days to report', [0, 90], { unit: 'days' })] });
    expect(answerOf(reportOn(item, { days: 5 }), 'days')).toEqual({
      kind: 'value',
      fieldId: 'days',
      label: 'Days to report',
      lines: ['5 days'],
      value: 5,
      isAsked: true,
    });
  });

  it('gives each document a line with the place where it is kept', () => {
    const item = anItem({ fields: [evidence('file', 'Proof')] });
    const file = [
      { name: 'Letter', location: 'Blue folder' },
      { name: 'Screenshot', location: '' },
    ];
    expect(answerOf(reportOn(item, { file }), 'file')).toMatchObject({
      lines: ['Letter (kept: Blue folder)', 'Screenshot'],
    });
  });

  it('gives each choice a line', () => {
    const item = anItem({ fields: [choices('kinds', 'Kinds', { a: 'First; then', b: 'Second' })] });
    expect(answerOf(reportOn(item, { kinds: ['a', 'b'] }), 'kinds')).toMatchObject({
      lines: ['First; then', 'Second'],
    });
  });

  it('shows the note', () => {
    expect(answerOf(reportOn(anItem(), { note: 'Call back' }), 'note')).toMatchObject({
      label: 'Notes',
      lines: ['Call back'],
      isAsked: true,
    });
  });

  it('says of an answer left blank that it is blank instead of leaving it out', () => {
    expect(answerOf(reportOn(anItem(), { answer: '  ' }), 'answer')).toMatchObject({
      lines: [],
      value: '  ',
    });
  });

  it('keeps a hidden answer, marked as not asked for', () => {
    const item = anItem({
      fields: [
        yesNo('offered', 'Offered?'),
        text('by', 'By whom', { showWhen: (beside) => beside.isYes('offered') }),
      ],
    });
    const report = reportOn(item, { offered: false, by: 'A seller' });
    expect(answerOf(report, 'offered').isAsked).toBe(true);
    expect(answerOf(report, 'by')).toMatchObject({ lines: ['A seller'], isAsked: false });
  });

  it('keeps an answer whose field the catalog no longer has, under its stored name', () => {
    const report = reportOn(anItem(), { old_field: 'Still here', old_rows: [{ rowId: 'r1', name: 'Too' }] });
    expect(answerOf(report, 'old_field')).toMatchObject({
      label: 'old_field',
      lines: ['Still here'],
      isAsked: false,
    });
    expect(answerOf(report, 'old_rows')).toMatchObject({
      kind: 'rows',
      rows: [{ rowId: 'r1', label: 'Row 1', cells: [{ fieldId: 'name', lines: ['Too'] }] }],
    });
  });

  it('prints an answer of another kind than its field as it is stored instead of failing', () => {
    const item = anItem({ fields: [evidence('file', 'Proof'), integer('days', 'Days', [0, 9])] });
    const report = reportOn(item, { file: ['letter.pdf'], days: 'a week' });
    expect(answerOf(report, 'file')).toMatchObject({ lines: ['letter.pdf'] });
    expect(answerOf(report, 'days')).toMatchObject({ lines: ['a week'] });
  });

  it('marks every answer of an item that does not apply as not asked for, and gives the reason', () => {
    const report = reportOn(
      anItem(),
      { answer: 'Kept' },
      { status: 'not-applicable', notApplicableReason: 'No such client' },
    );
    expect(report.state).toEqual({ kind: 'not-applicable', word: 'Does not apply' });
    expect(report.record?.notApplicableReason).toBe('No such client');
    expect(answerOf(report, 'answer')).toMatchObject({ lines: ['Kept'], isAsked: false });
  });

  it('gives the reason of the profile and the user’s own reason when an item is set aside twice', () => {
    const item = anItem({ setAside: () => 'You bill for no facilities.' });
    const report = reportOn(item, {}, { status: 'not-applicable', notApplicableReason: 'Not my trade' });
    expect(report.setAsideReason).toBe('You bill for no facilities.');
    expect(report.record?.notApplicableReason).toBe('Not my trade');
  });

  it('says what blocks, what is on hold and what is missing', () => {
    const item = anItem({
      blockers: [
        stopsWhen('a', 'The disk is not encrypted.', () => true),
        holdsWhen('b', 'No reply yet.', () => true),
      ],
    });
    const report = reportOn(item, {});
    expect(report.state.word).toBe('Blocks you');
    expect(report.findings).toEqual([
      { kind: 'stop', word: 'Blocks you', text: 'The disk is not encrypted.' },
      { kind: 'hold', word: 'On hold', text: 'No reply yet.' },
    ]);
    expect(report.missing).toEqual(['Fill in “Answer”.']);
  });

  it('gives the dates: own date, completed, last changed, due again', () => {
    const item = anItem({ renewal: everyMonths('Yearly', 12) });
    const report = reportOn(item, { answer: 'x' }, { dueOn: '2026-12-01', completedOn: '2025-11-01' });
    expect(report.record).toMatchObject({
      due: { on: '2026-12-01', text: '1 Dec 2026' },
      completed: { on: '2025-11-01', text: '1 Nov 2025' },
      changed: { on: '2026-11-22', text: '22 Nov 2026' },
    });
    expect(report.renewal).toEqual({
      text: 'Yearly',
      due: { on: '2026-11-01', text: '1 Nov 2026' },
      isOverdue: true,
    });
  });

  it('names no source that the report does not list', () => {
    const catalog = aCatalog([anItem({ sources: ['seed-0', 'nj'] })]);
    const model = aReport(catalog, aPlan());
    expect(model.sources.map(({ number, id }) => [number, id])).toEqual([[1, 'seed-0']]);
    expect(itemIn(model, 'fnd-experience').sources).toEqual([1]);
  });
});

describe('rows in the report', () => {
  const policies = rows('policies', 'Policies', 'policy', [
    yesNo('insured', 'Insured?'),
    text('carrier', 'Carrier', { showWhen: (beside) => beside.isYes('insured') }),
  ]);
  const perState = rows('states', 'By state', 'answer', [text('office', 'Office')], {
    fixedRowsFor: (profile) =>
      profile.clientStates.map((code) => ({ rowId: code, label: `Answer for ${code}` })),
  });
  const rowsOf = (item: Item, answers: Answers, fieldId: string) => {
    const answer = answerOf(reportOn(item, answers), fieldId);
    if (answer.kind !== 'rows') throw new Error('Not rows');
    return answer.rows;
  };

  it('are named in order and keep cells that are hidden', () => {
    const stored: readonly Row[] = [
      { rowId: 'p1', insured: true, carrier: 'Granite' },
      { rowId: 'p2', insured: false, carrier: 'Earlier one' },
    ];
    const found = rowsOf(anItem({ fields: [policies] }), { policies: stored }, 'policies');
    expect(found.map(({ label, isAsked }) => [label, isAsked])).toEqual([
      ['Policy 1', true],
      ['Policy 2', true],
    ]);
    expect(found[0]?.cells.at(-1)).toMatchObject({ lines: ['Granite'], isAsked: true });
    expect(found[1]?.cells.at(-1)).toMatchObject({ lines: ['Earlier one'], isAsked: false });
  });

  it('come in the catalog’s order, and a row the profile no longer asks for keeps its name at the end', () => {
    const stored: readonly Row[] = [
      { rowId: 'VT', office: 'Montpelier' },
      { rowId: 'PA', office: 'Harrisburg' },
      { rowId: 'NJ', office: 'Trenton' },
    ];
    const found = rowsOf(anItem({ fields: [perState] }), { states: stored }, 'states');
    expect(found.map(({ label, isAsked }) => [label, isAsked])).toEqual([
      ['Answer for NJ', true],
      ['Answer for PA', true],
      ['Answer for VT', false],
    ]);
    expect(found[2]?.cells[0]).toMatchObject({ lines: ['Montpelier'], isAsked: false });
  });

  it('appear even when nothing was filled in', () => {
    const found = rowsOf(anItem({ fields: [policies] }), { policies: [{ rowId: 'p1' }] }, 'policies');
    expect(found).toEqual([{ rowId: 'p1', label: 'Policy 1', isAsked: true, cells: [] }]);
  });
});

describe('the cover of the report', () => {
  const plan = (changes: Parameters<typeof aProfile>[0]): Plan => ({
    ...EMPTY_PLAN,
    profile: aProfile(changes),
  });
  const coverOf = (changes: Parameters<typeof aProfile>[0]) =>
    aReport(aCatalog([anItem()]), plan(changes)).cover;

  it('says who and where', () => {
    const cover = coverOf({ clientStates: ['NJ', 'PA'] });
    expect(cover.business).toBe('Sample Billing Services');
    expect(cover.place).toBe(
      'Home medical billing, Trenton, New Jersey. Clients planned in New Jersey and Pennsylvania.',
    );
  });

  it('copes with a profile nobody has filled in', () => {
    const cover = coverOf({ businessName: ' ', town: '', homeState: null, clientStates: [] });
    expect(cover.business).toBe('A business without a name yet');
    expect(cover.place).toBe('Home medical billing.');
  });

  it('lists many states by their codes', () => {
    expect(coverOf({ clientStates: ['NJ', 'PA', 'MD', 'DE', 'NY'] }).place).toContain(
      'NJ, PA, MD, DE and NY.',
    );
  });

  it('gives the verdict with its reasons, the gate with what it lacks, and what to do next', () => {
    const item = anItem({
      gate: 'must-stand',
      blockers: [stopsWhen('open', 'A complaint is open.', () => true)],
    });
    const { cover } = aReport(aCatalog([item]), aPlan());
    expect(cover.verdict).toEqual({ kind: 'not-ready', word: 'Not ready' });
    expect(cover.headline).toBe('0 of 1 required items settled');
    expect(cover.reasons[0]).toEqual({ itemId: item.id, title: 'Do a thing', text: 'A complaint is open.' });
    expect(cover.gate).toEqual({
      mayTouchPhi: false,
      answer: 'No',
      missing: [{ itemId: item.id, title: 'Do a thing', text: 'A complaint is open.' }],
    });
    expect(cover.nextSteps[0]).toMatchObject({ title: 'Do a thing' });
  });

  it('has one square for each required item that applies', () => {
    const items = [
      anItem(),
      anItem({ id: 'fnd-codes', level: 'recommended' }),
      anItem({ id: 'biz-ein', setAside: () => 'Not for you' }),
    ];
    const { squares } = aReport(aCatalog(items), aPlan()).cover;
    expect(squares).toEqual({ states: ['not-started'], settled: 0, total: 1 });
  });
});

describe('the rest of the report', () => {
  it('says for each section how far it is and what is open', () => {
    const items = [
      anItem(),
      anItem({ id: 'fnd-codes', title: 'Know the codes' }),
      anItem({ id: 'fnd-ce', title: 'Keep learning' }),
    ];
    const [first, second] = items;
    if (first === undefined || second === undefined) throw new Error('Two items needed');
    const plan = aPlan([aRecord(first, { answer: 'x' }), aRecord(second, { note: 'Begun' })]);
    const section = aReport(aCatalog(items), plan).sections[0];
    expect(section).toMatchObject({
      settledText: '1 of 3',
      state: { kind: 'in-progress' },
      open: 'In progress: Know the codes. 1 not started.',
    });
  });

  it('puts renewals, own dates and the opening day in one calendar, by date', () => {
    const renewed = anItem({ renewal: everyMonths('Yearly', 12) });
    const open = anItem({ id: 'fnd-codes', title: 'Know the codes' });
    const plan = aPlan([
      aRecord(renewed, { answer: 'x' }, { completedOn: '2025-11-01' }),
      aRecord(open, {}, { dueOn: '2026-12-01' }),
    ]);
    const { calendar } = aReport(aCatalog([renewed, open]), plan);
    expect(calendar.map(({ kind, due, title, isOverdue }) => [kind, due.text, title, isOverdue])).toEqual([
      ['renewal', '1 Nov 2026', 'Do a thing', true],
      ['own-date', '1 Dec 2026', 'Know the codes', false],
      ['opening', '20 Feb 2027', 'Opening day', false],
    ]);
  });

  it('names answers and sources that are older than their review period', () => {
    const item = anItem();
    const catalog = aCatalog([item]);
    const old = {
      ...catalog,
      sources: catalog.sources.map((source) => ({ ...source, checkedOn: '2024-01-05' })),
    };
    const plan = aPlan([aRecord(item, { answer: 'x' }, { updatedAt: '2025-01-03T10:00:00.000Z' })]);
    expect(aReport(old, plan).stale.map(({ text }) => text)).toEqual([
      'Do a thing: your answers were last changed on 3 Jan 2025.',
      'A guide: this source was last checked on 5 Jan 2024.',
    ]);
  });

  it('says of each source how far it was followed and when', () => {
    expect(aReport(aCatalog([anItem()]), aPlan()).sources[0]).toMatchObject({
      number: 1,
      title: 'A guide',
      status: { kind: 'unverified', word: 'Not verified' },
      checked: { text: '22 Nov 2026' },
    });
  });

  it('never claims compliance or a certificate', () => {
    const model = aReport(aCatalog([anItem({ fields: [longText('answer', 'Answer')] })]), aPlan());
    const printed = JSON.stringify(model);
    expect(model.disclaimer).toMatch(/not a certificate/);
    expect(model.disclaimer).toMatch(/not legal advice/);
    expect(printed).not.toMatch(/compliant|certified/i);
  });
});
