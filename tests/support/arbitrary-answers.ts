import fc from 'fast-check';
import { STATE_CODES } from '../../shared/catalog/state-codes.ts';
import {
  type Answers,
  type AnswerValue,
  type CellField,
  type EvidenceFile,
  type EvidenceNote,
  type Field,
  MAX_LONG_TEXT,
  MAX_MONEY_CENTS,
  MAX_TEXT,
  prescribedRows,
  type RowsField,
} from '../../shared/domain/field.ts';
import { isHttpsUrl } from '../../shared/domain/field-schema.ts';
import { addDays, type IsoDate } from '../../shared/domain/iso-date.ts';
import type { Profile } from '../../shared/domain/plan.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { anEvidenceFile, TINY_PDF, TINY_PNG } from './an-evidence-file.ts';

/** Text that has broken programs before: control characters, right-to-left, emoji, HTML, formulas, SQL, JSON. */
const NASTY_TEXTS = [
  '\0\u0001\u001f\u007f\u0085',
  '\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627',
  '👩🏽‍⚕️🇺🇸 e\u0301 \ufeff\u200b\u2028\u2029',
  '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\'',
  '=HYPERLINK("https://example.org","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1\r\n"a",b;c',
  `'); DROP TABLE item; --`,
  '{"__proto__":{"x":1}} %s %n',
  '   ',
  '',
] as const;

/** Any text that may be stored, of at most `max` UTF-16 units. */
export function arbitraryText(max: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(...NASTY_TEXTS),
      { arbitrary: fc.constant('x'.repeat(max)), weight: 1 },
    )
    .filter((text) => text.length <= max);
}

/** Any calendar date the app knows; none after `latest` if told. */
export function arbitraryDate(latest: IsoDate = '2199-12-31'): fc.Arbitrary<IsoDate> {
  const days = Math.round((Date.parse(latest) - Date.parse('1900-01-01')) / 86_400_000);
  return fc.integer({ min: 0, max: days }).map((day) => addDays('1900-01-01', day));
}

/** Any value a field may hold on `today`. */
export function arbitraryValue(field: Field, today: IsoDate, profile: Profile): fc.Arbitrary<AnswerValue> {
  return field.type === 'rows' ? arbitraryRows(field, today, profile) : arbitraryCell(field, today);
}

/** Any answers to these fields: each may be there or not. */
export function arbitraryAnswers(
  fields: readonly Field[],
  today: IsoDate,
  profile: Profile,
): fc.Arbitrary<Answers> {
  const values = Object.fromEntries(fields.map((field) => [field.id, arbitraryValue(field, today, profile)]));
  return fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

function arbitraryCell(field: CellField, today: IsoDate): fc.Arbitrary<AnswerValue> {
  switch (field.type) {
    case 'text':
      return arbitraryPatternText(field.pattern?.regex, field.maxLength ?? MAX_TEXT);
    case 'long-text':
      return arbitraryText(field.maxLength ?? MAX_LONG_TEXT);
    case 'date':
      return arbitraryDate(field.when === 'past' ? today : undefined);
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'money':
      return fc.integer({ min: 0, max: field.maxCents ?? MAX_MONEY_CENTS });
    case 'percent':
      return fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
    case 'url':
      return fc
        .webUrl({ validSchemes: ['https'], withFragments: true, withQueryParameters: true })
        .filter(isHttpsUrl);
    case 'yes-no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'choices':
      return fc.subarray(field.options.map((option) => option.value));
    case 'state':
      return fc.constantFrom(...STATE_CODES);
    case 'states':
      return fc.subarray([...STATE_CODES]);
    case 'evidence':
      return fc.array(arbitraryEvidence, { maxLength: 3 });
    default:
      return assertNever(field);
  }
}

/** What the files of any answers hold, by name. Where a store has to have them, put them there first. */
export const ANY_CONTENTS: readonly (readonly [fileName: string, content: Uint8Array | string])[] = [
  ['Letter.pdf', TINY_PDF],
  ['Screen.png', TINY_PNG],
  ['page.html', '<!doctype html><script>alert(1)</script>'],
];

const arbitraryFile: fc.Arbitrary<EvidenceFile> = fc
  .tuple(fc.constantFrom(...ANY_CONTENTS), arbitraryDate())
  .map(([[fileName, content], day]) =>
    anEvidenceFile(content, fileName, { addedAt: `${day}T09:30:00.000Z` }),
  );

const arbitraryEvidence: fc.Arbitrary<EvidenceNote> = fc.record(
  { name: arbitraryText(MAX_TEXT), location: arbitraryText(MAX_TEXT), file: arbitraryFile },
  { requiredKeys: ['name', 'location'] },
);

/** A pattern asks for text of one form: '' (always allowed), or what the expression describes. */
function arbitraryPatternText(pattern: RegExp | undefined, max: number): fc.Arbitrary<string> {
  if (pattern === undefined) return arbitraryText(max);
  const matching = fc.stringMatching(pattern).filter((text) => text.length <= max && pattern.test(text));
  return fc.oneof(fc.constant(''), matching);
}

function arbitraryRows(field: RowsField, today: IsoDate, profile: Profile): fc.Arbitrary<AnswerValue> {
  const cells = Object.fromEntries(field.fields.map((cell) => [cell.id, arbitraryCell(cell, today)]));
  const rowWith = (rowId: fc.Arbitrary<string>) =>
    fc
      .tuple(rowId, fc.record(cells, { requiredKeys: [] }))
      .map(([id, answers]) => ({ rowId: id, ...(answers as Record<string, string>) }));
  const prescribed = prescribedRows(field, profile);
  if (prescribed !== null) {
    const all = fc.tuple(...prescribed.map(({ rowId }) => rowWith(fc.constant(rowId))));
    return fc.oneof(fc.constant([]), all);
  }
  const freeId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,20}$/);
  return fc.uniqueArray(rowWith(freeId), { selector: (row) => row.rowId, maxLength: 4 });
}
