import type { AnswerReader } from '../../domain/answer-reader.ts';
import type { Answers, Field } from '../../domain/field.ts';
import { formatDate, type IsoDate } from '../../domain/iso-date.ts';
import { searchedLists, searchResult } from '../exclusion-search.ts';
import {
  choice,
  date,
  evidence,
  integer,
  longText,
  pastDate,
  states,
  text,
  yesNo,
} from '../field-builders.ts';
import type { FieldGroup, RecordRefusal } from './record-kind.ts';

// Option values and ids are those of the items that ask the same: what is recorded here is laid over their answers.

/** What a vendor does, as stored and as said. */
export const VENDOR_ROLES = {
  clearinghouse: 'Clearinghouse',
  software: 'Billing software',
  'e-fax': 'Online fax (e-fax)',
  phone: 'Phone and voicemail',
  email: 'Email',
  backup: 'Backup',
  shredding: 'Shredding',
  it: 'IT help',
  other: 'Something else',
} as const;

export type VendorRole = keyof typeof VENDOR_ROLES;

const isVendor = (beside: AnswerReader): boolean => beside.text('partner_kind') === 'vendor';
const isNeeded = (beside: AnswerReader): boolean => beside.text('baa_status') !== 'not-applicable';
const isNotUnsigned = (beside: AnswerReader): boolean => ['', 'signed'].includes(beside.text('baa_status'));

const who: FieldGroup = {
  id: 'partner',
  title: 'Who it is',
  fields: [
    choice(
      'partner_kind',
      'Client or vendor',
      { client: 'Client: I bill for it', vendor: 'Vendor: it works for me' },
      { required: true },
    ),
    text('name', 'Name', {
      hint: 'As you call it. For a client: the name its contract goes by elsewhere in this app.',
      required: true,
    }),
    choice('role', 'What it does for you', VENDOR_ROLES, { showWhen: isVendor, required: true }),
    text('service', 'The same in your own words', {
      hint: 'Printed in the register of who touches patient data.',
      showWhen: isVendor,
    }),
    text('legal_name', 'Legal name', { hint: 'As on the agreement, if it is another.' }),
    states('states', 'States', { hint: 'A client: where you bill for it. A vendor: where it is at home.' }),
    text('contact', 'Contact', { hint: 'Name and phone number. People at work, never patients.' }),
    yesNo('touches_phi', 'Does patient data pass between you?', {
      hint: 'Yes if one of you sees it or keeps it for the other, even encrypted.',
      required: true,
    }),
    yesNo('stores_online', 'Does it keep patient data for you in the cloud?', {
      hint: 'Yes even if it holds encrypted copies only.',
      showWhen: (beside) => isVendor(beside) && beside.isYes('touches_phi'),
      required: true,
    }),
  ],
};

const agreement: FieldGroup = {
  id: 'baa',
  title: 'Business associate agreement (BAA)',
  lead: 'Signed by both before any patient data moves.',
  fields: [
    choice(
      'baa_status',
      'Agreement',
      {
        signed: 'Signed by both',
        missing: 'Not signed',
        'not-applicable': 'Not needed: handles no patient data',
      },
      { required: true },
    ),
    text('version', 'Version or title', { showWhen: isNeeded }),
    pastDate('signed', 'Date of the last signature', { showWhen: isNotUnsigned, required: true }),
    date('expires', 'Ends on', { hint: 'Leave empty if it has no end date.', showWhen: isNotUnsigned }),
    date('renewal', 'Look at it again on', {
      hint: 'A date of your own. It goes into your calendar.',
      showWhen: isNeeded,
    }),
    yesNo('deadline_known', 'Does it say within how many days you report an incident?', {
      showWhen: (beside) => !isVendor(beside) && isNeeded(beside),
      required: true,
    }),
    integer('incident_days', 'Days to report an incident', [0, 365], {
      hint: 'You to a client, a vendor to you. “Within 24 hours” is 1 day; 0 means the same day.',
      unit: 'days',
      showWhen: (beside) => isNeeded(beside) && (isVendor(beside) || !beside.isNo('deadline_known')),
      required: true,
    }),
    text('incident_contact', 'Contact for incidents', {
      hint: 'Whom to call at once: name and phone number.',
      showWhen: isNeeded,
    }),
    yesNo('return_destroy', 'Is the data returned or destroyed at the end?', {
      showWhen: isNeeded,
      required: true,
    }),
    evidence('file', 'Signed copy', { showWhen: isNotUnsigned, required: true }),
  ],
};

const screening: FieldGroup = {
  id: 'screening',
  title: 'Exclusion lists',
  lead: 'Search the name in the inspector general’s list (OIG LEIE) and in SAM.gov. Both are free.',
  fields: [
    pastDate('screened_on', 'Searched on'),
    searchedLists(false),
    searchResult(false),
    evidence('screening_file', 'Saved result'),
  ],
};

const notes: FieldGroup = {
  id: 'note',
  title: 'Note',
  fields: [longText('note', 'Note', { hint: 'No patient names. This app never needs them.' })],
};

/** A client or a vendor: who it is, its agreement, its search in the exclusion lists. */
export const partnerGroups: readonly FieldGroup[] = [who, agreement, screening, notes];

export const partnerFields: readonly Field[] = partnerGroups.flatMap(({ fields }) => fields);

/** Fields that cannot stand together, and what to say beside the one that was changed last. */
interface Clash {
  readonly fields: readonly string[];
  readonly message: string;
}

/**
 * What no single field can see. Only what is being changed is refused, beside the field that was changed: an entry that
 * was contradictory before can still be put right one field at a time.
 */
export function refusePartner(
  answers: Answers,
  _today: IsoDate,
  changed: readonly string[],
): RecordRefusal | null {
  for (const { fields, message } of clashesIn(answers)) {
    const field = fields.find((id) => changed.includes(id));
    if (field !== undefined) return { field, message };
  }
  return null;
}

function clashesIn(answers: Answers): readonly Clash[] {
  const { name, signed, expires, baa_status: status, touches_phi: touchesPhi } = answers;
  const clashes: Clash[] = [];
  if (typeof name !== 'string' || name.trim() === '') {
    clashes.push({ fields: ['name'], message: 'Give it a name.' });
  }
  if (status === 'not-applicable' && touchesPhi === true) {
    clashes.push({
      // Saying that data does pass is never refused: the agreement is then reported as missing.
      fields: ['baa_status'],
      message: 'You say that patient data passes between you, so an agreement is needed.',
    });
  }
  const mayBeSigned = status === undefined || status === 'signed';
  if (mayBeSigned && typeof signed === 'string' && typeof expires === 'string' && expires < signed) {
    clashes.push({
      fields: ['expires', 'signed'],
      message: `It would end on ${formatDate(expires)}, before it was signed on ${formatDate(signed)}. Correct one of the two dates.`,
    });
  }
  return clashes;
}
