import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { SOURCE_IDS } from '../../shared/catalog/ids.ts';
import type { FieldGroup } from '../../shared/catalog/records/record-kind.ts';
import { OFFICE_KINDS } from '../../shared/catalog/vetting/authority-fields.ts';
import { officeScripts, sellerScript, vettingSheet } from '../../shared/catalog/vetting/call-script.ts';
import {
  clearinghouseFields,
  clearinghouseGroups,
} from '../../shared/catalog/vetting/clearinghouse-candidate.ts';
import {
  BBB_CELLS,
  COMPANY_FORMS,
  type FieldPairs,
  OFFICE_CELLS,
  PRODUCT_CELLS,
  SEARCH_CELLS,
  SHORTLIST_CELLS,
} from '../../shared/catalog/vetting/item-field-map.ts';
import { softwareFields, softwareGroups } from '../../shared/catalog/vetting/software-candidate.ts';
import type { Field, Row } from '../../shared/domain/field.ts';
import { checkAnswer } from '../../shared/domain/field-schema.ts';
import { visibleFields } from '../../shared/domain/visible-answers.ts';
import { aCheck } from '../support/a-clearinghouse.ts';
import { TODAY } from '../support/test-profile.ts';

const KINDS: readonly (readonly [string, readonly FieldGroup[], readonly Field[]])[] = [
  ['a clearinghouse', clearinghouseGroups, clearinghouseFields],
  ['billing software', softwareGroups, softwareFields],
];

function fieldIn(fields: readonly Field[], id: string): Field {
  const field = fields.find((each) => each.id === id);
  if (field === undefined) throw new Error(`No field "${id}"`);
  return field;
}

function cellsOf(fields: readonly Field[], id: string): readonly Field[] {
  const field = fieldIn(fields, id);
  if (field.type !== 'rows') throw new Error(`"${id}" has no rows`);
  return field.fields;
}

function fieldsOfItem(id: string): readonly Field[] {
  const item = catalog.items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`No item "${id}"`);
  return item.fields;
}

/** What makes two fields hold the same values. */
function shapeOf(field: Field): unknown {
  return {
    type: field.type,
    options: 'options' in field ? field.options : undefined,
    range: field.type === 'integer' ? [field.min, field.max] : undefined,
    when: field.type === 'date' ? field.when : undefined,
    maxLength: field.type === 'text' || field.type === 'long-text' ? field.maxLength : undefined,
    fixedRows: field.type === 'rows' ? field.fixedRows : undefined,
    cells: field.type === 'rows' ? field.fields.map((cell) => [cell.id, shapeOf(cell)]) : undefined,
  };
}

describe.each(KINDS)('the fields of %s', (_kind, groups, fields) => {
  it('have unique ids, words, and choices with unique values', () => {
    const all = fields.flatMap((field) => (field.type === 'rows' ? [field, ...field.fields] : [field]));
    expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const field of all) {
      expect(field.id).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(field.label.trim()).not.toBe('');
      if (field.type !== 'choice' && field.type !== 'choices') continue;
      const values = field.options.map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
      for (const value of values) expect(value).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });

  it('begin with a required name and end with the decision', () => {
    expect(fields[0]).toMatchObject({ id: 'name', type: 'text', required: true });
    expect(groups.at(-1)?.id).toBe('decision');
    expect(fieldIn(fields, 'decision')).toMatchObject({
      options: [{ value: 'chosen' }, { value: 'not-chosen' }],
    });
    for (const id of ['decision_reason', 'decided_on', 'note']) expect(fieldIn(fields, id).id).toBe(id);
  });

  it('have an address of the portal to type, and a target that nobody is asked for', () => {
    const shown = visibleFields(fields, {}).map(({ id }) => id);
    expect(shown).toContain('portal_address');
    expect(shown).not.toContain('portal_target');
    expect(checkAnswer(fieldIn(fields, 'portal_target'), 'portal.example.com:443', TODAY).ok).toBe(true);
  });

  it('have some that are shown under no condition at all, in every group', () => {
    const shown = new Set(visibleFields(fields, {}).map(({ id }) => id));
    for (const group of groups) expect(group.fields.some(({ id }) => shown.has(id))).toBe(true);
  });
});

const ITEM_PAIRS: readonly (readonly [string, readonly Field[], readonly Field[], FieldPairs])[] = [
  [
    'clh-shortlist',
    cellsOf(fieldsOfItem('clh-shortlist'), 'candidates'),
    clearinghouseFields,
    SHORTLIST_CELLS,
  ],
  ['clh-ag', cellsOf(fieldsOfItem('clh-ag'), 'answers'), checkCells(), OFFICE_CELLS['attorney-general']],
  [
    'clh-consumer',
    cellsOf(fieldsOfItem('clh-consumer'), 'answers'),
    checkCells(),
    OFFICE_CELLS['consumer-office'],
  ],
  [
    'clh-bbb',
    fieldsOfItem('clh-bbb'),
    [...clearinghouseFields, ...checkCells()],
    [...COMPANY_FORMS['clh-bbb'], ...BBB_CELLS],
  ],
  ['clh-federal', cellsOf(fieldsOfItem('clh-federal'), 'searches'), checkCells(), SEARCH_CELLS],
  ['clh-bizopp', fieldsOfItem('clh-bizopp'), clearinghouseFields, COMPANY_FORMS['clh-bizopp']],
  ['clh-capability', fieldsOfItem('clh-capability'), clearinghouseFields, COMPANY_FORMS['clh-capability']],
  ['clh-security', fieldsOfItem('clh-security'), clearinghouseFields, COMPANY_FORMS['clh-security']],
  ['clh-contract', fieldsOfItem('clh-contract'), clearinghouseFields, COMPANY_FORMS['clh-contract']],
  ['sw-select', cellsOf(fieldsOfItem('sw-select'), 'products'), softwareFields, PRODUCT_CELLS],
];

