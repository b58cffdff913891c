import { recordKinds } from '../../catalog/record-kinds.ts';
import type { Plan, PlanRecord } from '../plan.ts';
import { targetInWords } from '../portal-target.ts';
import { CANDIDATE_KINDS, type CandidateRecord, candidateName, candidatesOf, textIn } from './candidate.ts';

/** The portal of a chosen company, and where it is on the list of portals. */
export interface CandidatePortal {
  readonly candidate: CandidateRecord;
  /** The address as it was typed for the candidate. */
  readonly address: string;
  /** The entry with the same address; null when there never was one. One on the list goes before one taken off. */
  readonly entry: PlanRecord | null;
}

/** Longest name an entry of the list of portals may have. */
const LONGEST_NAME = 80;

/** The portal of a company that was chosen and is still on its list; null for others, and without an address. */
export function portalOf(plan: Plan, candidate: CandidateRecord): CandidatePortal | null {
  const { address } = recordKinds[candidate.kind];
  if (address === undefined || candidate.archivedOn !== null) return null;
  if (textIn(candidate, 'decision') !== 'chosen') return null;
  const target = textIn(candidate, address.target);
  if (target === '') return null;
  const entries = plan.records.filter(
    (record) => record.kind === 'portal' && record.answers.target === target,
  );
  const entry = entries.find(({ archivedOn }) => archivedOn === null) ?? entries[0] ?? null;
  return { candidate, address: textIn(candidate, address.field).trim() || targetInWords(target), entry };
}

/** Portals of chosen companies that were never on the list. One that was taken off is not offered again. */
export function portalsToOffer(plan: Plan): readonly CandidatePortal[] {
  const missing = CANDIDATE_KINDS.flatMap((kind) => candidatesOf(plan, kind))
    .map((candidate) => portalOf(plan, candidate))
    .filter((portal) => portal !== null)
    .filter(({ entry }) => entry === null);
  const addresses = missing.map(({ address }) => address);
  return missing.filter(({ address }, at) => addresses.indexOf(address) === at);
}

/** What a new entry of the list takes over from the candidate. */
export function portalPatch({ candidate, address }: CandidatePortal): Readonly<Record<string, string>> {
  return {
    name: candidateName(candidate).slice(0, LONGEST_NAME),
    kind: candidate.kind === 'clearinghouse' ? 'clearinghouse' : 'software',
    address,
  };
}
