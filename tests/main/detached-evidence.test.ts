import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidence, text } from '../../shared/catalog/field-builders.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { storeEvidence } from '../support/an-evidence-file.ts';
import { aCatalog, anItem } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const item = anItem({ fields: [text('name', 'Name'), evidence('proof', 'Proof')] });
const itemId = item.id;
const catalog = aCatalog([item]);
const isWindows = process.platform === 'win32';

const proof = (...files: readonly EvidenceFile[]) =>
  files.map((file) => ({ name: `Letter ${file.bytes}`, location: '', file }));

/** Sends a file as a page does. */
async function attach({ ask }: TestApplication, content: string): Promise<EvidenceFile> {
  const bytes = Buffer.from(content);
  const { uploadId } = expectOk(await ask('beginEvidence', { fileName: 'a.txt', bytes: bytes.length }));
  expectOk(await ask('addEvidenceChunk', { uploadId, at: 0, base64: bytes.toString('base64') }));
  return expectOk(await ask('finishEvidence', { uploadId })).file;
}

async function answer({ ask }: TestApplication, ...files: readonly EvidenceFile[]): Promise<void> {
  expectOk(
    await ask('answerItem', { itemId, patch: { proof: files.length === 0 ? null : proof(...files) } }),
  );
}

/** A file that was attached, saved and removed again. */
async function detach(app: TestApplication, content: string): Promise<EvidenceFile> {
  const file = await attach(app, content);
  await answer(app, file);
  await answer(app);
  return file;
}

const listed = async ({ ask }: TestApplication) => expectOk(await ask('listDetachedEvidence', {}));
const clear = ({ ask }: TestApplication, ...files: readonly EvidenceFile[]) =>
  ask('clearDetachedEvidence', { sha256s: files.map(({ sha256 }) => sha256) });
const isKept = ({ dataFolder }: TestApplication, { sha256 }: EvidenceFile): boolean =>
  existsSync(join(dataFolder, 'evidence', sha256));
const backupsOf = ({ dataFolder }: TestApplication): readonly string[] => {
  const folder = join(dataFolder, 'backups');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

describe('files without an answer', () => {
  it('are none while every file is attached, or there is none at all', async () => {
    const app = anApplication({ catalog });
    const none = { files: [], total: { files: 0, bytes: 0 }, waiting: 0, missingFrom: {} };
    expect(await listed(app)).toEqual(none);
    await answer(app, await attach(app, 'attached'));
    expect(await listed(app)).toEqual(none);
  });

  it('are listed with what the history knows of them, what was removed last first', async () => {
    const app = anApplication({ catalog });
    const first = await detach(app, 'first');
    app.clock.now = '2026-11-22T12:05:00.000Z';
    const second = await detach(app, 'the second');
    const lastNamed = { at: app.clock.now, subject: `item:${itemId}` };
    expect(await listed(app)).toEqual({
      files: [
        {
          sha256: second.sha256,
          bytes: 10,
          name: 'Letter 10',
          mediaType: 'text/plain',
          lastNamed,
          backups: [],
        },
        {
          ...{ sha256: first.sha256, bytes: 5, name: 'Letter 5', mediaType: 'text/plain', backups: [] },
          lastNamed: { ...lastNamed, at: '2026-11-22T12:00:00.000Z' },
        },
      ],
      total: { files: 2, bytes: 15 },
      waiting: 0,
      missingFrom: {},
    });
  });

  it('say which backups refer to them', async () => {
    const app = anApplication({ catalog });
    const file = await attach(app, 'backed up');
    await answer(app, file);
    app.application.close();
    const [id = ''] = backupsOf(app);
    const again = anApplication({ catalog, dataFolder: app.dataFolder });
    await answer(again);
    expect((await listed(again)).files).toMatchObject([{ sha256: file.sha256, backups: [id] }]);
  });

  it('are named by a backup where the history does not know them, or by nobody', async () => {
    const other = anApplication({ catalog });
    const foreign = await attach(other, 'of another plan');
    await answer(other, foreign);
    other.application.close();
    const [backup = ''] = backupsOf(other);
    const app = anApplication({ catalog });
    expectOk(await app.ask('answerItem', { itemId, patch: { name: 'Ann' } }));
    // As after a restore from another computer, or an import.
    mkdirSync(join(app.dataFolder, 'backups'), { mode: 0o700 });
    copyFileSync(join(other.dataFolder, 'backups', backup), join(app.dataFolder, 'backups', backup));
    storeEvidence(app.dataFolder, 'of another plan', 'a.txt');
    storeEvidence(app.dataFolder, 'nobody knows', 'a.txt');
    expect((await listed(app)).files).toMatchObject([
      { bytes: 15, name: 'Letter 15', mediaType: 'text/plain', lastNamed: null, backups: [backup] },
      { bytes: 12, name: null, mediaType: null, lastNamed: null, backups: [] },
    ]);
  });

  it('leave out what was attached and is in no saved answer yet', async () => {
    const app = anApplication({ catalog });
    const file = await attach(app, 'on its way');
    expect(await listed(app)).toMatchObject({ files: [], waiting: 1 });
    expect(await clear(app, file)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(isKept(app, file)).toBe(true);
    await answer(app, file);
    await answer(app);
    expect(await listed(app)).toMatchObject({ files: [{ sha256: file.sha256 }], waiting: 0 });
  });

  it('leave out what was removed once and is being attached again', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'twice');
    await attach(app, 'twice');
    expect(await listed(app)).toMatchObject({ files: [], waiting: 1 });
    expect(await clear(app, file)).toMatchObject({ ok: false });
    expect(isKept(app, file)).toBe(true);
  });

  it('are what was given up in the moment it was kept, too', async () => {
    const app = anApplication({ catalog });
    const { uploadId } = expectOk(await app.ask('beginEvidence', { fileName: 'a.txt', bytes: 3 }));
    expectOk(await app.ask('addEvidenceChunk', { uploadId, at: 0, base64: 'YWJj' }));
    expectOk(await app.ask('finishEvidence', { uploadId }));
    expectOk(await app.ask('cancelEvidence', { uploadId: null }));
    expect(await listed(app)).toMatchObject({ files: [], waiting: 1 });
    expectOk(await app.ask('cancelEvidence', { uploadId }));
    expect(await listed(app)).toMatchObject({ files: [{ bytes: 3, name: null }], waiting: 0 });
  });
});

