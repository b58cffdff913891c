import type { VendorRole } from '../../../shared/catalog/records/partner.ts';
import type { CandidateKind } from '../../../shared/domain/vetting/candidate.ts';

interface KindWords {
  /** Heading of the list. */
  readonly title: string;
  readonly noun: string;
  readonly plural: string;
  readonly lead: string;
  /** The partner that a chosen one becomes. */
  readonly role: VendorRole;
}

/** How each list is spoken of. */
export const KIND_WORDS: Readonly<Record<CandidateKind, KindWords>> = {
  clearinghouse: {
    title: 'Clearinghouses',
    noun: 'clearinghouse',
    plural: 'clearinghouses',
    lead: 'It carries your claims to payers. It does not bring you clients: one that promises them is a warning.',
    role: 'clearinghouse',
  },
  'billing-software': {
    title: 'Billing software',
    noun: 'billing software',
    plural: 'products',
    lead: 'What you make claims with. Believe what you saw it do, not what you were told.',
    role: 'software',
  },
};
