import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformOf, probesOf, runDeviceCheck, sandboxBoxOf } from '../../electron/checks/device-posture.ts';
import { probeEnvironment, runProbe } from '../../electron/checks/run-probe.ts';
import { DEVICE_CHECK_IDS, type Probe } from '../../shared/domain/device-checks/device-check.ts';
import { SAMPLES_NOW, trouble } from '../support/device-samples/sample.ts';
import { deviceSamples } from '../support/device-samples.ts';
import { tempFolder } from '../support/temp-folder.ts';

const onLinux = process.platform === 'linux';
// How much later than asked a program may be gone on a busy computer.
const SLACK_MS = 2_500;
// Seconds to sleep that no other run, even one that went wrong, sleeps.
const AGES = `4711${process.pid}`;

const environment = probeEnvironment('linux', {
  ...process.env,
  PATH: '/somewhere/else',
  LD_PRELOAD: '/somewhere/else.so',
  NODE_OPTIONS: '--inspect',
  LC_ALL: 'de_DE.UTF-8',
});

function aProbe(file: string, args: readonly string[] = [], timeoutMs = 10_000): Probe {
  return { id: 'test', kind: 'run', file, args, timeoutMs, usesNetwork: false };
}

const aFile = (path: string): Probe => ({
  id: 'test',
  kind: 'read',
  path,
  timeoutMs: 10_000,
  usesNetwork: false,
});

/** Processes whose command line holds this text. */
function processesWith(text: string): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').includes(text);
      } catch {
        return false;
      }
    }).length;
}

describe.runIf(onLinux)('a probe', () => {
  it('hands arguments over as they are, without a shell', async () => {
    const output = await runProbe(aProbe('echo', ['$(id)', ';', '`id`', '*', '| cat']), environment);
    expect(output).toEqual({ exitCode: 0, stdout: '$(id) ; `id` * | cat\n', stderr: '', trouble: null });
  });

  it.each([
    ['LC_ALL', 'C\n'],
    ['PATH', '/usr/bin:/usr/sbin:/bin:/sbin\n'],
    ['LD_PRELOAD', ''],
    ['NODE_OPTIONS', ''],
  ])('gives the program %s as %j', async (name, value) => {
    expect((await runProbe(aProbe('printenv', [name]), environment)).stdout).toBe(value);
  });

  it('keeps what the program said and how it ended', async () => {
    const output = await runProbe(aProbe('ls', ['/no/such/folder']), environment);
    expect(output).toMatchObject({ exitCode: 2, stdout: '', trouble: null });
    expect(output.stderr).toContain('No such file');
  });

  it('ends a program that takes too long, and what it started', async () => {
    const startedAt = performance.now();
    const output = await runProbe(aProbe('sh', ['-c', `sleep ${AGES}1 & sleep ${AGES}1`], 150), environment);
    expect(output).toEqual({ exitCode: null, stdout: '', stderr: '', trouble: 'timed-out' });
    expect(performance.now() - startedAt).toBeLessThan(SLACK_MS);
    await expect.poll(() => processesWith(`${AGES}1`), { timeout: SLACK_MS }).toBe(0);
  });

  it('ends a program that does not want to go', async () => {
    const stubborn = `trap '' TERM; while :; do sleep ${AGES}2; done`;
    const output = await runProbe(aProbe('sh', ['-c', stubborn], 100), environment);
    expect(output.trouble).toBe('timed-out');
    await expect.poll(() => processesWith(`${AGES}2`), { timeout: SLACK_MS }).toBe(0);
  });

  it('does not wait for something that left its group and holds the line', async () => {
    const startedAt = performance.now();
    const output = await runProbe(aProbe('sh', ['-c', 'setsid sleep 8 &'], 100), environment);
    expect(output.trouble).toBe('timed-out');
    expect(performance.now() - startedAt).toBeLessThan(SLACK_MS);
  });

  it('can be canceled', async () => {
    const cancel = new AbortController();
    const running = runProbe(aProbe('sleep', [`${AGES}3`]), environment, cancel.signal);
    setTimeout(() => cancel.abort(), 50);
    expect((await running).trouble).toBe('cancelled');
    expect((await runProbe(aProbe('echo'), environment, cancel.signal)).trouble).toBe('cancelled');
    await expect.poll(() => processesWith(`${AGES}3`), { timeout: SLACK_MS }).toBe(0);
  });

  it('stops listening to a program that does not stop talking', async () => {
    expect((await runProbe(aProbe('yes'), environment)).trouble).toBe('too-long');
  });

  it('says what is missing, and what may not be run', async () => {
    expect((await runProbe(aProbe('no-such-tool-4711'), environment)).trouble).toBe('missing');
    expect((await runProbe(aProbe('/no/such/tool'), environment)).trouble).toBe('missing');
    const notAProgram = join(tempFolder(), 'notes.txt');
    writeFileSync(notAProgram, 'echo\n', { mode: 0o600 });
    expect((await runProbe(aProbe(notAProgram), environment)).trouble).toBe('denied');
  });

  it('reads a file, and no more of it than it should', async () => {
    const file = join(tempFolder(), 'ufw.conf');
    writeFileSync(file, 'ENABLED=yes\n');
    expect(await runProbe(aFile(file), environment)).toEqual({
      exitCode: 0,
      stdout: 'ENABLED=yes\n',
      stderr: '',
      trouble: null,
    });
    expect((await runProbe(aFile('/dev/zero'), environment)).trouble).toBe('too-long');
    expect((await runProbe(aFile('/no/such/file'), environment)).trouble).toBe('missing');
    expect((await runProbe(aFile('/etc'), environment)).trouble).toBe('failed');
  });
});

