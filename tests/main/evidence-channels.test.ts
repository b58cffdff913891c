import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidence, rows, text } from '../../shared/catalog/field-builders.ts';
import { EVIDENCE_TYPES, MAX_CHUNK_BYTES, MAX_EVIDENCE_BYTES } from '../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../shared/domain/field.ts';
import { failed } from '../../shared/domain/result.ts';
import { MAX_PAYLOAD } from '../../shared/ipc/contract.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { anEvidenceFile, storeEvidence, TINY_PDF, TINY_PNG } from '../support/an-evidence-file.ts';
import { aCatalog, anItem } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { TODAY } from '../support/test-profile.ts';

const item = anItem({
  fields: [
    evidence('proof', 'Proof'),
    rows('policies', 'Policies', 'policy', [text('name', 'Name'), evidence('proof', 'Proof')]),
  ],
});
const itemId = item.id;
const catalog = { ...aCatalog([item]), profileFields: [] };

async function attach(
  { ask }: Pick<TestApplication, 'ask'>,
  content: Uint8Array | string,
  fileName = 'Letter.pdf',
): Promise<EvidenceFile> {
  const bytes = Buffer.from(content);
  const { uploadId } = expectOk(await ask('beginEvidence', { fileName, bytes: bytes.length }));
  for (let at = 0; at < bytes.length; at += MAX_CHUNK_BYTES) {
    const base64 = bytes.subarray(at, at + MAX_CHUNK_BYTES).toString('base64');
    expectOk(await ask('addEvidenceChunk', { uploadId, at, base64 }));
  }
  return expectOk(await ask('finishEvidence', { uploadId })).file;
}

const proof = (file: EvidenceFile, name = 'Letter') => ({ proof: [{ name, location: '', file }] });

function evidenceIn(dataFolder: string): readonly string[] {
  const folder = join(dataFolder, 'evidence');
  return existsSync(folder) ? readdirSync(folder) : [];
}

describe('attaching a file', () => {
  it('keeps it and refers to it from the answer, over a restart', async () => {
    const app = anApplication({ catalog });
    const file = await attach(app, TINY_PDF);
    expect(file).toEqual(anEvidenceFile(TINY_PDF));
    expectOk(await app.ask('answerItem', { itemId, patch: proof(file) }));
    app.application.close();
    const { ask, dataFolder } = anApplication({ catalog, dataFolder: app.dataFolder });
    expect(expectOk(await ask('loadPlan', {})).plan.items[itemId]?.answers).toEqual(proof(file));
    expect(readFileSync(join(dataFolder, 'evidence', file.sha256))).toEqual(TINY_PDF);
  });

  it('takes the largest piece in one request', async () => {
    const { ask } = anApplication({ catalog });
    const base64 = Buffer.alloc(MAX_CHUNK_BYTES, 7).toString('base64');
    const { uploadId } = expectOk(await ask('beginEvidence', { fileName: 'a.bin', bytes: MAX_CHUNK_BYTES }));
    const input = { uploadId, at: 0, base64 };
    expect(JSON.stringify(input).length).toBeLessThan(MAX_PAYLOAD);
    expectOk(await ask('addEvidenceChunk', input));
    expect(expectOk(await ask('finishEvidence', { uploadId })).file.bytes).toBe(MAX_CHUNK_BYTES);
  });

  it('says that a file is too large before anything is copied', async () => {
    const { ask, dataFolder } = anApplication({ catalog });
    const asked = await ask('beginEvidence', { fileName: 'Scan.pdf', bytes: MAX_EVIDENCE_BYTES + 1 });
    expect(asked).toMatchObject({
      error: { code: 'too-large', message: expect.stringContaining('can be attached is 100 MB') },
    });
    expect(evidenceIn(dataFolder)).toEqual([]);
  });

  it('says that the disk is full, and the plan is as it was', async () => {
    const full = (): never => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const { ask, dataFolder, log } = anApplication({ catalog, evidence: { write: full } });
    const { uploadId } = expectOk(await ask('beginEvidence', { fileName: 'Scan.pdf', bytes: 3 }));
    expect(await ask('addEvidenceChunk', { uploadId, at: 0, base64: 'YWJj' })).toEqual(
      failed('disk-full', '“Scan.pdf” was not copied: the disk is full.'),
    );
    expect(evidenceIn(dataFolder)).toEqual([]);
    expect(log).toEqual([]);
  });

  it('gives up what a page was sending when that page starts anew, and when the app closes', async () => {
    const app = anApplication({ catalog });
    expectOk(await app.ask('beginEvidence', { fileName: 'Scan.pdf', bytes: 3 }));
    expectOk(await app.ask('cancelEvidence', { uploadId: null }));
    expect(evidenceIn(app.dataFolder)).toEqual([]);
    const { uploadId } = expectOk(await app.ask('beginEvidence', { fileName: 'Scan.pdf', bytes: 3 }));
    app.application.interrupt();
    expect(await app.ask('addEvidenceChunk', { uploadId, at: 0, base64: 'YWJj' })).toMatchObject({
      error: { code: 'not-found' },
    });
    app.application.close();
    expect(evidenceIn(app.dataFolder)).toEqual([]);
  });

  it('puts a removed file back by undo', async () => {
    const app = anApplication({ catalog });
    const file = await attach(app, TINY_PDF);
    expectOk(await app.ask('answerItem', { itemId, patch: proof(file) }));
    expectOk(await app.ask('answerItem', { itemId, patch: { proof: null } }));
    expect(evidenceIn(app.dataFolder)).toEqual([file.sha256]);
    const { item: undone } = expectOk(await app.ask('undoItem', { itemId }));
    expect(undone.answers).toEqual(proof(file));
  });
});

