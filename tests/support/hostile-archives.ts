import { type ArchiveParts, entriesOf } from './archive-world.ts';
import { type CraftedEntry, craftZip, PLAIN } from './crafted-zip.ts';
import { ESCAPING_BYTES, ESCAPING_NAMES, secondName } from './escaping-names.ts';

/** Numbers from 0 to below 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SHA = 'c'.repeat(64);

/** Names that must never become a path. */
export const HOSTILE_NAMES = [
  ...ESCAPING_NAMES,
  `evidence/../../${SHA}`,
  `evidence\\${SHA}`,
  `evidence//${SHA}`,
  `./evidence/${SHA}`,
  'plan.db-wal',
  'plan.db/',
  'PLAN.DB',
  'evidence/',
  `evidence/${SHA}/`,
  `evidence/${SHA.toUpperCase()}`,
  `evidence/${SHA}.exe`,
  `evidence/${SHA}\u0000`,
  'evidence/plan.db',
  '',
  '.',
  '..',
  'CON',
  'manifest.json ',
  '__proto__',
] as const;

const SYMLINK = 0o120777 * 0x10000;

/** Ways to make a valid archive hostile, each with a name of its own. */
export function craftedHostiles(parts: ArchiveParts): ReadonlyMap<string, () => Buffer> {
  const { manifest } = parts;
  const good = entriesOf(parts);
  const first = good[2];
  if (first === undefined) throw new Error('The archive needs evidence');
  const change = (name: string, changes: Partial<CraftedEntry>) => (): Buffer =>
    craftZip(good.map((entry) => (entry.name === name ? { ...entry, ...changes } : entry)));
  const say = (said: object) => (): Buffer => craftZip(entriesOf(parts, said));
  const add =
    (...more: readonly CraftedEntry[]) =>
    (): Buffer =>
      craftZip([...good, ...more]);
  const zeros = Buffer.alloc(40_000_000);
  const hostiles: (readonly [string, () => Buffer])[] = [
    ...HOSTILE_NAMES.map((name) => [`adds ${name}`, add({ name, content: Buffer.from('x') })] as const),
    ...HOSTILE_NAMES.map((name) => [`calls evidence ${name}`, change(first.name, { name })] as const),
    ...HOSTILE_NAMES.map((name) => [`hides ${name}`, change(first.name, { localName: name })] as const),
    ...ESCAPING_NAMES.map(
      (name) => [`adds ${name} as UTF-8`, add({ name, content: Buffer.from('x'), flags: 0x800 })] as const,
    ),
    ...ESCAPING_BYTES.flatMap((rawName) => {
      const hex = Buffer.from(rawName).toString('hex');
      return [
        [`adds the bytes ${hex}`, add({ name: '', rawName, content: Buffer.from('x') })],
        [`calls evidence by the bytes ${hex}`, change(first.name, { rawName })],
        [`calls the plan by the bytes ${hex}`, change('plan.db', { rawName })],
      ] as const;
    }),
    ...[
      SYMLINK,
      0o040755 * 0x10000 + 0x10,
      0o020600 * 0x10000,
      0o010600 * 0x10000,
      0o140600 * 0x10000,
    ].flatMap((attributes) =>
      good.map(({ name }) => [`${name} of kind ${attributes}`, change(name, { attributes })] as const),
    ),
    ...good.map(({ name }) => [`${name} as a DOS folder`, change(name, { attributes: 0x10 })] as const),
    ...good.flatMap(({ name }) =>
      [1, 0x40, 0x2000, 0x8000].map(
        (flags) => [`${name} with flags ${flags}`, change(name, { flags })] as const,
      ),
    ),
    ...good.flatMap(({ name }) =>
      [1, 9, 12, 14, 93, 99].map(
        (method) => [`${name} packed by ${method}`, change(name, { method })] as const,
      ),
    ),
    ...good.flatMap(({ name, content }) =>
      [0, 1, content.length - 1, content.length + 1, 0x7fffffff, 0xffffffff].map(
        (claimedBytes) => [`${name} claims ${claimedBytes}`, change(name, { claimedBytes })] as const,
      ),
    ),
    ...good.flatMap(({ name, content }) =>
      [1, content.length + 1].map(
        (claimedBytes) =>
          [`deflated ${name} claims ${claimedBytes}`, change(name, { method: 8, claimedBytes })] as const,
      ),
    ),
    ...good.map((entry) => [`${entry.name} twice`, add(entry)] as const),
    ...good.map(
      ({ name }, at) =>
        [`${name} inside itself`, add({ ...first, name: `evidence/${SHA}`, sameAs: at })] as const,
    ),
    ...good.map(
      ({ name }) => [`without ${name}`, () => craftZip(good.filter((entry) => entry.name !== name))] as const,
    ),
    ...good.map(
      ({ name }) => [`other ${name}`, change(name, { content: Buffer.from('something else') })] as const,
    ),
    ...good.map(({ name }) => [`empty ${name}`, change(name, { content: Buffer.alloc(0) })] as const),
    ['a password', change('plan.db', { flags: 1, claimedBytes: parts.plan.length - 12 })],
    ['claims no entries', () => craftZip(good, 0)],
    ['claims more entries', () => craftZip(good, 60_000)],
    ['a bomb by ratio', add({ name: `evidence/${SHA}`, content: zeros, method: 8 })],
    ['a plan that is a bomb', change('plan.db', { content: zeros, method: 8 })],
    [
      'a manifest that is a bomb',
      change('manifest.json', { content: zeros.subarray(0, 7_000_000), method: 8 }),
    ],
    [
      'a bomb that claims little',
      change(first.name, { content: zeros, method: 8, claimedBytes: first.content.length }),
    ],
    [
      'a bomb by total',
      // All of them lie in one place, so that the file itself stays small.
      add(
        ...Array.from({ length: 250 }, (_, at) => ({
          name: `evidence/${at.toString(16).padStart(64, '0')}`,
          content: Buffer.from('x'),
          packed: zeros.subarray(0, 600_000),
          method: 8,
          claimedBytes: 100_000_000,
          ...(at === 0 ? {} : { sameAs: good.length }),
        })),
      ),
    ],
    [
      'too many entries',
      () =>
        craftZip([
          ...good,
          ...Array.from({ length: 20_001 }, (_, at) => ({
            name: `evidence/${at.toString(16).padStart(64, '0')}`,
            content: Buffer.from('x'),
            attributes: PLAIN,
          })),
        ]),
    ],
    ['a newer format', say({ ...manifest, formatVersion: 2 })],
    ['a newer schema', say({ ...manifest, plan: { ...manifest.plan, schemaVersion: 900 } })],
    ['another schema', say({ ...manifest, plan: { ...manifest.plan, schemaVersion: 1 } })],
    ['another format', say({ ...manifest, format: 'zip' })],
    ['an unknown key', say({ ...manifest, run: 'calc.exe' })],
    ['no date', say({ ...manifest, createdAt: 'yesterday' })],
    ['a negative size', say({ ...manifest, plan: { ...manifest.plan, bytes: -1 } })],
    ['a fractional size', say({ ...manifest, plan: { ...manifest.plan, bytes: 1.5 } })],
    ['another plan hash', say({ ...manifest, plan: { ...manifest.plan, sha256: SHA } })],
    ['a hash that is a path', say({ ...manifest, plan: { ...manifest.plan, sha256: '../plan.db' } })],
    ['evidence not named', say({ ...manifest, evidence: manifest.evidence.slice(1) })],
    ['evidence named twice', say({ ...manifest, evidence: [...manifest.evidence, ...manifest.evidence] })],
    [
      'evidence named that is not there',
      say({ ...manifest, evidence: [...manifest.evidence, { sha256: SHA, bytes: 3, mediaType: 'a/b' }] }),
    ],
    ['a file said to be absent that nobody wants', say({ ...manifest, absent: [SHA] })],
    ['a manifest that is a list', say([])],
    ['a manifest that is no JSON', change('manifest.json', { content: Buffer.from('{"format":') })],
  ];
  return new Map(hostiles);
}

