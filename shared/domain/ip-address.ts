/** An address in numbers, as its bytes: 4 of them, or 16. */
export type IpBytes = readonly number[];

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** Reads `192.0.2.7`, strictly: four parts, no leading zeros, which some programs read as octal. */
export function parseIpv4(text: string): IpBytes | null {
  const parts = IPV4.exec(text)?.slice(1) ?? [];
  if (parts.length !== 4 || parts.some((part) => part.length > 1 && part.startsWith('0'))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** Reads `2001:db8::7` and `::ffff:192.0.2.7`, without brackets and without a zone. */
export function parseIpv6(text: string): IpBytes | null {
  const halves = text.split('::');
  if (text.length > 45 || halves.length > 2) return null;
  const [head, tail] = halves.map(groupBytes);
  if (head === undefined || head === null) return null;
  if (halves.length === 1) return head.length === 16 ? head : null;
  if (tail === undefined || tail === null) return null;
  const missing = 16 - head.length - tail.length;
  return missing >= 2 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : null;
}

function groupBytes(text: string): number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    const embedded = index === groups.length - 1 ? parseIpv4(group) : null;
    if (embedded !== null) {
      bytes.push(...embedded);
    } else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else {
      return null;
    }
  }
  return bytes;
}

/** Writes an address the one recommended way (RFC 5952), so that two spellings of it compare equal. */
export function formatIp(bytes: IpBytes): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  );
  const text = groups.join(':');
  // The longest run of two or more zero groups becomes "::", the first one if there are several.
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map((run) => run[0]);
  const longest = runs.reduce((best, run) => (zeros(run) > zeros(best) ? run : best), '');
  if (longest === '') return text;
  const start = text.indexOf(longest);
  return `${text.slice(0, start)}::${text.slice(start + longest.length).replace(/^:/, '')}`;
}

const zeros = (run: string): number => run.split('0').length - 1;

// IANA's special-purpose registries: loopback, private, link-local, carrier NAT, documentation, tests, multicast.
const SPECIAL_V4 = [
  [0, 0, 0, 0, 8],
  [10, 0, 0, 0, 8],
  [100, 64, 0, 0, 10],
  [127, 0, 0, 0, 8],
  [169, 254, 0, 0, 16],
  [172, 16, 0, 0, 12],
  [192, 0, 0, 0, 24],
  [192, 0, 2, 0, 24],
  [192, 168, 0, 0, 16],
  [198, 18, 0, 0, 15],
  [198, 51, 100, 0, 24],
  [203, 0, 113, 0, 24],
  [224, 0, 0, 0, 4],
  [240, 0, 0, 0, 4],
] as const;

const MAPPED_V4 = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];
const NAT64 = [0, 100, 255, 155, 0, 0, 0, 0, 0, 0, 0, 0];

/** True for an address that is not one on the public internet. */
export function isPrivateIp(bytes: IpBytes): boolean {
  if (bytes.length === 4) {
    return SPECIAL_V4.some(([a, b, c, d, prefix]) => sharesPrefix(bytes, [a, b, c, d], prefix));
  }
  if (sharesPrefix(bytes, MAPPED_V4, 96) || sharesPrefix(bytes, NAT64, 96))
    return isPrivateIp(bytes.slice(12));
  const [first = 0, second = 0] = bytes;
  const isGlobalUnicast = (first & 0xe0) === 0x20;
  const isDocumentation = sharesPrefix(bytes, [0x20, 0x01, 0x0d, 0xb8], 32);
  const isLocal = (first & 0xfe) === 0xfc || (first === 0xfe && second >= 0x80);
  return !isGlobalUnicast || isDocumentation || isLocal;
}

function sharesPrefix(bytes: IpBytes, network: IpBytes, prefix: number): boolean {
  return network.every((byte, at) => {
    const bits = Math.min(8, Math.max(0, prefix - at * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return ((bytes[at] ?? 0) & mask) === (byte & mask);
  });
}
