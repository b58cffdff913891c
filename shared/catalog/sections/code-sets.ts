import { addDays, addMonths, formatDate, type IsoDate } from '../../domain/iso-date.ts';
import type { Profile } from '../../domain/plan.ts';
import { choice, date, rows, text } from '../field-builders.ts';
import { holdsOnRow, onEarliestRow, stopsOnRow } from '../rule-builders.ts';
import type { Item } from '../types.ts';

const CODE_SETS = [
  { rowId: 'icd-10-cm', label: 'ICD-10-CM (diagnoses)' },
  { rowId: 'cpt', label: 'CPT (procedures)' },
  { rowId: 'hcpcs', label: 'HCPCS Level II (supplies, drugs, other services)' },
  { rowId: 'ncci', label: 'NCCI edits (codes that may not be billed together)' },
] as const;

const codeSetName = (rowId: string | null): string =>
  CODE_SETS.find((set) => set.rowId === rowId)?.label ?? 'Code set';

/** The day the code sets have to be current: the planned opening, or today once that has passed or is not planned. */
const openingDay = (today: IsoDate, profile: Profile): IsoDate =>
  profile.targetOpensOn !== null && profile.targetOpensOn > today ? profile.targetOpensOn : today;

/** ICD-10-CM, CPT, HCPCS Level II and NCCI: editions and licenses. */
export const codes: Item = {
  id: 'ref-codes',
  section: 'references',
  title: 'Get licensed, current code sets',
  lead: 'For each set: which edition you use, under what license, and when the next one comes.',
  why: 'A claim with a deleted code is rejected. Using or displaying CPT takes a license from the American Medical Association (AMA), so a free list from the internet will not do.',
  doneWhen: 'Edition, effective date, license and next update are recorded for all four sets.',
  level: 'required',
  basis: ['law'],
  fields: [
    rows(
      'sets',
      'Code sets',
      'code set',
      [
        text('edition', 'Edition', { maxLength: 80, required: true }),
        date('effective', 'In force since', { required: true }),
        choice(
          'licence',
          'How you have it',
          { book: 'A book', software: 'Inside the billing software', other: 'Another way' },
          { required: true },
        ),
        text('licence_note', 'Which way, and under what license', {
          hint: 'For example: free file from CMS.',
          required: true,
          showWhen: (beside) => beside.text('licence') === 'other',
        }),
        date('next_update', 'Next update comes into force', { required: true }),
      ],
      { required: true, fixedRows: CODE_SETS },
    ),
  ],
  completion: [],
  blockers: [
    stopsOnRow('out-of-date', 'sets', (row, { today }) => {
      const nextUpdate = row.text('next_update');
      return nextUpdate !== '' && nextUpdate <= today
        ? `${codeSetName(row.rowId)}: replaced on ${formatDate(nextUpdate)}. Get the new edition and record it.`
        : null;
    }),
    holdsOnRow('out-of-date-at-opening', 'sets', (row, { today, profile }) => {
      const nextUpdate = row.text('next_update');
      const opening = openingDay(today, profile);
      return nextUpdate > today && nextUpdate <= opening
        ? `${codeSetName(row.rowId)}: replaced on ${formatDate(nextUpdate)}, before you open on ${formatDate(opening)}. Record the new edition when you have it.`
        : null;
    }),
    stopsOnRow('not-in-force', 'sets', (row, { today, profile }) => {
      const effective = row.text('effective');
      const opening = openingDay(today, profile);
      return effective > opening
        ? `${codeSetName(row.rowId)}: in force only from ${formatDate(effective)}, after ${formatDate(opening)}, when you need it.`
        : null;
    }),
  ],
  redFlags: [
    'Free or shared CPT lists, or software that shows CPT without an AMA license.',
    'Anything that still offers ICD-9.',
  ],
  needs: [],
  renewal: onEarliestRow('At the next update of any set', 'sets', 'next_update'),
  sources: ['seed-0', 'seed-1', 'seed-2', 'icd', 'icd27', 'ama-lic', 'cpt', 'hcpcs', 'ncci'],
  facts: [
    {
      text: 'ICD-10-CM changes every 1 October, with a smaller change on 1 April. For services from 1 October 2015, ICD-9 no longer counts. The files are free.',
      sources: ['icd'],
    },
    { text: 'The files for fiscal year 2027 have been in force since 1 October 2026.', sources: ['icd27'] },
    {
      text: 'CPT changes every 1 January, with releases in between.',
      sources: ['cpt'],
    },
    { text: 'Using or displaying CPT content takes a license from the AMA.', sources: ['ama-lic'] },
    {
      text: 'HCPCS Level II changes every quarter: 1 January, April, July and October. The files are free.',
      sources: ['hcpcs'],
    },
    {
      text: 'NCCI edits (pairs of codes, and units per day) change every quarter. They are free.',
      sources: ['ncci'],
    },
    {
      text: 'Electronic claim attachments (X12 275 and 277) have a rule in effect since 26 May 2026, to be followed by 26 May 2028. It covers claims, not prior authorization.',
      sources: ['attach'],
    },
  ],
  example: ({ today, profile }) => {
    const opening = openingDay(today, profile);
    const current = { effective: addDays(today, -20), licence: 'software' };
    const cmsFile = { ...current, licence: 'other', licence_note: 'Free file from CMS' };
    return {
      sets: [
        { rowId: 'icd-10-cm', edition: 'Fiscal-year files', ...cmsFile, next_update: addMonths(opening, 6) },
        { rowId: 'cpt', edition: 'Current year', ...current, next_update: addMonths(opening, 9) },
        { rowId: 'hcpcs', edition: 'Current quarter', ...cmsFile, next_update: addMonths(opening, 2) },
        { rowId: 'ncci', edition: 'Current quarter', ...cmsFile, next_update: addMonths(opening, 2) },
      ],
    };
  },
};
