import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaTypeOf } from '../../electron/store/evidence-kind.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { TODAY } from './test-profile.ts';

/** A picture of one pixel. */
export const TINY_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The start of a document that says what it is and no more. */
export const TINY_PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** The reference to some content, as the application would make it. */
export function anEvidenceFile(
  content: Uint8Array | string,
  fileName = 'Letter.pdf',
  changes: Partial<EvidenceFile> = {},
): EvidenceFile {
  const bytes = Buffer.from(content);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: mediaTypeOf(fileName, bytes),
    addedAt: `${TODAY}T12:00:00.000Z`,
    ...changes,
  };
}

/** Puts content where the application keeps it, past every check, and returns the reference to it. */
export function storeEvidence(
  dataFolder: string,
  content: Uint8Array | string,
  fileName?: string,
): EvidenceFile {
  const file = anEvidenceFile(content, fileName);
  mkdirSync(join(dataFolder, 'evidence'), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataFolder, 'evidence', file.sha256), content, { mode: 0o600 });
  return file;
}
