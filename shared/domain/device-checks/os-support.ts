import { formatDate, isIsoDate } from '../iso-date.ts';
import type { DeviceCheckFamily, Finding, ProbeOutput } from './device-check.ts';
import { guestOf, inGuest, virtualMachine } from './guest.ts';
import { couldNotTell, fail, linesOf, onlyLineOf, pass, unknown } from './output.ts';
import { read, registry, run } from './probe.ts';
import { registryValues } from './registry-values.ts';

const WHAT = 'which version of the system this is';
const LOOK_UP = 'Whether it still gets security updates, the system does not say.';

/** Whether the maker still looks after this version. Few systems say it themselves, and this app keeps no list. */
export const osSupport: DeviceCheckFamily = {
  id: 'os-support',
  title: 'System version',
  items: ['sec-hygiene', 'off-computer'],
  on: {
    windows: {
      probes: [registry('version', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion')],
      judge: (outputs) => judgeWindows(outputs.version),
      advice: 'Search the web for “Windows lifecycle” on Microsoft’s own site, and find your version there.',
    },
    macos: {
      probes: [run('version', '/usr/bin/sw_vers', ['-productVersion'])],
      judge: (outputs) => judgeMac(outputs.version),
      advice:
        'Apple usually looks after the three newest versions. Compare yours with the newest one on Apple’s page of security releases.',
    },
    linux: {
      probes: [read('os-release', '/etc/os-release'), virtualMachine],
      judge: (outputs, { now }) =>
        inGuest(guestOf(outputs), ['container', 'wsl'], judgeLinux(outputs['os-release'], now.slice(0, 10))),
      advice: 'Look up the end of life of your version on the site of the distribution.',
    },
  },
};

function judgeWindows(output: ProbeOutput | undefined): Finding {
  const values = registryValues(output);
  const build = Number(values?.get('currentbuild'));
  if (values === null || !Number.isInteger(build) || build <= 0) return couldNotTell(WHAT, output);
  // ProductName still says "Windows 10" on Windows 11; the build tells them apart.
  const product = build >= 22_000 ? 'Windows 11' : build >= 10_240 ? 'Windows 10' : 'an older Windows';
  const details = [values.get('displayversion'), values.get('editionid'), `build ${build}`];
  return unknown(`This is ${product}: ${details.filter(Boolean).join(', ')}.`, LOOK_UP);
}

function judgeMac(output: ProbeOutput | undefined): Finding {
  const version = onlyLineOf(output)?.trim() ?? '';
  return /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(version)
    ? unknown(`This is macOS ${version}.`, LOOK_UP)
    : couldNotTell(WHAT, output);
}

function judgeLinux(output: ProbeOutput | undefined, today: string): Finding {
  const values = new Map(
    (linesOf(output) ?? []).flatMap((line): [string, string][] => {
      const [, name, value] = /^([A-Z_]+)=(?:"([^"]*)"|'[^']*'|\S*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? line.slice(name.length + 1)]];
    }),
  );
  const name = values.get('PRETTY_NAME');
  if (name === undefined) return couldNotTell(WHAT, output);
  const supportEnd = values.get('SUPPORT_END');
  if (supportEnd === undefined || !isIsoDate(supportEnd)) return unknown(`This is ${name}.`, LOOK_UP);
  const finding =
    supportEnd < today
      ? fail(`This is ${name}. By its own word, support ended on ${formatDate(supportEnd)}.`)
      : pass(`This is ${name}. By its own word, it is supported until ${formatDate(supportEnd)}.`);
  return { ...finding, proves: { supportEnd } };
}
