// Makers of programs and devices that open encrypted connections on a computer or at the edge of an office network and
// put a certificate of their own in place. Found in the issuer's name. A name proves nothing either way: it only
// decides which explanation is offered, and never leads to a pass.
const INSPECTORS: readonly (readonly [RegExp, string])[] = [
  [/kaspersky/i, 'Kaspersky antivirus'],
  [/\bavast\b/i, 'Avast antivirus'],
  [/\bavg\b/i, 'AVG antivirus'],
  [/\beset\b/i, 'ESET antivirus'],
  [/bitdefender/i, 'Bitdefender antivirus'],
  [/\bnorton\b/i, 'Norton antivirus'],
  [/mcafee|skyhigh|trellix/i, 'McAfee'],
  [/trend ?micro/i, 'Trend Micro'],
  [/dr\.? ?web/i, 'Dr.Web antivirus'],
  [/adguard/i, 'AdGuard'],
  [/sophos|cyberoam/i, 'Sophos'],
  [/zscaler/i, 'Zscaler'],
  [/netskope/i, 'Netskope'],
  [/forti(?:net|gate)/i, 'a Fortinet firewall'],
  [/palo ?alto/i, 'a Palo Alto firewall'],
  [/sonicwall/i, 'a SonicWall firewall'],
  [/watchguard/i, 'a WatchGuard firewall'],
  [/check ?point/i, 'a Check Point firewall'],
  [/barracuda/i, 'a Barracuda filter'],
  [/cisco umbrella|opendns/i, 'Cisco Umbrella'],
  [/blue ?coat|symantec web/i, 'a Symantec web filter'],
  [/forcepoint|websense/i, 'a Forcepoint web filter'],
  [
    /(?:gateway|zero trust|for teams|warp).*cloudflare|cloudflare.*(?:gateway|zero trust|for teams|warp)/i,
    'Cloudflare Gateway',
  ],
  [/\biboss\b|securly|lightspeed|smoothwall|goguardian|untangle/i, 'a web filter'],
  [/fiddler|charles proxy|mitmproxy|portswigger|burp/i, 'a debugging proxy'],
  [/superfish|edellroot|protocolfilters|netfilter/i, 'unwanted software'],
];

/** Names the local inspector an issuer looks like, or null. */
export function inspectorNamed(issuer: string): string | null {
  return INSPECTORS.find(([pattern]) => pattern.test(issuer))?.[1] ?? null;
}
