import { type BaaChain, baaChain, breachInWords, type ChainLink, chainInWords } from './baa-chain.ts';
import type { IsoDate } from './iso-date.ts';
import { BAA_WORDS } from './partner.ts';
import type { Plan } from './plan.ts';
import type { ReportChain, ReportLink } from './report-chain-types.ts';
import { reportDate } from './report-item.ts';

/** The chain of agreements: every link with its standing, what is missing first. */
export function reportChain(plan: Plan, today: IsoDate): ReportChain {
  const chain: BaaChain = baaChain(plan, today);
  return {
    summary: chainInWords(chain),
    breach: breachInWords(chain),
    shortestDays: chain.breach.shortest?.days ?? null,
    counts: chain.counts,
    links: chain.links.map(reportLink),
  };
}

function reportLink({ node, standing, words, since, expires, incidentDays }: ChainLink): ReportLink {
  return {
    id: node.id,
    name: node.name,
    kind: node.kind,
    role: node.role,
    standing: { kind: standing, word: BAA_WORDS[standing] },
    words,
    since: since === null ? null : reportDate(since),
    expires: expires === null ? null : reportDate(expires),
    incidentDays,
  };
}
