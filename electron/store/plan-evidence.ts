import type { Database } from 'better-sqlite3';
import { filesIn } from '../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { schemaVersion } from './migrate.ts';
import { parseJson } from './plan-rows.ts';

/**
 * Every content that the answers of a plan file refer to now, each once. Goes by the stored text, not by the catalog, so
 * that a plan of any version gives the same list. Throws what SQLite throws.
 */
export function evidenceOfPlan(db: Database): readonly EvidenceFile[] {
  const version = schemaVersion(db);
  const tables = [...(version >= 1 ? ['item'] : []), ...(version >= 2 ? ['record'] : [])];
  const files = new Map<string, EvidenceFile>();
  for (const table of tables) {
    for (const text of db.prepare(`SELECT answers FROM ${table}`).pluck().iterate()) {
      if (typeof text !== 'string') continue;
      for (const file of filesIn(parseJson(text))) files.set(file.sha256, file);
    }
  }
  return [...files.values()];
}
