import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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
import { craftedHostiles, damage, seeded } from '../support/hostile-archives.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CONTENTS = ['a letter', Buffer.alloc(50_000, 'contract ')];
const SEED = Number(process.env.ARCHIVE_SEED ?? 20_261_122);
const DAMAGED = Number(process.env.ARCHIVE_ROUNDS ?? 160);
// SQLite's own scratch file beside an open plan: every reader writes into it.
const SCRATCH = /plan\.db-shm$/;

interface Scene {
  readonly parts: ArchiveParts;
  /** What an imported archive has to come to. */
  readonly theirs: string;
  readonly target: ArchiveWorld;
  /** Everything around the target's data folder, and in it. */
  readonly around: () => string;
  readonly offer: (archive: Buffer) => Promise<Result<unknown>>;
}

function aScene(): Scene {
  const source = openArchiveWorld(tempFolder());
  source.answer('theirs', CONTENTS);
  const parts = partsOf(source, CONTENTS);
  const theirs = source.holds();
  source.keeper.close();
  const parent = tempFolder();
  for (const name of ['data', 'data/precious', 'neighbor']) mkdirSync(join(parent, name));
  for (const name of ['outside', 'neighbor/outside', 'data/outside'])
    writeFileSync(join(parent, name), 'mine');
  const target = openArchiveWorld(join(parent, 'data'));
  onTestFinished(target.keeper.close);
  target.answer('mine', ['my own letter']);
  const path = join(tempFolder(), 'offered.firstclaim');
  return {
    parts,
    theirs,
    target,
    around: () => listing(parent, SCRATCH),
    offer: async (archive) => {
      writeFileSync(path, archive);
      return target.importFrom(path);
    },
  };
}

function withoutData(around: string): string {
  return around
    .split('\n')
    .filter((line) => !line.startsWith('data/'))
    .join('\n');
}

/** Offers an archive. It has to be refused in words with nothing changed, or to be taken whole. */
async function offerSafely(scene: Scene, name: string, archive: Buffer): Promise<'refused' | 'taken'> {
  const before = scene.around();
  const mine = scene.target.holds();
  const outcome = await scene.offer(archive);
  const after = scene.around();
  if (!outcome.ok) {
    expect(after, name).toBe(before);
    expect(scene.target.holds(), name).toBe(mine);
    expect(outcome.error.message, name).toMatch(/^[A-Z].*Nothing was imported/);
    expect(outcome.error.code, name).toBe('file-failed');
    return 'refused';
  }
  expect(withoutData(after), name).toBe(withoutData(before));
  expect(after, name).not.toMatch(/^data\/import-/m);
  expect(scene.target.holds(), name).toBe(scene.theirs);
  scene.target.answer(`mine again after ${name}`, ['my own letter']);
  return 'taken';
}

describe('an archive from anywhere', () => {
  it('is taken when its parts are put together by the book, compressed or not', async () => {
    const scene = aScene();
    const good = entriesOf(scene.parts);
    expect(await offerSafely(scene, 'stored', craftZip(good))).toBe('taken');
    const deflated = good.map((entry) => ({ ...entry, method: 8, flags: 2 }));
    expect(await offerSafely(scene, 'deflated', craftZip(deflated))).toBe('taken');
  });

  it('is refused in words when it was made to do harm, and nothing is changed', {
    timeout: 60_000,
  }, async () => {
    const scene = aScene();
    const hostiles = craftedHostiles(scene.parts);
    expect(hostiles.size).toBeGreaterThan(200);
    for (const [name, make] of hostiles) {
      expect(await offerSafely(scene, name, make()), name).toBe('refused');
    }
  });

  it(`is refused or taken whole when it was damaged (${DAMAGED} times, seed ${SEED})`, {
    timeout: 20_000 + DAMAGED * 200,
  }, async () => {
    const scene = aScene();
    const random = seeded(SEED);
    const good = craftZip(
      entriesOf(scene.parts).map((entry, at) => ({ ...entry, method: at % 2 === 0 ? 8 : 0 })),
    );
    let refused = 0;
    for (let round = 1; round <= DAMAGED; round += 1) {
      const outcome = await offerSafely(scene, `damage ${round}`, damage(good, random));
      if (outcome === 'refused') refused += 1;
    }
    // Some damage is harmless, such as a changed date. Most is not.
    expect(refused).toBeGreaterThan(DAMAGED / 2);
  });
});

describe('a refusal says why', () => {
  it.each([
    ['a newer format', 'newer version'],
    ['a newer schema', 'newer version'],
    ['another schema', 'something else about its plan'],
    ['another plan hash', 'not what it was'],
    ['adds ../outside', 'no place in a First Claim archive'],
    ['a password', 'password'],
    ['plan.db twice', 'twice'],
    ['a bomb by ratio', 'unfold into far more'],
    ['a bomb by total', 'far too large'],
    ['too many entries', 'far too many files'],
    ['without plan.db', 'missing'],
    ['without manifest.json', 'does not say what it holds'],
    ['evidence not named', 'more than it says'],
    ['plan.db claims 0', 'damaged'],
    ['manifest.json inside itself', 'two different things'],
  ])('%s', async (name, words) => {
    const scene = aScene();
    const make = craftedHostiles(scene.parts).get(name);
    if (make === undefined) throw new Error(`No such archive: ${name}`);
    expect(await scene.offer(make())).toMatchObject({ error: { message: expect.stringContaining(words) } });
  });

  it('a plan that refers to a file which did not come along', async () => {
    const scene = aScene();
    const [kept] = scene.parts.evidence;
    if (kept === undefined) throw new Error('No evidence');
    const [first] = scene.parts.manifest.evidence;
    const manifest = { ...scene.parts.manifest, evidence: first === undefined ? [] : [first] };
    const archive = craftZip(entriesOf({ ...scene.parts, manifest, evidence: [kept] }));
    expect(await scene.offer(archive)).toMatchObject({
      error: { message: expect.stringContaining('missing from the archive') },
    });
  });

  it.each([
    ['damaged', (plan: Buffer) => plan.fill(0xff, 5_000, 9_000)],
    ['not a First Claim plan', (plan: Buffer) => plan.fill(0, 68, 72)],
    ['newer version', (plan: Buffer) => plan.fill(9, 60, 64)],
    ['damaged', (plan: Buffer) => plan.fill(0, 0, 16)],
  ])('a plan that is %s, though every hash is right', async (words, spoil) => {
    const scene = aScene();
    const plan = spoil(Buffer.from(scene.parts.plan));
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(plan).digest('hex');
    const manifest = { ...scene.parts.manifest, plan: { ...scene.parts.manifest.plan, sha256 } };
    const archive = craftZip(entriesOf({ ...scene.parts, plan, manifest }));
    expect(await scene.offer(archive)).toMatchObject({ error: { message: expect.stringContaining(words) } });
  });

  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['nothing', () => {}],
    ['an empty file', (path: string) => writeFileSync(path, '')],
    ['text', (path: string) => writeFileSync(path, 'PK is not enough. '.repeat(100))],
  ])('%s in the place of an archive', async (_what, put) => {
    const { target } = aScene();
    const path = join(tempFolder(), 'odd.firstclaim');
    put(path);
    const outcome = await target.importFrom(path);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'file-failed' } });
    expect(() => expectOk(outcome)).toThrow(/Nothing was imported/);
  });
});
