import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anApplication, type TestApplication, tryOpen } from '../support/an-application.ts';
import { aCatalog } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk, mixedItem } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const catalog = aCatalog([mixedItem]);
const itemId = mixedItem.id;

async function answer(app: TestApplication, name: string): Promise<void> {
  expectOk(await app.ask('answerItem', { itemId, patch: { name } }));
}

const nameIn = async (app: TestApplication) =>
  expectOk(await app.ask('loadPlan', {})).plan.items[itemId]?.answers.name;
const backupsOf = async (app: TestApplication) => expectOk(await app.ask('listBackups', {})).backups;

/** A data folder whose plan was closed, and so backed up, after each of these names. */
async function aFolderWith(...names: readonly string[]): Promise<string> {
  const dataFolder = tempFolder();
  for (const name of names) {
    const app = anApplication({ catalog, dataFolder });
    await answer(app, name);
    app.application.close();
  }
  return dataFolder;
}

describe('the list of backups', () => {
  it('is empty in a new folder, and names the folder', async () => {
    const app = anApplication({ catalog });
    expect(expectOk(await app.ask('listBackups', {}))).toEqual({
      folder: join(app.dataFolder, 'backups'),
      backups: [],
    });
  });

  it('says what each holds and how much was changed since, without the answers', async () => {
    const app = anApplication({ catalog, dataFolder: await aFolderWith('Ann', 'Bea') });
    await answer(app, 'Cleo');
    const backups = await backupsOf(app);
    expect(
      backups.map(({ number, facts, problem }) => [number, facts?.changes, facts?.changesSince, problem]),
    ).toEqual([
      [2, 2, 1, null],
      [1, 1, 2, null],
    ]);
    expect(backups[0]?.facts).toMatchObject({ items: 1, itemsSettled: 1, records: 0, checks: 0 });
    expect(JSON.stringify(backups)).not.toContain('Bea');
  });

  it('says why one cannot be used', async () => {
    const dataFolder = await aFolderWith('Ann');
    const [file = ''] = readdirSync(join(dataFolder, 'backups'));
    writeFileSync(join(dataFolder, 'backups', file), 'not a database at all, only words');
    const app = anApplication({ catalog, dataFolder });
    expect((await backupsOf(app)).at(-1)).toMatchObject({
      facts: null,
      problem: expect.stringContaining('cannot be used'),
    });
  });
});

describe('restoring a backup while the app is open', () => {
  it('reaches the oldest of the last three too, though backing up the changes of now lets the oldest go', async () => {
    const app = anApplication({ catalog, dataFolder: await aFolderWith('Ann', 'Bea', 'Cleo') });
    await answer(app, 'Dora');
    const backups = await backupsOf(app);
    expect(backups).toHaveLength(3);
    expectOk(await app.ask('restoreBackup', { id: backups.at(-1)?.id ?? '' }));
    expect(await nameIn(app)).toBe('Ann');
  });

  it('puts the plan of then in place, keeps the plan of now as a backup, and tells every window', async () => {
    const shell = aFakeShell();
    const dataFolder = await aFolderWith('Ann', 'Bea');
    const app = anApplication({ catalog, dataFolder, shell });
    await answer(app, 'Cleo');
    const oldest = (await backupsOf(app)).at(-1);
    const told = shell.calls.planChanges;
    const done = expectOk(await app.ask('restoreBackup', { id: oldest?.id ?? '' }));
    expect(done.restored.number).toBe(1);
    expect(await nameIn(app)).toBe('Ann');
    expect(shell.calls.planChanges).toBeGreaterThan(told);
    // Changes made after it go into the restored plan.
    await answer(app, 'Dora');
    expect(await nameIn(app)).toBe('Dora');
    expectOk(await app.ask('restoreBackup', { id: done.previous?.id ?? '' }));
    expect(await nameIn(app)).toBe('Cleo');
    app.application.close();
    expect(await nameIn(anApplication({ catalog, dataFolder }))).toBe('Cleo');
  });

  it('tells what is on another line than the plan that is open', async () => {
    const app = anApplication({ catalog, dataFolder: await aFolderWith('Ann', 'Bea') });
    app.clock.now = '2026-11-23T09:00:00.000Z';
    const first = (await backupsOf(app)).find(({ number }) => number === 1);
    expectOk(await app.ask('restoreBackup', { id: first?.id ?? '' }));
    await answer(app, 'Zoe');
    const since = new Map((await backupsOf(app)).map(({ number, facts }) => [number, facts?.changesSince]));
    expect(since.get(1)).toBe(1);
    expect(since.get(2)).toBe(null);
  });

  it.each(['plan-20200101T000000Z-0999.db', '../plan.db', 'plan.db'])(
    'refuses %s in words and leaves the plan open',
    async (id) => {
      const app = anApplication({ catalog, dataFolder: await aFolderWith('Ann') });
      expect(await app.ask('restoreBackup', { id })).toMatchObject({
        ok: false,
        error: { code: 'not-found', message: 'This backup is not there any more.' },
      });
      await answer(app, 'Bea');
      expect(await nameIn(app)).toBe('Bea');
    },
  );
});

describe('recovery notes', () => {
  it('can be read again later', async () => {
    const dataFolder = await aFolderWith('Ann');
    const file = join(dataFolder, 'plan.db');
    // The header stays, so that it is known for a plan of ours.
    writeFileSync(file, readFileSync(file).fill(0x5a, 100));
    const app = expectOk(tryOpen({ catalog, dataFolder }));
    const notice = expectOk(await app.ask('getAppInfo', {})).notice ?? '';
    app.application.close();
    const again = anApplication({ catalog, dataFolder });
    const { notes } = expectOk(await again.ask('loadRecoveryNotes', {}));
    expect(notes).toHaveLength(1);
    expect(notice).toContain(notes[0]?.happened);
    expect(notes[0]?.kept.length).toBeGreaterThan(0);
  });

  it('are none where nothing ever happened', async () => {
    const app = anApplication({ catalog });
    expect(expectOk(await app.ask('loadRecoveryNotes', {})).notes).toEqual([]);
  });
});
