import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Result } from '../../shared/domain/result.ts';
import {
  type ArchiveParts,
  type ArchiveWorld,
  entriesOf,
  listing,
  openArchiveWorld,
  partsOf,
} from '../support/archive-world.ts';
import { craftZip } from '../support/crafted-zip.ts';
import { ESCAPED } from '../support/escaping-names.ts';
import { craftedHostiles, craftedOddities, damage, seeded } from '../support/hostile-archives.ts';

const CONTENTS = ['a letter', Buffer.alloc(50_000, 'contract ')];
// SQLite's own scratch file beside an open plan: every reader writes into it.
const SCRATCH = /plan\.db-shm$/;
const DATA = 'outer/middle/data';

/** A plan in a folder in a folder in a folder, and somebody who offers it archives. */
export interface ArchiveScene {
  readonly parts: ArchiveParts;
  readonly target: ArchiveWorld;
  readonly offer: (archive: Buffer) => Promise<Result<unknown>>;
  /** Offers an archive and looks at everything in and around the data folder, before and after. */
  readonly offerWatched: (name: string, archive: Buffer) => Promise<Offered>;
  readonly close: () => void;
}

/** How an archive was taken, and what was wrong with that. */
export interface Offered {
  readonly outcome: 'refused' | 'taken';
  readonly wroteOutside: boolean;
  readonly halfImported: boolean;
  /** What else there is to say; null when nothing is. */
  readonly breach: string | null;
}

/** Makes a plan of its own, and the parts of an archive of another. */
export function openArchiveScene(root: string): ArchiveScene {
  mkdirSync(join(root, 'source'), { recursive: true });
  const source = openArchiveWorld(join(root, 'source'));
  source.answer('theirs', CONTENTS);
  const parts = partsOf(source, CONTENTS);
  const theirs = source.holds();
  source.keeper.close();
  const parent = join(root, 'around');
  const dataFolder = join(parent, DATA);
  for (const name of ['precious', '../neighbor', '../../neighbor']) {
    mkdirSync(join(dataFolder, name), { recursive: true });
    writeFileSync(join(dataFolder, name, 'mine'), 'mine');
  }
  const target = openArchiveWorld(dataFolder);
  target.answer('mine', ['my own letter']);
  const path = join(root, 'offered.firstclaim');
  const around = (): string => listing(parent, SCRATCH);
  const offer = async (archive: Buffer): Promise<Result<unknown>> => {
    writeFileSync(path, archive);
    return target.importFrom(path);
  };
  return {
    parts,
    target,
    offer,
    offerWatched: async (name, archive) => {
      const before = around();
      const mine = target.holds();
      const outcome = await offer(archive);
      const after = around();
      const holds = target.holds();
      const offered = outcome.ok
        ? {
            outcome: 'taken' as const,
            halfImported: holds !== theirs || after.includes(`${DATA}/import-`),
            breach: null,
          }
        : {
            outcome: 'refused' as const,
            halfImported: after !== before || holds !== mine,
            breach: refusedRightly(outcome.error) ? null : `odd words: ${outcome.error.message}`,
          };
      const wroteOutside = withoutData(after) !== withoutData(before) || escapes().length > 0;
      if (outcome.ok) target.answer(`mine again after ${name}`, ['my own letter']);
      return { ...offered, wroteOutside };
    },
    close: target.keeper.close,
  };
}

function refusedRightly({ code, message }: { readonly code: string; readonly message: string }): boolean {
  return code === 'file-failed' && /^[A-Z].*Nothing was imported/.test(message);
}

function withoutData(around: string): string {
  return around
    .split('\n')
    .filter((line) => !line.startsWith(`${DATA}/`))
    .join('\n');
}

/** Places a name could lead to besides those around the data folder. */
const FAR_PLACES = [
  ...new Set([process.cwd(), dirname(process.cwd()), tmpdir(), '/tmp', homedir(), '/', 'C:\\']),
];

/** Files that got out. */
function escapes(): readonly string[] {
  return FAR_PLACES.filter((folder) => existsSync(join(folder, ESCAPED))).map((folder) =>
    join(folder, ESCAPED),
  );
}

/** What came of archives that were made to do harm, or damaged. */
export interface ArchiveReport {
  /** Put together to do harm. */
  readonly crafted: number;
  /** Made from a valid one by changing its bytes. */
  readonly mutated: number;
  /** Taken whole, every hash right: what was changed was nothing that counts, such as a date. */
  readonly craftedTaken: number;
  readonly mutatedTaken: number;
  readonly wroteOutside: readonly string[];
  readonly halfImported: readonly string[];
  readonly breaches: readonly string[];
}

/** Offers a plan every crafted archive (each `everyNth`), and `mutations` damaged ones. */
export async function runArchiveRounds(
  root: string,
  options: {
    readonly mutations: number;
    readonly everyNth: number;
    readonly seed: number;
    readonly limitMs: number;
  },
): Promise<ArchiveReport> {
  const scene = openArchiveScene(root);
  const counts = { crafted: 0, mutated: 0, craftedTaken: 0, mutatedTaken: 0 };
  const wroteOutside: string[] = [];
  const halfImported: string[] = [];
  const breaches: string[] = [];
  const deadline = performance.now() + options.limitMs;
  const offer = async (
    kind: 'crafted' | 'mutated',
    name: string,
    archive: Buffer,
    mayBeTaken: boolean,
  ): Promise<void> => {
    counts[kind] += 1;
    const offered = await scene.offerWatched(name, archive).catch((error: unknown) => String(error));
    if (typeof offered === 'string') {
      breaches.push(`${name}: crashed: ${offered}`);
      return;
    }
    if (offered.outcome === 'taken') counts[`${kind}Taken`] += 1;
    if (offered.wroteOutside) wroteOutside.push(name);
    if (offered.halfImported) halfImported.push(name);
    if (offered.breach !== null) breaches.push(`${name}: ${offered.breach}`);
    if (offered.outcome === 'taken' && !mayBeTaken) breaches.push(`${name}: taken`);
  };
  for (const [makes, mayBeTaken] of [
    [craftedHostiles(scene.parts), false],
    [craftedOddities(scene.parts), true],
  ] as const) {
    for (const [at, [name, make]] of [...makes].entries()) {
      if (at % options.everyNth !== 0 || performance.now() > deadline) continue;
      await offer('crafted', name, make(), mayBeTaken);
    }
  }
  const random = seeded(options.seed);
  const good = craftZip(
    entriesOf(scene.parts).map((entry, at) => ({ ...entry, method: at % 2 === 0 ? 8 : 0 })),
  );
  while (counts.mutated < options.mutations && performance.now() < deadline) {
    await offer('mutated', `mutation ${counts.mutated + 1}`, damage(good, random), true);
  }
  scene.close();
  if (readdirSync(join(root, 'around', DATA)).some((name) => name.startsWith('import-'))) {
    breaches.push('something was left over');
  }
  return { ...counts, wroteOutside, halfImported, breaches };
}
