import type { VendorRole } from '../../../shared/catalog/records/partner.ts';
import type { CandidateKind } from '../../../shared/domain/vetting/candidate.ts';
import { VETTING_VERDICT_WORDS, type VettingVerdict } from '../../../shared/domain/vetting/vetting-types.ts';

export {
  CANDIDATE_KINDS,
  type CandidateKind,
  type CandidateRecord,
  candidateName,
  candidatesOf,
  isCandidate,
  textIn,
} from '../../../shared/domain/vetting/candidate.ts';

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

/** “On hold” is enough where the rest stands beside it. */
export function verdictWords(verdict: VettingVerdict): string {
  return VETTING_VERDICT_WORDS[verdict];
}
