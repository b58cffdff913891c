import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_UPLOADS } from '../../electron/store/evidence-uploads.ts';
import { MAX_CHUNK_BYTES, MAX_EVIDENCE_BYTES } from '../../shared/domain/evidence.ts';
import { anEvidenceFile, TINY_PDF } from '../support/an-evidence-file.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { attach, begin, openTestEvidence, PAGE } from '../support/test-evidence.ts';
import { withoutRoot } from '../support/without-root.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('a file that is attached', () => {
  it('is kept under the name of its content, whole, and for its owner only', async () => {
    const { store, dataFolder, names, pathOf } = openTestEvidence();
    const { file, isRepaired } = await attach(store, TINY_PDF, 'EIN letter.pdf');
    expect({ file, isRepaired }).toEqual({ file: anEvidenceFile(TINY_PDF), isRepaired: false });
    expect(names()).toEqual([file.sha256]);
    expect(readFileSync(pathOf(file.sha256))).toEqual(TINY_PDF);
    expect(statSync(pathOf(file.sha256)).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataFolder, 'evidence')).mode & 0o777).toBe(0o700);
  });

  it('arrives whole when it takes many pieces', async () => {
    const { store, pathOf } = openTestEvidence();
    const content = Buffer.alloc(3 * MAX_CHUNK_BYTES + 17, 'First Claim ');
    const { file } = await attach(store, content, 'scan.bin');
    expect(file.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(readFileSync(pathOf(file.sha256)).equals(content)).toBe(true);
  });

  it('is kept once, however often and under whatever name it comes', async () => {
    const { store, names, pathOf } = openTestEvidence();
    const first = await attach(store, 'the same', 'a.txt');
    const { ino } = statSync(pathOf(first.file.sha256));
    const second = await attach(store, 'the same', 'b.csv');
    expect(second.file.sha256).toBe(first.file.sha256);
    expect([second.file.mediaType, second.isRepaired]).toEqual(['text/csv', false]);
    expect(names()).toEqual([first.file.sha256]);
    expect(statSync(pathOf(first.file.sha256)).ino).toBe(ino);
  });

  it('puts a damaged one right and says so', async () => {
    const { store, names, pathOf } = openTestEvidence();
    const { file } = await attach(store, 'the same', 'a.txt');
    for (const damage of ['The same', 'shorter', '']) {
      writeFileSync(pathOf(file.sha256), damage);
      expect((await attach(store, 'the same', 'a.txt')).isRepaired).toBe(true);
      expect(readFileSync(pathOf(file.sha256), 'utf8')).toBe('the same');
    }
    expect(names()).toEqual([file.sha256]);
  });

  it('takes the place of a link, and leaves alone what it pointed to', async () => {
    const { store, dataFolder, pathOf } = openTestEvidence();
    const { sha256 } = anEvidenceFile('the same', 'a.txt');
    const elsewhere = join(tempFolder(), 'mine');
    writeFileSync(elsewhere, 'the same');
    mkdirSync(join(dataFolder, 'evidence'));
    symlinkSync(elsewhere, pathOf(sha256));
    expect(await store.statusesOf([{ sha256, bytes: 8 }], { withHash: false })).toEqual({
      [sha256]: 'changed',
    });
    expect((await attach(store, 'the same', 'a.txt')).isRepaired).toBe(true);
    writeFileSync(pathOf(sha256), 'other');
    expect(readFileSync(elsewhere, 'utf8')).toBe('the same');
  });

  it('may come while others come too', async () => {
    const { store, names } = openTestEvidence();
    const contents = ['one', 'two', 'three'];
    const ids = contents.map((content) => begin(store, 'x.txt', content.length));
    for (const [index, uploadId] of ids.entries()) {
      expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64(contents[index] ?? '') }));
    }
    const kept = await Promise.all(ids.map(async (id) => expectOk(await store.finish(PAGE, id)).file.sha256));
    expect([...names()].sort()).toEqual([...kept].sort());
  });
});

