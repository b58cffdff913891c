import { describe, expect, it } from 'vitest';
import { judgeElectron } from '../../build/electron-support.ts';

describe('the Electron that ships', () => {
  it.each([
    ['45.4.1', '45.4.1'],
    ['45.4.1', '47.0.0'],
    ['45.4.1', 'npm warn Unknown config 1.2.3 of something\n47.1.2\nnpm notice'],
  ])('%s is mended while the newest is %j', (pinned, output) => {
    expect(judgeElectron(pinned, output).verdict).toBe('clean');
  });

  it('is out of support when three majors are newer', () => {
    const { verdict, words } = judgeElectron('45.4.1', '48.0.0\n');
    expect([verdict, words]).toEqual(['holes', 'Electron 45.4.1 is out of support: the newest major is 48.']);
  });

  it.each(['', 'npm error code E404', '48', 'version 48.0.0'])(
    'is unknown, never clean, when the registry did not answer: %j',
    (output) => {
      const { verdict, words } = judgeElectron('45.4.1', output);
      expect([verdict, words.startsWith('UNKNOWN')]).toEqual(['unknown', true]);
    },
  );
});
