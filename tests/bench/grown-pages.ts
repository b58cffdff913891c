import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Application } from '../../electron/application/application.ts';
import { evidencePath } from '../../electron/store/evidence-folder.ts';
import { type EvidenceStore, openEvidence } from '../../electron/store/evidence-store.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { filesOfPlan } from '../../shared/domain/evidence.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import { buildReportModel } from '../../shared/domain/report-model.ts';
import { TODAY } from '../support/test-profile.ts';
import { fullPlan, openBenchApplication, succeeded } from './bench-plan.ts';
import { againstLimit, againstSize, type Comparison } from './comparison.ts';
import { EMPTY, GROWN } from './grown-plan.ts';
import { type Contender, type Rounds, timeInTurns } from './measure.ts';

const FULL = 'full plan';
const SOME: Rounds = { rounds: 15, block: 1, warmup: 3, limitMs: 15_000 };
const FEW: Rounds = { rounds: 5, block: 1, warmup: 1, limitMs: 20_000 };
// No line has it, so that the search reads as far as it ever does.
const NOWHERE = 'zebra';

/** Makes the report, looks for its files and reads the history: of a plan that has grown, and of one that is only full. */
export async function comparePages(grown: string, full: string, plan: Plan): Promise<readonly Comparison[]> {
  const applications = [openBenchApplication(grown), openBenchApplication(full)] as const;
  const [large, little] = applications;
  const [report, fullReport, emptyReport, page, fullPage, search, fullSearch] = await timeInTurns(
    [
      reporting(GROWN, plan),
      reporting(FULL, fullPlan),
      reporting(EMPTY, EMPTY_PLAN),
      history(GROWN, large, ''),
      history(FULL, little, ''),
      history(GROWN, large, NOWHERE),
      history(FULL, little, NOWHERE),
    ],
    SOME,
  );
  for (const application of applications) application.close();
  if (!report || !fullReport || !emptyReport || !page || !fullPage || !search || !fullSearch)
    throw new Error('Nothing was measured');
  return [
    againstSize('put the report together', report, emptyReport, null),
    againstSize('put the report together', report, fullReport, null),
    ...(await compareLooking(grown, plan)),
    againstSize('a page of the history', page, fullPage, 2),
    againstSize('search the history for what is not there', search, fullSearch, null),
  ];
}

/** Looks for every file of the report: the first time in a session, and again. */
async function compareLooking(grown: string, plan: Plan): Promise<readonly Comparison[]> {
  const files = filesOfPlan(plan);
  let store: EvidenceStore | null = null;
  const look = async (): Promise<void> => {
    const statuses = await store?.statusesOf(files, { withHash: true });
    if (!files.every(({ sha256 }) => statuses?.[sha256] === 'present')) throw new Error('A file is missing');
  };
  const begin = (): void => {
    store = openEvidence(grown, { now: () => `${TODAY}T12:00:00.000Z`, newId: () => 'bench' });
  };
  const [first, again, limit] = await timeInTurns(
    [
      { name: 'the first time', prepare: begin, run: look },
      { name: 'again', run: look },
      {
        name: 'read and hash each file',
        run: () => {
          for (const { sha256 } of files)
            createHash('sha256')
              .update(readFileSync(evidencePath(grown, sha256)))
              .digest('hex');
        },
      },
    ],
    FEW,
  );
  if (!first || !again || !limit) throw new Error('Nothing was measured');
  return [
    againstLimit(`prove ${files.length} files for the report`, first, limit, 2),
    againstSize('the same again in one session', again, first, 0.25),
  ];
}

function reporting(name: string, plan: Plan): Contender {
  const context = { today: TODAY, generatedAt: `${TODAY}T12:00:00.000Z`, version: '0' };
  return { name, run: () => buildReportModel(catalog, plan, context) };
}

function history(name: string, application: Application, search: string): Contender {
  return {
    name,
    run: async () => {
      const payload = { subject: null, search, beforeSeq: null };
      succeeded(await application.invoke('loadHistory', payload, { senderId: 1 }));
    },
  };
}
