import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { findElectron } from '../../electron/shell/find-electron.ts';
import type { IsoInstant } from '../../shared/domain/iso-date.ts';
import type { PortalCheck } from '../../shared/domain/portal-check.ts';
import { answerPortalQuestion } from './answer-portal-question.ts';

/** A question to `checkPortalTls` that can cross to another process. */
export interface PortalTestQuestion {
  readonly host: string;
  readonly port: number;
  readonly now?: IsoInstant;
  readonly timeoutMs?: number;
  readonly ca?: readonly string[] | undefined;
  /** What this computer is taken to trust besides the public authorities. */
  readonly systemRoots?: readonly string[];
  /** What the look-up finds: addresses, the code of an error, or nothing ever. */
  readonly lookUp?: readonly string[] | string | 'never';
  /** Cancel after this many milliseconds. */
  readonly cancelAfterMs?: number;
}

/** The check under one TLS library. */
export interface PortalChecker {
  readonly check: (question: PortalTestQuestion) => Promise<PortalCheck>;
  readonly close: () => void;
}

/** In this process: Node and OpenSSL. */
export const nodeChecker: PortalChecker = { check: answerPortalQuestion, close: () => {} };

const root = join(import.meta.dirname, '..', '..');

/** Electron's program, used as Node; null where its runtime is not installed. */
export function electronAsNode(): string | null {
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const plain = process.env.ELECTRON_DIST === undefined ? null : join(process.env.ELECTRON_DIST, name);
  return plain !== null && existsSync(plain) ? plain : findElectron(root);
}

/** In Electron's own program, with its Node and BoringSSL, bundled as the app is. */
export async function openElectronChecker(program: string, folder: string): Promise<PortalChecker> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'tests', 'support', 'portal-checker-process.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'checker.cjs' } },
    },
  });
  const child = spawn(program, [join(folder, 'checker.cjs')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return talkTo(child);
}

function talkTo(child: ChildProcess): PortalChecker {
  const waiting = new Map<number, (check: PortalCheck) => void>();
  let asked = 0;
  if (child.stdout === null || child.stdin === null) throw new Error('No pipes to the checker.');
  const { stdin } = child;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, check } = JSON.parse(line) as { id: number; check: PortalCheck };
    waiting.get(id)?.(check);
    waiting.delete(id);
  });
  return {
    check: (question) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        stdin.write(`${JSON.stringify({ id: asked, question })}\n`);
      }),
    close: () => child.kill(),
  };
}
