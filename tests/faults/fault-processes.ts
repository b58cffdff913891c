import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const PROJECT = join(import.meta.dirname, '..', '..');

/** The child, as one file: it starts in a tenth of the time that its sources take. */
export async function buildFaultChild(): Promise<{ readonly path: string; readonly remove: () => void }> {
  const cache = join(PROJECT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'faults-'));
  const remove = (): void => rmSync(outDir, { recursive: true, force: true });
  process.once('exit', remove);
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { child: join(import.meta.dirname, 'fault-child.ts') },
        output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return {
    path: join(outDir, 'child.mjs'),
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

/** What a child said before it ended. */
export interface Heard {
  readonly lines: readonly string[];
  readonly wasKilled: boolean;
  readonly exitCode: number | null;
  readonly workedMs: number;
  /** When it said the last of its lines, counted from the first. */
  readonly saidMs: number;
}

/** When a child is killed: so long after so many lines; the first is that it begins to work. */
export interface KillMoment {
  readonly lines: number;
  readonly afterMs: number;
}

/** Runs a child and kills it at a moment; null lets it end by itself. */
export function runChild(child: string, args: readonly string[], moment: KillMoment | null): Promise<Heard> {
  return new Promise((resolve) => {
    const process_ = spawn(process.execPath, [
      '--no-warnings',
      child,
      ...args,
    ]) as ChildProcessWithoutNullStreams;
    let said = '';
    let trouble = '';
    let startedMs = 0;
    let saidMs = 0;
    let timer: NodeJS.Timeout | undefined;
    // A child that hangs must not outlive the test.
    const guard = setTimeout(() => process_.kill('SIGKILL'), 30_000);
    process_.stderr.on('data', (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    process_.stdout.on('data', (chunk: Buffer) => {
      if (said === '') startedMs = performance.now();
      saidMs = performance.now() - startedMs;
      said += chunk.toString();
      if (moment !== null && timer === undefined && said.split('\n').length > moment.lines) {
        timer = setTimeout(() => process_.kill('SIGKILL'), moment.afterMs);
      }
    });
    process_.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      clearTimeout(guard);
      const lines = said.split('\n').filter((line) => line !== '');
      if (trouble !== '') lines.push(`trouble ${trouble}`);
      const workedMs = performance.now() - startedMs;
      resolve({ lines, wasKilled: signal === 'SIGKILL', exitCode, workedMs, saidMs });
    });
  });
}
