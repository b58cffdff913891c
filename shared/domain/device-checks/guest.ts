import type { Finding, Probe, ProbeOutputs } from './device-check.ts';
import { onlyLineOf } from './output.ts';
import { run } from './probe.ts';

/** Where a Linux runs when it does not run on the bare computer. */
export type Guest = 'machine' | 'container' | 'wsl';

/** Tells whether this Linux is a guest on another system. Ends with 1 when it is not. */
export const virtualMachine: Probe = run('virtualization', 'systemd-detect-virt', []);

const CONTAINERS = new Set([
  'docker',
  'podman',
  'lxc',
  'lxc-libvirt',
  'systemd-nspawn',
  'openvz',
  'rkt',
  'container-other',
  'proot',
  'pouch',
]);

/** What kind of guest this is; null on the bare computer, and where nothing tells. */
export function guestOf(outputs: ProbeOutputs): Guest | null {
  const name = onlyLineOf(outputs[virtualMachine.id], [0, 1])?.trim() ?? 'none';
  if (name === 'none') return null;
  if (name === 'wsl') return 'wsl';
  return CONTAINERS.has(name) ? 'container' : 'machine';
}

const WHERE: Readonly<Record<Guest, string>> = {
  machine: 'in a virtual machine',
  container: 'in a container',
  wsl: 'inside Windows (WSL)',
};

/** Makes a finding about a guest unknown: it says nothing about the computer underneath. */
export function inGuest(guest: Guest | null, counted: readonly Guest[], inside: Finding): Finding {
  if (guest === null || !counted.includes(guest)) return inside;
  return {
    outcome: 'unknown',
    sentences: [
      `This app runs ${WHERE[guest]}, so it cannot see the computer itself.`,
      ...inside.sentences.map((sentence) => `Seen inside: ${sentence}`),
    ],
  };
}
