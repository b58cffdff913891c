import type { Probe } from './device-check.ts';

const USUAL_MS = 10_000;
const SLOW_MS = 30_000;

interface Pace {
  readonly slow?: boolean;
  readonly network?: boolean;
}

/** A program with fixed arguments. */
export function run(id: string, file: string, args: readonly string[], pace: Pace = {}): Probe {
  return { id, kind: 'run', file, args, ...paceOf(pace) };
}

/** A file of the system. */
export function read(id: string, path: string): Probe {
  return { id, kind: 'read', path, ...paceOf({}) };
}

/** A line of PowerShell. Single quotes only: double ones do not survive the way there. */
export function powershell(id: string, script: string, pace: Pace = {}): Probe {
  return run(id, 'powershell', ['-NoProfile', '-NonInteractive', '-Command', script], pace);
}

/** A key of the Windows registry; its names are the same in every language. */
export function registry(id: string, key: string): Probe {
  return run(id, 'reg', ['query', key]);
}

function paceOf({ slow = false, network = false }: Pace): Pick<Probe, 'timeoutMs' | 'usesNetwork'> {
  return { timeoutMs: slow ? SLOW_MS : USUAL_MS, usesNetwork: network };
}

/** A probe as the user would type or do it. To be read, not to be run. */
export function probeInWords(probe: Probe): string {
  if (probe.kind === 'read') return `Read ${probe.path}`;
  return [probe.file, ...probe.args].map((part) => (/[\s|'"()]/.test(part) ? `"${part}"` : part)).join(' ');
}
