import type { ItemId } from '../../shared/catalog/ids.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';
import {
  type Answers,
  type AnswerValue,
  type CellField,
  type CellValue,
  type EvidenceNote,
  type Field,
  prescribedRows,
  type Row,
} from '../../shared/domain/field.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import type { ItemRecord, Plan, Profile } from '../../shared/domain/plan.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { anEvidenceFile } from './an-evidence-file.ts';
import { exampleRecord } from './example-plan.ts';
import { markedChecks, markedRecords } from './marked-checks.ts';

export interface MarkedPlan {
  readonly plan: Plan;
  /** Every mark that was written somewhere, each exactly once. */
  readonly marks: readonly string[];
}

/**
 * A plan in which every field of every item and every list is filled, asked for or not, everything was checked, and
 * every text, document, place, reason and finding is a mark of its own. Whatever loses one of them is easy to catch. Items named in `asideIds` carry a reason why they do
 * not apply as well.
 */
export function markedPlan(
  catalog: Catalog,
  profile: Profile,
  today: IsoDate,
  asideIds: readonly ItemId[] = [],
): MarkedPlan {
  const marks: string[] = [];
  const mark = (): string => {
    const text = `q${String(marks.length).padStart(4, '0')}z`;
    marks.push(text);
    return text;
  };
  const records = catalog.items.map((item): ItemRecord => {
    const answers = Object.fromEntries(
      fieldsOf(item).map((field) => [field.id, markedValue(field, profile, today, mark)]),
    ) as Answers;
    const record = exampleRecord(item, answers, today);
    return asideIds.includes(item.id)
      ? { ...record, status: 'not-applicable', completedOn: null, notApplicableReason: mark() }
      : record;
  });
  const lists = markedRecords((field) => markedValue(field, profile, today, mark), mark);
  const marked: Profile = { ...profile, businessName: mark(), town: mark(), specialties: mark() };
  return {
    plan: {
      profile: marked,
      items: Object.fromEntries(records.map((record) => [record.id, record])),
      records: lists,
      checks: markedChecks(lists, DEVICE_CHECK_IDS, mark),
    },
    marks,
  };
}

function markedValue(field: Field, profile: Profile, today: IsoDate, mark: () => string): AnswerValue {
  if (field.type !== 'rows') return markedCell(field, today, mark);
  const rowIds = prescribedRows(field, profile)?.map(({ rowId }) => rowId) ?? ['r1', 'r2'];
  return [...rowIds, 'left-over'].map(
    (rowId) =>
      ({
        rowId,
        ...Object.fromEntries(field.fields.map((cell) => [cell.id, markedCell(cell, today, mark)])),
      }) as Row,
  );
}

function markedCell(field: CellField, today: IsoDate, mark: () => string): CellValue {
  switch (field.type) {
    case 'text':
      return field.pattern === undefined ? mark() : '1234';
    case 'long-text':
      return mark();
    case 'url':
      return `https://example.com/${mark()}`;
    case 'evidence':
      return markedDocuments(mark(), mark(), mark());
    case 'date':
      return today;
    case 'integer':
      return field.min;
    case 'money':
      return 1234;
    case 'percent':
      return 12.5;
    case 'yes-no':
      return true;
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'choices':
      return field.options.map(({ value }) => value);
    case 'state':
      return 'PA';
    case 'states':
      return ['PA', 'NJ'];
    default:
      return assertNever(field);
  }
}

/** One in words, one with a file of its own. */
function markedDocuments(name: string, location: string, fileName: string): readonly EvidenceNote[] {
  return [
    { name, location },
    { name: fileName, location: '', file: anEvidenceFile(`What ${fileName} holds`, 'Letter.txt') },
  ];
}
