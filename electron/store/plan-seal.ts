import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { isoDateSchema } from '../../shared/domain/field-schema.ts';
import { OWNER_ONLY, readIfThere } from './durable-file.ts';
import { parseJson } from './plan-rows.ts';

/** A file's bytes, in short. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** How First Claim left the plan when it last closed it. */
export interface Seal extends Digest {
  /** Number of the newest history row. */
  readonly lastSeq: number;
  /** Last day on which every index was compared with its table. */
  readonly checkedOn: string;
}

/** `closed`: nothing was saved since. `open`: something was, and the plan was not closed properly after it. */
export interface SealState {
  readonly state: 'closed' | 'open';
  /** Null when the plan was never closed before it was opened that time. */
  readonly seal: Seal | null;
}

const sealSchema: z.ZodType<Seal> = z.strictObject({
  sha256: z.string(),
  bytes: z.number(),
  modifiedMs: z.number(),
  lastSeq: z.number(),
  checkedOn: isoDateSchema,
});

const CHUNK_BYTES = 1_024 * 1_024;

/**
 * Reads the seal of a data folder; null when there is none that can be read. SQLite notices a broken structure but not
 * a changed letter: that is what the seal is for. It is advice: without it a plan opens all the same, looked at longer.
 */
export function readSeal(folder: string): SealState | null {
  for (const state of ['closed', 'open'] as const) {
    const text = readText(sealPath(folder, state));
    if (text === null) continue;
    const parsed = sealSchema.safeParse(parseJson(text));
    if (parsed.success) return { state, seal: parsed.data };
    if (state === 'open') return { state, seal: null };
  }
  return null;
}

/** Seals a plan that was just closed. A seal that cannot be written is left out. */
export function writeSeal(folder: string, seal: Seal): void {
  const closed = sealPath(folder, 'closed');
  try {
    writeFileSync(`${closed}.tmp`, JSON.stringify(seal), { mode: OWNER_ONLY });
    renameSync(`${closed}.tmp`, closed);
    rmSync(sealPath(folder, 'open'), { force: true });
  } catch {
    rmSync(`${closed}.tmp`, { force: true });
  }
}

/** Says that the plan changes from here on. Called before the first save; false when it must be tried again. */
export function breakSeal(folder: string): boolean {
  const open = sealPath(folder, 'open');
  try {
    renameSync(sealPath(folder, 'closed'), open);
    return true;
  } catch {
    try {
      writeFileSync(open, '', { flag: 'a', mode: OWNER_ONLY });
      return true;
    } catch {
      return false;
    }
  }
}

/** Forgets how the plan was left, before another file takes its place. */
export function removeSeal(folder: string): void {
  for (const state of ['closed', 'open'] as const) rmSync(sealPath(folder, state), { force: true });
}

/** Sums up a file's bytes. Throws what the system says. */
export function digestOf(path: string): Digest {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
    return { sha256: hash.digest('hex'), bytes, modifiedMs: Math.trunc(fstatSync(file).mtimeMs) };
  } finally {
    closeSync(file);
  }
}

function readText(path: string): string | null {
  try {
    return readIfThere(path)?.toString() ?? null;
  } catch {
    return null;
  }
}

function sealPath(folder: string, state: SealState['state']): string {
  return join(folder, state === 'closed' ? 'plan.seal' : 'plan.seal-open');
}
