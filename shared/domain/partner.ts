import { partnerFields, VENDOR_ROLES, type VendorRole } from '../catalog/records/partner.ts';
import { type AnswerReader, readAnswers } from './answer-reader.ts';
import type { Answers } from './field.ts';
import { formatDate, type IsoDate } from './iso-date.ts';
import { onceFor } from './once-for.ts';
import { EMPTY_PROFILE, type Plan, type PlanRecord } from './plan.ts';
import { assertNever } from './result.ts';
import { visibleAnswers } from './visible-answers.ts';

export type PartnerKind = 'client' | 'vendor';

/** An entry of the partners register, with what counts of its answers today: hidden ones are kept, not judged. */
export interface Partner {
  readonly id: string;
  readonly kind: PartnerKind;
  /** As typed; '' while it has none. */
  readonly name: string;
  readonly answers: Answers;
  readonly said: AnswerReader;
}

/** The partners on the list, oldest first. */
export function partnersOf({ records }: Plan): readonly Partner[] {
  return partnersIn(records);
}

// Every item that takes its rows from the register asks for the same list.
const partnersIn = onceFor((records: Plan['records']): readonly Partner[] =>
  records.filter(({ kind, archivedOn }) => kind === 'partner' && archivedOn === null).map(toPartner),
);

/** Reads one entry of the register. */
export function toPartner({ id, answers: stored }: PlanRecord): Partner {
  // None of the fields is a list of rows, so no profile can change what is shown.
  const answers = visibleAnswers(partnerFields, stored, EMPTY_PROFILE);
  const said = readAnswers(partnerFields, answers);
  return { id, kind: kindOf(stored), name: said.text('name'), answers, said };
}

/** True once a client (or a vendor) was ever on the register: from then on it alone says who they are. */
export function hasRegisterOf(plan: Plan, kind: PartnerKind): boolean {
  return plan.records.some((record) => record.kind === 'partner' && kindOf(record.answers) === kind);
}

// Nobody's client by mistake: what is not said to be one counts as a vendor, for which more is asked.
function kindOf(answers: Answers): PartnerKind {
  return answers.partner_kind === 'client' ? 'client' : 'vendor';
}

/** The name to show: never empty. */
export function partnerName({ name, kind }: Pick<Partner, 'name' | 'kind'>): string {
  return name.trim() || (kind === 'client' ? 'A client without a name' : 'A vendor without a name');
}

/** What a vendor does, in words; '' for a client, or while it is not said. */
export function roleOf({ kind, said }: Partner): string {
  if (kind === 'client') return '';
  const role = said.text('role');
  if (role === 'other' && said.has('service')) return said.text('service').trim();
  return role in VENDOR_ROLES ? VENDOR_ROLES[role as VendorRole] : '';
}

/** How the agreement with a partner stands. */
export type BaaStanding = 'missing' | 'expired' | 'unknown' | 'signed' | 'not-needed';

/** The worst first: the order in which links are listed. */
export const BAA_STANDINGS: readonly BaaStanding[] = [
  'missing',
  'expired',
  'unknown',
  'signed',
  'not-needed',
];

/** In a word or two, as shown beside the shape. */
export const BAA_WORDS: Readonly<Record<BaaStanding, string>> = {
  missing: 'Not signed',
  expired: 'Expired',
  unknown: 'Not recorded',
  signed: 'Signed',
  'not-needed': 'Not needed',
};

/** How the agreement stands today. Where data passes, "not needed" counts as missing. */
export function baaStanding({ said }: Partner, today: IsoDate): BaaStanding {
  const status = said.text('baa_status');
  const isOver = said.has('expires') && said.text('expires') < today;
  if (status === 'signed' && !isOver) return 'signed';
  if (said.isNo('touches_phi')) return 'not-needed';
  if (status === 'signed') return 'expired';
  if (status === 'not-applicable') return said.isYes('touches_phi') ? 'missing' : 'not-needed';
  return status === 'missing' ? 'missing' : 'unknown';
}

/** The standing in a sentence, with its dates. */
export function baaInWords(partner: Partner, today: IsoDate): string {
  const { said } = partner;
  const day = (field: string): string | null => (said.has(field) ? formatDate(said.text(field)) : null);
  const [signed, expires] = [day('signed'), day('expires')];
  const standing = baaStanding(partner, today);
  switch (standing) {
    case 'signed': {
      const end = expires === null ? '' : `; it ends on ${expires}`;
      return signed === null ? `Signed, on a day not recorded${end}.` : `Signed on ${signed}${end}.`;
    }
    case 'expired':
      return `Ended on ${expires}. Without a new one, no patient data may pass.`;
    case 'missing':
      return said.text('baa_status') === 'not-applicable'
        ? 'Patient data passes, and no agreement is recorded.'
        : 'Not signed by both. No patient data may pass.';
    case 'unknown':
      return 'Not recorded yet whether an agreement is signed.';
    case 'not-needed':
      return 'Not needed: no patient data passes.';
    default:
      return assertNever(standing);
  }
}
