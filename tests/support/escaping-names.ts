import { crc32 } from 'node:zlib';

/** What a file would be called that got out. Nothing on any computer has this name. */
export const ESCAPED = 'first-claim-escaped';

/** Names that lead out of a folder, for one reader of names or another. */
export const ESCAPING_NAMES = [
  `../${ESCAPED}`,
  `../../${ESCAPED}`,
  `../../../${ESCAPED}`,
  `${'../'.repeat(12)}tmp/${ESCAPED}`,
  `evidence/../../${ESCAPED}`,
  `evidence/./../../${ESCAPED}`,
  `evidence//..//..//${ESCAPED}`,
  `./../${ESCAPED}`,
  `.../${ESCAPED}`,
  ` ../${ESCAPED}`,
  `.. /${ESCAPED}`,
  `../.${ESCAPED}/../${ESCAPED}`,
  `/${ESCAPED}`,
  `/tmp/${ESCAPED}`,
  `//tmp/${ESCAPED}`,
  `C:/${ESCAPED}`,
  `C:${ESCAPED}`,
  `C:\\${ESCAPED}`,
  `\\\\server\\share\\${ESCAPED}`,
  `\\\\?\\C:\\${ESCAPED}`,
  `..\\${ESCAPED}`,
  `..\\..\\${ESCAPED}`,
  `evidence\\..\\..\\${ESCAPED}`,
  `../..\\${ESCAPED}`,
  `%2e%2e%2f${ESCAPED}`,
  `%2e%2e/${ESCAPED}`,
  `..%2f${ESCAPED}`,
  `..%5c${ESCAPED}`,
  `..%252f${ESCAPED}`,
  `%252e%252e%252f${ESCAPED}`,
  `..%c0%af${ESCAPED}`,
  `%u002e%u002e%u2215${ESCAPED}`,
  `\\u002e\\u002e\\u002f${ESCAPED}`,
  `&#46;&#46;&#47;${ESCAPED}`,
  // Fullwidth, division and fraction slashes, and letters nobody sees: some systems make plain ones of them.
  `\uff0e\uff0e\uff0f${ESCAPED}`,
  `..\u2215${ESCAPED}`,
  `..\u2044${ESCAPED}`,
  `.\u200b./${ESCAPED}`,
  `\u202e../${ESCAPED}`,
  `\ufeff../${ESCAPED}`,
  `\u2025/${ESCAPED}`,
  `..\u0000/${ESCAPED}`,
  `plan.db\u0000/../../${ESCAPED}`,
  `plan.db:${ESCAPED}`,
  `file:///tmp/${ESCAPED}`,
  `~/${ESCAPED}`,
  `$HOME/${ESCAPED}`,
  `%TEMP%\\${ESCAPED}`,
  `..\n/${ESCAPED}`,
] as const;

/** The same where a name is no text in UTF-8: overlong forms, UTF-16, and bytes that mean nothing. */
export const ESCAPING_BYTES: readonly Uint8Array[] = [
  Buffer.concat([Buffer.from([0x2e, 0x2e, 0xc0, 0xaf]), Buffer.from(ESCAPED)]),
  Buffer.concat([Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f]), Buffer.from(ESCAPED)]),
  Buffer.concat([Buffer.from([0xe0, 0x80, 0xae, 0xe0, 0x80, 0xae, 0xe0, 0x80, 0xaf]), Buffer.from(ESCAPED)]),
  Buffer.concat([Buffer.from([0xf0, 0x80, 0x80, 0xae, 0x2e, 0x2f]), Buffer.from(ESCAPED)]),
  Buffer.from(`../${ESCAPED}`, 'utf16le'),
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`../${ESCAPED}`, 'utf16le')]),
  Buffer.concat([Buffer.from('../'), Buffer.from([0x80, 0xff, 0x00]), Buffer.from(ESCAPED)]),
];

/** A second name for an entry, which some readers of archives prefer to its first (Info-ZIP's Unicode path). */
export function secondName(first: string, second: string): Buffer {
  const name = Buffer.from(second);
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + name.length, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(Buffer.from(first)), 5);
  return Buffer.concat([head, name]);
}
