import type { ProbeOutput, ProbeOutputs } from '../../../shared/domain/device-checks/device-check.ts';
import { bare, crlf, type DeviceSample, said, samplesOf, trouble } from './sample.ts';

const bitlocker = (value: string): ProbeOutputs => ({ bitlocker: said(crlf(value)) });

const windowsDisk = samplesOf('disk-encryption', 'windows', [
  ['on', bitlocker('1\n'), 'pass', 'protection is on'],
  ['off', bitlocker('2\n'), 'fail', 'not encrypted'],
  ['encrypting', bitlocker('3\n'), 'unknown', 'being encrypted'],
  ['decrypting', bitlocker('4\n'), 'unknown', 'being decrypted'],
  ['suspended', bitlocker('5\n'), 'unknown', 'suspended'],
  ['on and locked', bitlocker('6\n'), 'unknown', 'locked'],
  ['waiting for activation', bitlocker('8\n'), 'unknown', 'waits'],
  ['zero', bitlocker('0\n'), 'unknown', 'could not tell'],
  ['blank', bitlocker('\n'), 'unknown', 'could not tell'],
  ['empty', bitlocker(''), 'unknown', 'could not tell'],
  ['without the end of the line', bitlocker('1'), 'unknown', 'could not tell'],
  ['more than one line', bitlocker('1\n1\n'), 'unknown', 'could not tell'],
  ['a number that begins with one', bitlocker('10\n'), 'unknown', 'could not tell'],
  [
    'a refusal of manage-bde, localized',
    { bitlocker: said('', { exitCode: 1, stderr: 'FEHLER: Zugriff verweigert\r\n' }) },
    'unknown',
    'another language',
  ],
  [
    'constrained PowerShell',
    { bitlocker: said('', { exitCode: 1, stderr: 'Access is denied.\r\n' }) },
    'unknown',
    'ordinary user',
  ],
  ['too slow', { bitlocker: trouble('timed-out') }, 'unknown', 'in time'],
  ['no PowerShell', { bitlocker: trouble('missing') }, 'unknown', 'no such tool'],
]);

const fdesetup = (text: string, diskutil?: string): ProbeOutputs => ({
  fdesetup: said(text),
  ...(diskutil === undefined ? {} : { diskutil: said(diskutil) }),
});

const macDisk = samplesOf('disk-encryption', 'macos', [
  ['on', fdesetup('FileVault is On.\n'), 'pass', 'FileVault is on'],
  ['off', fdesetup('FileVault is Off.\n'), 'fail', 'FileVault is off'],
  [
    'encrypting',
    fdesetup('FileVault is On.\nEncryption in progress: Percent completed = 42.0\n'),
    'unknown',
    'not finished',
  ],
  [
    'decrypting',
    fdesetup('FileVault is Off.\nDecryption in progress: Percent completed = 42.0\n'),
    'unknown',
    'changing',
  ],
  [
    'on after a restart',
    fdesetup('FileVault is Off, but will be enabled after the next restart.\n'),
    'unknown',
    'could not tell',
  ],
  [
    'only diskutil, yes',
    {
      fdesetup: trouble('missing'),
      diskutil: said('   Volume Name: Macintosh HD\n   FileVault:                 Yes\n'),
    },
    'pass',
    'system disk',
  ],
  [
    'only diskutil, no',
    { fdesetup: trouble('timed-out'), diskutil: said('   FileVault:                 No\n') },
    'fail',
    'off',
  ],
  ['diskutil cut off', fdesetup('', '   FileVault:                 Yes'), 'unknown', 'could not tell'],
  ['localised', fdesetup('FileVault ist aktiviert.\n', '   FileVault:  Ja\n'), 'unknown', 'another language'],
]);

const partition = (name: string, mountpoints: (string | null)[], children: object[] = [], type = 'part') => ({
  name,
  type,
  fstype: null,
  mountpoints,
  ...(children.length > 0 ? { children } : {}),
});
const lsblk = (blockdevices: object[], virtualization: ProbeOutput = bare): ProbeOutputs => ({
  lsblk: said(`${JSON.stringify({ blockdevices }, null, 3)}\n`),
  virtualization,
});
const luks = (children: object[]) =>
  partition(
    'nvme0n1',
    [null],
    [
      partition('nvme0n1p1', ['/boot/efi']),
      partition('nvme0n1p2', ['/boot']),
      partition('nvme0n1p3', [null], [partition('luks-1', [null], children, 'crypt')]),
    ],
    'disk',
  );

const linuxDisk = samplesOf('disk-encryption', 'linux', [
  [
    'LVM on LUKS',
    lsblk([
      partition('loop0', ['/snap/core/1'], [], 'loop'),
      partition('zram0', ['[SWAP]'], [], 'disk'),
      luks([
        partition('vg-root', ['/'], [], 'lvm'),
        partition('vg-home', ['/home'], [], 'lvm'),
        partition('vg-swap', ['[SWAP]'], [], 'lvm'),
      ]),
    ]),
    'pass',
    'encrypted disk',
  ],
  [
    'LUKS with subvolumes',
    lsblk([partition('sda', [null], [partition('luks', ['/', '/home'], [], 'crypt')], 'disk')]),
    'pass',
    'encrypted disk',
  ],
  [
    'nothing encrypted',
    lsblk([partition('sda', [null], [partition('sda1', ['/'])], 'disk')]),
    'fail',
    'the system',
  ],
  [
    'home in the open',
    lsblk([luks([partition('vg-root', ['/'])]), partition('sdb', ['/home'], [], 'disk')]),
    'fail',
    '/home',
  ],
  [
    'swap in the open',
    lsblk([luks([partition('vg-root', ['/'])]), partition('sdb', ['[SWAP]'], [], 'disk')]),
    'fail',
    'swap',
  ],
  [
    'another disk in the open',
    lsblk([luks([partition('vg-root', ['/'])]), partition('sdb', ['/mnt/stick'], [], 'disk')]),
    'unknown',
    '/mnt/stick',
  ],
  [
    'a mirror with one half in the open',
    lsblk([
      luks([partition('md0', ['/'], [], 'raid1')]),
      partition('sdb', [null], [partition('md0', ['/'], [], 'raid1')], 'disk'),
    ]),
    'fail',
    'the system',
  ],
  [
    'no system disk shown, as on ZFS',
    lsblk([partition('sda', [null], [], 'disk')]),
    'unknown',
    'could not tell',
  ],
  ['no devices', lsblk([]), 'unknown', 'could not tell'],
  [
    'a tree of another shape',
    { lsblk: said('{"blockdevices":[{"name":"sda","type":1}]}\n') },
    'unknown',
    'could not tell',
  ],
  [
    'an old lsblk',
    { lsblk: said('', { exitCode: 1, stderr: 'lsblk: unknown column: MOUNTPOINTS\n' }) },
    'unknown',
    'could not tell',
  ],
  [
    'encrypted, but in a virtual machine',
    lsblk([partition('vda', [null], [partition('luks', ['/'], [], 'crypt')], 'disk')], said('kvm\n')),
    'unknown',
    'virtual machine',
  ],
  [
    'open, but inside Windows',
    lsblk([partition('sdc', ['/'], [], 'disk')], said('wsl\n')),
    'unknown',
    'inside Windows',
  ],
]);

export const diskSamples: readonly DeviceSample[] = [...windowsDisk, ...macDisk, ...linuxDisk];
