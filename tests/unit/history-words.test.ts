import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import {
  choice,
  choices,
  date,
  evidence,
  integer,
  longText,
  money,
  rows,
  states,
  text,
  yesNo,
} from '../../shared/catalog/field-builders.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { AnswerValue, Field } from '../../shared/domain/field.ts';
import type { HistoryEntry } from '../../shared/domain/history-entry.ts';
import { historySearch } from '../../shared/domain/history-search.ts';
import { historyText, historyWords } from '../../shared/domain/history-words.ts';
import { EMPTY_PLAN, type Plan, RECORD_KINDS } from '../../shared/domain/plan.ts';
import { aPartner } from '../support/a-partner.ts';
import { itemWithId } from '../support/a-plan.ts';
import { aCatalog, anItem } from '../support/an-item.ts';
import { arbitraryValue } from '../support/arbitrary-answers.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const plan: Plan = { ...EMPTY_PLAN, profile: aProfile() };

function anEntry(changes: Partial<HistoryEntry>): HistoryEntry {
  return {
    seq: 1,
    at: '2026-11-22T12:00:00.000Z',
    subject: 'item:fnd-experience',
    action: 'answer',
    before: {},
    after: {},
    ...changes,
  };
}

/** What is said of one field that went from one value to another. */
function said(field: Field, before: AnswerValue | null, after: AnswerValue | null): string {
  const view = { catalog: aCatalog([anItem({ fields: [field] })]), plan };
  const entry = anEntry({
    before: { answers: { [field.id]: before } },
    after: { answers: { [field.id]: after } },
  });
  return historyWords(entry, view)
    .changes.map(({ sentence }) => sentence)
    .join(' | ');
}

const OPTIONS = { llc: 'LLC', sole: 'Sole proprietor' };
const policies = rows('policies', 'Policies', 'policy', [
  text('carrier', 'Carrier'),
  money('limit', 'Limit'),
]);

