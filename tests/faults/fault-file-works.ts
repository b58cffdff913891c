// What a child does with files: loaded only by those that do, so that the others start faster.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openArchiveWorld } from '../support/archive-world.ts';
import { type FileApplication, openFileApplication } from './fault-file-app.ts';
import { must } from './fault-plan.ts';
import type { Random } from './random.ts';

/** What a child was told, and how it says what is done. */
export interface FileWork {
  readonly folder: string;
  readonly first: number;
  readonly random: Random;
  readonly say: (line: string) => void;
  /** Paths the work needs besides. */
  readonly paths: readonly string[];
}

const SIZES = [1, 900, 70_000, 400_000, 1_300_000, 2_600_000] as const;
const PIECES = [40_000, 300_000, 1_000_000] as const;

/** Attaches two files at a time and answers with them. Now and then it clears away what no answer refers to any more. */
export async function attachFiles({ folder, first, random, say }: FileWork): Promise<void> {
  const app = must(openFileApplication(folder));
  for (let count = first; count < first + 2_000; count += 1) {
    const attached = [0, 1].map(async (side) => {
      // Now and then a content that is kept already.
      const text = random.below(5) === 0 ? `the same ${side} ` : `${count} ${side} ${random.below(1e9)} `;
      const content = Buffer.alloc(random.pick(SIZES), text);
      const file = must(await app.attach(content, `${count}.bin`, random.pick(PIECES)));
      // By what was sent, not by what the application says it is.
      say(`kept ${createHash('sha256').update(content).digest('hex')} ${content.length}`);
      return file;
    });
    const files = await Promise.all(attached);
    must(await app.answer(String(count), files));
    say(`saved ${count}`);
    if (random.below(4) === 0) await clearDetached(app, say);
  }
}

async function clearDetached(app: FileApplication, say: FileWork['say']): Promise<void> {
  const { files } = must(await app.ask('listDetachedEvidence', {}));
  const sha256s = files.map(({ sha256 }) => sha256);
  if (sha256s.length === 0) return;
  // From here on they may be gone.
  for (const sha256 of sha256s) say(`clearing ${sha256}`);
  must(await app.ask('clearDetachedEvidence', { sha256s }));
}

/** Imports archives in turn, beginning with the one numbered `first`. */
export async function importInTurn({ folder, first, say, paths }: FileWork): Promise<void> {
  const world = openArchiveWorld(folder);
  for (let count = first; count < first + 400; count += 1) {
    const at = count % paths.length;
    must(await world.importFrom(paths[at] ?? ''));
    say(`imported ${at}`);
  }
}

/** Changes a plan and exports it, again and again, to one place. */
export async function exportAgain({ folder, first, random, say, paths }: FileWork): Promise<void> {
  const world = openArchiveWorld(folder);
  for (let count = first; count < first + 400; count += 1) {
    world.answer(String(count), [Buffer.alloc(random.pick(SIZES), `${count % 3} `), 'a letter']);
    must(await world.exportTo(join(paths[0] ?? '', 'plan.firstclaim')));
    say(`exported ${count}`);
  }
}