/** Archives that say something else where nobody may listen: each may be taken whole, or refused. */
export function craftedOddities(parts: ArchiveParts): ReadonlyMap<string, () => Buffer> {
  const good = entriesOf(parts);
  return new Map(
    ESCAPING_NAMES.flatMap((name, at) => {
      const entry = good[at % good.length];
      if (entry === undefined) return [];
      const second = { ...entry, extra: secondName(entry.name, name) };
      const make = () => craftZip(good.map((each) => (each === entry ? second : each)));
      return [[`${entry.name} is also called ${name}`, make] as const];
    }),
  );
}

/** Damages the bytes of an archive at random. */
export function damage(archive: Buffer, random: () => number): Buffer {
  const at = (length: number): number => Math.floor(random() * length);
  // Half of the damage goes where it hurts most: the list of contents at the end, and the first header.
  const place = (): number =>
    random() < 0.5
      ? at(archive.length)
      : random() < 0.8
        ? archive.length - 1 - at(Math.min(600, archive.length))
        : at(600);
  const copy = Buffer.from(archive);
  switch (at(6)) {
    case 0:
      return copy.subarray(0, at(copy.length));
    case 1: {
      const cut = place();
      return Buffer.concat([copy.subarray(0, cut), copy.subarray(cut + 1 + at(40))]);
    }
    case 2: {
      const cut = place();
      return Buffer.concat([copy.subarray(0, cut), Buffer.alloc(1 + at(40), at(256)), copy.subarray(cut)]);
    }
    case 3: {
      const from = place();
      copy.copy(copy, place(), from, from + 1 + at(60));
      return copy;
    }
    default:
      for (let flips = 1 + at(3); flips > 0; flips -= 1) {
        const byte = place();
        copy[byte] = (copy[byte] ?? 0) ^ (1 << at(8));
      }
      return copy;
  }
}
