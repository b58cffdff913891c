import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { isAnswers, isAnswerValue } from '../../shared/domain/answer-value.ts';
import { arbitraryValue } from '../support/arbitrary-answers.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

// The same in zod, for comparison: slower, and plainly right.
const file = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  mediaType: z.string().regex(/^[a-z]{1,20}\/[a-z0-9.+-]{1,100}$/),
  addedAt: z.iso.datetime({ precision: 3 }),
});
const cell = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
  z
    .array(
      z.strictObject({ name: z.string().max(200), location: z.string().max(200), file: file.optional() }),
    )
    .max(20),
]);
const reference = z.union([cell, z.array(z.record(z.string().max(64), cell)).max(100)]);

describe('isAnswerValue', () => {
  it('accepts what any field of the catalog may hold', () => {
    const anyValue = fc
      .constantFrom(...catalog.items.flatMap(fieldsOf))
      .chain((field) => arbitraryValue(field, TODAY, aProfile()));
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(isAnswerValue(value)).toBe(true);
      }),
    );
  });

  it('agrees with its zod twin on anything at all', () => {
    const anyFile = fc.record(
      {
        sha256: fc.oneof({ arbitrary: fc.constant('a'.repeat(64)), weight: 4 }, fc.string()),
        bytes: fc.oneof({ arbitrary: fc.nat(), weight: 4 }, fc.double()),
        mediaType: fc.constantFrom('application/pdf', 'text/html', 'text', ''),
        addedAt: fc.constantFrom('2026-11-22T12:00:00.000Z', '2026-11-22', '2026-02-30T12:00:00.000Z'),
        more: fc.string(),
      },
      { requiredKeys: ['sha256', 'bytes', 'mediaType'] },
    );
    const entry = fc.oneof(
      fc.string(),
      fc.anything({
        withDate: true,
        withMap: true,
        withSparseArray: true,
        withNullPrototype: true,
        maxDepth: 2,
      }),
      fc.record({ name: fc.string(), location: fc.string(), rowId: fc.string() }, { requiredKeys: [] }),
      fc.record({ name: fc.string(), location: fc.string(), file: anyFile }, { requiredKeys: ['name'] }),
    );
    const value = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      fc.array(entry, { maxLength: 3 }),
      fc.array(fc.record({ rowId: fc.string(), list: fc.array(entry, { maxLength: 2 }) })),
    );
    fc.assert(
      fc.property(value, (sample) => {
        expect(isAnswerValue(sample)).toBe(reference.safeParse(sample).success);
      }),
      { numRuns: 1_000 },
    );
  });

  const atTheLimit: readonly (readonly [what: string, largest: unknown, tooLarge: unknown])[] = [
    ['text', 'x'.repeat(10_000), 'x'.repeat(10_001)],
    ['a list', Array(100).fill('x'), Array(101).fill('x')],
    ['an entry of a list', ['x'.repeat(200)], ['x'.repeat(201)]],
    ['rows', Array(100).fill({ rowId: 'r' }), Array(101).fill({ rowId: 'r' })],
    ['a cell', [{ rowId: 'r', a: 'x'.repeat(10_000) }], [{ rowId: 'r', a: 'x'.repeat(10_001) }]],
    ['a field id', [{ [`${'x'.repeat(64)}`]: 1 }], [{ [`${'x'.repeat(65)}`]: 1 }]],
    ['documents in a row', [{ a: Array(20).fill(aDocument()) }], [{ a: Array(21).fill(aDocument()) }]],
    ['a number', Number.MAX_VALUE, Number.POSITIVE_INFINITY],
  ];
  for (const [what, largest, tooLarge] of atTheLimit) {
    it(`draws the line for ${what} where the twin does`, () => {
      expect([isAnswerValue(largest), reference.safeParse(largest).success]).toEqual([true, true]);
      expect([isAnswerValue(tooLarge), reference.safeParse(tooLarge).success]).toEqual([false, false]);
    });
  }
});

describe('isAnswers', () => {
  it('takes plain objects of such values only', () => {
    expect(isAnswers({})).toBe(true);
    expect(isAnswers({ a: 'x', b: [{ rowId: 'r' }] })).toBe(true);
    for (const other of [
      null,
      [],
      'x',
      new Map(),
      new Date(0),
      { a: null },
      { a: undefined },
      { a: { b: 1 } },
    ]) {
      expect(isAnswers(other)).toBe(false);
    }
    expect(isAnswers({ ['x'.repeat(65)]: 1 })).toBe(false);
  });
});

function aDocument(): object {
  return { name: 'Letter', location: 'Drawer' };
}
