import { randomFillSync } from 'node:crypto';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import type { EvidenceNote, Field } from '../../shared/domain/field.ts';
import { MAX_EVIDENCE } from '../../shared/domain/field.ts';
import type { Plan, PlanRecord } from '../../shared/domain/plan.ts';
import { ok } from '../../shared/domain/result.ts';
import { storeEvidence } from '../support/an-evidence-file.ts';
import { TODAY } from '../support/test-profile.ts';
import { fullPlan, openStore, succeeded } from './bench-plan.ts';

/** Pieces of evidence of a plan that was used for years. */
export const FILES = 1_000;
/** Rows of its history. */
export const ROWS = 100_000;

/** How the two are called in the table. */
export const GROWN = `${FILES} files, ${ROWS} rows`;
export const EMPTY = 'empty plan';

const AT = `${TODAY}T12:00:00.000Z`;
const SMALLEST_BYTES = 20_000;
const LARGEST_TIMES = 100;
const PDF_START = Buffer.from('%PDF-1.7\n');
/** Rows written in one transaction. */
const BLOCK = 10_000;

/** What a grown folder holds. */
export interface Grown {
  readonly plan: Plan;
  readonly evidenceBytes: number;
}

/**
 * Fills a new folder as years of use would: the full plan with files attached to its answers and to its partners, and a
 * history in which each row follows from those before it. Written by the store itself, so that any check holds.
 */
export function growFolder(
  folder: string,
  { files, rows }: { readonly files: number; readonly rows: number },
): Grown {
  const notes = keepFiles(folder, files);
  const plan = planWithFiles(notes.map(({ note }) => note));
  const store = openStore(folder);
  succeeded(
    store.change((draft) => {
      draft.saveProfile(plan.profile, AT, 'answer');
      for (const record of Object.values(plan.items)) draft.saveItem(record, 'answer');
      for (const record of plan.records) draft.saveRecord(record, 'answer');
      return ok(null);
    }),
  );
  const ids = Object.keys(plan.items) as ItemId[];
  // Each line changes what is recorded, and the history gets exactly one row for each.
  for (let count = 1 + ids.length + plan.records.length; count < rows; ) {
    const end = Math.min(rows, count + BLOCK);
    succeeded(
      store.change((draft) => {
        for (; count < end; count += 1) {
          const record = draft.plan().items[ids[count % ids.length] ?? 'biz-ein'];
          if (record === undefined) throw new Error('The plan is not full');
          draft.saveItem({ ...record, answers: { ...record.answers, note: typedNote(count) } }, 'answer');
        }
        return ok(null);
      }),
    );
  }
  store.close();
  return { plan, evidenceBytes: notes.reduce((total, { bytes }) => total + bytes, 0) };
}

/** What people type: mostly a line, now and then a paragraph. */
function typedNote(count: number): string {
  const length = count % 10 === 0 ? 600 : 40 + ((count * 7_919) % 160);
  return `${count} `.padEnd(length, 'called the office, left a message; ');
}

/** Documents from 20 KB to 2 MB, small ones more often than large ones, in the place where the application keeps them. */
function keepFiles(
  folder: string,
  count: number,
): readonly { readonly note: EvidenceNote; readonly bytes: number }[] {
  return Array.from({ length: count }, (_, at) => {
    const share = ((at * 0.618_034) % 1) ** 2;
    const content = randomFillSync(Buffer.alloc(Math.round(SMALLEST_BYTES * LARGEST_TIMES ** share)));
    PDF_START.copy(content);
    const file = storeEvidence(folder, content, `Document ${at}.pdf`);
    return { note: { name: `Document ${at}`, location: '', file }, bytes: content.length };
  });
}

/** Puts the documents where a person can: twenty to a field of an item, and of partners for the rest. */
function planWithFiles(notes: readonly EvidenceNote[]): Plan {
  const left = [...notes];
  const fill = (fields: readonly Field[]): Readonly<Record<string, readonly EvidenceNote[]>> =>
    Object.fromEntries(
      fields
        .filter(({ type }) => type === 'evidence')
        .flatMap(({ id }) => (left.length === 0 ? [] : [[id, left.splice(0, MAX_EVIDENCE)] as const])),
    );
  const items = Object.fromEntries(
    catalog.items.flatMap((item) => {
      const record = fullPlan.items[item.id];
      if (record === undefined) return [];
      return [[item.id, { ...record, answers: { ...record.answers, ...fill(fieldsOf(item)) } }] as const];
    }),
  );
  const records: PlanRecord[] = [];
  const partnerFields = recordFields('partner');
  while (left.length > 0) {
    const before = left.length;
    const answers = { name: `Practice ${records.length}`, role: 'client', ...fill(partnerFields) };
    if (left.length === before) throw new Error('There is no place for so many files');
    records.push({
      id: `grown-${records.length}`,
      kind: 'partner',
      answers,
      archivedOn: null,
      createdAt: AT,
      updatedAt: AT,
    });
  }
  return { ...fullPlan, items, records: [...fullPlan.records, ...records] };
}
