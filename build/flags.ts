import { resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Reads the flags of a task and stops with a sentence at anything unknown. */
export function readFlags<T extends ParseArgsOptionsConfig>(options: T, usage: string) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : 'Unknown flag';
    return stop(`${reason}.\n${usage}`);
  }
}

/** Ends the task with a sentence. */
export function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

/** A folder as the user named it, from where they stood: npm itself moves to the project's folder. */
export function fromUsersFolder(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
