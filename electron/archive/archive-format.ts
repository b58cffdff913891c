import * as z from 'zod';
import { isSha256, MAX_EVIDENCE_BYTES } from '../../shared/domain/evidence.ts';

/** What the manifest of every archive says it is. */
export const ARCHIVE_FORMAT = 'first-claim-archive';
/** The only version there is. Rises when an older First Claim could not read what is written. */
export const ARCHIVE_VERSION = 1;
/** A file's extension, and its kind as a dialog names it. */
export const ARCHIVE_TYPE = { typeName: 'First Claim archive', extension: 'firstclaim' } as const;

export const MANIFEST_NAME = 'manifest.json';
export const PLAN_NAME = 'plan.db';

/** Limits that no honest archive comes near. Checked before and again while anything is unpacked. */
export const LIMITS = {
  entries: 20_000,
  manifestBytes: 8_000_000,
  planBytes: 256_000_000,
  totalBytes: 20_000_000_000,
  /** Uncompressed to compressed, of an entry larger than `smallBytes`. Our own archives compress nothing. */
  ratio: 200,
  smallBytes: 1_000_000,
} as const;

const EVIDENCE_NAME = /^evidence\/([0-9a-f]{64})$/;

const sha256 = z.string().refine(isSha256);
const counted = (most: number): z.ZodNumber => z.int().min(1).max(most);

const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  formatVersion: z.literal(ARCHIVE_VERSION),
  /** Version of the app that wrote it. */
  app: z.string().max(64),
  createdAt: z.iso.datetime(),
  plan: z.strictObject({ sha256, bytes: counted(LIMITS.planBytes), schemaVersion: counted(1_000_000) }),
  evidence: z
    .array(
      z.strictObject({
        sha256,
        bytes: counted(MAX_EVIDENCE_BYTES),
        mediaType: z.string().regex(/^[a-z]{1,20}\/[a-z0-9.+-]{1,100}$/),
      }),
    )
    .max(LIMITS.entries - 2),
  /** Contents the plan refers to that were gone or damaged already when the archive was made. */
  absent: z.array(sha256).max(LIMITS.entries),
});

/** What an archive says of itself. Everything it says is checked. */
export type Manifest = z.infer<typeof manifestSchema>;

const versionSchema = z.object({ format: z.literal(ARCHIVE_FORMAT), formatVersion: z.int().min(1) });

/** Reads a manifest. `newer`: only a newer First Claim can. */
export function parseManifest(value: unknown): Manifest | 'newer' | null {
  const said = versionSchema.safeParse(value);
  if (!said.success) return null;
  if (said.data.formatVersion > ARCHIVE_VERSION) return 'newer';
  const parsed = manifestSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The name of a content inside an archive. */
export function evidenceName(sha256: string): string {
  return `evidence/${sha256}`;
}

/** Most bytes an entry of this name may have; null for a name that has no place in an archive. */
export function mostBytesFor(name: string): number | null {
  if (name === MANIFEST_NAME) return LIMITS.manifestBytes;
  if (name === PLAN_NAME) return LIMITS.planBytes;
  return EVIDENCE_NAME.test(name) ? MAX_EVIDENCE_BYTES : null;
}
