import { effectiveAnswers, ruleContext, statusFor } from '../domain/assess-item.ts';
import type { Answers, AnswerValue, Row } from '../domain/field.ts';
import { addDays, dateOfInstant, type IsoDate } from '../domain/iso-date.ts';
import { EMPTY_PLAN, EMPTY_PROFILE, type ItemRecord, type Plan, type Profile } from '../domain/plan.ts';
import { catalog } from './catalog.ts';
import type { ItemId } from './ids.ts';
import { sampleCandidates } from './sample-candidates.ts';
import { sampleChecks } from './sample-checks.ts';
import { samplePartners } from './sample-partners.ts';
import { SAMPLE_PERSON, sampleRecords } from './sample-records.ts';
import type { Item } from './types.ts';

/** Items that simply hold their filled-in example. */
const SETTLED: readonly ItemId[] = [
  'fnd-experience',
  'fnd-employer',
  'fnd-education',
  'fnd-credential',
  'fnd-codes',
  'fnd-ce',
  'biz-plan',
  'biz-entity',
  'biz-ein',
  'biz-local',
  'biz-bank',
  'biz-fee',
  'off-space',
  'off-computer',
  'off-internet',
  'clh-shortlist',
  'clh-bbb',
  'clh-federal',
  'clh-bizopp',
  'clh-capability',
  'clh-security',
  'sw-need',
  'sw-select',
  'ref-cms1500',
  'ref-remit',
  'ref-codes',
  'com-phone',
  'com-fax',
  'com-print',
  'sec-policies',
  'sec-training',
  'cli-market',
];

type Change = (example: Answers, today: IsoDate) => Answers;

/** Items whose example is changed: unfinished, on hold or in the way. */
const CHANGED: Readonly<Partial<Record<ItemId, Change>>> = {
  'biz-insurance': () => ({}),
  'biz-state': withRows('rules', (row) =>
    row.rowId === 'PA-medicaid-agent' || row.rowId === 'PA-collection-licence' ? null : row,
  ),
  'clh-ag': (example, today) =>
    withRows('answers', (row) =>
      row.state === 'DE'
        ? { ...row, method: 'phone', date: addDays(today, -4), ref: 'CP-20418', result: 'open-complaint' }
        : row,
    )(example, today),
  'clh-consumer': (example, today) =>
    withRows('answers', (row) =>
      row.state === 'DE'
        ? {
            ...without(row, ['file']),
            method: 'web',
            date: addDays(today, -16),
            ref: 'Web form; no number given',
            result: 'no-reply',
          }
        : row,
    )(example, today),
  'sw-setup': (example) => without(example, ['restore_test', 'restore_worked', 'file']),
  'ref-payer': withRows('payers', (row, index) =>
    index === 0 ? row : without(row, ['appeal_days', 'checked']),
  ),
  'sec-risk': ({ official = '', tool = '' }) => ({ official, tool }),
  // The checks know whatever is left out of these: the disk, firewall, updates, malware protection and portals.
  'sec-access': (example) => ({
    ...example,
    method: 'Sign-in options and lock screen page of the system settings',
    by: SAMPLE_PERSON,
  }),
  'sec-network': (example) => ({ ...without(example, ['portals']), by: SAMPLE_PERSON }),
  // Clients and vendors are on the partners register.
  'biz-exclusion': withRows('searches', (row) => (row.whose === 'prospect' ? null : row)),
  'sec-subs': (example) => without(example, ['vendors']),
  'cli-network': withRows('contacts', (row, index) => (index < 3 ? row : null)),
  'cli-contract': (example) => without(example, ['contracts']),
};

const NOT_APPLICABLE: Readonly<Partial<Record<ItemId, string>>> = {
  'ref-client-forms':
    'Both practices keep, print and update their own patient forms. I only ever see the finished superbill.',
};

const NOTES: Readonly<Partial<Record<ItemId, string>>> = {
  'fnd-experience': 'Ms. Whitfield is glad to be called, best after 3 pm.',
  'biz-plan': 'Worked out with the cautious figures. Look at it again after the first three months.',
  'biz-insurance':
    'Two quotes asked for, with the limits Riverbend wants: 1,000,000 for errors and omissions.',
  'biz-state': 'Pennsylvania: the Medicaid agency will answer in writing; the financial regulator is next.',
  'biz-exclusion': 'Next search on the first Monday of the month. Put in the calendar.',
  'clh-ag':
    'The complaint is about a refund after the contract ended.\nAsked Clearwater for its side of the story; they promised an answer within the week.',
  'clh-consumer': 'No number was given for the web form, so call this time and note the name.',
  'sw-setup': 'Restore test planned with the vendor’s support.',
  'sec-risk': 'Half way through the SRA Tool. The vendors and the backup are left.',
  'sec-encrypt': 'The laptop needs a signed-in account first, then it can be switched on. About an hour.',
  'sec-subs':
    'Keystone sent its agreement form. Do not back up anything with patient data before it is signed.',
};