describe('clearing', () => {
  it('removes the file after the plan was backed up, says so, and logs no name', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'patient data');
    const kept = await attach(app, 'kept');
    await answer(app, kept);
    const done = expectOk(await clear(app, file));
    const [backup] = backupsOf(app);
    expect(done).toEqual({
      files: 1,
      bytes: 12,
      backup: { id: backup, madeAt: '2026-11-22T12:00:00.000Z', number: 1 },
    });
    expect([isKept(app, file), isKept(app, kept)]).toEqual([false, true]);
    expect(app.log).toEqual(['cleared: 1 of 1 files, 12 bytes, backup 1']);
    expect(await listed(app)).toMatchObject({ files: [], total: { files: 0, bytes: 0 } });
  });

  it('is content with a backup that holds the plan as it is', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'left');
    app.application.close();
    const again = anApplication({ catalog, dataFolder: app.dataFolder });
    expect(expectOk(await clear(again, file)).backup.number).toBe(1);
    expect(backupsOf(again)).toHaveLength(1);
  });

  it('leaves undo to bring the words back, and the file named as missing', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'left');
    expectOk(await clear(app, file));
    const { item: undone } = expectOk(await app.ask('undoItem', { itemId }));
    expect(undone.answers.proof).toEqual(proof(file));
    const { sha256, bytes } = file;
    const asked = await app.ask('statEvidence', { files: [{ sha256, bytes }], withHash: true });
    expect(expectOk(asked).statuses).toEqual({ [sha256]: 'missing' });
    // Attached again, it is there again.
    await attach(app, 'left');
    const again = await app.ask('statEvidence', { files: [{ sha256, bytes }], withHash: true });
    expect(expectOk(again).statuses).toEqual({ [sha256]: 'present' });
  });

  it('is told of by the backups that refer to what is gone', async () => {
    const app = anApplication({ catalog });
    const file = await attach(app, 'backed up');
    await answer(app, file);
    app.application.close();
    const [id = ''] = backupsOf(app);
    const again = anApplication({ catalog, dataFolder: app.dataFolder });
    await answer(again);
    expectOk(await clear(again, file));
    expect((await listed(again)).missingFrom).toEqual({ [id]: 1 });
    expectOk(await again.ask('restoreBackup', { id }));
    const { plan } = expectOk(await again.ask('loadPlan', {}));
    expect(plan.items[itemId]?.answers.proof).toEqual(proof(file));
  });

  it('takes back the copies other programs were given', async () => {
    const copiesIn = tempFolder();
    const shell = aFakeShell();
    const app = anApplication({ catalog, shell, evidence: { copiesIn } });
    const file = await detach(app, 'left');
    const other = await detach(app, 'other');
    for (const { sha256, mediaType } of [file, other]) {
      expectOk(await app.ask('openEvidence', { sha256, mediaType, fileName: 'a.txt' }));
    }
    expectOk(await clear(app, file));
    expect(shell.calls.openedFiles.map((path) => existsSync(path))).toEqual([false, true]);
  });
});

