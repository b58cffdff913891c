import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEVICE_CHECK_IDS,
  type Finding,
  PLATFORMS,
  type ProbeOutput,
  type ProbeOutputs,
} from '../../shared/domain/device-checks/device-check.ts';
import { deviceCheckOf, deviceChecks } from '../../shared/domain/device-checks/device-checks.ts';
import { probeInWords } from '../../shared/domain/device-checks/probe.ts';
import { type DeviceSample, SAMPLES_NOW, trouble } from '../support/device-samples/sample.ts';
import { deviceSamples } from '../support/device-samples.ts';

const judge = (
  { check, platform }: Pick<DeviceSample, 'check' | 'platform'>,
  outputs: ProbeOutputs,
): Finding => deviceCheckOf(check).on[platform].judge(outputs, { now: SAMPLES_NOW });

const everyCheck = DEVICE_CHECK_IDS.flatMap((check) => PLATFORMS.map((platform) => ({ check, platform })));

describe('what the answers of a computer prove', () => {
  it.each(deviceSamples)('$platform, $check: $name is $outcome', (sample) => {
    const finding = judge(sample, sample.outputs);
    expect(finding.outcome).toBe(sample.outcome);
    expect(finding.sentences.join(' ')).toContain(sample.says);
  });

  it('is tried in every outcome each check can have', () => {
    const seen = (outcome: string) =>
      new Set(
        deviceSamples
          .filter((sample) => sample.outcome === outcome)
          .map((one) => `${one.check} ${one.platform}`),
      );
    const all = everyCheck.map(({ check, platform }) => `${check} ${platform}`);
    expect([...seen('unknown')].sort()).toEqual([...all].sort());
    // A version that is looked up, a scanner nobody can see: these never pass by themselves.
    expect(all.filter((one) => !seen('pass').has(one)).sort()).toEqual([
      'malware-protection linux',
      'os-support macos',
      'os-support windows',
    ]);
  });
});

const anyTrouble = fc.constantFrom(null, 'missing', 'denied', 'timed-out', 'too-long', 'cancelled', 'failed');

// Words the tools do use, in any order, to come as near to a real answer as garbage can.
const nearMiss = fc
  .array(
    fc.constantFrom(
      ...'FileVault|is|On|Off|.|Firewall|enabled|State|=|:|yes|no|WPA2|true|uint32|300|Listing...|running|active|{|}|[|]|"|,|Enabled|REG_SZ|\n|\r\n| |    |screenLock|immediate|delay|assessments|vpn|Connected|1.|No new software|Waiting|0'.split(
        '|',
      ),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

const garbage = fc
  .oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json(), nearMiss, fc.constant(''))
  // The one character that BitLocker's real answer is; everything longer is garbage.
  .filter((text) => text.trim() !== '1');

const anyOutput: fc.Arbitrary<ProbeOutput> = fc.record({
  exitCode: fc.constantFrom(0, 1, 3, 100, 252, null),
  stdout: garbage.chain((text) => fc.constantFrom(text, `${text}\n`, `${text}\r\n`)),
  stderr: garbage,
  trouble: anyTrouble,
});

describe('answers that are none', () => {
  it.each(everyCheck)('never pass: $check on $platform', ({ check, platform }) => {
    const probes = deviceCheckOf(check).on[platform].probes;
    const outputs = fc.record(Object.fromEntries(probes.map((probe) => [probe.id, anyOutput])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(outputs, (given) => {
        const finding = judge({ check, platform }, given as ProbeOutputs);
        expect(finding.outcome).not.toBe('pass');
        expect(finding.sentences.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  const passing = deviceSamples.filter((sample) => sample.outcome === 'pass');

  it.each(passing)('prove no more when cut off than when absent: $platform, $check, $name', (sample) => {
    for (const [id, output] of Object.entries(sample.outputs)) {
      if (output === undefined) continue;
      const { [id]: _removed, ...others } = sample.outputs;
      const without = judge(sample, others).outcome;
      for (let length = 0; length < output.stdout.length; length += 1) {
        const cut = {
          ...output,
          stdout: output.stdout.slice(0, length),
          stderr: output.stderr.slice(0, length),
        };
        // A whole line is a whole answer; only the runner can know that more should have come, and it says so.
        if (cut.stdout.endsWith('\n') || output.stdout.slice(length).trim() === '') continue;
        const { outcome } = judge(sample, { ...sample.outputs, [id]: cut });
        if (outcome === 'pass') expect(without, `${id} cut to ${length}`).toBe('pass');
      }
    }
  });

  it.each(passing)('are unknown when every tool failed: $platform, $check, $name', (sample) => {
    const failedBy = (change: (output: ProbeOutput) => ProbeOutput) =>
      Object.fromEntries(
        Object.entries(sample.outputs).map(([id, output]) => [id, change(output ?? trouble('missing'))]),
      );
    for (const kind of ['missing', 'denied', 'timed-out', 'too-long', 'cancelled', 'failed'] as const) {
      expect(
        judge(
          sample,
          failedBy((output) => ({ ...output, trouble: kind })),
        ).outcome,
        kind,
      ).toBe('unknown');
    }
    expect(
      judge(
        sample,
        failedBy((output) => ({ ...output, exitCode: 77 })),
      ).outcome,
    ).toBe('unknown');
    expect(judge(sample, {}).outcome).toBe('unknown');
  });
});

describe('what would be run', () => {
  const probes = deviceChecks.flatMap(({ on }) => PLATFORMS.flatMap((platform) => on[platform].probes));

  it('has ids of its own within a check', () => {
    for (const { check, platform } of everyCheck) {
      const ids = deviceCheckOf(check).on[platform].probes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('asks for no other rights, changes nothing, and is bounded in time', () => {
    for (const probe of probes) {
      expect(probeInWords(probe)).not.toMatch(
        /\bsudo\b|pkexec|runas|-Verb|\bSet-|\breg add|\benable\b|\bwrite\b/i,
      );
      expect([10_000, 30_000]).toContain(probe.timeoutMs);
    }
  });

  it('can be read by a person before it runs', () => {
    const words = probes.map(probeInWords);
    expect(words).toContain('/usr/bin/fdesetup status');
    expect(words).toContain('Read /etc/ufw/ufw.conf');
    expect(words).toContain('lsblk -J -o NAME,TYPE,FSTYPE,MOUNTPOINTS');
    for (const line of words) expect(line).not.toMatch(/\n/);
  });

  it('asks for the name of no network', () => {
    expect(probes.map(probeInWords).join('\n')).not.toMatch(/SSID|,NAME,TYPE,STATE/);
  });

  it('says for each check what to do next on that system', () => {
    for (const { check, platform } of everyCheck) {
      expect(deviceCheckOf(check).on[platform].advice).toMatch(/\.$/);
    }
  });
});