/** "Do this by", in days from today. */
const DUE_IN_DAYS: Readonly<Partial<Record<ItemId, number>>> = {
  'biz-insurance': 12,
  'biz-compliance': 40,
  'clh-consumer': 1,
  'sw-setup': 6,
  'sec-risk': 10,
  'sec-encrypt': -1,
};

/** When answers without a recent date of their own were written, in days before today; 9 unless told. */
const WRITTEN_DAYS_AGO: Readonly<Partial<Record<ItemId, number>>> = {
  'fnd-experience': 41,
  'fnd-education': 41,
  'fnd-ce': 40,
  'biz-entity': 38,
  'biz-ein': 38,
  'clh-shortlist': 34,
};

/**
 * A believable plan, about two thirds done: "Sample Billing Services" in Trenton, New Jersey, with an open complaint
 * against its clearinghouse, a disk that is not encrypted and a vendor without an agreement. Made from the catalog's
 * own examples, and from checks whose findings are made up. All dates follow from `today`.
 */
export function samplePlan(today: IsoDate): Plan {
  const profile = sampleProfile(today);
  const written = catalog.items.flatMap((item) => draftOf(item, profile, today) ?? []);
  const drafts = written.flatMap(withoutDesk);
  const plan: Plan = {
    ...EMPTY_PLAN,
    profile,
    items: toItems(drafts),
    records: [...sampleRecords(today), ...sampleCandidates(written, today), ...samplePartners(today)],
    checks: sampleChecks(today),
  };
  const context = ruleContext(catalog, plan, today);
  // Whether an item is done can depend on another, so this is asked of the whole plan.
  const finished = drafts.map((draft): ItemRecord => {
    const item = catalog.items.find(({ id }) => id === draft.id);
    if (item === undefined || draft.status === 'not-applicable') return draft;
    const status = statusFor(item, effectiveAnswers(item, plan, today), context);
    const completedOn = status === 'done' ? dateOfInstant(draft.updatedAt) : null;
    return { ...draft, status, completedOn };
  });
  return { ...plan, items: toItems(finished) };
}

// What is asked on a page of its own is recorded there, and nowhere else.
function withoutDesk(draft: ItemRecord): readonly ItemRecord[] {
  const elsewhere = catalog.items.find(({ id }) => id === draft.id)?.derived?.fields ?? [];
  const answers = without(draft.answers, elsewhere);
  const isEmpty = Object.keys(answers).length === 0 && draft.status === 'not-started' && draft.dueOn === null;
  return isEmpty ? [] : [{ ...draft, answers }];
}

function sampleProfile(today: IsoDate): Profile {
  return {
    ...EMPTY_PROFILE,
    businessName: 'Sample Billing Services',
    town: 'Trenton',
    homeState: 'NJ',
    clientStates: ['NJ', 'PA'],
    specialties: 'Family medicine, physical therapy',
    targetOpensOn: addDays(today, 90),
    flags: {
      employed: true,
      facility_clients: false,
      helpers: false,
      paper_claims: false,
      fax: true,
      printer: true,
      cloud_software: true,
    },
  };
}

function draftOf(item: Item, profile: Profile, today: IsoDate): ItemRecord | null {
  const { id } = item;
  const reason = NOT_APPLICABLE[id] ?? null;
  const dueIn = DUE_IN_DAYS[id];
  const change = CHANGED[id];
  const example = item.example({ today, profile });
  const recorded = SETTLED.includes(id) ? example : (change?.(example, today) ?? {});
  const note = NOTES[id];
  const answers = note === undefined ? recorded : { ...recorded, note };
  if (Object.keys(answers).length === 0 && reason === null && dueIn === undefined) return null;
  return {
    id,
    status: reason === null ? 'not-started' : 'not-applicable',
    answers,
    notApplicableReason: reason,
    dueOn: dueIn === undefined ? null : addDays(today, dueIn),
    completedOn: null,
    updatedAt: `${writtenOn(id, recorded, today)}T15:20:00.000Z`,
  };
}

// Somebody who records a check does so on the day: the last date in the answers is when they were written.
function writtenOn(id: ItemId, answers: Answers, today: IsoDate): IsoDate {
  const daysAgo = WRITTEN_DAYS_AGO[id];
  if (daysAgo !== undefined) return addDays(today, -daysAgo);
  const dates: readonly string[] = JSON.stringify(answers).match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
  const past = dates.filter((date) => date <= today).sort();
  return past.at(-1) ?? addDays(today, -9);
}

function toItems(records: readonly ItemRecord[]): Plan['items'] {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}

function withRows(field: string, change: (row: Row, index: number) => Row | null): Change {
  return (example) => {
    const rows = (example[field] ?? []) as readonly Row[];
    const changed = rows.map(change).filter((row) => row !== null);
    return { ...example, [field]: changed };
  };
}

function without<T extends Readonly<Record<string, AnswerValue>>>(from: T, ids: readonly string[]): T {
  return Object.fromEntries(Object.entries(from).filter(([id]) => !ids.includes(id))) as T;
}
