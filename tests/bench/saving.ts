import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { changeBetween } from '../../electron/store/item-change.ts';
import { ok } from '../../shared/domain/result.ts';
import {
  fillFolder,
  fullPlan,
  multiplyHistory,
  noteFor,
  openBenchApplication,
  openStore,
  recordFor,
  succeeded,
} from './bench-plan.ts';
import { againstLimit, againstPeer, againstSize, type Comparison } from './comparison.ts';
import { type Contender, type Rounds, type Timing, timeInTurns } from './measure.ts';

const ROUNDS: Rounds = { rounds: 80, block: 10, warmup: 5, limitMs: 25_000 };

interface Saver extends Contender {
  readonly close: () => void;
}

/** Saves one 200-character answer of a full plan so that it survives a power cut: ours, the peers and the least a disk asks. */
export async function compareSaving(folder: string): Promise<readonly Comparison[]> {
  const sub = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };
  const invoke = throughInvoke(sub('invoke'));
  const store = throughStore('1× history', sub('store'), 1);
  const long = throughStore('100× history', sub('long'), 100);
  const append = rawAppend(sub('append'));
  const json = wholeJson('JSON file, temp + fsync + rename', sub('json'), false);
  const jsonFolder = wholeJson('the same + folder fsync', sub('json-folder'), true);
  const conf = confPeer(sub('conf'));
  const savers = [invoke, store, long, append, json, jsonFolder, conf];
  const timings = await timeInTurns(savers, ROUNDS);
  for (const saver of savers) saver.close();
  const of = (saver: Saver): Timing => {
    const timing = timings[savers.indexOf(saver)];
    if (timing === undefined) throw new Error(`${saver.name} was not measured`);
    return timing;
  };
  return [
    againstLimit('save, store', of(store), of(append), 1.5),
    againstLimit('save, whole request', of(invoke), of(append), 1.5),
    againstPeer('save, whole request', of(invoke), of(json), 2),
    againstPeer('save, whole request', of(invoke), of(jsonFolder), 2),
    againstPeer('save, whole request', of(invoke), of(conf), 2),
    againstSize('save, store, 100× history', of(long), of(store), null),
  ];
}

/** The real application: door, checks, rules, transaction with history. */
function throughInvoke(dataFolder: string): Saver {
  fillFolder(dataFolder);
  const application = openBenchApplication(dataFolder);
  return {
    name: 'answerItem',
    run: async (turn) => {
      const payload = { itemId: recordFor(turn).id, patch: { note: noteFor(turn) } };
      succeeded(await application.invoke('answerItem', payload, { senderId: 1 }));
    },
    close: () => application.close(),
  };
}

function throughStore(name: string, dataFolder: string, historyTimes: number): Saver {
  fillFolder(dataFolder);
  multiplyHistory(dataFolder, historyTimes);
  const store = openStore(dataFolder);
  return {
    name,
    run: (turn) =>
      succeeded(
        store.change((draft) => {
          draft.saveItem(recordFor(turn), 'answer');
          return ok(null);
        }),
      ),
    close: () => store.close(),
  };
}

/** The limit: the content of the two rows, appended to a file and flushed. Nothing read, indexed or updated in place. */
function rawAppend(folder: string): Saver {
  const file = openSync(join(folder, 'log'), 'a');
  return {
    name: 'append + fdatasync',
    run: (turn) => {
      const after = recordFor(turn);
      const before = { ...after, answers: { ...after.answers, note: noteFor(turn - 1) } };
      writeSync(file, JSON.stringify([after, changeBetween(before, after)]));
      fdatasyncSync(file);
    },
    close: () => closeSync(file),
  };
}

/**
 * What many apps do: the whole plan as JSON, beside the old one, flushed, renamed. Keeps no history. Only with the folder
 * flushed too is the new name safe from a power cut, as our saves are.
 */
function wholeJson(name: string, folder: string, flushesFolder: boolean): Saver {
  const path = join(folder, 'plan.json');
  let plan = fullPlan;
  return {
    name,
    run: (turn) => {
      const record = recordFor(turn);
      plan = { ...plan, items: { ...plan.items, [record.id]: record } };
      const file = openSync(`${path}.tmp`, 'w');
      writeFileSync(file, JSON.stringify(plan));
      fsyncSync(file);
      closeSync(file);
      renameSync(`${path}.tmp`, path);
      if (!flushesFolder) return;
      const opened = openSync(folder, 'r');
      fsyncSync(opened);
      closeSync(opened);
    },
    close: () => {},
  };
}

/** conf, on which electron-store is built. Keeps no history. */
function confPeer(folder: string): Saver {
  const conf = new Conf<Record<string, unknown>>({ cwd: folder, configName: 'plan' });
  conf.set({ profile: fullPlan.profile, items: fullPlan.items });
  return {
    name: 'conf',
    run: (turn) => {
      const record = recordFor(turn);
      conf.set(`items.${record.id}`, record);
    },
    close: () => {},
  };
}
