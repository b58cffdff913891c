import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anEvidenceFile, storeEvidence, TINY_PDF, TINY_PNG } from '../support/an-evidence-file.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { openTestEvidence } from '../support/test-evidence.ts';

/** Root passes every permission. Other threads read as this one's user, so it has to stay somebody else meanwhile. */
async function asNobody<T>(body: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return body();
  process.seteuid?.(65_534);
  try {
    return await body();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a kept file', () => {
  const whole = { withHash: true };

  it('is found present, missing or changed', async () => {
    const { store, dataFolder, pathOf } = openTestEvidence();
    const sound = storeEvidence(dataFolder, 'sound', 'a.txt');
    const gone = anEvidenceFile('gone', 'b.txt');
    const shorter = storeEvidence(dataFolder, 'shorter', 'c.txt');
    writeFileSync(pathOf(shorter.sha256), 'short');
    const folder = anEvidenceFile('folder', 'd.txt');
    mkdirSync(pathOf(folder.sha256));
    const expected = {
      [sound.sha256]: 'present',
      [gone.sha256]: 'missing',
      [shorter.sha256]: 'changed',
      [folder.sha256]: 'changed',
    };
    for (const withHash of [true, false]) {
      expect(await store.statusesOf([sound, gone, shorter, folder], { withHash })).toEqual(expected);
    }
  });

  it('that was changed without becoming longer is found by its hash, and only by it', async () => {
    const { store, dataFolder, pathOf } = openTestEvidence();
    const file = storeEvidence(dataFolder, 'original', 'a.txt');
    utimesSync(pathOf(file.sha256), 1_000, 1_000);
    expect(await store.statusesOf([file], whole)).toEqual({ [file.sha256]: 'present' });
    writeFileSync(pathOf(file.sha256), 'Original');
    // Even where somebody puts the clock of the file back.
    utimesSync(pathOf(file.sha256), 1_000, 1_000);
    expect(await store.statusesOf([file], { withHash: false })).toEqual({ [file.sha256]: 'present' });
    expect(await store.statusesOf([file], whole)).toEqual({ [file.sha256]: 'changed' });
    expect(await store.picture(file.sha256, 'image/png')).toEqual({ status: 'changed' });
    expect(await store.copyOf({ ...file, fileName: 'a.txt' })).toMatchObject({
      error: { code: 'file-failed', message: expect.stringContaining('Changed: ') },
    });
  });

  it('that may not be read is said to be so', async () => {
    const { store, dataFolder, pathOf } = openTestEvidence();
    const file = storeEvidence(dataFolder, 'secret', 'a.txt');
    chmodSync(dataFolder, 0o755);
    chmodSync(join(dataFolder, 'evidence'), 0o755);
    chmodSync(pathOf(file.sha256), 0);
    expect(await asNobody(() => store.statusesOf([file], { withHash: false }))).toEqual({
      [file.sha256]: 'unreadable',
    });
    expect(await asNobody(async () => store.holds(file))).toBe(false);
  });

  it('is not read at all when the app opens', () => {
    const dataFolder = tempFolder();
    const file = storeEvidence(dataFolder, 'content', 'a.txt');
    const path = join(dataFolder, 'evidence', file.sha256);
    utimesSync(path, new Date(0), new Date(0));
    openTestEvidence({}, dataFolder);
    expect(statSync(path).atimeMs).toBe(0);
  });

  it('bears out a reference only with its content, size and kind', () => {
    const { store, dataFolder } = openTestEvidence();
    const file = storeEvidence(dataFolder, TINY_PDF, 'a.pdf');
    expect(store.holds(file)).toBe(true);
    expect(store.holds({ ...file, mediaType: 'application/octet-stream' })).toBe(true);
    expect(store.holds({ ...file, mediaType: 'image/png' })).toBe(false);
    expect(store.holds({ ...file, mediaType: 'text/html' })).toBe(false);
    expect(store.holds({ ...file, bytes: file.bytes + 1 })).toBe(false);
    expect(store.holds(anEvidenceFile('never attached', 'b.txt'))).toBe(false);
  });
});

describe('a copy for another program', () => {
  it('has a harmless name of its own, may only be read, and goes when the app closes', async () => {
    const copiesIn = tempFolder();
    const { store, dataFolder, pathOf } = openTestEvidence({ copiesIn });
    const file = storeEvidence(dataFolder, TINY_PDF, 'a.pdf');
    const path = expectOk(await store.copyOf({ ...file, fileName: '../../Annual\u202efdp.exe' }));
    expect(basename(path)).toBe('Annual_fdp.exe.pdf');
    expect(path.startsWith(copiesIn)).toBe(true);
    expect([readFileSync(path).equals(TINY_PDF), statSync(path).mode & 0o777]).toEqual([true, 0o400]);
    for (const folder of [dirname(path), dirname(dirname(path))]) {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    const twin = expectOk(await store.copyOf({ ...file, fileName: '../../Annual\u202efdp.exe' }));
    expect(twin).not.toBe(path);
    store.close();
    expect(readdirSync(copiesIn)).toEqual([]);
    expect(existsSync(pathOf(file.sha256))).toBe(true);
  });

  it('is not made of what is missing or not what it is said to be, and nothing is left of it', async () => {
    const copiesIn = tempFolder();
    const { store, dataFolder } = openTestEvidence({ copiesIn });
    const page = storeEvidence(dataFolder, '<html><script>alert(1)</script>', 'a.png');
    expect(page.mediaType).toBe('application/octet-stream');
    for (const content of [
      { ...page, mediaType: 'image/png', fileName: 'a.png' },
      { ...page, mediaType: 'application/pdf', fileName: 'a.pdf' },
      { ...anEvidenceFile('gone', 'b.txt'), fileName: 'b.txt' },
    ]) {
      expect(await store.copyOf(content)).toMatchObject({ ok: false, error: { code: 'file-failed' } });
    }
    const made = readdirSync(copiesIn).flatMap((name) => readdirSync(join(copiesIn, name)));
    expect(made).toEqual([]);
  });

  it('says when there is no place for it', async () => {
    const { store, dataFolder } = openTestEvidence({ copiesIn: join(tempFolder(), 'gone') });
    const file = storeEvidence(dataFolder, TINY_PDF, 'a.pdf');
    expect(await store.copyOf({ ...file, fileName: 'a.pdf' })).toMatchObject({
      error: { code: 'file-failed', message: expect.stringContaining('could not be made') },
    });
  });
});

describe('a picture in the page', () => {
  it('is shown when it is one', async () => {
    const { store, dataFolder } = openTestEvidence();
    const file = storeEvidence(dataFolder, TINY_PNG, 'a.png');
    expect(await store.picture(file.sha256, 'image/png')).toEqual({ status: 'present', value: TINY_PNG });
    expect(await store.picture(file.sha256, 'image/jpeg')).toEqual({ status: 'present', value: null });
  });

  it('is not shown when it would unfold into gigabytes, or does not say how large it is', async () => {
    const { store, dataFolder } = openTestEvidence();
    const huge = Buffer.from(TINY_PNG);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    for (const content of [huge, TINY_PNG.subarray(0, 18)]) {
      const file = storeEvidence(dataFolder, content, 'a.png');
      expect(await store.picture(file.sha256, 'image/png')).toEqual({ status: 'present', value: null });
    }
  });
});