describe('a reference to a file', () => {
  const refused = { ok: false, error: { code: 'invalid-answer', field: 'proof' } };

  it('is refused when its content was never attached', async () => {
    const { ask } = anApplication({ catalog });
    const invented = anEvidenceFile('invented', 'a.txt');
    expect(await ask('answerItem', { itemId, patch: proof(invented) })).toMatchObject(refused);
    const inRow = { policies: [{ rowId: 'r1', ...proof(invented) }] };
    expect(await ask('answerItem', { itemId, patch: inRow })).toMatchObject({
      error: { code: 'invalid-answer', field: 'policies' },
    });
    expect(expectOk(await ask('loadPlan', {})).plan.items).toEqual({});
  });

  it('is refused when it says anything else of a content than what is so', async () => {
    const app = anApplication({ catalog });
    const file = await attach(app, TINY_PDF);
    for (const change of [{ bytes: 1 }, { mediaType: 'image/png' }, { mediaType: 'text/html' }]) {
      const patch = proof({ ...file, ...change });
      expect(await app.ask('answerItem', { itemId, patch }), JSON.stringify(change)).toMatchObject(refused);
    }
    // Beside the true one as well.
    const both = { proof: [...proof(file).proof, ...proof({ ...file, bytes: 1 }).proof] };
    expect(await app.ask('answerItem', { itemId, patch: both })).toMatchObject(refused);
  });

  it('is refused in an entry of a list too', async () => {
    const app = anApplication({ catalog });
    const entry = { kind: 'portal' as const, id: null };
    const withFile = (file: EvidenceFile) => ({
      name: 'Portal',
      file: [{ name: 'Screen', location: '', file }],
    });
    const invented = withFile(anEvidenceFile('invented', 'a.txt'));
    expect(await app.ask('saveRecord', { ...entry, patch: invented })).toMatchObject({
      error: { code: 'invalid-answer', field: 'file' },
    });
    const kept = withFile(await attach(app, TINY_PNG, 'Screen.png'));
    expect(expectOk(await app.ask('saveRecord', { ...entry, patch: kept })).record.answers).toEqual(kept);
  });

  it('stays in an answer whose file has gone missing, and comes back by undo', async () => {
    const app = anApplication({ catalog });
    const file = await attach(app, TINY_PDF);
    expectOk(await app.ask('answerItem', { itemId, patch: proof(file) }));
    rmSync(join(app.dataFolder, 'evidence', file.sha256));
    const renamed = proof(file, 'EIN letter');
    expect(expectOk(await app.ask('answerItem', { itemId, patch: renamed })).item.answers).toEqual(renamed);
    expectOk(await app.ask('answerItem', { itemId, patch: { proof: null } }));
    expect(await app.ask('answerItem', { itemId, patch: renamed })).toMatchObject(refused);
    expect(expectOk(await app.ask('undoItem', { itemId })).item.answers).toEqual(renamed);
  });
});

