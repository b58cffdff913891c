import type { EvidenceFile, EvidenceNote } from './field.ts';
import { dateOfInstant, formatDate, isIsoDate } from './iso-date.ts';
import type { Plan } from './plan.ts';

/** Largest file that can be attached: 100 MB, counted as disks and file managers count. */
export const MAX_EVIDENCE_BYTES = 100_000_000;
/** Largest picture that is shown in the page. */
export const MAX_PREVIEW_BYTES = 8_000_000;
/** Most of a file that travels in one request. */
export const MAX_CHUNK_BYTES = 1_000_000;
/** Most kept files that are looked for in one request. */
export const MAX_LOOKED_FOR = 10_000;

/** A kind of file that First Claim knows by looking into it. */
export interface EvidenceType {
  /** For people: "PDF document". */
  readonly word: string;
  /** With which a copy of it is named, whatever the file was called. */
  readonly extension: string;
  /** Plain documents and pictures, which nothing can hide a program in. Everything else is only shown in its folder. */
  readonly mayOpen: boolean;
  readonly isPicture: boolean;
}

const plain = { mayOpen: true, isPicture: false };
const picture = { mayOpen: true, isPicture: true };
const other = { mayOpen: false, isPicture: false };

/** What a file is called whose kind First Claim does not know. */
export const UNKNOWN_TYPE = 'application/octet-stream';

const UNKNOWN: EvidenceType = { word: 'File', extension: 'bin', ...other };

/** Every kind of file First Claim tells apart, by media type. */
export const EVIDENCE_TYPES: Readonly<Record<string, EvidenceType>> = {
  'application/pdf': { word: 'PDF document', extension: 'pdf', ...plain },
  'image/png': { word: 'PNG picture', extension: 'png', ...picture },
  'image/jpeg': { word: 'JPEG picture', extension: 'jpg', ...picture },
  'image/gif': { word: 'GIF picture', extension: 'gif', ...picture },
  'image/webp': { word: 'WebP picture', extension: 'webp', ...picture },
  'text/plain': { word: 'Text', extension: 'txt', ...plain },
  // Plain text, but a spreadsheet runs the formulas in it.
  'text/csv': { word: 'CSV table', extension: 'csv', ...other },
  'image/tiff': { word: 'TIFF picture', extension: 'tif', ...other },
  'image/heic': { word: 'HEIC picture', extension: 'heic', ...other },
  'application/rtf': { word: 'Rich text', extension: 'rtf', ...other },
  'message/rfc822': { word: 'Email message', extension: 'eml', ...other },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    word: 'Word document',
    extension: 'docx',
    ...other,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    word: 'Excel workbook',
    extension: 'xlsx',
    ...other,
  },
  'application/vnd.oasis.opendocument.text': { word: 'OpenDocument text', extension: 'odt', ...other },
  'application/vnd.oasis.opendocument.spreadsheet': {
    word: 'OpenDocument spreadsheet',
    extension: 'ods',
    ...other,
  },
  'application/zip': { word: 'ZIP archive', extension: 'zip', ...other },
  [UNKNOWN_TYPE]: UNKNOWN,
};

/** What is known about a media type; a name this version does not know counts as any file. */
export function evidenceType(mediaType: string): EvidenceType {
  return Object.hasOwn(EVIDENCE_TYPES, mediaType) ? (EVIDENCE_TYPES[mediaType] ?? UNKNOWN) : UNKNOWN;
}

/** How a kept file was found. `changed`: what is there is not what was attached. */
export const EVIDENCE_STATUSES = ['present', 'missing', 'changed', 'unreadable'] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

/** How files were found, by their sha256. One that is not named was not looked for. */
export type EvidenceStatuses = Readonly<Record<string, EvidenceStatus>>;

/** How a file that is not as it should be is said, on screen and on paper. */
export const EVIDENCE_STATUS_WORDS: Readonly<Record<Exclude<EvidenceStatus, 'present'>, string>> = {
  missing: 'Missing: this file is not in the evidence folder any more',
  changed: 'Changed: what is kept is not the file that was attached',
  unreadable: 'Not readable: this computer could not read the file',
};

