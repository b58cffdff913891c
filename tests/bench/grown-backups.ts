import { copyFileSync, rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { planPath } from '../../electron/store/data-folder.ts';
import { flushFile } from '../../electron/store/durable-file.ts';
import { listBackups } from '../../electron/store/find-backups.ts';
import { openPlanFile } from '../../electron/store/open-plan-file.ts';
import { openPlanStore } from '../../electron/store/plan-store.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { ok } from '../../shared/domain/result.ts';
import { TODAY } from '../support/test-profile.ts';
import { fieldsFor, openBenchApplication, recordFor, succeeded } from './bench-plan.ts';
import { againstLimit, againstSize, type Comparison } from './comparison.ts';
import { EMPTY, GROWN } from './grown-plan.ts';
import { type Rounds, timeInTurns, toTiming } from './measure.ts';

const ROUNDS: Rounds = { rounds: 6, block: 1, warmup: 1, limitMs: 20_000 };

/** Backs up a plan in which something was changed, and lists the backups. */
export async function compareBackups(grown: string, empty: string): Promise<readonly Comparison[]> {
  const large = openToBackUp(grown);
  const little = openToBackUp(empty);
  const copy = `${planPath(grown)}.copy`;
  const [ours, small, limit] = await timeInTurns(
    [
      { name: GROWN, prepare: large.change, run: large.backUp },
      { name: EMPTY, prepare: little.change, run: little.backUp },
      {
        name: 'copy the plan file, flush it',
        prepare: () => rmSync(copy, { force: true }),
        run: () => {
          copyFileSync(planPath(grown), copy);
          flushFile(copy);
        },
      },
    ],
    ROUNDS,
  );
  rmSync(copy, { force: true });
  const [pauses, wholes] = await pausesDuring(large);
  large.close();
  little.close();
  const [list, shortList] = await timeInTurns([listing(GROWN, grown), listing(EMPTY, empty)], ROUNDS);
  if (!ours || !small || !limit || !list || !shortList) throw new Error('Nothing was measured');
  return [
    againstSize('back up', ours, small, null),
    againstLimit('back up', ours, limit, null),
    againstSize('the longest pause of a backup meanwhile', pauses, wholes, 0.5),
    againstSize(`say what ${listBackups(grown).length} backups hold`, list, shortList, null),
  ];
}

/** How long a window waits at most while a plan is backed up beside its work, and how long all of that takes. */
async function pausesDuring({ change, backUpMeanwhile }: ReturnType<typeof openToBackUp>) {
  const pauses: number[] = [];
  const wholes: number[] = [];
  for (let round = 0; round < ROUNDS.rounds; round += 1) {
    change();
    const startedMs = performance.now();
    let lastMs = startedMs;
    let longestMs = 0;
    let isDone = false;
    const made = backUpMeanwhile().finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await nextTurn();
      longestMs = Math.max(longestMs, performance.now() - lastMs);
      lastMs = performance.now();
    }
    await made;
    pauses.push(longestMs);
    wholes.push(performance.now() - startedMs);
  }
  return [toTiming('the longest pause', pauses), toTiming('all of it', wholes)] as const;
}

function openToBackUp(folder: string) {
  const now = (): string => new Date().toISOString();
  const file = succeeded(openPlanFile(folder, { now, today: () => TODAY, nameOf: (subject) => subject }));
  const store = openPlanStore(file.db, fieldsFor, recordFields, () => {}, file);
  let turn = 0;
  return {
    change: () => {
      turn += 1;
      succeeded(
        store.change((draft) => {
          draft.saveItem(recordFor(turn), 'answer');
          return ok(null);
        }),
      );
    },
    backUp: () => succeeded(file.backUp()),
    backUpMeanwhile: async () => succeeded(await file.backUpMeanwhile()),
    close: () => void file.close(),
  };
}

/** In an application that was just started: what it found out before is not there to help. */
function listing(name: string, folder: string) {
  let application: ReturnType<typeof openBenchApplication> | null = null;
  return {
    name,
    prepare: () => {
      application = openBenchApplication(folder);
    },
    run: async () => {
      if (application !== null) succeeded(await application.invoke('listBackups', {}, { senderId: 1 }));
    },
    tidy: () => application?.close(),
  };
}
