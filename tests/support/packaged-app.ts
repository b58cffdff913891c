import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { electronFlags } from '../../electron/shell/find-electron.ts';

const root = join(import.meta.dirname, '..', '..');

/** The program inside what the packager leaves in `out`, by system. */
export function packagedProgram(out: string): string {
  const patterns = {
    linux: 'linux*unpacked/first-claim',
    darwin: 'mac*/First Claim.app/Contents/MacOS/First Claim',
    win32: 'win*unpacked/First Claim.exe',
  } as const;
  const pattern = patterns[process.platform as keyof typeof patterns];
  const [program] = globSync(pattern, { cwd: out });
  if (program === undefined) throw new Error(`No packaged program in ${out}`);
  return join(out, program);
}

/**
 * An Electron too old for the native module's own binary gets one built for it, where the runtime that came with that
 * Electron brings it along. A packaged app cannot be told to load it from elsewhere.
 */
export function fitNativeModule(out: string): void {
  const [replacement] = globSync(join(root, '..', 'shared', 'electron-runtime', '*-napi8-linux-x64.node'));
  const [shipped] = globSync('**/app.asar.unpacked/**/prebuilds/linux-x64.node', { cwd: out });
  if (process.env.ELECTRON_DIST === undefined || replacement === undefined || shipped === undefined) return;
  copyFileSync(replacement, join(out, shipped));
}

export interface PackagedApp {
  readonly page: Page;
  /** Closes the window as a user would and resolves with the program's exit code. */
  readonly close: () => Promise<number | null>;
  /** Ends the program if it is still there. */
  readonly kill: () => void;
}

/**
 * Starts a packaged app and attaches to its page. Its fuses refuse a debugger of the main process, which Playwright's
 * Electron driver needs; what is left is the page, by the engine's own protocol.
 */
export async function launchPackagedApp(program: string, dataDir: string): Promise<PackagedApp> {
  const child = spawn(program, [...electronFlags(), `--data-dir=${dataDir}`, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const said = listenTo(child);
  let browser: Browser | undefined;
  try {
    // Without the defaults that Electron has no answer to.
    browser = await chromium.connectOverCDP(await debuggerAddress(child, said), { noDefaults: true });
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('The packaged app has no page.');
    return {
      page,
      close: async () => {
        await page.close();
        return exited;
      },
      kill: () => void child.kill('SIGKILL'),
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`The packaged app could not be reached; it said: ${said()}`, { cause: error });
  }
}

/** What the app has written to its standard error so far. */
function listenTo(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return () => said;
}

function debuggerAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', () => {
      const address = /DevTools listening on (ws:\S+)/.exec(said())?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The packaged app ended with ${code}: ${said()}`)));
  });
}

/** Every file in an asar archive, by its path. */
export function filesInAsar(asar: string): readonly string[] {
  const bytes = readFileSync(asar);
  // Two pickled numbers, then the length of the header's JSON at byte 12.
  const header: unknown = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString());
  const list = (node: unknown, path: string): string[] => {
    const { files } = node as { files?: Record<string, unknown> };
    return files === undefined
      ? [path]
      : Object.entries(files).flatMap(([name, child]) => list(child, path === '' ? name : `${path}/${name}`));
  };
  return list(header, '');
}

const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses burnt into an Electron program, in Electron's order: `1` on, `0` off, `r` not there any more. */
export function fusesOf(program: string): string {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(FUSE_SENTINEL);
  if (at < 0) throw new Error('This program has no fuses.');
  const wire = at + FUSE_SENTINEL.length;
  return bytes.subarray(wire + 2, wire + 2 + (bytes[wire + 1] ?? 0)).toString();
}

/** The archive beside a packaged program. */
export function asarOf(out: string): string {
  const [asar] = globSync('**/app.asar', { cwd: out });
  if (asar === undefined || !existsSync(join(out, asar))) throw new Error(`No app.asar in ${out}`);
  return join(out, asar);
}
