import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../shared/catalog/types.ts';
import { failed } from '../../shared/domain/result.ts';
import { anApplication, tryOpen } from '../support/an-application.ts';
import { aCatalog, aPlan, aRecord } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk, mixedItem } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const itemId = mixedItem.id;
const catalog: Catalog = {
  ...aCatalog([mixedItem]),
  sources: [
    {
      id: 'seed-0',
      title: 'A guide',
      urls: ['https://example.org/guide', 'http://example.org/plain', 'www.example.org'],
      status: 'unverified',
      checkedOn: TODAY,
    },
  ],
  states: [
    {
      code: 'NJ',
      attorneyGeneral: { url: 'https://example.org/ag', remark: null },
      consumerOffice: null,
      rules: [],
    },
  ],
};

describe('getAppInfo', () => {
  it('says what runs, where, and why', async () => {
    const { ask, dataFolder } = anApplication({ catalog, notice: 'This is the preview.' });
    expect(await ask('getAppInfo', {})).toEqual({
      ok: true,
      value: {
        version: '1.2.3',
        shell: 'preview',
        dataFolder,
        notice: 'This is the preview.',
        platform: 'linux',
      },
    });
  });

  it('adds what could not be read', async () => {
    const first = anApplication({ catalog });
    await first.ask('answerItem', { itemId, patch: { name: 'Ann', agreed: true } });
    first.application.close();
    const db = new Database(join(first.dataFolder, 'plan.db'));
    db.exec(`UPDATE item SET answers = '{"name":"Ann","agreed":"perhaps"}'`);
    db.close();
    const { ask } = anApplication({ catalog, dataFolder: first.dataFolder, notice: 'This is the preview.' });
    const info = expectOk(await ask('getAppInfo', {}));
    expect(info.notice).toMatch(
      /^This is the preview\. Part of your plan could not be read .*“Do a thing” \(“Agreed\?”\)/,
    );
    expect(expectOk(await ask('loadPlan', {})).plan.items[itemId]?.answers).toEqual({ name: 'Ann' });
  });
});

describe('openLink', () => {
  it('opens https addresses of the catalog', async () => {
    const shell = aFakeShell();
    const { ask } = anApplication({ catalog, shell });
    expectOk(await ask('openLink', { linkId: 'source/seed-0/0' }));
    expectOk(await ask('openLink', { linkId: 'attorney-general/NJ' }));
    expect(shell.calls.opened).toEqual(['https://example.org/guide', 'https://example.org/ag']);
  });

  for (const linkId of [
    'source/seed-0/1',
    'source/seed-0/2',
    'source/seed-0/3',
    'source/seed-0/-1',
    'source/seed-0/00',
    'source/seed-0',
    'source/seed-0/0/0',
    'source/seed-0/length',
    'source/no-such/0',
    'consumer-office/NJ',
    'attorney-general/PA',
    'attorney-general/NJ/0',
    'attorney-general',
    'https://example.org/guide',
    'file:///etc/passwd',
    '__proto__',
    'constructor/name',
  ]) {
    it(`refuses ${linkId}`, async () => {
      const shell = aFakeShell();
      const { ask } = anApplication({ catalog, shell });
      expect(await ask('openLink', { linkId })).toMatchObject({ ok: false, error: { code: 'link-refused' } });
      expect(shell.calls.opened).toEqual([]);
    });
  }

  it('passes on that no browser could be opened', async () => {
    const shell = aFakeShell(undefined, { openLink: async () => failed('internal', 'No browser.') });
    const { ask } = anApplication({ catalog, shell });
    expect(await ask('openLink', { linkId: 'source/seed-0/0' })).toEqual(failed('internal', 'No browser.'));
  });
});

describe('printReport and reportReady', () => {
  it('reach the shell', async () => {
    const shell = aFakeShell();
    const { ask } = anApplication({ catalog, shell });
    expectOk(await ask('printReport', { paper: 'letter' }));
    expectOk(await ask('reportReady', { pages: 12 }));
    expect(shell.calls).toMatchObject({ printed: ['letter'], ready: [{ senderId: 7, pages: 12 }] });
  });

  it('pass on what the shell could not do', async () => {
    const shell = aFakeShell(undefined, { print: async () => failed('no-printer', 'No printer is set up.') });
    const { ask } = anApplication({ catalog, shell });
    expect(await ask('printReport', { paper: 'a4' })).toEqual(failed('no-printer', 'No printer is set up.'));
  });
});

