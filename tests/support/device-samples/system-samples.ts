import type { ProbeOutput } from '../../../shared/domain/device-checks/device-check.ts';
import {
  bare,
  crlf,
  type DeviceSample,
  noKey,
  reg,
  SAMPLES_NOW,
  said,
  samplesOf,
  trouble,
} from './sample.ts';

const systemVersion = [
  ...samplesOf('os-support', 'windows', [
    [
      'Windows 11',
      {
        version: reg('HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', [
          ['ProductName', 'REG_SZ', 'Windows 10 Pro'],
          ['DisplayVersion', 'REG_SZ', '24H2'],
          ['EditionID', 'REG_SZ', 'Professional'],
          ['CurrentBuild', 'REG_SZ', '26100'],
        ]),
      },
      'unknown',
      'Windows 11: 24H2, Professional, build 26100',
    ],
    ['no answer', { version: noKey }, 'unknown', 'could not tell'],
  ]),
  ...samplesOf('os-support', 'macos', [
    ['a version', { version: said('15.7.1\n') }, 'unknown', 'macOS 15.7.1'],
    ['no version', { version: said('macOS\n') }, 'unknown', 'could not tell'],
  ]),
  ...samplesOf('os-support', 'linux', [
    [
      'Fedora, supported',
      { 'os-release': said('NAME="Fedora Linux"\nPRETTY_NAME="Fedora Linux 44"\nSUPPORT_END=2027-05-19\n') },
      'pass',
      '19 May 2027',
    ],
    [
      'Fedora, no longer supported',
      { 'os-release': said('PRETTY_NAME="Fedora Linux 41"\nSUPPORT_END=2025-12-15\n') },
      'fail',
      'ended on 15 Dec 2025',
    ],
    [
      'Debian',
      { 'os-release': said('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n') },
      'unknown',
      'Debian GNU/Linux 12',
    ],
    [
      'a date that is none',
      { 'os-release': said('PRETTY_NAME="X"\nSUPPORT_END=2099-99-99\n') },
      'unknown',
      'This is X',
    ],
    ['empty', { 'os-release': said('') }, 'unknown', 'could not tell'],
  ]),
];

const windowsUpdates = samplesOf('os-updates', 'windows', [
  [
    'none waiting',
    {
      waiting: said(crlf('{\n    "Waiting":  0\n}\n')),
      'last-installed': said(crlf('{\n    "LastInstallationSuccessDate":  "\\/Date(1763800000000)\\/"\n}\n')),
    },
    'pass',
    'installed on 22 Nov 2025',
  ],
  ['some waiting', { waiting: said('{"Waiting":3}\r\n') }, 'fail', '3 updates are'],
  ['one waiting', { waiting: said('{"Waiting":1}\r\n') }, 'fail', '1 update is'],
  [
    'no network',
    { waiting: said('', { exitCode: 1, stderr: 'Exception from HRESULT: 0x8024402C\r\n' }) },
    'unknown',
    'could not tell',
  ],
  ['null', { waiting: said('{"Waiting":null}\r\n') }, 'unknown', 'could not tell'],
  ['a number in words', { waiting: said('{"Waiting":"0"}\r\n') }, 'unknown', 'could not tell'],
  ['too slow', { waiting: trouble('timed-out') }, 'unknown', 'in time'],
]);

const macUpdates = samplesOf('os-updates', 'macos', [
  [
    'none waiting',
    {
      waiting: said('Software Update Tool\n\nFinding available software\n', {
        stderr: 'No new software available.\n',
      }),
      'last-checked': said(
        '{\n    AutomaticallyInstallMacOSUpdates = 1;\n    LastSuccessfulDate = "2026-11-20 09:00:00 +0000";\n}\n',
      ),
    },
    'pass',
    '20 Nov 2026',
  ],
  [
    'some waiting',
    {
      waiting: said(
        'Software Update Tool\n\nFinding available software\nSoftware Update found the following new or updated software:\n* Label: macOS Sequoia 15.7.2-24G325\n\tTitle: macOS Sequoia 15.7.2, Version: 15.7.2\n',
      ),
      'last-checked': said('{\n    AutomaticallyInstallMacOSUpdates = 0;\n}\n'),
    },
    'fail',
    'Automatic installation is switched off',
  ],
  [
    'offline',
    { waiting: said('Can’t connect to the Apple Software Update server\n', { exitCode: 1 }) },
    'unknown',
    'could not tell',
  ],
  ['silent', { waiting: said('') }, 'unknown', 'could not tell'],
]);

