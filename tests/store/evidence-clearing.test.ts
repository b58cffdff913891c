import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  refuseLinkedFolder,
  removeEvidence,
  unreferencedEvidence,
} from '../../electron/store/evidence-clearing.ts';
import { contentsNamedIn, lastNamedIn } from '../../electron/store/plan-evidence.ts';
import { anEvidenceFile, storeEvidence } from '../support/an-evidence-file.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { withoutRoot } from '../support/without-root.ts';

const isWindows = process.platform === 'win32';

/** A data folder with one file for each text. */
function aFolderWith(...texts: readonly string[]) {
  const dataFolder = tempFolder();
  const files = texts.map((text) => storeEvidence(dataFolder, text, 'a.txt').sha256);
  const folder = join(dataFolder, 'evidence');
  return { dataFolder, folder, files, names: () => readdirSync(folder).sort() };
}

describe('what nothing refers to', () => {
  it('is named with its size, and removed exactly', () => {
    const { dataFolder, folder, files, names } = aFolderWith('kept', 'left', 'also left');
    const [kept = '', left = '', also = ''] = files;
    writeFileSync(join(folder, 'mine.pdf'), 'mine');
    const unreferenced = expectOk(unreferencedEvidence(dataFolder, new Set([kept])));
    expect([...unreferenced].sort((a, b) => a.bytes - b.bytes)).toEqual([
      { sha256: left, bytes: 4 },
      { sha256: also, bytes: 9 },
    ]);
    const removal = removeEvidence(dataFolder, [left, '../plan.db', 'mine.pdf', left]);
    expect(removal).toEqual({ removed: [left, left], failure: null });
    expect(names()).toEqual([kept, also, 'mine.pdf'].sort());
  });

  it('is nothing while there is no folder', () => {
    expect(expectOk(unreferencedEvidence(tempFolder(), new Set()))).toEqual([]);
  });

  it.skipIf(isWindows)('never is a link or a folder, and neither is followed or removed', () => {
    const { dataFolder, folder, names } = aFolderWith();
    const outside = join(tempFolder(), 'outside.txt');
    writeFileSync(outside, 'outside');
    mkdirSync(folder, { recursive: true });
    const [link, inner] = ['a'.repeat(64), 'b'.repeat(64)];
    symlinkSync(outside, join(folder, link));
    mkdirSync(join(folder, inner));
    writeFileSync(join(folder, inner, 'x'), 'x');
    expect(expectOk(unreferencedEvidence(dataFolder, new Set()))).toEqual([]);
    expect(removeEvidence(dataFolder, [link, inner])).toEqual({ removed: [], failure: null });
    expect(names()).toEqual([link, inner]);
    expect([readFileSync(outside, 'utf8'), readdirSync(join(folder, inner))]).toEqual(['outside', ['x']]);
  });

  it.skipIf(isWindows)('is not cleared where the evidence folder is a link to another place', () => {
    const { dataFolder, folder } = aFolderWith('elsewhere');
    expectOk(refuseLinkedFolder(dataFolder));
    const elsewhere = join(tempFolder(), 'evidence');
    renameSync(folder, elsewhere);
    symlinkSync(elsewhere, folder);
    expect(refuseLinkedFolder(dataFolder)).toMatchObject({
      error: { code: 'file-failed', message: expect.stringContaining('is a link to another place') },
    });
  });

  it.skipIf(isWindows)('stays where the folder cannot be written to, and that is said', () => {
    const { dataFolder, folder, files, names } = aFolderWith('one', 'two');
    chmodSync(dataFolder, 0o755);
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    expect(withoutRoot(() => removeEvidence(dataFolder, files))).toEqual({
      removed: [],
      failure: { code: 'read-only', message: 'The evidence folder cannot be written to.' },
    });
    expect(names()).toEqual([...files].sort());
  });

  it('is no failure when it has gone already', () => {
    const { dataFolder, files } = aFolderWith('one');
    const gone = 'c'.repeat(64);
    expect(removeEvidence(dataFolder, [gone, ...files])).toEqual({
      removed: [gone, ...files],
      failure: null,
    });
    expect(existsSync(join(dataFolder, 'evidence', files[0] ?? ''))).toBe(false);
  });
});

describe('what a plan file names', () => {
  /** A file with as much of a plan as refers to files, at the second version. */
  function aPlanWith(answers: readonly object[], history: readonly (readonly [object, object])[] = []) {
    const db = new Database(':memory:');
    onTestFinished(() => {
      db.close();
    });
    db.pragma('user_version = 2');
    db.exec('CREATE TABLE item (answers TEXT); CREATE TABLE record (answers TEXT)');
    db.exec('CREATE TABLE history (seq INTEGER PRIMARY KEY, at TEXT, subject TEXT, before TEXT, after TEXT)');
    for (const [at, each] of answers.entries()) {
      db.prepare(`INSERT INTO ${at % 2 === 0 ? 'item' : 'record'} VALUES (?)`).run(JSON.stringify(each));
    }
    const line = db.prepare('INSERT INTO history (at, subject, before, after) VALUES (?, ?, ?, ?)');
    for (const [at, [before, after]] of history.entries()) {
      line.run(`2026-11-2${at}T12:00:00.000Z`, `item:i${at}`, JSON.stringify(before), JSON.stringify(after));
    }
    return db;
  }

  const [a, b, c] = ['a', 'b', 'c'].map((text) => anEvidenceFile(text, 'a.txt'));
  if (a === undefined || b === undefined || c === undefined) throw new Error('No files');
  const note = (file: object, name: string) => ({ name, location: '', file });

  it('is found in items and entries, at any depth, with its name', () => {
    const db = aPlanWith([
      { proof: [note(a, ' Letter ')] },
      { policies: [{ rowId: 'r1', proof: [note(b, '')] }] },
    ]);
    expect([...contentsNamedIn(db)]).toEqual([
      [a.sha256, { name: 'Letter', mediaType: 'text/plain' }],
      [b.sha256, { name: '', mediaType: 'text/plain' }],
    ]);
  });

  it('is found too where only another version could read the reference', () => {
    const db = aPlanWith([{ proof: [note({ ...a, pages: 3 }, 'Letter')] }, { scans: `sha256:${b.sha256}` }]);
    expect([...contentsNamedIn(db)]).toEqual([
      [a.sha256, null],
      [b.sha256, null],
    ]);
  });

  it('is nothing that is only part of a longer name', () => {
    expect(contentsNamedIn(aPlanWith([{ text: `${a.sha256}0` }])).size).toBe(0);
  });

  it('is known to the history by its newest line', () => {
    const db = aPlanWith(
      [],
      [
        [{ answers: { proof: null } }, { answers: { proof: [note(a, 'First'), note(b, 'Other')] } }],
        [
          { answers: { proof: [note(a, 'First'), note(b, 'Other')] } },
          { answers: { proof: [note(a, 'Later')] } },
        ],
        [{ answers: { proof: [note(a, 'Later')] } }, { answers: { proof: null } }],
        [{ answers: { name: 'Ann' } }, { answers: { name: null } }],
      ],
    );
    expect([...lastNamedIn(db, new Set([a.sha256, b.sha256, c.sha256]))].sort()).toEqual(
      [
        [
          a.sha256,
          { name: 'Later', mediaType: 'text/plain', at: '2026-11-22T12:00:00.000Z', subject: 'item:i2' },
        ],
        [
          b.sha256,
          { name: 'Other', mediaType: 'text/plain', at: '2026-11-21T12:00:00.000Z', subject: 'item:i1' },
        ],
      ].sort(),
    );
    expect(lastNamedIn(db, new Set()).size).toBe(0);
  });
});
