import type { CommandLine } from 'electron';

/**
 * Turns off the engine's crash reporter, whose dumps would hold what was on screen. It is never started either. Dumps
 * that the system itself keeps of a crashed program are the system's setting: no switch of ours reaches them. Must run
 * before the app is ready.
 */
export function keepNoDumps(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch('disable-crash-reporter');
  commandLine.appendSwitch('no-crash-upload');
}