function checkCells(): readonly Field[] {
  return cellsOf(clearinghouseFields, 'authority_checks');
}

/** Fields of items that find their way to a candidate without a pair of their own. */
const APART: Readonly<Record<string, readonly string[]>> = {
  'clh-ag': ['company'],
  'clh-consumer': ['company'],
  'clh-bbb': ['company'],
  'clh-capability': ['company'],
  'clh-security': ['company', 'portal_url'],
  'sw-select': ['criteria', 'score', 'chosen'],
};

describe('candidates and the items of the checklist', () => {
  it.each(ITEM_PAIRS)(
    '%s: the same fact has the same kind of field in both',
    (_id, inItem, inCandidate, pairs) => {
      for (const [itemField, candidateField] of pairs) {
        expect(shapeOf(fieldIn(inCandidate, candidateField))).toEqual(shapeOf(fieldIn(inItem, itemField)));
      }
    },
  );

  it.each(ITEM_PAIRS)(
    '%s: no field of the item is left without a place',
    (id, inItem, _inCandidate, pairs) => {
      const paired = new Set([...pairs.map(([itemField]) => itemField), ...(APART[id] ?? [])]);
      expect(inItem.map((field) => field.id).filter((fieldId) => !paired.has(fieldId))).toEqual([]);
    },
  );

  it('have the same product criteria', () => {
    const options = fieldIn(cellsOf(fieldsOfItem('sw-select'), 'products'), 'criteria');
    const rows = fieldIn(softwareFields, 'criteria');
    const rowLabels =
      rows.type === 'rows' ? (rows.fixedRows ?? []).map(({ rowId, label }) => [rowId, label]) : [];
    expect('options' in options && options.options.map(({ value, label }) => [value, label])).toEqual(
      rowLabels,
    );
  });
});

describe('a check with an authority', () => {
  const rowsField = fieldIn(clearinghouseFields, 'authority_checks');
  const refusal = (row: Row) => {
    const checked = checkAnswer(rowsField, [row], TODAY);
    return checked.ok ? null : checked.error.field;
  };

  it('may be made with every kind of office', () => {
    for (const kind of Object.keys(OFFICE_KINDS)) expect(refusal(aCheck(kind, { state: 'NJ' }))).toBeNull();
  });

  it.each([
    ['a day still to come', { date: '2026-11-23' }, 'authority_checks.0.date'],
    ['a second attempt still to come', { second_attempt: '2026-11-23' }, 'authority_checks.0.second_attempt'],
    ['an address that is not https', { office_url: 'http://example.com' }, 'authority_checks.0.office_url'],
    ['a result that is not on the list', { result: 'cleared' }, 'authority_checks.0.result'],
    ['an unknown state', { state: 'ZZ' }, 'authority_checks.0.state'],
  ])('is refused for %s', (_what, changes, path) => {
    expect(refusal(aCheck('attorney-general', changes))).toBe(path);
  });

  it('asks an office for state and answer, a list for its own kind of result', () => {
    const cells = rowsField.type === 'rows' ? rowsField.fields : [];
    const asked = (kind: string) => visibleFields(cells, { office_kind: kind }).map(({ id }) => id);
    expect(asked('attorney-general')).toEqual(expect.arrayContaining(['state', 'method', 'result']));
    expect(asked('attorney-general')).not.toContain('office');
    expect(asked('consumer-office')).toContain('office');
    expect(asked('leie')).toContain('search_result');
    expect(asked('leie')).not.toContain('result');
    expect(asked('bbb')).not.toEqual(expect.arrayContaining(['result']));
  });
});

describe('the call script', () => {
  const scripts = [...officeScripts, sellerScript];
  const ids = new Set(clearinghouseFields.map(({ id }) => id));

  it('has the sixteen questions, and a field for each answer', () => {
    expect(sellerScript.questions).toHaveLength(16);
    for (const { questions } of scripts) {
      for (const { text, fields } of questions) {
        expect(text.trim()).not.toBe('');
        expect(fields.length).toBeGreaterThan(0);
        for (const field of fields) expect(ids).toContain(field);
      }
    }
  });

  it('names known sources, and has a caution for each call', () => {
    expect(new Set(scripts.map(({ id }) => id)).size).toBe(scripts.length);
    for (const { sources, caution, opening } of scripts) {
      for (const source of sources) expect(SOURCE_IDS).toContain(source);
      expect([caution, opening]).not.toContain('');
    }
  });

  it('comes with a blank sheet for the ten checks', () => {
    expect(vettingSheet).toHaveLength(10);
  });

  it('never promises compliance', () => {
    const words = JSON.stringify([scripts, vettingSheet, clearinghouseGroups, softwareGroups]).toLowerCase();
    expect(words).not.toMatch(/hipaa[ -]compliant|hipaa certified/);
  });
});
