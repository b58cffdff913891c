import type { DeviceCheckFamily, Finding, ProbeOutput, ProbeOutputs } from './device-check.ts';
import { guestOf, inGuest, virtualMachine } from './guest.ts';
import {
  couldNotTell,
  fail,
  isJsonObject,
  type JsonObject,
  jsonOf,
  linesOf,
  onlyLineOf,
  pass,
  unknown,
} from './output.ts';
import { powershell, run } from './probe.ts';

const WHAT = 'whether the disk is encrypted';

/** BitLocker, FileVault or LUKS on the whole disk. */
export const diskEncryption: DeviceCheckFamily = {
  id: 'disk-encryption',
  title: 'Disk encryption',
  items: ['sec-encrypt'],
  on: {
    windows: {
      // manage-bde and Get-BitLockerVolume refuse an ordinary user; this is what the file manager itself reads.
      probes: [
        powershell(
          'bitlocker',
          "(New-Object -ComObject Shell.Application).NameSpace('C:\\').Self.ExtendedProperty('System.Volume.BitLockerProtection')",
        ),
      ],
      judge: (outputs) => judgeBitLocker(outputs.bitlocker),
      advice:
        'Open Settings, Privacy and security, Device encryption, or search for “Manage BitLocker”, and switch it on for drive C.',
    },
    macos: {
      probes: [
        run('fdesetup', '/usr/bin/fdesetup', ['status']),
        run('diskutil', '/usr/sbin/diskutil', ['info', '/']),
      ],
      judge: judgeFileVault,
      advice: 'Open System Settings, Privacy and Security, FileVault, and switch it on.',
    },
    linux: {
      probes: [run('lsblk', 'lsblk', ['-J', '-o', 'NAME,TYPE,FSTYPE,MOUNTPOINTS']), virtualMachine],
      judge: (outputs) =>
        inGuest(guestOf(outputs), ['machine', 'container', 'wsl'], judgeLsblk(outputs.lsblk)),
      advice:
        'Encryption of the whole disk is chosen when Linux is installed. Without it, back up, install again with encryption, and restore.',
    },
  },
};

// The meaning of these numbers was worked out by others, not documented by Microsoft: a pass needs the one sure value.
const BITLOCKER: Readonly<Record<string, Finding>> = {
  '1': pass('Drive C is encrypted by BitLocker, and its protection is on.'),
  '2': fail('Drive C is not encrypted by BitLocker.'),
  '3': unknown('Drive C is being encrypted right now. Check again when it has finished.'),
  '4': unknown('Drive C is being decrypted right now. Soon it will not be protected.'),
  '5': unknown('Drive C is encrypted, but the protection is suspended. Resume it, then check again.'),
  '6': unknown('Drive C answers as encrypted and locked, which cannot be for a disk in use.'),
  '8': unknown('Drive C is prepared for encryption, but the protection waits to be switched on.'),
};

function judgeBitLocker(output: ProbeOutput | undefined): Finding {
  return BITLOCKER[onlyLineOf(output)?.trim() ?? ''] ?? couldNotTell(WHAT, output);
}

function judgeFileVault(outputs: ProbeOutputs): Finding {
  const { fdesetup, diskutil } = outputs;
  const lines = linesOf(fdesetup);
  const state = lines?.[0]?.trim();
  // More lines tell of something unfinished: encryption in progress, or a restart that is still to come.
  if (state === 'FileVault is On.') {
    return lines?.length === 1
      ? pass('FileVault is on.')
      : unknown('FileVault is on, but it has not finished. Check again later.');
  }
  if (state === 'FileVault is Off.') {
    return lines?.length === 1
      ? fail('FileVault is off.', 'That the hardware encrypts by itself does not count: it opens for anyone.')
      : unknown('FileVault is changing right now. Check again when it has finished.');
  }
  const answers = (linesOf(diskutil) ?? []).map((line) => /^\s*FileVault:\s+(Yes|No)\s*$/.exec(line)?.[1]);
  const found = answers.filter((answer) => answer !== undefined);
  if (found.length !== 1) return couldNotTell(WHAT, fdesetup, diskutil);
  return found[0] === 'Yes' ? pass('FileVault is on for the system disk.') : fail('FileVault is off.');
}

interface Mount {
  readonly point: string;
  readonly isEncrypted: boolean;
}

/** TYPE tells encryption even where FSTYPE is blank for want of udev data. */
function judgeLsblk(output: ProbeOutput | undefined): Finding {
  const value = jsonOf(output);
  const devices = isJsonObject(value) ? value.blockdevices : undefined;
  const mounts = Array.isArray(devices) ? mountsOf(devices, false) : null;
  const root = mounts?.filter(({ point }) => point === '/') ?? [];
  // ZFS, network disks and containers do not show here.
  if (mounts === null || root.length === 0) return couldNotTell(WHAT, output);
  const bare = [...new Set(mounts.filter(({ isEncrypted }) => !isEncrypted).map(({ point }) => point))];
  const open = bare.filter((point) => point === '/' || point === '/home' || point === '[SWAP]');
  if (open.length > 0) return fail(`Not encrypted: ${open.map(inWords).join(', ')}.`);
  const others = bare.filter((point) => !/^\/(?:boot|efi)(?:\/|$)/.test(point));
  if (others.length > 0) {
    return unknown(`The system is encrypted, but not everything is: ${others.slice(0, 5).join(', ')}.`);
  }
  return pass('The system, home and swap are on an encrypted disk.');
}

function inWords(point: string): string {
  return point === '/' ? 'the system (/)' : point === '[SWAP]' ? 'swap' : point;
}

/** Every mount below these devices; null when anything in the tree is not as lsblk prints it. */
function mountsOf(devices: readonly unknown[], isBelowCrypt: boolean): readonly Mount[] | null {
  const mounts: Mount[] = [];
  for (const device of devices) {
    if (!isJsonObject(device)) return null;
    const { type, children = [] } = device;
    const points = mountPointsOf(device);
    if (typeof type !== 'string' || points === null || !Array.isArray(children)) return null;
    const isEncrypted = isBelowCrypt || type === 'crypt';
    // Compressed memory, and read-only images such as snaps: nothing of theirs is on the disk in clear.
    const isOnDisk = !(String(device.name).startsWith('zram') || type === 'loop' || type === 'rom');
    if (isOnDisk) mounts.push(...points.map((point) => ({ point, isEncrypted })));
    const below = mountsOf(children, isEncrypted);
    if (below === null) return null;
    mounts.push(...below);
  }
  return mounts;
}

function mountPointsOf(device: JsonObject): readonly string[] | null {
  const points = device.mountpoints;
  if (!Array.isArray(points)) return null;
  const named = points.filter((point) => point !== null);
  return named.every((point) => typeof point === 'string') ? named : null;
}