describe('clearing is refused, and removes nothing,', () => {
  const nothing = (words: string, code: string) => ({
    ok: false,
    error: { code, message: expect.stringContaining(`Nothing was cleared. ${words}`) },
  });

  it('when one of the files is attached again', async () => {
    const app = anApplication({ catalog });
    const left = await detach(app, 'left');
    const back = await detach(app, 'back');
    await answer(app, back);
    expect(await clear(app, left, back)).toMatchObject(nothing('Not all of these files', 'not-found'));
    expect([isKept(app, left), isKept(app, back), backupsOf(app)]).toEqual([true, true, []]);
  });

  it('when none of them is there any more', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'left');
    rmSync(join(app.dataFolder, 'evidence', file.sha256));
    expect(await clear(app, file)).toMatchObject(nothing('What you chose is not', 'not-found'));
  });

  it('when the backup cannot be made', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'left');
    writeFileSync(join(app.dataFolder, 'backups'), 'in the way');
    expect(await clear(app, file)).toMatchObject(nothing('No backup was made:', 'file-failed'));
    expect(isKept(app, file)).toBe(true);
  });

  it('when nothing is recorded, so that there is nothing to back up', async () => {
    const app = anApplication({ catalog });
    const file = storeEvidence(app.dataFolder, 'left', 'a.txt');
    expect(await clear(app, file)).toMatchObject(nothing('There is no backup yet', 'store-failed'));
    expect(isKept(app, file)).toBe(true);
  });

  it('while a file is being attached', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'left');
    const { uploadId } = expectOk(await app.ask('beginEvidence', { fileName: 'a.txt', bytes: 3 }));
    expect(await clear(app, file)).toMatchObject(nothing('A file is being attached.', 'busy'));
    expectOk(await app.ask('cancelEvidence', { uploadId }));
    expectOk(await clear(app, file));
  });

  it('while an archive is being written, which goes on undisturbed', async () => {
    const target = join(tempFolder(), 'all.firstclaim');
    const app = anApplication({ catalog, shell: aFakeShell(() => target) });
    const file = await detach(app, 'left');
    const exporting = app.ask('exportArchive', {});
    // The dialog is over at once; from then on the archive is being written.
    await Promise.resolve();
    await Promise.resolve();
    expect(await clear(app, file)).toMatchObject(nothing('An archive is being written or read.', 'busy'));
    expectOk(await exporting);
    expectOk(await clear(app, file));
  });

  it.skipIf(isWindows)('where the evidence folder is a link', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'left');
    const folder = join(app.dataFolder, 'evidence');
    const elsewhere = join(tempFolder(), 'evidence');
    renameSync(folder, elsewhere);
    symlinkSync(elsewhere, folder);
    expect(await clear(app, file)).toMatchObject(nothing('The evidence folder is a link', 'file-failed'));
    expect(existsSync(join(elsewhere, file.sha256))).toBe(true);
  });

  it.skipIf(isWindows)('when the plan file was moved away', async () => {
    const app = anApplication({ catalog });
    const file = await detach(app, 'left');
    renameSync(join(app.dataFolder, 'plan.db'), join(app.dataFolder, 'elsewhere.db'));
    expect(await clear(app, file)).toMatchObject(nothing('The plan file was moved', 'store-failed'));
    expect(isKept(app, file)).toBe(true);
  });

  it('for what is not a file of ours', async () => {
    const app = anApplication({ catalog });
    await detach(app, 'left');
    const name = 'd'.repeat(64);
    mkdirSync(join(app.dataFolder, 'evidence', name));
    const refused = await app.ask('clearDetachedEvidence', { sha256s: [name] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(existsSync(join(app.dataFolder, 'evidence', name))).toBe(true);
    for (const sha256 of ['../plan.db', 'D'.repeat(64), '']) {
      expect(await app.send('clearDetachedEvidence', { sha256s: [sha256] })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    }
  });
});
