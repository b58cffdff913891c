import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type EvidencePorts, type EvidenceStore, openEvidence } from '../../electron/store/evidence-store.ts';
import type { Kept } from '../../electron/store/evidence-upload.ts';
import { MAX_CHUNK_BYTES } from '../../shared/domain/evidence.ts';
import { expectOk } from './plan-builders.ts';
import { tempFolder } from './temp-folder.ts';
import { TODAY } from './test-profile.ts';

/** The window that attaches files. */
export const PAGE = 7;

export interface TestEvidence {
  readonly store: EvidenceStore;
  readonly dataFolder: string;
  /** Names in the evidence folder. */
  readonly names: () => readonly string[];
  readonly pathOf: (sha256: string) => string;
}

/** The files of a folder, open until the test is over. Ids are `upload-1` and so on. */
export function openTestEvidence(
  ports: Partial<EvidencePorts> = {},
  dataFolder: string = tempFolder(),
): TestEvidence {
  let ids = 0;
  const store = openEvidence(dataFolder, {
    now: () => `${TODAY}T12:00:00.000Z`,
    newId: () => `upload-${++ids}`,
    copiesIn: tempFolder(),
    ...ports,
  });
  onTestFinished(() => store.close());
  const folder = join(dataFolder, 'evidence');
  return {
    store,
    dataFolder,
    names: () => (existsSync(folder) ? readdirSync(folder) : []),
    pathOf: (sha256) => join(folder, sha256),
  };
}

/** Begins to copy a file and returns the id under which its pieces are sent. */
export function begin(store: EvidenceStore, fileName: string, bytes: number): string {
  return expectOk(store.begin(PAGE, { fileName, bytes })).uploadId;
}

/** Attaches a file as a page does. */
export async function attach(
  store: EvidenceStore,
  content: Uint8Array | string,
  fileName = 'Letter.pdf',
): Promise<Kept> {
  const bytes = Buffer.from(content);
  const uploadId = begin(store, fileName, bytes.length);
  for (let at = 0; at < bytes.length; at += MAX_CHUNK_BYTES) {
    const base64 = bytes.subarray(at, at + MAX_CHUNK_BYTES).toString('base64');
    expectOk(store.add(PAGE, { uploadId, at, base64 }));
  }
  return expectOk(await store.finish(PAGE, uploadId));
}
