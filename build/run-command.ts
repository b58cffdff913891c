import { spawn } from 'node:child_process';

export interface Outcome {
  /** Exit code; 1 when it could not be started, was stopped by a signal or took too long. */
  readonly code: number;
  /** What it printed, when it ran quietly. */
  readonly output: string;
}

/** Runs a program to its end, showing what it prints or, quietly, keeping it. Never throws. */
export function run(
  command: string,
  args: readonly string[],
  options: {
    readonly quiet?: boolean;
    readonly timeoutMs?: number;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: options.quiet === true ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...options.env },
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    // Whoever is told to stop passes it on and waits: the child has a plan to close.
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) process.on(signal, forward);
    const forget = (): void => {
      for (const signal of signals) process.off(signal, forward);
    };
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => {
      forget();
      resolve({ code: 1, output: `${output}${error.message}` });
    });
    child.once('close', (code) => {
      forget();
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a JavaScript or TypeScript file with this very Node. */
export function runNode(
  file: string,
  args: readonly string[],
  options?: Parameters<typeof run>[2],
): Promise<Outcome> {
  return run(process.execPath, [file, ...args], options);
}
