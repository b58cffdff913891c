import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { planPath } from '../store/data-folder.ts';
import { OWNER_ONLY_FOLDER } from '../store/durable-file.ts';
import { openPlan } from '../store/open-database.ts';
import { evidenceOfPlan } from '../store/plan-evidence.ts';
import { type Fault, factsOf, faultOf, lookInto, type PlanFacts } from '../store/plan-facts.ts';
import { isFaultOfFile } from '../store/store-failure.ts';
import type { Manifest } from './archive-format.ts';
import { ArchiveRefusal } from './archive-refusal.ts';

/** A plan out of an archive that proved whole. */
export interface CheckedPlan {
  readonly facts: PlanFacts;
  /** Every content its answers refer to. */
  readonly evidence: readonly EvidenceFile[];
}

/** Said of an archive that only a newer version can read. */
export const NEWER = 'The archive was made by a newer version of First Claim and needs that version.';

const FAULT_WORDS: Readonly<Record<Exclude<Fault, null>, string>> = {
  damaged: 'The plan in the archive is damaged.',
  tables: 'The plan in the archive does not have the tables of a First Claim plan.',
  'not-a-plan': 'The plan in the archive is not a First Claim plan.',
  newer: NEWER,
};

/**
 * Checks the plan that was unpacked into `staging` as thoroughly as one that is restored: every page and index, its
 * tables, whether a copy of it can be brought up to date, and whether it refers to exactly the contents that came with
 * it. The file itself is only read. Throws `ArchiveRefusal`.
 */
export function checkPlan(staging: string, manifest: Manifest): CheckedPlan {
  const { version, plan } = look(planPath(staging));
  if (version !== manifest.plan.schemaVersion) {
    throw new ArchiveRefusal('The archive says something else about its plan than the plan itself.');
  }
  bringCopyUpToDate(staging);
  const named = new Set([...manifest.evidence.map(({ sha256 }) => sha256), ...manifest.absent]);
  const wanted = new Set(plan.evidence.map(({ sha256 }) => sha256));
  if ([...wanted].some((sha256) => !named.has(sha256))) {
    throw new ArchiveRefusal('A file that the plan refers to is missing from the archive.');
  }
  if ([...named].some((sha256) => !wanted.has(sha256))) {
    throw new ArchiveRefusal('The archive holds a file that its plan does not refer to.');
  }
  return plan;
}

function look(path: string): { readonly version: number; readonly plan: CheckedPlan } {
  try {
    return lookInto(path, (db) => {
      const fault = faultOf(db, 'thorough');
      if (fault !== null) throw new ArchiveRefusal(FAULT_WORDS[fault]);
      const facts = factsOf(db);
      return { version: facts.version, plan: { facts, evidence: evidenceOfPlan(db) } };
    });
  } catch (error) {
    if (isFaultOfFile(error)) throw new ArchiveRefusal(FAULT_WORDS.damaged);
    throw error;
  }
}

function bringCopyUpToDate(staging: string): void {
  const folder = join(staging, 'copy');
  mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
  copyFileSync(planPath(staging), planPath(folder));
  const opening = openPlan(folder, { depth: 'quick' });
  if (opening.kind !== 'open') {
    // What the disk says is no fault of the archive.
    const failure = opening.kind === 'refused' ? opening.failure : null;
    if (failure?.ok === false && failure.error.code === 'disk-full') {
      throw new ArchiveRefusal('The disk is full.', 'disk-full');
    }
    throw new ArchiveRefusal('The plan in the archive could not be opened by this version of First Claim.');
  }
  opening.db.close();
}
