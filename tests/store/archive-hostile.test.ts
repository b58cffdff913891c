import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ArchiveScene, openArchiveScene, runArchiveRounds } from '../faults/fault-archives.ts';
import { entriesOf } from '../support/archive-world.ts';
import { craftZip } from '../support/crafted-zip.ts';
import { ESCAPED } from '../support/escaping-names.ts';
import { craftedHostiles } from '../support/hostile-archives.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SEED = 20_261_122;
// `npm run faults` does all of it, and many more mutations.
const MUTATIONS = 160;

function aScene(): ArchiveScene {
  const scene = openArchiveScene(tempFolder());
  onTestFinished(scene.close);
  return scene;
}

describe('an archive from anywhere', () => {
  it.each([
    ['stored', {}],
    ['deflated', { method: 8, flags: 2 }],
  ])('is taken when its parts are put together by the book, %s', async (name, packing) => {
    const scene = aScene();
    const good = entriesOf(scene.parts).map((entry) => ({ ...entry, ...packing }));
    expect(await scene.offerWatched(name, craftZip(good))).toEqual({
      outcome: 'taken',
      wroteOutside: false,
      halfImported: false,
      breach: null,
    });
  });

  it(`is refused in words when it was made to do harm, and refused or taken whole when it was damaged (${MUTATIONS} times)`, {
    timeout: 120_000,
  }, async () => {
    const options = { mutations: MUTATIONS, everyNth: 2, seed: SEED, limitMs: 60_000 };
    const report = await runArchiveRounds(tempFolder(), options);
    expect(report.wroteOutside).toEqual([]);
    expect(report.halfImported).toEqual([]);
    expect(report.breaches).toEqual([]);
    expect(report.crafted).toBeGreaterThan(200);
    // Some changes are harmless, such as another date. Most are not.
    expect(report.mutatedTaken).toBeLessThan(MUTATIONS / 2);
  });
});

describe('a refusal says why', () => {
  it.each([
    ['a newer format', 'newer version'],
    ['a newer schema', 'newer version'],
    ['another schema', 'something else about its plan'],
    ['another plan hash', 'not what it was'],
    [`adds ../${ESCAPED}`, 'no place in a First Claim archive'],
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
