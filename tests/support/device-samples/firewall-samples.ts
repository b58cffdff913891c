import type { ProbeOutput } from '../../../shared/domain/device-checks/device-check.ts';
import { bare, crlf, type DeviceSample, said, samplesOf, trouble } from './sample.ts';

const profiles = (domain: unknown, home: unknown, open: unknown): ProbeOutput =>
  said(
    crlf(
      `${JSON.stringify([
        { Name: 'Domain', Enabled: domain },
        { Name: 'Private', Enabled: home },
        { Name: 'Public', Enabled: open },
      ])}\n`,
    ),
  );
const netsh = (state: string, last = state): string =>
  crlf(
    `${['Domain', 'Private', 'Public']
      .map(
        (name, at) =>
          `\n${name} Profile Settings: \n----------------------------------------------------------------------\nState                                 ${at === 2 ? last : state}\n`,
      )
      .join('')}Ok.\n\n`,
  );

const windowsFirewall = samplesOf('firewall', 'windows', [
  ['on', { profiles: profiles(1, 1, 1) }, 'pass', 'all three'],
  ['one off', { profiles: profiles(1, 1, 0), products: said('') }, 'fail', 'Public'],
  [
    'one off, others not said',
    { profiles: profiles(1, 1, 0), products: trouble('timed-out') },
    'unknown',
    'could not see',
  ],
  ['left to a policy', { profiles: profiles(1, 2, 1) }, 'unknown', 'policy'],
  ['words instead of numbers', { profiles: profiles('True', 'True', 'True') }, 'unknown', 'could not tell'],
  [
    'only two',
    { profiles: said('[{"Name":"Domain","Enabled":1},{"Name":"Private","Enabled":1}]\r\n') },
    'unknown',
    'could not tell',
  ],
  ['off, none other', { profiles: profiles(1, 0, 0), products: said('[]\r\n') }, 'fail', 'Private, Public'],
  [
    'off, another one registered',
    { profiles: profiles(0, 0, 0), products: said('{"displayName":"Norton Security"}\r\n') },
    'unknown',
    'another firewall is registered',
  ],
  ['netsh, on', { profiles: trouble('missing'), netsh: said(netsh('ON')) }, 'pass', 'all three'],
  [
    'netsh, one off',
    { profiles: trouble('missing'), netsh: said(netsh('ON', 'OFF')), products: said('[]\r\n') },
    'fail',
    'Public',
  ],
  [
    'netsh, in German',
    { netsh: said(netsh('ON').replaceAll('State', 'Status').replaceAll('ON', 'EIN')) },
    'unknown',
    'another language',
  ],
]);

const macFirewall = samplesOf('firewall', 'macos', [
  ['on', { socketfilterfw: said('Firewall is enabled. (State = 1) \n') }, 'pass', 'is on'],
  ['block all', { socketfilterfw: said('Firewall is enabled. (State = 2)\n') }, 'pass', 'blocks all'],
  ['off', { socketfilterfw: said('Firewall is disabled. (State = 0)\n') }, 'fail', 'is off'],
  [
    'contradiction',
    { socketfilterfw: said('Firewall is enabled. (State = 0)\n') },
    'unknown',
    'could not tell',
  ],
  [
    'another number',
    { socketfilterfw: said('Firewall is enabled. (State = 11)\n') },
    'unknown',
    'could not tell',
  ],
]);

const systemctl = (state: string): ProbeOutput =>
  said(`${state}\n`, { exitCode: state === 'active' ? 0 : 3 });
const ufw = (text: string): ProbeOutput => said(`# /etc/ufw/ufw.conf\n#\n\n${text}\nLOGLEVEL=low\n`);

const linuxFirewall = samplesOf('firewall', 'linux', [
  ['firewalld', { firewalld: said('running\n'), virtualization: bare }, 'pass', 'firewalld'],
  [
    'ufw, on and loaded',
    { firewalld: trouble('missing'), 'ufw-config': ufw('ENABLED=yes'), 'ufw-service': systemctl('active') },
    'pass',
    'ufw',
  ],
  [
    'ufw, on but not loaded',
    { 'ufw-config': ufw('ENABLED=yes'), 'ufw-service': systemctl('inactive') },
    'unknown',
    'loaded',
  ],
  [
    'ufw, service runs but is set off',
    {
      'ufw-config': ufw('ENABLED=no'),
      'ufw-service': systemctl('active'),
      'nftables-service': systemctl('active'),
    },
    'unknown',
    'could not tell',
  ],
  ['ufw, service alone', { 'ufw-service': systemctl('active') }, 'unknown', 'could not tell'],
  [
    'none',
    {
      firewalld: said('', { exitCode: 252, stderr: 'not running\n' }),
      'ufw-config': ufw('ENABLED=no'),
      'ufw-service': systemctl('active'),
      'nftables-service': systemctl('inactive'),
    },
    'fail',
    'No firewall',
  ],
  [
    'ufw, twice',
    { 'ufw-config': ufw('ENABLED=yes\nENABLED=no'), 'ufw-service': systemctl('active') },
    'unknown',
    'could not tell',
  ],
  ['ufw, unreadable', { 'ufw-config': trouble('denied') }, 'unknown', 'ordinary user'],
  [
    'running, but in a container',
    { firewalld: said('running\n'), virtualization: said('docker\n') },
    'unknown',
    'container',
  ],
]);

export const firewallSamples: readonly DeviceSample[] = [
  ...windowsFirewall,
  ...macFirewall,
  ...linuxFirewall,
];
