import type { Answers, AnswerValue, Row } from '../../domain/field.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import {
  baaStanding,
  hasRegisterOf,
  type Partner,
  type PartnerKind,
  partnersOf,
  roleOf,
} from '../../domain/partner.ts';
import { type Plan, recordsOf } from '../../domain/plan.ts';
import { isSameCompany } from '../name-match.ts';
import type { VendorRole } from '../records/partner.ts';
import { comparable } from '../sections/named-rows.ts';
import { chosenOf } from '../vetting/vetted-candidate.ts';

// What the partners register knows, in the fields of the items that ask for it. Nothing is derived while the register
// holds nothing for an item; once it has held something, it alone counts, even when its last entry was taken off.

/** Field of the item ← field of the partner. */
type Cells = readonly (readonly [cell: string, field: string])[];

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
const SCREENING_CELLS: Cells = [
  ['list', 'list'],
  ['result', 'result'],
  ['date', 'screened_on'],
  ['file', 'screening_file'],
];

/** For `cli-baa`: an agreement for each client whose patient data passes. */
export function clientBaaAnswers(plan: Plan): Answers {
  return rowsFor(plan, 'client', 'agreements', isCoveredClient, (client) => ({
    ...named('client', client.name),
    ...bothSigned(client),
    ...cellsOf(client, BAA_CELLS),
    ...cellsOf(client, DATE_CELLS),
  }));
}

/** For `sec-incident`: whom to tell, and by when. */
export function incidentAnswers(plan: Plan): Answers {
  return rowsFor(plan, 'client', 'clients', isCoveredClient, (client) => ({
    ...named('client', client.name),
    ...cellsOf(client, [['contact', 'incident_contact']]),
    ...deadlineOf(client),
  }));
}

function deadlineOf({ said }: Partner): Answers {
  const days = said.number('incident_days');
  if (days !== null) return { deadline_known: true, contract_days: days };
  return said.has('deadline_known') ? { deadline_known: said.isYes('deadline_known') } : {};
}

/** For `sec-subs`: every vendor, with or without patient data. */
export function registerAnswers(plan: Plan): Answers {
  return rowsFor(plan, 'vendor', 'vendors', isVendor, (vendor) => ({
    ...named('vendor', vendor.name),
    ...named('service', serviceOf(vendor)),
    ...cellsOf(vendor, [
      ['phi', 'touches_phi'],
      ['baa', 'baa_status'],
      ['signed', 'signed'],
      ['file', 'file'],
    ]),
    ...cellsOf(vendor, DATE_CELLS),
  }));
}

// "Something else" says nothing: there, the words are asked for.
function serviceOf(vendor: Partner): string {
  const { said } = vendor;
  return said.text('service').trim() !== '' || said.text('role') === 'other'
    ? said.text('service')
    : roleOf(vendor);
}

/** For `sw-baa`: vendors that keep patient data in the cloud. */
export function cloudBaaAnswers(plan: Plan): Answers {
  return rowsFor(plan, 'vendor', 'agreements', isInCloud, (vendor) => ({
    ...named('vendor', vendor.name),
    ...bothSigned(vendor),
    ...cellsOf(vendor, BAA_CELLS),
  }));
}

/** For `clh-baa`: the agreement with the clearinghouse. Of several, the one that was chosen or has the contract. */
export function clearinghouseBaaAnswers(plan: Plan, own: Answers): Answers {
  const all = partnersOf(plan).filter(({ said }) => said.text('role') === 'clearinghouse');
  const candidate = chosenOf(recordsOf(plan, 'clearinghouse'))?.answers;
  const contract = plan.items['clh-contract']?.answers.legal_name;
  const names = [candidate?.legal_name, candidate?.name, contract, own.company];
  const chosen = firstOf(names, (name) => withName(all, name)) ?? all[0];
  if (chosen === undefined) return {};
  return {
    ...named('company', nameOnAgreement(chosen)),
    ...bothSigned(chosen),
    ...cellsOf(chosen, BAA_CELLS),
  };
}