describe('a file that cannot be kept', () => {
  const refusals = [
    ['too large', MAX_EVIDENCE_BYTES + 1, 'too-large', /100\.1 MB.*100 MB.*Nothing was copied/],
    ['far too large', Number.MAX_SAFE_INTEGER, 'too-large', /Nothing was copied/],
    ['empty', 0, 'file-failed', /is empty/],
  ] as const;
  it.each(refusals)('is refused when it is %s, before anything is copied', (_, bytes, code, words) => {
    const { store, names } = openTestEvidence();
    expect(store.begin(PAGE, { fileName: 'Scan.pdf', bytes })).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(words) },
    });
    expect(names()).toEqual([]);
  });

  it('is refused when the disk has no room for it', () => {
    const { store, names } = openTestEvidence({ freeBytes: () => 6_000_000 });
    expect(store.begin(PAGE, { fileName: 'Scan.pdf', bytes: 2_000_000 })).toMatchObject({
      error: {
        code: 'disk-full',
        message: '“Scan.pdf” was not copied: it is 2 MB, and the disk has only 6 MB left.',
      },
    });
    expect(names()).toEqual([]);
    begin(store, 'Small.pdf', 900_000);
  });

  it('is refused while too many others are coming', () => {
    const { store } = openTestEvidence();
    for (let count = 0; count < MAX_UPLOADS; count += 1) begin(store, 'x.pdf', 10);
    expect(store.begin(PAGE, { fileName: 'x.pdf', bytes: 10 })).toMatchObject({ error: { code: 'busy' } });
    store.cancel(PAGE, 'upload-1');
    begin(store, 'x.pdf', 10);
  });

  it.each([
    ['ENOSPC', 'disk-full', /the disk is full/],
    ['EFBIG', 'disk-full', /does not take a file of this size/],
    ['EIO', 'file-failed', /the disk reported an error/],
  ])('says in words when writing fails with %s, and leaves nothing behind', async (code, expected, words) => {
    const write = (_file: number, _piece: Uint8Array, at: number): void => {
      if (at > 0) throw systemError(code);
    };
    const { store, names } = openTestEvidence({ write });
    const uploadId = begin(store, 'Scan.pdf', 6);
    expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') }));
    expect(store.add(PAGE, { uploadId, at: 3, base64: base64('def') })).toMatchObject({
      error: { code: expected, message: expect.stringMatching(words) },
    });
    expect(names()).toEqual([]);
    expect(await store.finish(PAGE, uploadId)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('says when the folder may not be written to', () => {
    const dataFolder = tempFolder();
    const { store } = openTestEvidence({}, dataFolder);
    mkdirSync(join(dataFolder, 'evidence'));
    for (const folder of [dataFolder, join(dataFolder, 'evidence')]) chmodSync(folder, 0o555);
    withoutRoot(() => {
      expect(store.begin(PAGE, { fileName: 'Scan.pdf', bytes: 3 })).toMatchObject({
        error: { code: 'read-only' },
      });
    });
    for (const folder of [dataFolder, join(dataFolder, 'evidence')]) chmodSync(folder, 0o755);
  });

  it('says when a file stands in the place of the folder, or the data folder is gone', () => {
    const dataFolder = tempFolder();
    writeFileSync(join(dataFolder, 'evidence'), 'a letter');
    for (const folder of [dataFolder, join(dataFolder, 'gone')]) {
      const { store } = openTestEvidence({}, folder);
      expect(store.begin(PAGE, { fileName: 'Scan.pdf', bytes: 3 })).toMatchObject({
        error: { code: 'file-failed' },
      });
    }
    expect(readFileSync(join(dataFolder, 'evidence'), 'utf8')).toBe('a letter');
  });

  it('says when the folder was taken away while it was coming', async () => {
    const { store, dataFolder } = openTestEvidence();
    const uploadId = begin(store, 'Scan.pdf', 3);
    expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') }));
    renameSync(join(dataFolder, 'evidence'), join(dataFolder, 'moved'));
    expect(await store.finish(PAGE, uploadId)).toMatchObject({
      error: { code: 'file-failed', message: expect.stringContaining('not there any more') },
    });
  });
});

describe('a piece', () => {
  const wrong: readonly (readonly [what: string, at: number, base64: string])[] = [
    ['that leaves a gap', 1, base64('abc')],
    ['from before the start', -1, base64('abc')],
    ['that is too long for the file', 0, base64('abcdefg')],
    ['that is empty', 0, ''],
    ['that is no base64', 0, 'a*c='],
    ['with blanks in it', 0, 'YW Jj'],
    ['in the alphabet for addresses', 0, '_-_-'],
    ['that is cut off', 0, 'YWJ'],
    ['with bits left over', 0, 'YWJ='.replace('J', 'K')],
    ['with something behind its end', 0, 'YQ==YQ=='],
  ];
  it.each(wrong)('%s ends the copying, and nothing is kept', async (_, at, piece) => {
    const { store, names } = openTestEvidence();
    const uploadId = begin(store, 'Scan.pdf', 6);
    expect(store.add(PAGE, { uploadId, at, base64: piece })).toMatchObject({
      error: { code: 'invalid-input', message: '“Scan.pdf” did not arrive whole. Attach it again.' },
    });
    expect(names()).toEqual([]);
    expect(store.add(PAGE, { uploadId, at: 0, base64: base64('abcdef') })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await store.finish(PAGE, uploadId)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('that comes twice ends the copying', () => {
    const { store, names } = openTestEvidence();
    const uploadId = begin(store, 'Scan.pdf', 6);
    expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') }));
    expect(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(names()).toEqual([]);
  });

  it('of another window is not taken', () => {
    const { store } = openTestEvidence();
    const uploadId = begin(store, 'Scan.pdf', 3);
    expect(store.add(PAGE + 1, { uploadId, at: 0, base64: base64('abc') })).toMatchObject({
      error: { code: 'not-found' },
    });
    expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') }));
  });
});

describe('copying that is given up', () => {
  it('leaves nothing when it ends too early', async () => {
    const { store, names } = openTestEvidence();
    const uploadId = begin(store, 'Scan.pdf', 6);
    expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') }));
    expect(await store.finish(PAGE, uploadId)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(names()).toEqual([]);
  });

  it('leaves nothing when it is canceled, alone or with everything else of the window', () => {
    const { store, names } = openTestEvidence();
    const [one] = [begin(store, 'a', 3), begin(store, 'b', 3)];
    expectOk(store.begin(PAGE + 1, { fileName: 'c', bytes: 3 }));
    store.cancel(PAGE, one);
    store.cancel(PAGE, one);
    expect(names()).toHaveLength(2);
    store.cancel(PAGE, null);
    expect(names()).toHaveLength(1);
  });

  it('keeps nothing when it is canceled at the last moment', async () => {
    const { store, names } = openTestEvidence();
    const uploadId = begin(store, 'Scan.pdf', 3);
    expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') }));
    const finishing = store.finish(PAGE, uploadId);
    store.cancel(PAGE, uploadId);
    expect(await finishing).toMatchObject({ error: { code: 'cancelled' } });
    expect(names()).toEqual([]);
  });

  it('leaves nothing when the app closes, and takes nothing more', async () => {
    const { store, names } = openTestEvidence();
    const uploadId = begin(store, 'Scan.pdf', 3);
    expectOk(store.add(PAGE, { uploadId, at: 0, base64: base64('abc') }));
    const finishing = store.finish(PAGE, uploadId);
    begin(store, 'Other.pdf', 3);
    store.interrupt();
    expect((await finishing).ok).toBe(false);
    expect(names()).toEqual([]);
    expect(store.begin(PAGE, { fileName: 'x', bytes: 3 })).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('is cleared at the next start, and nothing else in the folder with it', async () => {
    const { store, dataFolder, names } = openTestEvidence();
    const { file } = await attach(store, TINY_PDF);
    const kept = ['.upload-notes.tmp', 'mine.tmp', '.upload-0123456789abcdef.tmp.pdf', file.sha256];
    for (const name of [...kept.slice(0, 3), '.upload-0123456789abcdef.tmp']) {
      writeFileSync(join(dataFolder, 'evidence', name), 'x');
    }
    openTestEvidence({}, dataFolder);
    expect([...names()].sort()).toEqual([...kept].sort());
  });
});
