import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitSettings } from '../../build/package-settings.ts';

const settings = readFileSync(join(import.meta.dirname, '..', '..', 'electron-builder.yml'), 'utf8');
const fuses = (text: string): readonly string[] =>
  (/^electronFuses:\n((?: {2}.+\n)+)/m.exec(text)?.[1] ?? '').trim().split(/\n */);

describe('settings of the package', () => {
  it('set every fuse the safe way', () => {
    expect(fuses(settings)).toEqual([
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'loadBrowserProcessSpecificV8Snapshot: false',
      'grantFileProtocolExtraPrivileges: false',
    ]);
  });

  it('keep every fuse for the Electron that ships', () => {
    const fitted = fitSettings(settings, '/out', { folder: '/electron', version: '45.4.1' });
    expect(fuses(fitted)).toEqual(fuses(settings));
    expect(fitted).toContain('electronDist: "/electron"\nelectronVersion: "45.4.1"\n');
    expect(fitted).toContain('output: "/out"');
  });

  it('leave out only the fuse that an older Electron lacks', () => {
    const fitted = fitSettings(settings, '/out', { folder: '/electron', version: '25.1.1' });
    expect(fuses(fitted)).toEqual(fuses(settings).slice(0, -1));
  });

  it('let the builder fetch an Electron when there is none', () => {
    expect(fitSettings(settings, '/out', null)).not.toContain('electronDist');
  });
});
