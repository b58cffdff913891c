import { join } from 'node:path';
import { run, runNode } from './run-command.ts';

/** What the registry says about the packages that ship. `unknown`: it could not be asked. */
export interface Audit {
  readonly verdict: 'clean' | 'holes' | 'unknown';
  readonly words: string;
}

const ARGUMENTS = [
  'audit',
  '--omit=dev',
  '--audit-level=high',
  '--json',
  // Asked once: a registry that is not there is not waited for.
  '--fetch-retries=0',
];

/** Asks the registry about every package in the lock file that ships. Never throws. */
export async function askAudit(timeoutMs: number): Promise<Audit> {
  const options = { quiet: true, timeoutMs };
  const root = join(import.meta.dirname, '..');
  const args = [...ARGUMENTS, `--fetch-timeout=${timeoutMs}`, '--prefix', root];
  // npm tells its scripts where it is; started without it, it is looked for as any program.
  const npm = process.env.npm_execpath;
  const { output } = npm?.endsWith('.js')
    ? await runNode(npm, args, options)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
  return readAudit(output);
}

/** Reads what `npm audit --json` printed, warnings around it included. */
export function readAudit(output: string): Audit {
  const report = jsonIn(output) as NpmReport | null;
  const counts = report?.metadata?.vulnerabilities;
  if (typeof counts?.high !== 'number' || typeof counts.critical !== 'number') return unknown(report);
  const holes = Object.entries(report?.vulnerabilities ?? {})
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity }]) => `${name} (${severity})`);
  return counts.high + counts.critical === 0
    ? { verdict: 'clean', words: 'No package that ships has a known hole rated high or critical.' }
    : { verdict: 'holes', words: `Packages with known holes: ${holes.join(', ') || 'not named'}.` };
}

interface NpmReport {
  readonly message?: unknown;
  readonly metadata?: { readonly vulnerabilities?: { readonly high?: unknown; readonly critical?: unknown } };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity?: unknown }>>;
}

function unknown(report: NpmReport | null): Audit {
  const [reason = ''] = typeof report?.message === 'string' ? report.message.split(' - ') : [];
  return {
    verdict: 'unknown',
    words:
      'UNKNOWN: the registry could not be asked whether the packages that ship have known holes' +
      `${reason === '' ? '' : ` (${reason})`}. Nothing was checked.`,
  };
}

function jsonIn(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
