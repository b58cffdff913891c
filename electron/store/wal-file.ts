const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC_LITTLE = 0x377f0682;
const MAGIC_BIG = 0x377f0683;
const SHM_HEADER_BYTES = 48;
const SHM_CHECKPOINT_AT = 96;
const DEFAULT_PAGE_SIZE = 4_096;

/** One page as a write-ahead log holds it. */
export interface WalFrame {
  readonly page: number;
  /** Size of the database in pages after this frame; 0 unless the frame ends a commit. */
  readonly commitPages: number;
  readonly content: Buffer;
}

/** What a write-ahead log (`plan.db-wal`) holds, read without SQLite: opening it there could already change it. */
export interface WalReport {
  /** Whether there is anything in the log at all. */
  readonly hasContent: boolean;
  /** Whether frames that once belonged to a commit can no longer be trusted, or are gone. */
  readonly isCut: boolean;
  /** Every frame up to the last sound commit: what SQLite would use. */
  readonly sound: readonly WalFrame[];
  /** Those, and every later frame of the same log whose checksum does not hold. */
  readonly all: readonly WalFrame[];
}

interface Header {
  readonly isSound: boolean;
  readonly isBig: boolean;
  readonly pageSize: number;
  readonly salt: Buffer;
  readonly sums: Sums;
}

type Sums = readonly [number, number];

/** Reads a log and the index that SQLite keeps beside it (`plan.db-shm`); null where there is none. */
export function readWal(wal: Buffer | null, shm: Buffer | null): WalReport {
  const index = readIndex(shm);
  if (wal === null || wal.length < HEADER_BYTES) {
    const hasContent = wal !== null && wal.length > 0;
    return { hasContent, isCut: hasContent || owes(index, 0), sound: [], all: [] };
  }
  const header = readHeader(wal);
  const { frames, soundCommitted, strays } = walk(wal, header);
  const sound = frames.slice(0, soundCommitted);
  const lastCommit = frames.reduce((last, { commitPages }, at) => (commitPages > 0 ? at + 1 : last), 0);
  const all = frames.slice(0, Math.max(soundCommitted, lastCommit));
  const isOurIndex = index !== null && header.isSound && index.salt.equals(header.salt);
  // The index says what was committed. Only where it does not belong to this log do the frames speak for themselves.
  const isCut = isOurIndex ? index.frames > soundCommitted : strays || !header.isSound || owes(index, 0);
  return { hasContent: true, isCut, sound, all };
}

/** True when the index promises frames beyond `frames` that never reached the database itself. */
function owes(index: Index | null, frames: number): boolean {
  return index !== null && index.frames > Math.max(frames, index.copied);
}

function readHeader(wal: Buffer): Header {
  const magic = wal.readUInt32BE(0);
  const isBig = magic === MAGIC_BIG;
  const size = wal.readUInt32BE(8);
  const sums = addUp(wal.subarray(0, 24), isBig, [0, 0]);
  const isSound =
    (isBig || magic === MAGIC_LITTLE) && wal.readUInt32BE(24) === sums[0] && wal.readUInt32BE(28) === sums[1];
  const isSize = size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
  const pageSize = isSize ? size : DEFAULT_PAGE_SIZE;
  // Without a sound header the frames themselves must say which log they belong to.
  const saltAt = isSound ? 16 : HEADER_BYTES + 8;
  return { isSound, isBig, pageSize, sums, salt: wal.subarray(saltAt, saltAt + 8) };
}

interface Walk {
  /** Frames that carry this log's mark, sound or not, in order. */
  readonly frames: readonly WalFrame[];
  /** How many of them SQLite would use. */
  readonly soundCommitted: number;
  /** Whether anything of this log lies beyond the last sound frame. */
  readonly strays: boolean;
}

function walk(wal: Buffer, header: Header): Walk {
  const frameBytes = FRAME_HEADER_BYTES + header.pageSize;
  const frames: WalFrame[] = [];
  let sums = header.sums;
  let isSound = header.isSound;
  let soundCommitted = 0;
  let strays = false;
  for (let at = HEADER_BYTES; at < wal.length; at += frameBytes) {
    const frame = wal.subarray(at, at + frameBytes);
    const mark = compareSalt(frame, header.salt);
    if (mark === 'other') {
      isSound = false;
      continue;
    }
    if (frame.length < frameBytes) {
      strays = true;
      break;
    }
    const content = frame.subarray(FRAME_HEADER_BYTES);
    sums = addUp(content, header.isBig, addUp(frame.subarray(0, 8), header.isBig, sums));
    isSound &&= mark === 'same' && frame.readUInt32BE(16) === sums[0] && frame.readUInt32BE(20) === sums[1];
    frames.push({ page: frame.readUInt32BE(0), commitPages: frame.readUInt32BE(4), content });
    if (!isSound) strays = true;
    else if (frame.readUInt32BE(4) > 0) soundCommitted = frames.length;
  }
  return { frames, soundCommitted, strays };
}

/** Frames of an earlier round of the same file differ in both halves; half a match is a damaged mark. */
function compareSalt(frame: Buffer, salt: Buffer): 'same' | 'half' | 'other' {
  // Too short to say, and yet more than SQLite leaves behind.
  if (frame.length < 16) return 'half';
  const halves = [
    frame.subarray(8, 12).equals(salt.subarray(0, 4)),
    frame.subarray(12, 16).equals(salt.subarray(4)),
  ];
  if (halves.every(Boolean)) return 'same';
  return halves.some(Boolean) ? 'half' : 'other';
}

interface Index {
  readonly salt: Buffer;
  /** Frames committed. */
  readonly frames: number;
  /** Frames already copied into the database. */
  readonly copied: number;
}

/** The index of a log, if it can be trusted. It lives in memory that a crash of the app leaves whole. */
function readIndex(shm: Buffer | null): Index | null {
  if (shm === null || shm.length < SHM_CHECKPOINT_AT + 4) return null;
  const header = shm.subarray(0, SHM_HEADER_BYTES);
  if (!header.equals(shm.subarray(SHM_HEADER_BYTES, 2 * SHM_HEADER_BYTES)) || header[12] !== 1) return null;
  const sums = addUp(header.subarray(0, 40), false, [0, 0]);
  if (header.readUInt32LE(40) !== sums[0] || header.readUInt32LE(44) !== sums[1]) return null;
  return {
    frames: header.readUInt32LE(16),
    salt: header.subarray(32, 40),
    copied: shm.readUInt32LE(SHM_CHECKPOINT_AT),
  };
}

/** SQLite's checksum over whole 8-byte steps. */
function addUp(bytes: Buffer, isBig: boolean, start: Sums): Sums {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [first, second] = start;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + view.getUint32(at, !isBig) + second) >>> 0;
    second = (second + view.getUint32(at + 4, !isBig) + first) >>> 0;
  }
  return [first, second];
}