const SHA256 = /^[0-9a-f]{64}$/;
const MEDIA_TYPE = /^[a-z]{1,20}\/[a-z0-9.+-]{1,100}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** True for the name of a content. */
export function isSha256(value: unknown): value is string {
  return typeof value === 'string' && SHA256.test(value);
}

/** True for a well-formed reference to a kept file. Whether the file is there is for the store to say. */
export function isEvidenceFile(value: unknown): value is EvidenceFile {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return false;
  const { sha256, bytes, mediaType, addedAt } = value as Readonly<Record<string, unknown>>;
  if (!isSha256(sha256) || typeof mediaType !== 'string' || typeof addedAt !== 'string') return false;
  if (!Number.isSafeInteger(bytes) || Number(bytes) < 1) return false;
  return MEDIA_TYPE.test(mediaType) && INSTANT.test(addedAt) && isIsoDate(dateOfInstant(addedAt));
}

/** Says why a file cannot be attached, before anything of it is copied; null when it can. */
export function refuseFile(name: string, bytes: number): string | null {
  if (bytes === 0) return `“${name}” is empty, so there is nothing to keep.`;
  if (bytes <= MAX_EVIDENCE_BYTES) return null;
  return `“${name}” is ${formatBytes(bytes)}. The largest file that can be attached is ${formatBytes(MAX_EVIDENCE_BYTES)}. Nothing was copied.`;
}

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;

/** `812 bytes`, `48 KB`, `1.3 MB`. Rounded up, so that what is over a limit never reads as the limit. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let tenth = 100;
  for (const unit of UNITS) {
    const tenths = Math.ceil(bytes / tenth);
    if (tenths < 10_000) return `${tenths / 10} ${unit}`;
    tenth *= 1_000;
  }
  return 'more than 999 TB';
}

/** The start of a content's name, by which a file can be told on paper. */
export function fingerprint(sha256: string): string {
  return `SHA-256 ${sha256.slice(0, 12)}`;
}

/** "EIN letter (PDF document, 48 KB, added 22 Nov 2026, SHA-256 3f2a1b4c5d6e; kept: Blue folder)". */
export function evidenceInWords({ name, location, file }: EvidenceNote, status?: EvidenceStatus): string {
  const kept = location === '' ? [] : [`kept: ${location}`];
  const parts = file === undefined ? kept : [fileInWords(file), ...kept];
  // A file speaks for itself; a line in words counts only with a name.
  const called = name.trim() === '' && file !== undefined ? 'Document without a name' : name;
  const words = parts.length === 0 ? called : `${called} (${parts.join('; ')})`;
  return withStatusInWords(words, status);
}

function fileInWords({ sha256, bytes, mediaType, addedAt }: EvidenceFile): string {
  const added = `added ${formatDate(dateOfInstant(addedAt))}`;
  return [evidenceType(mediaType).word, formatBytes(bytes), added, fingerprint(sha256)].join(', ');
}

/** Words about a document, and after them what is wrong with its file. */
export function withStatusInWords(words: string, status: EvidenceStatus | undefined): string {
  return status === undefined || status === 'present' ? words : `${words}. ${EVIDENCE_STATUS_WORDS[status]}`;
}

/** Every reference to a file in a stored value, wherever in it. */
export function filesIn(value: unknown): readonly EvidenceFile[] {
  if (typeof value !== 'object' || value === null) return [];
  return isEvidenceFile(value) ? [value] : Object.values(value).flatMap(filesIn);
}

/** Every content the plan refers to, each once, those of entries taken off their list too. */
export function filesOfPlan({ items, records }: Pick<Plan, 'items' | 'records'>): readonly EvidenceFile[] {
  const files = [...Object.values(items), ...records].flatMap(({ answers }) => filesIn(answers));
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}
