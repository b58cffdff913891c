import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logFolder, openLogFile } from '../../electron/application/log-file.ts';
import { createPreviewShell } from '../../electron/shell/preview-shell.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { anApplication } from '../support/an-application.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { TODAY } from '../support/test-profile.ts';

/** Everything below a folder, and the folder itself, that somebody else on this computer may read or enter. */
function openToOthers(root: string): readonly string[] {
  const visit = (path: string): readonly string[] => {
    const { mode } = statSync(path);
    const own = (mode & 0o077) === 0 ? [] : [`${relative(root, path) || '.'} ${(mode & 0o777).toString(8)}`];
    const isFolder = statSync(path).isDirectory();
    return isFolder ? [...own, ...readdirSync(path).flatMap((name) => visit(join(path, name)))] : own;
  };
  return visit(root);
}

/** Works as if nothing were taken away from what a program asks for: then only its own care closes a file. */
async function withoutUmask(work: () => Promise<void>): Promise<void> {
  const before = process.umask(0);
  try {
    await work();
  } finally {
    process.umask(before);
  }
}

/** Uses a data folder in every way that leaves a file in it. */
async function useUp(dataFolder: string): Promise<void> {
  const { chooseSaveFile } = createPreviewShell(dataFolder, {} as Parameters<typeof createPreviewShell>[1]);
  const shell = aFakeShell(undefined, { chooseSaveFile });
  const { ask, application } = anApplication({ catalog, dataFolder, shell, samplePlan: samplePlan(TODAY) });
  const { uploadId } = expectOk(await ask('beginEvidence', { fileName: 'letter.txt', bytes: 3 }));
  expectOk(await ask('addEvidenceChunk', { uploadId, at: 0, base64: 'YWJj' }));
  // One file is still being copied while the folder is looked at.
  const { file } = expectOk(await ask('finishEvidence', { uploadId }));
  expectOk(
    await ask('answerItem', {
      itemId: 'biz-ein',
      patch: { file: [{ name: 'x', location: '', file }] } as never,
    }),
  );
  expectOk(await ask('beginEvidence', { fileName: 'other.txt', bytes: 3 }));
  for (const format of ['json', 'csv', 'pdf'] as const) {
    expectOk(await ask('exportReport', { format, paper: 'letter' }));
  }
  expectOk(await ask('saveCopy', { unsaved: {}, typed: {} }));
  const log = openLogFile(dataFolder, () => `${TODAY}T12:00:00.000Z`, { maxBytes: 60, old: 2 });
  for (let line = 0; line < 5; line += 1) log(`line ${line}`);
  expect(openToOthers(dataFolder)).toEqual([]);
  application.close();
  // Closing backs the plan up.
  expect(openToOthers(dataFolder)).toEqual([]);
}

/** Shows evidence in its folder, takes an archive in and puts a backup back: each leaves files of its own. */
async function takeBack(dataFolder: string): Promise<void> {
  const { chooseSaveFile, chooseOpenFile } = createPreviewShell(
    dataFolder,
    {} as Parameters<typeof createPreviewShell>[1],
  );
  const shell = aFakeShell(undefined, { chooseSaveFile, chooseOpenFile });
  const copiesIn = tempFolder();
  const { ask, application } = anApplication({ catalog, dataFolder, shell, evidence: { copiesIn } });
  const { uploadId } = expectOk(await ask('beginEvidence', { fileName: 'letter.txt', bytes: 3 }));
  expectOk(await ask('addEvidenceChunk', { uploadId, at: 0, base64: 'YWJj' }));
  const { file } = expectOk(await ask('finishEvidence', { uploadId }));
  expectOk(
    await ask('showEvidence', { sha256: file.sha256, mediaType: file.mediaType, fileName: 'letter.txt' }),
  );
  expect(shell.calls.shown).toHaveLength(1);
  expect(openToOthers(copiesIn).filter((name) => !name.startsWith('. '))).toEqual([]);
  expectOk(await ask('exportArchive', {}));
  const { archiveId } = expectOk(await ask('chooseArchive', {}));
  expect(openToOthers(dataFolder)).toEqual([]);
  expectOk(await ask('importArchive', { archiveId }));
  expect(openToOthers(dataFolder)).toEqual([]);
  const { backups } = expectOk(await ask('listBackups', {}));
  const [newest] = backups;
  if (newest === undefined) throw new Error('Importing makes a backup.');
  expectOk(await ask('restoreBackup', { id: newest.id }));
  application.close();
  expect(openToOthers(dataFolder)).toEqual([]);
}

describe.runIf(process.platform !== 'win32')('a data folder in use', () => {
  it('holds nothing that anybody else on this computer may read', async () => {
    await withoutUmask(async () => {
      const dataFolder = join(tempFolder(), 'First Claim');
      await useUp(dataFolder);
      expect(readdirSync(dataFolder)).toEqual(
        expect.arrayContaining(['backups', 'evidence', 'exports', 'logs', 'plan.db']),
      );
      expect(readdirSync(logFolder(dataFolder)).length).toBe(3);
    });
  });

  it('holds nothing of the kind after a restore, an import and a recovery either', async () => {
    await withoutUmask(async () => {
      const dataFolder = join(tempFolder(), 'First Claim');
      await useUp(dataFolder);
      const plan = join(dataFolder, 'plan.db');
      await takeBack(dataFolder);
      // The backups first, so that what is left must be read out row by row.
      rmSync(join(dataFolder, 'backups'), { recursive: true });
      truncateSync(plan, Math.floor(statSync(plan).size * 0.6));
      await takeBack(dataFolder);
      expect(readdirSync(dataFolder)).toEqual(expect.arrayContaining(['quarantine', 'recovery']));
    });
  });

  it('is closed even when it was there before, empty and open to all', async () => {
    await withoutUmask(async () => {
      const dataFolder = tempFolder();
      chmodSync(dataFolder, 0o777);
      await useUp(dataFolder);
    });
  });

  it('is closed even when the window’s engine was in it first', async () => {
    await withoutUmask(async () => {
      const dataFolder = tempFolder();
      chmodSync(dataFolder, 0o777);
      mkdirSync(join(dataFolder, 'shell'), { mode: 0o700 });
      await useUp(dataFolder);
    });
  });
});