describe('exportReport', () => {
  const exporting = (name: string, folder = tempFolder()) => {
    const path = join(folder, name);
    const shell = aFakeShell(() => path);
    return { path, folder, shell, ...anApplication({ catalog, shell }) };
  };

  it('saves a PDF, closed to others, and can show it in its folder', async () => {
    const { ask, folder, path, shell } = exporting('report.pdf');
    const saved = expectOk(await ask('exportReport', { format: 'pdf', paper: 'a4' }));
    expect(saved).toEqual({ fileId: expect.any(String), fileName: 'report.pdf', folder });
    expect(readFileSync(path, 'utf8')).toBe('%PDF a4');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(shell.calls.suggested).toEqual([`readiness-report-${TODAY}.pdf`]);
    expectOk(await ask('revealFile', { fileId: saved.fileId }));
    expect(shell.calls.shown).toEqual([path]);
  });

  it('saves what was recorded as JSON and CSV', async () => {
    for (const format of ['json', 'csv'] as const) {
      const { ask, path, shell } = exporting(`report.${format}`);
      await ask('answerItem', { itemId, patch: { name: 'Ann Example' } });
      expectOk(await ask('exportReport', { format, paper: 'letter' }));
      expect(readFileSync(path, 'utf8')).toContain('Ann Example');
      expect(shell.calls.suggested).toEqual([`readiness-report-${TODAY}.${format}`]);
    }
  });

  it('replaces an older file and leaves nothing else behind', async () => {
    const { ask, folder, path } = exporting('report.pdf');
    writeFileSync(path, 'older');
    expectOk(await ask('exportReport', { format: 'pdf', paper: 'a4' }));
    expect(readFileSync(path, 'utf8')).toBe('%PDF a4');
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  });

  it('does nothing when the user thinks better of it', async () => {
    const shell = aFakeShell(() => null);
    const { ask } = anApplication({ catalog, shell });
    expect(await ask('exportReport', { format: 'pdf', paper: 'a4' })).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(shell.calls.pdfs).toEqual([]);
  });

  it('keeps the older file when the PDF cannot be made', async () => {
    const path = join(tempFolder(), 'report.pdf');
    writeFileSync(path, 'older');
    const shell = aFakeShell(() => path, { makePdf: async () => failed('print-failed', 'No PDF.') });
    const { ask } = anApplication({ catalog, shell });
    expect(await ask('exportReport', { format: 'pdf', paper: 'a4' })).toEqual(
      failed('print-failed', 'No PDF.'),
    );
    expect(readFileSync(path, 'utf8')).toBe('older');
  });

  it('says when the folder is gone', async () => {
    const { ask } = exporting('report.pdf', join(tempFolder(), 'gone'));
    expect(await ask('exportReport', { format: 'pdf', paper: 'a4' })).toMatchObject({
      error: { code: 'file-failed', message: expect.stringContaining('not there any more') },
    });
  });

  it('says when a folder has that name, and leaves nothing behind', async () => {
    const { ask, folder, path } = exporting('report.pdf');
    mkdirSync(path);
    expect(await ask('exportReport', { format: 'pdf', paper: 'a4' })).toMatchObject({
      error: { code: 'file-failed', message: expect.stringContaining('a folder has that name') },
    });
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  });

  for (const name of ['plan.db', 'plan.db-wal', 'plan.db-journal', 'PLAN.DB']) {
    it(`refuses to write over the plan itself: ${name}`, async () => {
      const dataFolder = tempFolder();
      const shell = aFakeShell(() => join(dataFolder, name));
      const { ask } = anApplication({ catalog, shell, dataFolder });
      await ask('answerItem', { itemId, patch: { name: 'Ann' } });
      const before = readFileSync(join(dataFolder, 'plan.db'));
      expect(await ask('exportReport', { format: 'json', paper: 'a4' })).toMatchObject({
        error: { code: 'file-failed', message: expect.stringContaining('your plan is kept in') },
      });
      expect(readFileSync(join(dataFolder, 'plan.db'))).toEqual(before);
      expect(existsSync(join(dataFolder, 'plan.db-journal'))).toBe(false);
    });
  }
});

describe('revealFile', () => {
  it('knows only files of this run', async () => {
    const shell = aFakeShell();
    const { ask } = anApplication({ catalog, shell });
    for (const fileId of ['id-9', '/etc/passwd', '__proto__']) {
      expect(await ask('revealFile', { fileId })).toMatchObject({ error: { code: 'not-found' } });
    }
    expect(shell.calls.shown).toEqual([]);
  });
});

describe('the sample plan', () => {
  const samplePlan = {
    ...aPlan([aRecord(mixedItem, { name: 'Ann' }, { status: 'done', completedOn: TODAY })]),
    profile: aProfile(),
  };

  it('fills a fresh folder', async () => {
    const { ask } = anApplication({ catalog, samplePlan });
    expect(expectOk(await ask('loadPlan', {})).plan).toEqual(samplePlan);
    expect(await ask('undoItem', { itemId })).toMatchObject({ error: { code: 'nothing-to-undo' } });
  });

  it('is refused, in words, by a folder that holds a plan', async () => {
    const first = anApplication({ catalog });
    await first.ask('answerItem', { itemId, patch: { name: 'Mine' } });
    first.application.close();
    expect(tryOpen({ catalog, samplePlan, dataFolder: first.dataFolder })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('a data folder of its own') },
    });
    const { ask } = anApplication({ catalog, dataFolder: first.dataFolder });
    expect(expectOk(await ask('loadPlan', {})).plan.items[itemId]?.answers).toEqual({ name: 'Mine' });
  });

  it('is refused by a folder it already filled', () => {
    const first = anApplication({ catalog, samplePlan });
    first.application.close();
    expect(tryOpen({ catalog, samplePlan, dataFolder: first.dataFolder }).ok).toBe(false);
  });
});

describe('a data folder that cannot be used', () => {
  it('keeps the application from opening, in words', () => {
    const dataFolder = tempFolder();
    writeFileSync(join(dataFolder, 'plan.db'), 'a letter');
    expect(tryOpen({ catalog, dataFolder })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('not a First Claim plan') },
    });
  });
});
