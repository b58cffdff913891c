import * as z from 'zod';
import { EVIDENCE_STATUSES, isSha256, MAX_CHUNK_BYTES, MAX_LOOKED_FOR } from '../domain/evidence.ts';
import { evidenceFileSchema } from '../domain/field-schema.ts';

/** Most files without an answer that are listed, and cleared, in one request. */
export const MAX_DETACHED = 1_000;

const nothing = z.strictObject({});
const sha256 = z.string().refine(isSha256);
const bytes = z.int().min(0);
const uploadId = z.string().min(1).max(64);
/** Longer than any file system's; a page shortens it before. */
const fileName = z.string().min(1).max(300);
const mediaType = z.string().min(1).max(128);
const content = z.strictObject({ sha256, fileName, mediaType });

/**
 * Files as evidence. They travel in pieces, so that a large one can be followed and given up; what comes out is the
 * reference to put into an answer. Files are named by their content: no path crosses in either direction.
 */
export const evidenceContract = {
  /** Refuses what cannot be kept, in words, before anything of it is copied. */
  beginEvidence: { input: z.strictObject({ fileName, bytes }), output: z.strictObject({ uploadId }) },
  /** The next piece of a file, from its byte `at` on. */
  addEvidenceChunk: {
    input: z.strictObject({
      uploadId,
      at: bytes,
      base64: z
        .string()
        .min(4)
        .max(Math.ceil(MAX_CHUNK_BYTES / 3) * 4),
    }),
    output: nothing,
  },
  finishEvidence: {
    input: z.strictObject({ uploadId }),
    /** `isRepaired`: the same content was kept already, but damaged, and was put right. */
    output: z.strictObject({ file: evidenceFileSchema, isRepaired: z.boolean() }),
  },
  /** Gives up one file; null: every file this window was sending, as after a reload. */
  cancelEvidence: { input: z.strictObject({ uploadId: uploadId.nullable() }), output: nothing },
  /** A picture that is safe to show in the page, its hash checked. */
  readEvidence: {
    input: z.strictObject({ sha256, mediaType }),
    output: z.strictObject({ mediaType, base64: z.string() }),
  },
  /** Opens a copy of a plain document or picture with the system's own program. */
  openEvidence: { input: content, output: nothing },
  /** Shows a copy of any file in its folder, and opens nothing. */
  showEvidence: { input: content, output: nothing },
  /** How kept files are found. Without their hash they are told by size alone, and not read. */
  statEvidence: {
    input: z.strictObject({
      files: z.array(z.strictObject({ sha256, bytes })).max(MAX_LOOKED_FOR),
      withHash: z.boolean(),
    }),
    output: z.strictObject({ statuses: z.record(sha256, z.enum(EVIDENCE_STATUSES)) }),
  },
  /** Kept files that no answer refers to, what was removed last first. */
  listDetachedEvidence: {
    input: nothing,
    output: z.strictObject({
      /** The first of them, where there are more than `MAX_DETACHED`. */
      files: z
        .array(
          z.strictObject({
            sha256,
            bytes,
            /** As the history or else a backup has it; '' for a file without a name, null where neither knows it. */
            name: z.string().nullable(),
            mediaType: z.string().nullable(),
            /** The newest line of the history that names it; null where none does. */
            lastNamed: z.strictObject({ at: z.string(), subject: z.string() }).nullable(),
            /** The backups whose answers refer to it. */
            backups: z.array(z.string()),
          }),
        )
        .max(MAX_DETACHED),
      total: z.strictObject({ files: bytes, bytes }),
      /** Files attached in this run that no saved answer refers to yet. They are not listed, and not cleared. */
      waiting: bytes,
      /** By the ids of backups, how many files each refers to that are not kept any more. */
      missingFrom: z.record(z.string(), z.int().min(1)),
    }),
  },
  /**
   * Removes files for good, after the plan was backed up and the backup checked. Fails, and removes nothing, when a
   * single one of them is wanted after all.
   */
  clearDetachedEvidence: {
    input: z.strictObject({ sha256s: z.array(sha256).min(1).max(MAX_DETACHED) }),
    output: z.strictObject({
      files: bytes,
      bytes,
      /** The backup that holds the plan as it is. */
      backup: z.strictObject({ id: z.string(), madeAt: z.iso.datetime(), number: bytes }),
    }),
  },
} as const;