const aptLists = (
  ageDays: number,
  files = 'deb_dists_bookworm_main_binary-amd64_Packages.lz4 1.0\n',
): ProbeOutput =>
  said(`lists ${Date.parse(SAMPLES_NOW) / 1000 - ageDays * 86_400}.1234567890\n${files}lock 1.0\n`);
const aptNotice = '\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n';
const dnfAge = (text: string): string =>
  `Last metadata expiration check: ${text} ago on Sat 21 Nov 2026 03:00:00 PM EST.\n`;

const linuxUpdates = samplesOf('os-updates', 'linux', [
  [
    'apt, none waiting',
    {
      apt: said('Listing...\n', { stderr: aptNotice }),
      'apt-lists': aptLists(2),
      'apt-automatic': said(
        'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
      ),
      virtualization: bare,
    },
    'pass',
    'Automatic security updates are switched on',
  ],
  ['apt, old lists', { apt: said('Listing...\n'), 'apt-lists': aptLists(40) }, 'unknown', '40 days old'],
  [
    'apt, lists never fetched',
    { apt: said('Listing...\n'), 'apt-lists': aptLists(0, '') },
    'unknown',
    'never have fetched',
  ],
  [
    'apt, lists from the future',
    { apt: said('Listing...\n'), 'apt-lists': aptLists(-9) },
    'unknown',
    'never have fetched',
  ],
  [
    'apt, some waiting',
    {
      apt: said(
        'Listing...\nbash/jammy-updates,jammy-security 5.1-6ubuntu1.1 amd64 [upgradable from: 5.1-6ubuntu1]\nzlib1g/stable-security 1.2 amd64 [upgradable from: 1.1]\nvim/stable 9.1 amd64 [upgradable from: 9.0]\n',
      ),
      'apt-lists': aptLists(1),
    },
    'fail',
    '3 updates are waiting',
  ],
  ['apt, localized', { apt: said('Auflistung...\n'), 'apt-lists': aptLists(1) }, 'unknown', 'could not tell'],
  ['apt, empty', { apt: said(''), 'apt-lists': aptLists(1) }, 'unknown', 'could not tell'],
  [
    'apt, something else',
    { apt: said('Listing...\nE: broken\n'), 'apt-lists': aptLists(1) },
    'unknown',
    'could not tell',
  ],
  ['dnf, none waiting', { apt: trouble('missing'), dnf: said(dnfAge('1 day, 2:03:04')) }, 'pass', 'fresh'],
  ['dnf, none waiting, old lists', { dnf: said(dnfAge('12 days, 2:03:04')) }, 'unknown', '12 days old'],
  ['dnf, none waiting, age unknown', { dnf: said('') }, 'unknown', 'could not tell'],
  [
    'dnf, some waiting',
    { dnf: said(`${dnfAge('0:10:00')}\nbash.x86_64      5.2.26-3.fc40      updates\n`, { exitCode: 100 }) },
    'fail',
    '1 update is waiting',
  ],
  [
    'dnf, no cache',
    { dnf: said('', { exitCode: 1, stderr: 'Error: Cache-only enabled but no cache\n' }) },
    'unknown',
    'could not tell',
  ],
]);

export const systemSamples: readonly DeviceSample[] = [
  ...systemVersion,
  ...windowsUpdates,
  ...macUpdates,
  ...linuxUpdates,
];