describe('a change of an answer', () => {
  it.each([
    [
      'a date',
      date('d', 'Issued on'),
      '2026-11-12',
      '2026-11-14',
      '“Issued on” changed from 12 Nov 2026 to 14 Nov 2026',
    ],
    ['a first answer', date('d', 'Issued on'), null, '2026-11-14', '“Issued on” set to 14 Nov 2026'],
    [
      'an answer taken away',
      date('d', 'Issued on'),
      '2026-11-12',
      null,
      '“Issued on” cleared; it was 12 Nov 2026',
    ],
    ['text', text('t', 'Your name'), 'Ann', 'Bea', '“Your name” changed from “Ann” to “Bea”'],
    ['money', money('m', 'Fee'), 4_995, 5_000, '“Fee” changed from $49.95 to $50.00'],
    [
      'a number',
      integer('n', 'Terms', [0, 90], { unit: 'days' }),
      5,
      7,
      '“Terms” changed from 5 days to 7 days',
    ],
    ['yes and no', yesNo('y', 'Agreed?'), true, false, '“Agreed?” changed from Yes to No'],
    ['a choice', choice('c', 'Form', OPTIONS), 'llc', 'sole', '“Form” changed from LLC to Sole proprietor'],
    [
      'several choices',
      choices('c', 'Forms', OPTIONS),
      ['llc'],
      ['llc', 'sole'],
      '“Forms”: Sole proprietor added',
    ],
    [
      'states',
      states('s', 'States'),
      ['NJ', 'TX'],
      ['NJ', 'PA'],
      '“States”: Pennsylvania added; Texas removed',
    ],
    ['another order', states('s', 'States'), ['NJ', 'TX'], ['TX', 'NJ'], '“States”: put in another order'],
    ['empty text', text('t', 'Your name'), null, '', '“Your name” left empty'],
  ] as const)('is said with both sides: %s', (_what, field, before, after, expected) => {
    expect(said(field, before, after)).toBe(expected);
  });

  it('names a document that came and one that went', () => {
    const field = evidence('e', 'Proof');
    const [letter, old] = [
      { name: 'EIN letter', location: 'Blue folder' },
      { name: 'Old letter', location: 'Box' },
    ];
    expect(said(field, [old], [letter])).toBe(
      '“Proof”: EIN letter (kept: Blue folder) added; Old letter (kept: Box) removed',
    );
  });

  it('compares rows by what they are, not by where they stand', () => {
    const [a, b] = [
      { rowId: 'a', carrier: 'Acme', limit: 100_000 },
      { rowId: 'b', carrier: 'Best' },
    ];
    expect(said(policies, [a], [b, a])).toBe('“Policies”: Policy 1 added (Carrier: Best)');
    expect(said(policies, [a, b], [b])).toBe(
      '“Policies”: Policy 1 removed (Carrier: Acme; Limit: $1,000.00)',
    );
    expect(said(policies, [a, b], [a, { ...b, carrier: 'Bold' }])).toBe(
      '“Policies”: Policy 2, “Carrier” changed from Best to Bold',
    );
    expect(said(policies, [a, b], [b, a])).toBe('“Policies”: put in another order');
  });

  it('shortens a long text in its sentence and keeps it whole beside it', () => {
    const field = longText('t', 'Notes');
    const long = `${'word '.repeat(400)}end`;
    const view = { catalog: aCatalog([anItem({ fields: [field] })]), plan };
    const entry = anEntry({ before: { answers: { t: null } }, after: { answers: { t: long } } });
    const [change] = historyWords(entry, view).changes;
    expect(change?.sentence.length).toBeLessThan(200);
    expect(change?.sentence).toContain('…');
    expect(change?.after).toBe(long);
  });

  it('says that two long texts differ behind their beginnings', () => {
    const start = 'word '.repeat(100);
    expect(said(longText('t', 'Notes'), `${start}a`, `${start}b`)).toMatch(/^“Notes” changed; it begins/);
  });

  it('shows what no field could hold as it is', () => {
    const broken = { deep: { deeper: 1 } } as unknown as AnswerValue;
    expect(said(text('t', 'Your name'), null, broken)).toContain('{"deep":{"deeper":1}}');
  });

  it('names an answer that is not asked for any more by its id, and does not offer it', () => {
    const view = { catalog: aCatalog([anItem()]), plan };
    const entry = anEntry({ before: { answers: { old_one: null } }, after: { answers: { old_one: 'x' } } });
    expect(historyWords(entry, view).changes).toMatchObject([
      { field: null, label: 'old_one', sentence: '“old_one” set to “x”' },
    ]);
  });
});

