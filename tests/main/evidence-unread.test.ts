import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { TODAY } from '../support/test-profile.ts';

const COUNTS = '/proc/self/io';
const FILES = 20;
const BYTES = 10_000_000;
// Far more than a plan of a few answers and its log ask for, far less than any two of the files.
const A_LITTLE = 4_000_000;

/** Bytes that this process has read so far, through whatever call. Holes in a file count when they are read. */
function bytesRead(): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync(COUNTS, 'utf8'))?.[1]);
}

async function readDuring(work: () => unknown): Promise<number> {
  const before = bytesRead();
  await work();
  return bytesRead() - before;
}

/** Files that take no room: the start of a document and nothing behind it. Their names are those of other contents. */
function keepFiles(dataFolder: string): readonly EvidenceFile[] {
  mkdirSync(join(dataFolder, 'evidence'), { mode: 0o700 });
  return Array.from({ length: FILES }, (_, at) => {
    const sha256 = createHash('sha256').update(String(at)).digest('hex');
    const path = join(dataFolder, 'evidence', sha256);
    writeFileSync(path, '%PDF-1.7\n', { mode: 0o600 });
    truncateSync(path, BYTES);
    return { sha256, bytes: BYTES, mediaType: 'application/pdf', addedAt: `${TODAY}T12:00:00.000Z` };
  });
}

/** A closed plan that refers to files of 200 MB. */
async function aPlanWithFiles(): Promise<{
  readonly dataFolder: string;
  readonly files: readonly EvidenceFile[];
}> {
  const dataFolder = tempFolder();
  const files = keepFiles(dataFolder);
  const first = anApplication({ catalog, dataFolder });
  const proof = files.map((file, at) => ({ name: `Letter ${at}`, location: '', file }));
  expectOk(await first.ask('answerItem', { itemId: 'biz-ein', patch: { file: proof } }));
  first.application.close();
  return { dataFolder, files };
}

const statuses = ({ ask }: TestApplication, files: readonly EvidenceFile[], withHash: boolean) =>
  ask('statEvidence', { files: files.map(({ sha256, bytes }) => ({ sha256, bytes })), withHash });

describe.skipIf(!existsSync(COUNTS))('evidence', () => {
  it('is not read when the plan is opened, saved, backed up and closed', async () => {
    const { dataFolder } = await aPlanWithFiles();
    const read = await readDuring(async () => {
      const { application, ask } = anApplication({ catalog, dataFolder });
      const { plan } = expectOk(await ask('loadPlan', {}));
      expect(plan.items['biz-ein']?.answers.file).toHaveLength(FILES);
      expectOk(await ask('answerItem', { itemId: 'biz-ein', patch: { note: 'Called the office' } }));
      application.close();
    });
    expect(read).toBeLessThan(A_LITTLE);
  });

  it('is looked for without being read', async () => {
    const { dataFolder, files } = await aPlanWithFiles();
    const opened = anApplication({ catalog, dataFolder });
    expect(await readDuring(() => statuses(opened, files, false))).toBeLessThan(A_LITTLE);
  });

  it('is read where it has to be proved', async () => {
    const { dataFolder, files } = await aPlanWithFiles();
    const opened = anApplication({ catalog, dataFolder });
    expect(await readDuring(() => statuses(opened, files, true))).toBeGreaterThanOrEqual(FILES * BYTES);
  });
});