describe.runIf(onLinux)('this very computer', () => {
  it.each(DEVICE_CHECK_IDS)('is looked at for %s and answers in words', async (check) => {
    const result = await runDeviceCheck({ check, platform: 'linux', now: SAMPLES_NOW });
    expect(result).toMatchObject({ check, platform: 'linux', checkedAt: SAMPLES_NOW });
    expect(['pass', 'fail', 'unknown', 'not-applicable']).toContain(result.outcome);
    expect(result.sentences[0]).toMatch(/\.$/);
    expect(result.method).toHaveLength(probesOf(check, 'linux').length);
  });

  it('tells its version', async () => {
    const { sentences } = await runDeviceCheck({ check: 'os-support', platform: 'linux', now: SAMPLES_NOW });
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '?';
    expect(sentences.join(' ')).toContain(name);
  });
});

describe('a device check', () => {
  it.each(deviceSamples)('on $platform, $check: $name, ends $outcome', async (sample) => {
    const asked: string[] = [];
    const result = await runDeviceCheck({
      check: sample.check,
      platform: sample.platform,
      now: SAMPLES_NOW,
      runner: async (probe) => {
        asked.push(probe.id);
        return sample.outputs[probe.id] ?? trouble('missing');
      },
    });
    expect(result.outcome).toBe(sample.outcome);
    expect(asked).toEqual(probesOf(sample.check, sample.platform).map(({ id }) => id));
  });

  it('asks nothing and is unknown on a system it does not know', async () => {
    expect(platformOf('freebsd')).toBeNull();
    expect(
      await runDeviceCheck({ check: 'firewall', platform: platformOf('freebsd'), now: SAMPLES_NOW }),
    ).toMatchObject({ outcome: 'unknown', method: [] });
  });

  it('asks nothing and is unknown inside a box that hides the computer', async () => {
    const asked: string[] = [];
    const result = await runDeviceCheck({
      check: 'firewall',
      platform: 'linux',
      now: SAMPLES_NOW,
      box: sandboxBoxOf({ SNAP: '/snap/first-claim/1' }),
      runner: async (probe) => {
        asked.push(probe.id);
        return trouble('missing');
      },
    });
    expect(result).toMatchObject({ outcome: 'unknown' });
    expect(result.sentences[0]).toContain('Snap');
    expect(asked).toEqual([]);
    expect(sandboxBoxOf({ FLATPAK_ID: 'x' })).toBe('Flatpak');
    expect(sandboxBoxOf({})).toBeNull();
  });

  it('stops asking when it is canceled', async () => {
    const cancel = new AbortController();
    const asked: string[] = [];
    const result = await runDeviceCheck({
      check: 'firewall',
      platform: 'linux',
      now: SAMPLES_NOW,
      signal: cancel.signal,
      runner: async (probe) => {
        asked.push(probe.id);
        cancel.abort();
        return { exitCode: 0, stdout: 'running\n', stderr: '', trouble: null };
      },
    });
    expect(asked).toEqual(['firewalld']);
    expect(result).toMatchObject({ outcome: 'unknown', sentences: ['The check was canceled.'] });
  });
});
