import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { CellField, Field } from '../../shared/domain/field.ts';
import { RECORD_KINDS } from '../../shared/domain/plan.ts';
import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import { toReportJson } from '../../shared/domain/report-json.ts';
import { toRuleCsv } from '../../shared/domain/report-rule-csv.ts';
import { hostilePlan } from '../support/hostile-plan.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { aReport } from '../support/report-context.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const { plan, texts } = hostilePlan(catalog, aProfile(), TODAY);
const model = aReport(catalog, plan);
const tables = [toItemsCsv(model), toRuleCsv(model)];

/** Fields a person may write any text into; a list counts its own. */
function freeTexts(fields: readonly Field[]): number {
  const isFree = (field: CellField): boolean =>
    field.type === 'long-text' || (field.type === 'text' && field.pattern === undefined);
  return fields
    .flatMap((field): readonly CellField[] => (field.type === 'rows' ? field.fields : [field]))
    .filter(isFree).length;
}

describe('formulas and markup in every text of a plan', () => {
  it('are really in every text: items, lists and profile', () => {
    const fields = [...catalog.items.flatMap(fieldsOf), ...RECORD_KINDS.flatMap(recordFields)];
    expect(texts.length).toBeGreaterThanOrEqual(freeTexts(fields) + 3);
    const stored = JSON.stringify(plan);
    for (const text of texts) expect(stored).toContain(JSON.stringify(text).slice(1, -1));
  });

  it('never begin a cell of a spreadsheet', () => {
    for (const table of tables) {
      const cells = parseCsv(table.slice(1)).flat();
      expect(cells.filter((cell) => cell.includes('<img')).length).toBeGreaterThan(0);
      expect(
        cells.filter((cell) => /^[\s\0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell)),
      ).toEqual([]);
    }
  });

  it('arrive whole in the spreadsheets and in the JSON', () => {
    const cells = tables.flatMap((table) => parseCsv(table.slice(1)).flat()).join('\n');
    // How a check was made is in the JSON alone.
    const found = JSON.stringify(plan.checks);
    const written = texts.filter((text) => !found.includes(text));
    expect(written.filter((text) => !cells.includes(text))).toEqual([]);
    const json = JSON.stringify(JSON.parse(toReportJson(model)));
    expect(texts.filter((text) => !json.includes(text))).toEqual([]);
  });
});
