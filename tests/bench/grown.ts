import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillFolder, openBenchApplication } from './bench-plan.ts';
import type { Comparison } from './comparison.ts';
import { compareBackups } from './grown-backups.ts';
import { compareCrash, compareOpening, whatOpeningReads } from './grown-opening.ts';
import { comparePages } from './grown-pages.ts';
import { FILES, growFolder, ROWS } from './grown-plan.ts';
import { compareGrownSaves } from './grown-saving.ts';

/** What a plan of years costs, and what there is to say beside the table. */
export interface GrownResult {
  readonly comparisons: readonly Comparison[];
  readonly notes: readonly string[];
}

/** Everything that could grow with evidence and history: on a plan with much of both, against an empty one. */
export async function compareGrown(folder: string): Promise<GrownResult> {
  const at = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  const grown = at('grown');
  const empty = at('empty');
  const full = at('full');
  const { plan, evidenceBytes } = growFolder(grown, { files: FILES, rows: ROWS });
  fillFolder(full);
  // Once, so that each is as First Claim leaves a plan.
  for (const each of [grown, empty, full]) openBenchApplication(each).close();
  const notes = await whatOpeningReads(grown, evidenceBytes);
  return {
    comparisons: [
      ...(await compareOpening(grown, empty)),
      ...(await compareCrash(
        { from: grown, to: at('grown-crashed') },
        { from: empty, to: at('empty-crashed') },
      )),
      ...(await compareGrownSaves(grown, empty)),
      ...(await compareBackups(grown, empty)),
      ...(await comparePages(grown, full, plan)),
    ],
    notes,
  };
}
