import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip file, told in every detail so that tests can lie about any of them. */
export interface CraftedEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** 8: deflated by us; anything else is stored as it is. */
  readonly method?: number;
  readonly flags?: number;
  /** Upper half: the mode under Unix; lower half: attributes under DOS. */
  readonly attributes?: number;
  /** The name in front of the content, where it differs. */
  readonly localName?: string;
  /** The name as bytes, where it is no text in UTF-8. */
  readonly rawName?: Uint8Array;
  /** What the list of contents says besides, such as a second name. */
  readonly extra?: Uint8Array;
  /** What is claimed. */
  readonly claimedBytes?: number;
  /** What lies there, when it is not the content. */
  readonly packed?: Uint8Array;
  /** Lies where this entry lies. */
  readonly sameAs?: number;
}

export const PLAIN = 0o100600 * 0x10000;

/** Writes a zip file by the book, except where it is told to lie. */
export function craftZip(entries: readonly CraftedEntry[], claimedCount: number = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, content, method = 0, flags = 0, attributes = PLAIN, localName = name } = entry;
    const data = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(content) : content));
    const bytes = entry.claimedBytes ?? content.length;
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(bytes, 8);
    const head = (length: number, extraLength = 0): Buffer => {
      const fields = Buffer.alloc(10);
      fields.writeUInt16LE(20, 0);
      fields.writeUInt16LE(flags, 2);
      fields.writeUInt16LE(method, 4);
      fields.writeUInt16LE(0x5c76, 8);
      const lengths = Buffer.alloc(4);
      lengths.writeUInt16LE(length, 0);
      lengths.writeUInt16LE(extraLength, 2);
      return Buffer.concat([fields, sizes, lengths]);
    };
    const offset = entry.sameAs === undefined ? at : (offsets[entry.sameAs] ?? 0);
    offsets.push(offset);
    if (entry.sameAs === undefined) {
      const raw = Buffer.from(entry.rawName ?? Buffer.from(localName));
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head(raw.length), raw, data]);
      parts.push(local);
      at += local.length;
    }
    const raw = Buffer.from(entry.rawName ?? Buffer.from(name));
    const extra = Buffer.from(entry.extra ?? []);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(attributes >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([63, 3]);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        madeBy,
        head(raw.length, extra.length),
        tail,
        raw,
        extra,
      ]),
    );
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(claimedCount, 8);
  end.writeUInt16LE(claimedCount, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