/** True once a clearinghouse was ever on the register: an agreement with one taken off the list is none any more. */
export function hadClearinghouse(plan: Plan): boolean {
  return plan.records.some(({ kind, answers }) => kind === 'partner' && answers.role === 'clearinghouse');
}

function firstOf<T, U>(list: readonly T[], find: (entry: T) => U | undefined): U | undefined {
  for (const entry of list) {
    const found = find(entry);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withName(partners: readonly Partner[], name: AnswerValue | undefined): Partner | undefined {
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  const wanted = comparable(name);
  return partners.find((partner) =>
    [partner.name, partner.said.text('legal_name')].some((each) => comparable(each) === wanted),
  );
}

function nameOnAgreement({ name, said }: Partner): string {
  return said.text('legal_name').trim() === '' ? name : said.text('legal_name');
}

/** For `com-phone` and `com-fax`: whether every service of this kind has an agreement in force. */
export function serviceBaaAnswers(role: VendorRole): (plan: Plan, own: Answers, today: IsoDate) => Answers {
  return (plan, _own, today) => {
    const standings = partnersOf(plan)
      .filter(({ said }) => said.text('role') === role)
      .map((vendor) => baaStanding(vendor, today));
    if (standings.some((standing) => standing === 'missing' || standing === 'expired')) {
      return { baa: 'missing' };
    }
    return standings.includes('signed') && !standings.includes('unknown') ? { baa: 'signed' } : {};
  };
}

/**
 * For `sec-transfer`: how the agreement with the service of a route stands, where that service is a vendor on the
 * register; null where it is not, or where the register does not say. Of several of that name the worst counts.
 */
export function routeAgreement(plan: Plan, service: string, today: IsoDate): 'signed' | 'missing' | null {
  const standings = partnersOf(plan)
    .filter((partner) => partner.kind === 'vendor')
    .filter(({ name, said }) => [name, said.text('legal_name')].some((each) => isSameCompany(each, service)))
    .map((vendor) => baaStanding(vendor, today));
  if (standings.some((standing) => standing === 'missing' || standing === 'expired')) return 'missing';
  return standings.length > 0 && standings.every((standing) => standing === 'signed') ? 'signed' : null;
}

/** For `biz-exclusion`: partners searched in the exclusion lists. */
export function screeningAnswers(plan: Plan): Answers {
  const searched = partnersOf(plan).filter(({ said }) =>
    SCREENING_CELLS.some(([, field]) => said.has(field)),
  );
  if (searched.length === 0) return {};
  return {
    partner_searches: searched.map((partner) =>
      toRow(partner, { ...named('name', partner.name), ...cellsOf(partner, SCREENING_CELLS) }),
    ),
  };
}

function rowsFor(
  plan: Plan,
  kind: PartnerKind,
  field: string,
  isMeant: (partner: Partner) => boolean,
  cells: (partner: Partner) => Answers,
): Answers {
  if (!hasRegisterOf(plan, kind)) return {};
  return {
    [field]: partnersOf(plan)
      .filter(isMeant)
      .map((partner) => toRow(partner, cells(partner))),
  };
}

function isVendor({ kind }: Partner): boolean {
  return kind === 'vendor';
}

function isInCloud({ kind, said }: Partner): boolean {
  return kind === 'vendor' && said.isYes('stores_online');
}

// A client that gives no patient data needs no agreement and is not told of any breach.
function isCoveredClient({ kind, said }: Partner): boolean {
  return kind === 'client' && !(said.text('baa_status') === 'not-applicable' && !said.isYes('touches_phi'));
}

function toRow({ id }: Partner, cells: Answers): Row {
  return { rowId: id, ...cells } as Row;
}

function named(cell: string, name: string): Answers {
  return name.trim() === '' ? {} : { [cell]: name };
}

function bothSigned({ said }: Partner): Answers {
  const status = said.text('baa_status');
  return status === '' ? {} : { both_signed: status === 'signed' };
}

function cellsOf({ answers }: Partner, cells: Cells): Answers {
  return Object.fromEntries(
    cells.flatMap(([cell, field]) => {
      const value = answers[field];
      return value === undefined ? [] : [[cell, value]];
    }),
  );
}
