import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidence } from '../../shared/catalog/field-builders.ts';
import { ok } from '../../shared/domain/result.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { storeEvidence, TINY_PDF } from '../support/an-evidence-file.ts';
import { aCatalog, anItem } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const item = anItem({ fields: [evidence('proof', 'Proof')] });
const catalog = aCatalog([item]);

interface World extends TestApplication {
  readonly shell: ReturnType<typeof aFakeShell>;
  readonly path: string;
}

/** An application whose user always saves to one path, and always opens it. */
function aWorld(path: string = join(tempFolder(), 'mine.firstclaim')): World {
  const shell = aFakeShell(() => path, { chooseOpenFile: async () => ok(path) });
  return { ...anApplication({ catalog, shell }), shell, path };
}

async function filled(world: World): Promise<World> {
  const file = storeEvidence(world.dataFolder, TINY_PDF, 'Letter.pdf');
  const proof = [{ name: 'Letter', location: '', file }];
  expectOk(await world.ask('answerItem', { itemId: item.id, patch: { proof } }));
  return world;
}

describe('the channels of archives', () => {
  it('carry a plan from one application to another, and tell every window', async () => {
    const from = await filled(aWorld());
    const saved = expectOk(await from.ask('exportArchive', {}));
    expect(saved).toMatchObject({ fileName: 'mine.firstclaim', evidenceFiles: 1, leftOut: 0, absent: 0 });
    expectOk(await from.ask('revealFile', { fileId: saved.fileId }));
    expect(from.shell.calls.shown).toEqual([from.path]);
    expect(from.shell.calls.suggested).toEqual(['first-claim-2026-11-22.firstclaim']);

    const to = aWorld(from.path);
    const { archiveId, description } = expectOk(await to.ask('chooseArchive', {}));
    expect(description).toMatchObject({ items: 1, evidenceFiles: 1, appVersion: '1.2.3' });
    expect(to.shell.calls.planChanges).toBe(0);
    expect(expectOk(await to.ask('importArchive', { archiveId }))).toEqual({
      evidenceFiles: 1,
      previous: null,
    });
    expect(to.shell.calls.planChanges).toBe(1);
    expect(expectOk(await to.ask('loadPlan', {})).plan).toEqual(
      expectOk(await from.ask('loadPlan', {})).plan,
    );
    expect(readdirSync(join(to.dataFolder, 'evidence'))).toEqual(
      readdirSync(join(from.dataFolder, 'evidence')),
    );
  });

  it('go on with the imported plan: it can be changed, and is there after a restart', async () => {
    const from = await filled(aWorld());
    expectOk(await from.ask('exportArchive', {}));
    const to = await filled(aWorld(from.path));
    const { archiveId } = expectOk(await to.ask('chooseArchive', {}));
    expectOk(await to.ask('importArchive', { archiveId }));
    expectOk(await to.ask('setDueDate', { itemId: item.id, dueOn: '2026-12-24' }));
    to.application.close();
    const again = anApplication({ catalog, dataFolder: to.dataFolder });
    expect(expectOk(await again.ask('loadPlan', {})).plan.items[item.id]?.dueOn).toBe('2026-12-24');
  });

  it('say how far they are, and that it is over', async () => {
    const world = await filled(aWorld());
    expectOk(await world.ask('exportArchive', {}));
    const progress = world.shell.calls.archiveProgress;
    expect(progress.at(-1)).toBe(null);
    const last = progress.at(-2);
    expect(last?.task).toBe('export');
    expect(last?.done).toBe(last?.total);
  });

  it('do one thing at a time, and stop it when asked', async () => {
    const world = await filled(aWorld());
    const first = world.ask('exportArchive', {});
    const second = await world.ask('chooseArchive', {});
    expect(second).toMatchObject({ ok: false, error: { code: 'busy' } });
    expectOk(await first);
    const stopped = world.ask('exportArchive', {});
    // In the next turn, when the place is chosen and the work has begun.
    await Promise.resolve();
    expectOk(await world.ask('cancelArchive', {}));
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('import only what was shown, once', async () => {
    const world = await filled(aWorld());
    expectOk(await world.ask('exportArchive', {}));
    expect(await world.ask('importArchive', { archiveId: 'guessed' })).toMatchObject({
      error: { code: 'not-found' },
    });
    const { archiveId } = expectOk(await world.ask('chooseArchive', {}));
    expectOk(await world.ask('importArchive', { archiveId }));
    expect(await world.ask('importArchive', { archiveId })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('do nothing when the user thinks better of it', async () => {
    const { ask } = anApplication({ catalog, shell: aFakeShell() });
    for (const channel of ['exportArchive', 'chooseArchive'] as const) {
      expect(await ask(channel, {})).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    }
    expectOk(await ask('cancelArchive', {}));
  });
});

describe('closing while an archive is imported', () => {
  it('stops it, and does not open the plan again behind the closed application', async () => {
    const from = await filled(aWorld());
    expectOk(await from.ask('exportArchive', {}));
    const to = aWorld(from.path);
    const { archiveId } = expectOk(await to.ask('chooseArchive', {}));
    const importing = to.ask('importArchive', { archiveId });
    to.application.close();
    expect(await importing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await to.ask('loadPlan', {})).toMatchObject({ ok: false });
    const again = anApplication({ catalog, dataFolder: to.dataFolder });
    expect(expectOk(await again.ask('loadPlan', {})).plan.items).toEqual({});
  });
});
