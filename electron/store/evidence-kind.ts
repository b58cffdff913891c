import { UNKNOWN_TYPE } from '../../shared/domain/evidence.ts';

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 65_536;

interface Kind {
  readonly mediaType: string;
  /** Extensions that may stand for it; null when its first bytes say it all. */
  readonly extensions: readonly string[] | null;
  readonly isOf: (head: Uint8Array) => boolean;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const isZip = (head: Uint8Array): boolean => hasBytes(head, 0, ZIP);

/** What tells files apart, the surest first. What runs (programs, scripts, pages, SVG) is not among them. */
const KINDS: readonly Kind[] = [
  byBytes('application/pdf', (head) => hasText(head, 0, '%PDF-')),
  byBytes('image/png', (head) => hasBytes(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  byBytes('image/jpeg', (head) => hasBytes(head, 0, [0xff, 0xd8, 0xff])),
  byBytes('image/gif', (head) => hasText(head, 0, 'GIF87a') || hasText(head, 0, 'GIF89a')),
  byBytes('image/webp', (head) => hasText(head, 0, 'RIFF') && hasText(head, 8, 'WEBP')),
  byBytes(
    'image/tiff',
    (head) => hasBytes(head, 0, [0x49, 0x49, 0x2a, 0]) || hasBytes(head, 0, [0x4d, 0x4d, 0, 0x2a]),
  ),
  byBytes('image/heic', (head) =>
    ['heic', 'heix', 'mif1', 'msf1'].some((brand) => hasText(head, 4, 'ftyp') && hasText(head, 8, brand)),
  ),
  byBytes('application/rtf', (head) => hasText(head, 0, '{\\rtf')),
  byName(`${OPEN_XML}.wordprocessingml.document`, ['docx'], isZip),
  byName(`${OPEN_XML}.spreadsheetml.sheet`, ['xlsx'], isZip),
  byName('application/vnd.oasis.opendocument.text', ['odt'], isZip),
  byName('application/vnd.oasis.opendocument.spreadsheet', ['ods'], isZip),
  byName('application/zip', ['zip'], isZip),
  byName('text/csv', ['csv'], isText),
  byName('message/rfc822', ['eml'], isText),
  byName('text/plain', ['txt', 'text'], isText),
];

/** The kind of a file: by its first bytes, and by its name only where they fit it. What is not known is any file. */
export function mediaTypeOf(fileName: string, head: Uint8Array): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const kind = KINDS.find(
    ({ extensions, isOf }) => (extensions === null || extensions.includes(extension)) && isOf(head),
  );
  return kind?.mediaType ?? UNKNOWN_TYPE;
}

/** True when content may be what it is said to be. Anything may be an unknown file. */
export function isOfType(mediaType: string, head: Uint8Array): boolean {
  if (mediaType === UNKNOWN_TYPE) return true;
  return KINDS.find((kind) => kind.mediaType === mediaType)?.isOf(head) === true;
}

function byBytes(mediaType: string, isOf: Kind['isOf']): Kind {
  return { mediaType, extensions: null, isOf };
}

function byName(mediaType: string, extensions: readonly string[], isOf: Kind['isOf']): Kind {
  return { mediaType, extensions, isOf };
}

/** No NUL and no control character but line ends and tabs; any 8-bit encoding, as old spreadsheets write it. */
function isText(head: Uint8Array): boolean {
  return head
    .subarray(0, HEAD_BYTES)
    .every((byte) => (byte >= 0x20 ? byte !== 0x7f : byte >= 0x09 && byte <= 0x0d && byte !== 0x0b));
}

function hasText(head: Uint8Array, at: number, text: string): boolean {
  return hasBytes(
    head,
    at,
    [...text].map((character) => character.charCodeAt(0)),
  );
}

function hasBytes(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}