describe('a change of something else', () => {
  const view = {
    catalog,
    plan: { ...plan, records: [aPartner('p1', { name: 'Riverbend' })] },
  };
  it.each([
    [
      'a status',
      { subject: 'item:biz-ein', before: { status: 'in-progress' }, after: { status: 'done' } },
      '“Status” changed from In progress to Done',
    ],
    [
      'a date of one’s own',
      { subject: 'item:biz-ein', before: { dueOn: null }, after: { dueOn: '2026-12-18' } },
      '“Do this by” set to 18 Dec 2026',
    ],
    [
      'what does not apply',
      {
        subject: 'item:biz-ein',
        before: { notApplicableReason: null },
        after: { notApplicableReason: 'No employer' },
      },
      '“Does not apply to me” set to “No employer”',
    ],
    [
      'an entry off its list',
      {
        subject: 'record:p1',
        action: 'archive',
        before: { archivedOn: null },
        after: { archivedOn: '2026-11-22' },
      },
      '“Taken off the list” set to 22 Nov 2026',
    ],
    [
      'a new entry',
      { subject: 'record:p1', after: { kind: 'partner' } },
      '“Added to the list” set to Partners',
    ],
    [
      'a check',
      { subject: 'check:portal-tls:a.example.com:443', action: 'check', after: { id: 'x', outcome: 'fail' } },
      '“Result” set to Failed',
    ],
    [
      'an unreadable row',
      { action: 'set-aside', before: { row: { id: 'x' } } },
      'What was recorded could not be read; it is kept here as it was',
    ],
    [
      'a recovery',
      { action: 'set-aside', before: { recovery: 'x' } },
      'Used as it was found after trouble with the plan file; a recovery note says more',
    ],
    ['nothing anyone can see', {}, 'Nothing else changed'],
  ] as const)('is said: %s', (_what, changes, expected) => {
    expect(
      historyWords(anEntry(changes), view)
        .changes.map(({ sentence }) => sentence)
        .join(' | '),
    ).toBe(expected);
  });

  it.each([
    ['profile', 'Your business'],
    ['item:biz-ein', itemWithId('biz-ein').title],
    ['record:p1', 'Riverbend'],
    ['check:portal-tls:a.example.com:443', 'Check of a.example.com'],
    ['check:portal-tls:[2001:db8::7]:8443', 'Check of [2001:db8::7]:8443'],
    ['record:gone', 'An entry that is not in your plan'],
    ['item:from-the-future', 'Something this version of First Claim does not know'],
    ['odd', 'Something this version of First Claim does not know'],
  ])('is under the name a person knows: %s', (subject, title) => {
    expect(historyWords(anEntry({ subject }), view).title).toBe(title);
  });

  it('says an action this version does not know as it is', () => {
    expect(historyWords(anEntry({ action: 'merge' }), view).did).toBe('merge');
  });
});

describe('any change at all', () => {
  const subjects: readonly (readonly [string, readonly Field[], Plan])[] = [
    ...catalog.items.map((item) => [`item:${item.id}`, fieldsOf(item), plan] as const),
    ['profile', catalog.profileFields, plan],
    ...RECORD_KINDS.map(
      (kind) =>
        ['record:r1', recordFields(kind), { ...plan, records: [{ ...aPartner('r1', {}), kind }] }] as const,
    ),
  ];
  const anyChange = fc.constantFrom(...subjects).chain(([subject, fields, of]) =>
    fc
      .subarray([...fields], { minLength: 1, maxLength: Math.min(3, fields.length) })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((field) => {
            const side = fc.option(arbitraryValue(field, TODAY, plan.profile), { nil: null });
            return fc.record({ field: fc.constant(field), before: side, after: side });
          }),
        ),
      )
      .map((changed) => ({ changed, of, entry: entryOf(subject, changed) })),
  );

  function entryOf(
    subject: string,
    changed: readonly { field: Field; before: AnswerValue | null; after: AnswerValue | null }[],
  ): HistoryEntry {
    const side = (which: 'before' | 'after') => ({
      answers: Object.fromEntries(changed.map((one) => [one.field.id, one[which]])),
    });
    return anEntry({ subject, before: side('before'), after: side('after') });
  }

  it('names every field that changed, in a sentence of a bearable length', () => {
    fc.assert(
      fc.property(anyChange, ({ changed, of, entry }) => {
        const { changes } = historyWords(entry, { catalog, plan: of });
        expect(new Set(changes.map(({ field }) => field))).toEqual(
          new Set(changed.map(({ field }) => field.id)),
        );
        for (const { field } of changed) {
          const change = changes.find((each) => each.field === field.id);
          expect(change?.sentence).toContain(`“${field.label}”`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is found by any word that can be read in it', () => {
    fc.assert(
      fc.property(anyChange, fc.nat(), ({ of, entry }, at) => {
        const view = { catalog, plan: of };
        const words = historyText(entry, view)
          .split(/\s+/)
          .filter((word) => word !== '');
        const word = words[at % words.length] ?? '';
        const accepts = historySearch(word, view);
        // A single word that is a date is looked for as a date.
        if (accepts !== null && !/\d/.test(word)) expect(accepts(entry)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
