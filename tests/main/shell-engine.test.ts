import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { engineFolder, isLockMissing, leaveEngineFolder } from '../../electron/shell/engine-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

const before = process.env.TMPDIR;

afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
});

describe.runIf(process.platform !== 'win32')('the engine’s folder', () => {
  it('lies in the data folder, which is made for it, and is for its owner alone', () => {
    const dataFolder = join(tempFolder(), 'new');
    const umask = process.umask(0);
    const engine = engineFolder(dataFolder);
    process.umask(umask);
    expect(engine).toEqual({ path: join(dataFolder, 'shell'), isPassing: false });
    expect(statSync(join(dataFolder, 'shell')).mode & 0o777).toBe(0o700);
  });

  it('is closed again where it was left open', () => {
    const dataFolder = tempFolder();
    mkdirSync(join(dataFolder, 'shell'));
    engineFolder(dataFolder);
    expect(statSync(join(dataFolder, 'shell')).mode & 0o777).toBe(0o700);
  });

  it('loses what is no lock but has the name of one, and keeps a lock', () => {
    const dataFolder = tempFolder();
    const shell = join(dataFolder, 'shell');
    mkdirSync(join(shell, 'SingletonSocket', 'deep'), { recursive: true });
    writeFileSync(join(shell, 'SingletonCookie'), 'no cookie');
    symlinkSync('host-4711', join(shell, 'SingletonLock'));
    engineFolder(dataFolder);
    expect(existsSync(join(shell, 'SingletonSocket'))).toBe(false);
    expect(existsSync(join(shell, 'SingletonCookie'))).toBe(false);
    expect(readlinkSync(join(shell, 'SingletonLock'))).toBe('host-4711');
  });

  it.each(['a file', 'a link to nowhere'])('is a passing one where the data folder is %s', (kind) => {
    const dataFolder = join(tempFolder(), 'data');
    if (kind === 'a file') writeFileSync(dataFolder, '');
    else symlinkSync('/nonexistent/folder', dataFolder);
    const engine = engineFolder(dataFolder);
    if (engine === null) throw new Error('There is a temporary folder.');
    expect(engine.isPassing).toBe(true);
    expect(statSync(engine.path).mode & 0o777).toBe(0o700);
    leaveEngineFolder(engine);
    expect(existsSync(engine.path)).toBe(false);
  });

  it('is nowhere when there is no temporary folder either: the engine takes its own', () => {
    const dataFolder = join(tempFolder(), 'data');
    writeFileSync(dataFolder, '');
    process.env.TMPDIR = '/nonexistent/folder';
    expect(engineFolder(dataFolder)).toBeNull();
  });

  it('stays when the app is left, unless it was a passing one', () => {
    const engine = engineFolder(tempFolder());
    if (engine === null) throw new Error('The folder can be used.');
    leaveEngineFolder(engine);
    expect(existsSync(engine.path)).toBe(true);
  });

  it('tells a lock that somebody has from one that could not be made', () => {
    const folder = mkdtempSync(join(tempFolder(), 'engine-'));
    expect(isLockMissing(folder)).toBe(true);
    symlinkSync('host-4711', join(folder, 'SingletonLock'));
    expect(isLockMissing(folder)).toBe(false);
    // There it is no file at all.
    expect(isLockMissing(join(folder, 'none'), 'win32')).toBe(false);
  });
});
