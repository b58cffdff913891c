import { chmodSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { planPath } from '../store/data-folder.ts';
import { OWNER_ONLY } from '../store/durable-file.ts';
import { unreferencedEvidence } from '../store/evidence-clearing.ts';
import { schemaVersion } from '../store/migrate.ts';
import { evidenceOfPlan } from '../store/plan-evidence.ts';
import { faultOf, lookInto } from '../store/plan-facts.ts';
import { type Digest, digestOf } from '../store/plan-seal.ts';
import { LIMITS, PLAN_NAME } from './archive-format.ts';
import { ArchiveRefusal } from './archive-refusal.ts';

/** A plan as it was at one moment, in a file of its own. */
export interface Snapshot {
  readonly path: string;
  readonly digest: Digest;
  readonly schemaVersion: number;
  readonly evidence: readonly EvidenceFile[];
}

/** Copies the plan into `staging` while it is in use, and checks the copy. Throws `ArchiveRefusal`, or what SQLite says. */
export function takeSnapshot(dataFolder: string, staging: string): Snapshot {
  const path = join(staging, PLAN_NAME);
  closeSync(openSync(path, 'wx', OWNER_ONLY));
  lookInto(planPath(dataFolder), (db) => db.prepare('VACUUM INTO ?').run(path));
  chmodSync(path, OWNER_ONLY);
  const found = lookInto(path, (db) => {
    if (faultOf(db, 'quick') !== null) {
      throw new ArchiveRefusal('The copy of the plan was not whole.', 'store-failed');
    }
    return { schemaVersion: schemaVersion(db), evidence: evidenceOfPlan(db) };
  });
  const digest = digestOf(path);
  if (digest.bytes > LIMITS.planBytes) throw new ArchiveRefusal('The plan is too large for an archive.');
  return { path, digest, ...found };
}

/** Kept files that a plan does not refer to. */
export function leftOut(dataFolder: string, { evidence }: Snapshot): number {
  const unreferenced = unreferencedEvidence(dataFolder, new Set(evidence.map(({ sha256 }) => sha256)));
  return unreferenced.ok ? unreferenced.value.length : 0;
}
