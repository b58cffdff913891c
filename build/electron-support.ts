import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audit } from './audit-packages.ts';
import { run, runNode } from './run-command.ts';

/** Electron's own policy: its newest three major versions are mended, older ones are not. */
const MAJORS_IN_SUPPORT = 3;

/** Asks the registry for the newest Electron, and whether ours is still one that is mended. Never throws. */
export async function askElectronSupport(timeoutMs: number): Promise<Audit> {
  const options = { quiet: true, timeoutMs };
  const args = ['view', 'electron', 'version', '--fetch-retries=0', `--fetch-timeout=${timeoutMs}`];
  const npm = process.env.npm_execpath;
  const { output } = npm?.endsWith('.js')
    ? await runNode(npm, args, options)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
  return judgeElectron(pinnedElectron(), output);
}

/** Judges the version we ship by what `npm view electron version` printed, warnings around it included. */
export function judgeElectron(pinned: string, output: string): Audit {
  const newest = /^(\d+)\.\d+\.\d+$/m.exec(output)?.[1];
  const ours = Number.parseInt(pinned, 10);
  if (newest === undefined || Number.isNaN(ours)) {
    return {
      verdict: 'unknown',
      words: `UNKNOWN: the registry could not be asked whether Electron ${pinned} is still mended.`,
    };
  }
  return Number(newest) - ours < MAJORS_IN_SUPPORT
    ? {
        verdict: 'clean',
        words: `Electron ${pinned} is one of the majors that are mended (newest: ${newest}).`,
      }
    : { verdict: 'holes', words: `Electron ${pinned} is out of support: the newest major is ${newest}.` };
}

function pinnedElectron(): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  const { devDependencies } = JSON.parse(text) as {
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  return devDependencies?.electron ?? '';
}
