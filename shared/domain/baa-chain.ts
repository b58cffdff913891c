import { type BreachClock, breachClocks, OUTER_BREACH_DAYS } from './breach-clock.ts';
import type { IsoDate } from './iso-date.ts';
import {
  BAA_STANDINGS,
  type BaaStanding,
  baaInWords,
  baaStanding,
  type Partner,
  type PartnerKind,
  partnerName,
  partnersOf,
  roleOf,
} from './partner.ts';
import type { Plan } from './plan.ts';

/** Id of the biller, between clients and vendors. */
export const YOU = 'you';

/** One party of the chain. */
export interface ChainNode {
  /** The partner's id. */
  readonly id: string;
  readonly kind: PartnerKind;
  readonly name: string;
  /** What a vendor does; '' for a client, or while it is not said. */
  readonly role: string;
}

/** The way patient data takes between two parties, and the agreement it rests on. */
export interface ChainLink {
  readonly from: string;
  readonly to: string;
  readonly node: ChainNode;
  readonly standing: BaaStanding;
  /** The standing in a sentence. */
  readonly words: string;
  /** When it was signed, and when it ends; null when not recorded, or when there is no agreement. */
  readonly since: IsoDate | null;
  readonly expires: IsoDate | null;
  /** Days to report an incident; null when not recorded. */
  readonly incidentDays: number | null;
}

/** Clients → you → vendors: the two chains of agreements. */
export interface BaaChain {
  readonly nodes: readonly ChainNode[];
  /** What is missing first, then by name. */
  readonly links: readonly ChainLink[];
  readonly counts: Readonly<Record<BaaStanding, number>>;
  readonly breach: BreachDeadlines;
}

/** Within how many days clients have to be told of a breach. */
export interface BreachDeadlines {
  /** The client to be told first, of those whose deadline is recorded; null when none is. Never more than the law allows. */
  readonly shortest: Pick<BreachClock, 'client' | 'days' | 'basis'> | null;
  /** Clients whose deadline is not recorded. */
  readonly unknown: number;
}

/** The chain of agreements as recorded in the partners register. Pure. */
export function baaChain(plan: Plan, today: IsoDate): BaaChain {
  const links = partnersOf(plan)
    .map((partner) => linkOf(partner, today))
    .sort(byStandingAndName);
  return {
    nodes: links.map(({ node }) => node),
    links,
    counts: countsOf(links),
    breach: deadlinesOf(links, today),
  };
}

/** Standings under which no patient data may pass. */
export function isBroken(standing: BaaStanding): boolean {
  return standing === 'missing' || standing === 'expired' || standing === 'unknown';
}

/** Both chains in a sentence. */
export function chainInWords({
  links,
  counts,
}: {
  readonly links: readonly unknown[];
  readonly counts: BaaChain['counts'];
}): string {
  if (links.length === 0) return 'No clients and no vendors are recorded yet.';
  const broken = counts.missing + counts.expired + counts.unknown;
  const needed = links.length - counts['not-needed'];
  if (needed === 0) return 'No agreement is needed: no patient data passes.';
  if (broken === 0) {
    return needed === 1
      ? 'The one agreement needed is signed.'
      : `All ${needed} agreements needed are signed.`;
  }
  const parts = [
    [counts.missing, 'not signed'],
    [counts.expired, 'expired'],
    [counts.unknown, 'not recorded'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${counts.signed} of ${needed} agreements signed; ${said.join(', ')}.`;
}

/** The shortest deadline for telling a client of a breach, in a sentence. */
export function breachInWords({ breach: { shortest, unknown }, links }: BaaChain): string {
  if (shortest === null) {
    return links.some(({ node }) => node.kind === 'client')
      ? `No client’s deadline is recorded. By law ${OUTER_BREACH_DAYS} days at most; an agreement may leave fewer.`
      : 'No client is on the list yet, so no deadline is known.';
  }
  const rest = unknown === 0 ? '' : ' Not every deadline is recorded: an agreement may leave fewer days.';
  return `After a breach, the first client has to be told ${withinDays(shortest.days)}: ${shortest.client}.${rest}`;
}

function withinDays(days: number): string {
  if (days === 0) return 'the same day';
  return `within ${days === 1 ? '1 day' : `${days} days`}`;
}

function linkOf(partner: Partner, today: IsoDate): ChainLink {
  const { id, kind, said } = partner;
  const standing = baaStanding(partner, today);
  const isAgreed = standing === 'signed' || standing === 'expired';
  const day = (field: string): IsoDate | null => (isAgreed && said.has(field) ? said.text(field) : null);
  return {
    from: kind === 'client' ? id : YOU,
    to: kind === 'client' ? YOU : id,
    node: { id, kind, name: partnerName(partner), role: roleOf(partner) },
    standing,
    words: baaInWords(partner, today),
    since: day('signed'),
    expires: day('expires'),
    incidentDays: standing === 'not-needed' ? null : said.number('incident_days'),
  };
}

const RANK = new Map(BAA_STANDINGS.map((standing, at) => [standing, at]));
const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function byStandingAndName(one: ChainLink, other: ChainLink): number {
  const rank = (RANK.get(one.standing) ?? 0) - (RANK.get(other.standing) ?? 0);
  return rank === 0 ? names.compare(one.node.name, other.node.name) : rank;
}

function countsOf(links: readonly ChainLink[]): BaaChain['counts'] {
  const counts = { missing: 0, expired: 0, unknown: 0, signed: 0, 'not-needed': 0 };
  for (const { standing } of links) counts[standing] += 1;
  return counts;
}

function deadlinesOf(links: readonly ChainLink[], today: IsoDate): BreachDeadlines {
  const clients = links
    .filter(({ node, standing }) => node.kind === 'client' && standing !== 'not-needed')
    .map(({ node, incidentDays }) => ({ client: node.name, contractDays: incidentDays }));
  const { clocks } = breachClocks(today, clients, today);
  const known = clocks.filter(({ isDeadlineKnown }) => isDeadlineKnown);
  return { shortest: known[0] ?? null, unknown: clocks.length - known.length };
}