describe('opening a kept file', () => {
  const opening = () => {
    const shell = aFakeShell();
    const copiesIn = tempFolder();
    return { shell, copiesIn, ...anApplication({ catalog, shell, evidence: { copiesIn } }) };
  };

  it.each([
    ['a PDF', TINY_PDF, 'EIN letter.pdf', 'EIN letter.pdf'],
    ['a picture', TINY_PNG, 'Screen', 'Screen.png'],
    ['a text', 'Hello', 'Notes.txt', 'Notes.txt'],
  ])('hands a copy of %s to the system', async (_, content, fileName, called) => {
    const { shell, dataFolder, ask } = opening();
    const { sha256, mediaType } = storeEvidence(dataFolder, content, fileName);
    expectOk(await ask('openEvidence', { sha256, fileName, mediaType }));
    const [path = ''] = shell.calls.openedFiles;
    expect([shell.calls.openedFiles.length, shell.calls.shown.length]).toEqual([1, 0]);
    expect(basename(path)).toBe(called);
    expect(path.startsWith(dataFolder)).toBe(false);
    expect([readFileSync(path).equals(Buffer.from(content)), statSync(path).mode & 0o777]).toEqual([
      true,
      0o400,
    ]);
  });

  const dangerous: readonly (readonly [fileName: string, content: Uint8Array | string])[] = [
    ['page.png', '<!doctype html><script>alert(1)</script>'],
    ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['program.png', Buffer.from('4d5a90000300', 'hex')],
    ['contract.docx', Buffer.from('504b0304', 'hex')],
    ['script.sh', '#!/bin/sh\nexit'],
  ];
  it.each(dangerous)('never opens or previews %s, whatever it is said to be', async (fileName, content) => {
    const { shell, dataFolder, ask } = opening();
    const { sha256 } = storeEvidence(dataFolder, content, fileName);
    for (const mediaType of [...Object.keys(EVIDENCE_TYPES), 'text/html', 'image/svg+xml', '__proto__']) {
      // Text is text: a script called so is opened as text, under a name that ends so.
      if (mediaType.startsWith('text/') && typeof content === 'string') continue;
      expect((await ask('openEvidence', { sha256, fileName, mediaType })).ok, mediaType).toBe(false);
      expect((await ask('readEvidence', { sha256, mediaType })).ok, mediaType).toBe(false);
    }
    expect(shell.calls.openedFiles).toEqual([]);
  });

  it('shows what it does not open in its folder, under a name that starts nothing', async () => {
    const { shell, dataFolder, ask } = opening();
    for (const [fileName, content] of dangerous) {
      const { sha256, mediaType } = storeEvidence(dataFolder, content, fileName);
      expectOk(await ask('showEvidence', { sha256, fileName, mediaType }));
    }
    expect(shell.calls.shown.map((path) => basename(path))).toEqual([
      'page.png.bin',
      'drawing.png.bin',
      'program.png.bin',
      'contract.docx',
      'script.sh.bin',
    ]);
    expect(shell.calls.openedFiles).toEqual([]);
  });

  it('says what is missing or was changed instead of opening it', async () => {
    const { shell, dataFolder, copiesIn, ask } = opening();
    const file = storeEvidence(dataFolder, TINY_PDF, 'a.pdf');
    const content = { sha256: file.sha256, mediaType: file.mediaType, fileName: 'a.pdf' };
    writeFileSync(join(dataFolder, 'evidence', file.sha256), '%PDF-1.7 something else');
    for (const channel of ['openEvidence', 'showEvidence'] as const) {
      expect(await ask(channel, content)).toMatchObject({
        error: { message: expect.stringContaining('Changed') },
      });
    }
    rmSync(join(dataFolder, 'evidence', file.sha256));
    expect(await ask('openEvidence', content)).toMatchObject({
      error: { message: expect.stringContaining('Missing') },
    });
    expect([...shell.calls.openedFiles, ...shell.calls.shown]).toEqual([]);
    expect(readdirSync(copiesIn).flatMap((name) => readdirSync(join(copiesIn, name)))).toEqual([]);
  });

  it('knows contents by their hash only, never by a path', async () => {
    const { ask, dataFolder } = opening();
    writeFileSync(join(dataFolder, 'secret'), 'x');
    for (const sha256 of [
      '../secret',
      '../plan.db',
      'a'.repeat(63),
      'A'.repeat(64),
      `${'a'.repeat(64)}/..`,
      '',
    ]) {
      const content = { sha256, fileName: 'a.txt', mediaType: 'text/plain' };
      expect(await ask('openEvidence', content)).toMatchObject({ error: { code: 'invalid-input' } });
      expect(await ask('showEvidence', content)).toMatchObject({ error: { code: 'invalid-input' } });
      const asked = { sha256, mediaType: 'image/png' };
      expect(await ask('readEvidence', asked)).toMatchObject({ error: { code: 'invalid-input' } });
    }
  });

  it('passes on that there is no program for it', async () => {
    const shell = aFakeShell(undefined, { openFile: async () => failed('file-failed', 'No program.') });
    const { ask, dataFolder } = anApplication({ catalog, shell });
    const { sha256, mediaType } = storeEvidence(dataFolder, TINY_PDF);
    expect(await ask('openEvidence', { sha256, fileName: 'a.pdf', mediaType })).toEqual(
      failed('file-failed', 'No program.'),
    );
  });
});

