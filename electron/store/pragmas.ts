import type { Database } from 'better-sqlite3';

/** `FCLM`: marks a file as a First Claim plan, at byte 68 of its header. */
export const APPLICATION_ID = 0x46434c4d;

/** How long to wait for another connection's lock. */
export const BUSY_TIMEOUT_MS = 2_000;

/** Marks a new file as ours. Before WAL on purpose: so it stands in the file itself even if the app dies right after. */
export function markAsOurs(db: Database): void {
  db.pragma(`application_id = ${APPLICATION_ID}`);
}

/** Settings of a connection that may write. `synchronous` has to follow `journal_mode`: WAL resets it to NORMAL, which can lose the last saves at a power cut. */
export function applyPragmas(db: Database): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = 1000');
  db.pragma('synchronous = FULL');
  // On macOS a plain fsync does not reach the drive itself. Elsewhere this changes nothing.
  db.pragma('checkpoint_fullfsync = ON');
}

const REQUIRED = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  checkpoint_fullfsync: 1,
} as const;

/** Names of the settings that did not take. Read after the first write, when SQLite has made up its mind. */
export function wrongPragmas(db: Database): readonly string[] {
  return Object.entries(REQUIRED)
    .filter(([name, wanted]) => db.pragma(name, { simple: true }) !== wanted)
    .map(([name]) => name);
}
