import type { BaaStanding, PartnerKind } from './partner.ts';
import type { ReportDate, Worded } from './report-types.ts';

/** The agreement with one client or vendor. */
export interface ReportLink {
  /** The partner's id. */
  readonly id: string;
  readonly name: string;
  /** A client's data comes to you, yours goes to a vendor. */
  readonly kind: PartnerKind;
  /** What a vendor does; '' for a client, or while it is not said. */
  readonly role: string;
  readonly standing: Worded<BaaStanding>;
  /** The standing in a sentence. */
  readonly words: string;
  readonly since: ReportDate | null;
  readonly expires: ReportDate | null;
  /** Days to report an incident; null when not recorded. */
  readonly incidentDays: number | null;
}

/** Clients, you, vendors: the agreements between them. */
export interface ReportChain {
  readonly summary: string;
  /** The shortest deadline for telling a client of a breach, in a sentence. */
  readonly breach: string;
  /** The same in days; null when none is recorded. */
  readonly shortestDays: number | null;
  readonly counts: Readonly<Record<BaaStanding, number>>;
  /** What is missing first, then by name. */
  readonly links: readonly ReportLink[];
}