describe('a picture for the page', () => {
  it('comes with its bytes, and only while they are what was attached', async () => {
    const { ask, dataFolder } = anApplication({ catalog });
    const { sha256, mediaType } = storeEvidence(dataFolder, TINY_PNG, 'a.png');
    expect(expectOk(await ask('readEvidence', { sha256, mediaType }))).toEqual({
      mediaType: 'image/png',
      base64: TINY_PNG.toString('base64'),
    });
    writeFileSync(join(dataFolder, 'evidence', sha256), Buffer.concat([TINY_PNG, Buffer.of(0)]));
    expect(await ask('readEvidence', { sha256, mediaType })).toMatchObject({
      error: { code: 'file-failed', message: expect.stringContaining('Changed') },
    });
    rmSync(join(dataFolder, 'evidence', sha256));
    expect(await ask('readEvidence', { sha256, mediaType })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('the report', () => {
  it('names what is missing or was changed when it is saved', async () => {
    const out = join(tempFolder(), 'report');
    const app = anApplication({ catalog, shell: aFakeShell(() => out) });
    const gone = await attach(app, 'gone', 'Gone.txt');
    const changed = await attach(app, 'changed', 'Changed.txt');
    const sound = await attach(app, TINY_PDF, 'Sound.pdf');
    const notes = [gone, changed, sound].map((file, index) => ({ name: `D${index}`, location: '', file }));
    expectOk(await app.ask('answerItem', { itemId, patch: { proof: notes } }));
    rmSync(join(app.dataFolder, 'evidence', gone.sha256));
    writeFileSync(join(app.dataFolder, 'evidence', changed.sha256), 'CHANGED');
    for (const format of ['json', 'csv'] as const) {
      expectOk(await app.ask('exportReport', { format, paper: 'letter' }));
      const report = readFileSync(out, 'utf8');
      expect(report).toMatch(/D0 \(Text, 4 bytes, added 22 Nov 2026, SHA-256 [0-9a-f]{12}\)\. Missing: /);
      expect(report).toMatch(/D1 \(Text, 7 bytes, added 22 Nov 2026, SHA-256 [0-9a-f]{12}\)\. Changed: /);
      expect(report).toMatch(/D2 \(PDF document, \d+ bytes, added 22 Nov 2026, SHA-256 [0-9a-f]{12}\)(?!\.)/);
    }
    const files = [gone, changed, sound].map(({ sha256, bytes }) => ({ sha256, bytes }));
    expect(expectOk(await app.ask('statEvidence', { files, withHash: true })).statuses).toEqual({
      [gone.sha256]: 'missing',
      [changed.sha256]: 'changed',
      [sound.sha256]: 'present',
    });
    expect(app.clock.today).toBe(TODAY);
  });
});
