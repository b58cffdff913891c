import { spawn } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, open } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type {
  Platform,
  Probe,
  ProbeOutput,
  ProbeTrouble,
} from '../../shared/domain/device-checks/device-check.ts';

/** No tool asked has more to say; lists of updates are the longest. */
const MAX_OUTPUT_BYTES = 512 * 1024;
/** How long a program may take to end by itself once it was asked to. */
const GRACE_MS = 500;

export interface ProbeEnvironment {
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where programs named without a path are looked for, in this order. */
  readonly programFolders: readonly string[];
}

/** The environment of this computer: only folders of the system, never the user's own search path. */
export function probeEnvironment(
  platform: Platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): ProbeEnvironment {
  const system = join(env.SystemRoot ?? 'C:\\Windows', 'System32');
  return {
    platform,
    env: environmentFor(platform, env),
    programFolders:
      platform === 'windows'
        ? [system, join(system, 'WindowsPowerShell', 'v1.0')]
        : ['/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  };
}

// What the tools need to find the user's session and settings. Nothing else is passed on: neither preloaded
// libraries nor options meant for Node or Electron.
const PASSED_ON: Readonly<Record<Platform, readonly string[]>> = {
  windows: [
    'SystemRoot',
    'windir',
    'SystemDrive',
    'TEMP',
    'TMP',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'ProgramData',
  ],
  macos: ['HOME', 'USER', 'TMPDIR'],
  linux: [
    'HOME',
    'USER',
    'XDG_CURRENT_DESKTOP',
    'XDG_RUNTIME_DIR',
    'XDG_CONFIG_HOME',
    'DBUS_SESSION_BUS_ADDRESS',
  ],
};

function environmentFor(
  platform: Platform,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept = PASSED_ON[platform].flatMap((name): [string, string][] => {
    const value = env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const windowsPath = join(env.SystemRoot ?? 'C:\\Windows', 'System32');
  return {
    ...Object.fromEntries(kept),
    // Plain English where the tools heed it. macOS and Windows mostly do not; what then cannot be read is unknown.
    ...(platform === 'windows'
      ? { Path: windowsPath }
      : { PATH: '/usr/bin:/usr/sbin:/bin:/sbin', LC_ALL: 'C', LANG: 'C', LANGUAGE: 'C' }),
  };
}

/** Carries out one probe: no shell, no elevation, bounded in time and output, nothing left running. Never throws. */
export async function runProbe(
  probe: Probe,
  environment: ProbeEnvironment,
  signal?: AbortSignal,
): Promise<ProbeOutput> {
  if (signal?.aborted === true) return troubled('cancelled');
  try {
    if (probe.kind === 'read') return await readSystemFile(probe.path);
    const file = findProgram(probe.file, environment);
    return file === null ? troubled('missing') : await runProgram(file, probe, environment, signal);
  } catch (error) {
    return troubled(troubleOf(error));
  }
}

function troubled(trouble: ProbeTrouble): ProbeOutput {
  return { exitCode: null, stdout: '', stderr: '', trouble };
}

function troubleOf(error: unknown): ProbeTrouble {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
}

function findProgram(name: string, { platform, programFolders }: ProbeEnvironment): string | null {
  if (isAbsolute(name)) return existsSync(name) ? name : null;
  const file = platform === 'windows' ? `${name}.exe` : name;
  return programFolders.map((folder) => join(folder, file)).find((path) => existsSync(path)) ?? null;
}

async function readSystemFile(path: string): Promise<ProbeOutput> {
  await access(path, constants.R_OK);
  const handle = await open(path, 'r');
  try {
    // One byte more than allowed tells a file that is too long; a device that never ends is read no further.
    const buffer = Buffer.alloc(MAX_OUTPUT_BYTES + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return bytesRead > MAX_OUTPUT_BYTES
      ? troubled('too-long')
      : { exitCode: 0, stdout: buffer.toString('utf8', 0, bytesRead), stderr: '', trouble: null };
  } finally {
    await handle.close();
  }
}

function runProgram(
  file: string,
  probe: Probe & { kind: 'run' },
  { platform, env }: ProbeEnvironment,
  signal: AbortSignal | undefined,
): Promise<ProbeOutput> {
  return new Promise((resolve) => {
    const child = spawn(file, [...probe.args], {
      env: { ...env },
      cwd: platform === 'windows' ? env.SystemRoot : '/',
      shell: false,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it started ends with it.
      detached: platform !== 'windows',
    });
    let trouble: ProbeTrouble | null = null;
    let grace: NodeJS.Timeout | undefined;
    const finish = (output: ProbeOutput): void => {
      clearTimeout(timer);
      clearTimeout(grace);
      signal?.removeEventListener('abort', onAbort);
      resolve(output);
    };
    const giveUp = (): void => {
      endGroup(child.pid, 'SIGKILL', platform);
      // Something it started may have left the group and hold the pipes open for ever. What it says no longer counts.
      child.stdout.destroy();
      child.stderr.destroy();
      finish(troubled(trouble ?? 'failed'));
    };
    const stop = (why: ProbeTrouble): void => {
      if (trouble !== null) return;
      trouble = why;
      endGroup(child.pid, 'SIGTERM', platform);
      grace = setTimeout(giveUp, GRACE_MS);
    };
    const onAbort = (): void => stop('cancelled');
    const timer = setTimeout(() => stop('timed-out'), probe.timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    const stdout = collect(child.stdout, () => stop('too-long'));
    const stderr = collect(child.stderr, () => stop('too-long'));
    child.once('error', (error) => finish(troubled(trouble ?? troubleOf(error))));
    child.once('close', (exitCode) => {
      if (trouble !== null) giveUp();
      else finish({ exitCode, stdout: stdout(), stderr: stderr(), trouble });
    });
  });
}

function collect(stream: NodeJS.ReadableStream, onTooLong: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_OUTPUT_BYTES) onTooLong();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function endGroup(pid: number | undefined, signal: 'SIGTERM' | 'SIGKILL', platform: Platform): void {
  if (pid === undefined) return;
  try {
    // Windows has no groups; ending the program itself is what there is.
    process.kill(platform === 'windows' ? pid : -pid, signal);
  } catch {
    // Already gone.
  }
}
