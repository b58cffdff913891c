import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../shared/catalog/catalog.ts';
import { assessReadiness } from '../../shared/domain/readiness.ts';
import { TODAY } from '../support/test-profile.ts';
import {
  fillFolder,
  fullPlan,
  multiplyHistory,
  openBenchApplication,
  openStore,
  succeeded,
} from './bench-plan.ts';
import { againstLimit, againstSize, type Comparison } from './comparison.ts';
import { type Contender, type Rounds, timeInTurns } from './measure.ts';

const ROUNDS: Rounds = { rounds: 40, block: 3, warmup: 4, limitMs: 20_000 };

/** Opens a full plan and hands it to a page, and judges it: with a short history and with longer ones. */
export async function compareReading(folder: string): Promise<readonly Comparison[]> {
  const short = filled(join(folder, 'short'), 1);
  const ten = filled(join(folder, 'ten'), 10);
  const long = filled(join(folder, 'hundred'), 100);
  const contenders: readonly Contender[] = [
    opening('1× history', short),
    opening('10× history', ten),
    opening('100× history', long),
    readingJson(join(folder, 'plan.json')),
    judging('1× history', short),
    judging('100× history', long),
  ];
  const [open, openTen, openLong, json, judge, judgeLong] = await timeInTurns(contenders, ROUNDS);
  if (!open || !openTen || !openLong || !json || !judge || !judgeLong)
    throw new Error('Nothing was measured');
  return [
    againstLimit('open, check and load', open, json, null),
    // Ten times the data in at most twice the time; a hundred times is for looking at.
    againstSize('open, check and load, 10× history', openTen, open, 2),
    againstSize('open, check and load, 100× history', openLong, open, null),
    againstSize('assess readiness, 100× history', judgeLong, judge, null),
  ];
}

function filled(folder: string, historyTimes: number): string {
  mkdirSync(folder);
  fillFolder(folder);
  multiplyHistory(folder, historyTimes);
  return folder;
}

/** A whole start of the application up to the plan on its way to the page, and the closing after it. */
function opening(name: string, dataFolder: string): Contender {
  return {
    name,
    run: async () => {
      const application = openBenchApplication(dataFolder);
      succeeded(await application.invoke('loadPlan', {}, { senderId: 1 }));
      application.close();
    },
  };
}

/** The least a plan of this size asks: read it, parse it. Nothing is checked. */
function readingJson(path: string): Contender {
  writeFileSync(path, JSON.stringify(fullPlan));
  return { name: 'read a JSON file and parse it', run: () => JSON.parse(readFileSync(path, 'utf8')) };
}

function judging(name: string, dataFolder: string): Contender {
  const store = openStore(dataFolder);
  const { plan } = succeeded(store.read());
  store.close();
  return { name, run: () => assessReadiness(catalog, plan, TODAY) };
}
