import type { ItemId } from '../catalog/ids.ts';
import { isAnswered } from './answer-reader.ts';
import type { Answers, AnswerValue, Row } from './field.ts';
import type { PartnerKind } from './partner.ts';
import type { Plan } from './plan.ts';

/** One row of a form (or the form itself), in the fields of the register. */
export interface Mention {
  readonly kind: PartnerKind;
  readonly name: string;
  readonly facts: Answers;
  /** What follows from being named there. */
  readonly implied?: Answers;
  /** Kept by the form without being asked for. */
  readonly aside?: Answers;
}

/** Field of the register ← cell of the form. */
type Cells = readonly (readonly [field: string, cell: string])[];

const BAA_CELLS: Cells = [
  ['signed', 'signed'],
  ['version', 'version'],
  ['incident_days', 'incident_days'],
  ['return_destroy', 'return_destroy'],
  ['file', 'file'],
];

const DATE_CELLS: Cells = [
  ['expires', 'expires'],
  ['renewal', 'renewal'],
];

/** How each form that names partners is read, the most telling first. */
const READ: Readonly<Partial<Record<ItemId, (answers: Answers) => readonly Mention[]>>> = {
  'cli-baa': ({ agreements }) =>
    rowsIn(agreements).map((row) => ({
      ...who('client', row.client),
      facts: { ...signedBy(row), ...factsIn(row, BAA_CELLS), ...factsIn(row, DATE_CELLS) },
      implied: { touches_phi: true },
    })),
  'sec-incident': ({ clients }) =>
    rowsIn(clients).map((row) => {
      const days = factsIn(row, [['incident_days', 'contract_days']]);
      const said = factsIn(row, [
        ['incident_contact', 'contact'],
        ['deadline_known', 'deadline_known'],
      ]);
      // The form keeps a number of days, but does not ask for it, while it is not said that there is one.
      const counted = row.deadline_known === undefined ? {} : days;
      return {
        ...who('client', row.client),
        facts: { ...said, ...counted },
        implied: { touches_phi: true },
        aside: row.deadline_known === undefined ? days : {},
      };
    }),
  'cli-contract': ({ contracts }) =>
    rowsIn(contracts)
      .filter((row) => isAnswered(row.client))
      .map((row) => ({ ...who('client', row.client), facts: factsIn(row, [['states', 'states']]) })),
  'clh-baa': (form) => {
    const facts = { ...signedBy(form), ...factsIn(form, BAA_CELLS) };
    if (Object.keys(facts).length === 0 && !isAnswered(form.company)) return [];
    const implied = { role: 'clearinghouse', touches_phi: true };
    return [{ ...who('vendor', form.company), facts, implied }];
  },
  'sw-baa': ({ agreements }) =>
    rowsIn(agreements).map((row) => ({
      ...who('vendor', row.vendor),
      facts: { ...signedBy(row), ...factsIn(row, BAA_CELLS) },
      implied: { touches_phi: true, stores_online: true },
    })),
  'sec-subs': ({ vendors }) =>
    rowsIn(vendors).map((row) => ({
      ...who('vendor', row.vendor),
      facts: factsIn(row, [
        ['service', 'service'],
        ['touches_phi', 'phi'],
        ['baa_status', 'baa'],
        ['signed', 'signed'],
        ['file', 'file'],
        ...DATE_CELLS,
      ]),
    })),
};

/** The forms that name partners, the most telling first. */
export const PARTNER_FORMS = Object.keys(READ) as readonly ItemId[];

/** What a form of the plan says of partners. */
export function mentionsIn(id: ItemId, plan: Plan): readonly Mention[] {
  return READ[id]?.(plan.items[id]?.answers ?? {}) ?? [];
}

/** The rows that say anything. */
export function rowsIn(value: AnswerValue | undefined): readonly Row[] {
  const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
  return rows.filter((row) => Object.entries(row).some(([id, cell]) => id !== 'rowId' && isAnswered(cell)));
}

function who(kind: PartnerKind, name: AnswerValue | undefined): Pick<Mention, 'kind' | 'name'> {
  return { kind, name: typeof name === 'string' ? name : '' };
}

function factsIn(from: Answers, cells: Cells): Answers {
  return Object.fromEntries(
    cells.flatMap(([field, cell]) => {
      const value = from[cell];
      return value === undefined || !isAnswered(value) ? [] : [[field, value]];
    }),
  );
}

function signedBy({ both_signed: both }: Answers): Answers {
  return typeof both === 'boolean' ? { baa_status: both ? 'signed' : 'missing' } : {};
}
