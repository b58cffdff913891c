import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { OWNER_ONLY } from '../store/durable-file.ts';
import { fileErrorCode } from '../store/file-error.ts';
import { LIMITS, mostBytesFor } from './archive-format.ts';
import { ArchiveRefusal } from './archive-refusal.ts';

/** What a content must turn out to be. */
export interface Expected {
  readonly bytes: number;
  readonly sha256: string;
}

/** An archive whose list of contents was checked. Nothing in it can name a place outside. */
export interface ZipReading {
  /** Uncompressed size by name, as the archive says. */
  readonly sizes: ReadonlyMap<string, number>;
  /** One content as bytes. Throws `ArchiveRefusal` when it is not there, or larger than the archive says. */
  readonly read: (name: string) => Promise<Buffer>;
  /** Unpacks one content into a new file. Throws when it is not what is expected; the file is left to the caller. */
  readonly unpack: (
    name: string,
    path: string,
    expected: Expected,
    take: (bytes: number) => void,
  ) => Promise<void>;
  readonly close: () => void;
}

// Bits an honest archive may set: how hard it was compressed (1, 2), sizes after the content (3), UTF-8 names (11).
const HARMLESS_FLAGS = 0b0000_1000_0000_1110;
const STORED = 0;
const DEFLATED = 8;
const KIND_OF_FILE = 0o170000;
const PLAIN_FILE = 0o100000;
const DOS_DIRECTORY = 0x10;

/**
 * Opens an archive and reads its list of contents only: no more entries than allowed, each named as in a First Claim
 * archive and only once, plain files of a sane size, none lying inside another. Throws `ArchiveRefusal` otherwise.
 */
export async function openZip(path: string): Promise<ZipReading> {
  const file = openPlainFile(path);
  let zip: ZipFile;
  try {
    zip = await fromFdPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (error) {
    closeSync(file);
    throw error;
  }
  try {
    const entries = await checkedEntries(zip);
    await refuseOverlap(zip, entries);
    return reading(zip, entries);
  } catch (error) {
    zip.close();
    throw error;
  }
}

// Not waiting: a pipe in the place of a file would keep the app waiting for good.
function openPlainFile(path: string): number {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = fileErrorCode(error);
    throw new ArchiveRefusal(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'The file is not there any more.'
        : 'First Claim could not open the file.',
    );
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new ArchiveRefusal('This is not an ordinary file.');
}

async function checkedEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > LIMITS.entries) throw new ArchiveRefusal('The archive holds far too many files.');
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    // Every name in an archive of ours is plain ASCII: read as it stands, no other encoding can hide one.
    const name = entry.fileNameRaw.toString('latin1');
    refuseEntry(name, entry);
    if (entries.has(name)) throw new ArchiveRefusal('The archive names one of its files twice.');
    entries.set(name, entry);
    total += entry.uncompressedSize;
    if (total > LIMITS.totalBytes) throw new ArchiveRefusal('Unpacked, the archive would be far too large.');
  }
  return entries;
}

function refuseEntry(name: string, entry: Entry): void {
  const { uncompressedSize, compressedSize, compressionMethod, externalFileAttributes } = entry;
  const most = mostBytesFor(name);
  if (most === null) {
    throw new ArchiveRefusal('The archive holds a file that has no place in a First Claim archive.');
  }
  if (entry.isEncrypted()) {
    throw new ArchiveRefusal('The archive is locked with a password, which First Claim never does.');
  }
  const kind = (externalFileAttributes >>> 16) & KIND_OF_FILE;
  if ((kind !== 0 && kind !== PLAIN_FILE) || (externalFileAttributes & DOS_DIRECTORY) !== 0) {
    throw new ArchiveRefusal('The archive holds a link or a folder in the place of a file.');
  }
  const isMethodKnown = compressionMethod === STORED || compressionMethod === DEFLATED;
  if (!isMethodKnown || (entry.generalPurposeBitFlag & ~HARMLESS_FLAGS) !== 0) {
    throw new ArchiveRefusal('The archive was packed in a way First Claim does not read.');
  }
  if (!(uncompressedSize >= 1 && uncompressedSize <= most && compressedSize >= 1)) {
    throw new ArchiveRefusal('The archive holds a file of a size that cannot be right.');
  }
  if (uncompressedSize > LIMITS.smallBytes && uncompressedSize > compressedSize * LIMITS.ratio) {
    throw new ArchiveRefusal('The archive would unfold into far more than it seems to hold.');
  }
}

/** Entries that share bytes can make a small file unfold into a huge one, and hide one name under another. */
async function refuseOverlap(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<void> {
  const ranges: { readonly from: number; readonly to: number }[] = [];
  for (const entry of entries.values()) {
    const header = await zip.readLocalFileHeaderPromise(entry);
    const isSame =
      header.fileName.equals(entry.fileNameRaw) &&
      header.compressionMethod === entry.compressionMethod &&
      header.generalPurposeBitFlag === entry.generalPurposeBitFlag;
    if (!isSame) throw new ArchiveRefusal('The archive says two different things about one of its files.');
    const from = entry.relativeOffsetOfLocalHeader;
    ranges.push({ from, to: header.fileDataStart + entry.compressedSize });
  }
  ranges.sort((a, b) => a.from - b.from);
  let end = 0;
  for (const { from, to } of ranges) {
    if (from < end || to > zip.fileSize) {
      throw new ArchiveRefusal('Files of the archive lie inside one another.');
    }
    end = to;
  }
}

function reading(zip: ZipFile, entries: ReadonlyMap<string, Entry>): ZipReading {
  const piecesOf = async (name: string): Promise<AsyncIterable<Buffer>> => {
    const entry = entries.get(name);
    if (entry === undefined) throw new ArchiveRefusal('A part of the archive is missing.');
    return (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  };
  return {
    sizes: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
    read: async (name) => {
      const most = mostBytesFor(name) ?? 0;
      const pieces: Buffer[] = [];
      let bytes = 0;
      for await (const piece of await piecesOf(name)) {
        bytes += piece.length;
        if (bytes > most) throw tooLong();
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    },
    unpack: async (name, path, expected, take) => {
      const file = await open(path, 'wx', OWNER_ONLY);
      try {
        await copyExactly(await piecesOf(name), file, expected, take);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    close: () => zip.close(),
  };
}

/** Never trusts what was said about the size: counts, and stops at the first byte too many. */
async function copyExactly(
  pieces: AsyncIterable<Buffer>,
  file: FileHandle,
  { bytes, sha256 }: Expected,
  take: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  let copied = 0;
  for await (const piece of pieces) {
    copied += piece.length;
    if (copied > bytes) throw tooLong();
    hash.update(piece);
    for (let at = 0; at < piece.length; ) at += (await file.write(piece, at)).bytesWritten;
    take(piece.length);
  }
  if (copied !== bytes || hash.digest('hex') !== sha256) {
    throw new ArchiveRefusal('A file in the archive is not what it was when the archive was made.');
  }
}

function tooLong(): ArchiveRefusal {
  return new ArchiveRefusal('A file in the archive is longer than the archive says.');
}
