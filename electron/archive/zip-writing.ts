import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { evidencePath } from '../store/evidence-folder.ts';
import { evidenceName, MANIFEST_NAME, type Manifest, PLAN_NAME } from './archive-format.ts';
import { ArchiveRefusal } from './archive-refusal.ts';
import type { TakeProgress } from './unpack-archive.ts';
import type { Expected } from './zip-reading.ts';

const STEP_BYTES = 262_144;
// A link put in the place of a kept file is not followed. Windows has no such flag, and links need rights there.
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/**
 * Streams an archive into an open file. Nothing is compressed: most evidence is already, and a plan is small; so no
 * honest archive can look like one that unfolds into gigabytes. Throws when a file is not what the manifest says.
 */
export async function writeZip(
  handle: FileHandle,
  {
    manifest,
    planPath,
    dataFolder,
    signal,
    onProgress,
  }: {
    readonly manifest: Manifest;
    readonly planPath: string;
    readonly dataFolder: string;
    readonly signal: AbortSignal;
    readonly onProgress: TakeProgress;
  },
): Promise<void> {
  const total = manifest.evidence.reduce((sum, { bytes }) => sum + bytes, manifest.plan.bytes);
  let done = 0;
  const take = (bytes: number): void => {
    done += bytes;
    onProgress(done, total);
  };
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  let reading: Readable | null = null;
  const common = { mtime: new Date(manifest.createdAt), mode: 0o100600, compress: false };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), MANIFEST_NAME, common);
  const add = (name: string, path: string, expected: Expected): void => {
    zip.addReadStreamLazy(name, { ...common, size: expected.bytes }, (give) => {
      const stream = Readable.from(exactly(path, expected, take), { objectMode: false });
      // yazl hears of an error only once it reads; until then it must not end the process.
      stream.once('error', (error) => out.destroy(error));
      reading = stream;
      give(null, stream);
    });
  };
  add(PLAN_NAME, planPath, manifest.plan);
  for (const file of manifest.evidence)
    add(evidenceName(file.sha256), evidencePath(dataFolder, file.sha256), file);
  zip.end();
  try {
    for await (const piece of out as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      for (let at = 0; at < piece.length; ) at += (await handle.write(piece, at)).bytesWritten;
    }
  } finally {
    // Nobody reads on after a failure, and its file would stay open.
    (reading as Readable | null)?.destroy();
  }
}

/** A file piece by piece. Ends in an error when it turns out not to be what is expected. */
async function* exactly(
  path: string,
  { bytes, sha256 }: Expected,
  take: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const file = await open(path, READ_NO_LINK);
  try {
    const hash = createHash('sha256');
    for (let at = 0; ; ) {
      const piece = Buffer.alloc(Math.min(STEP_BYTES, bytes - at + 1));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      at += bytesRead;
      if (at > bytes || (bytesRead === 0 && (at < bytes || hash.digest('hex') !== sha256))) {
        throw new ArchiveRefusal('A file of the plan was changed while it was being read.');
      }
      if (bytesRead === 0) return;
      const read = piece.subarray(0, bytesRead);
      hash.update(read);
      take(bytesRead);
      yield read;
    }
  } finally {
    await file.close();
  }
}
