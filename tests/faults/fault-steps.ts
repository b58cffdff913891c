import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './fault-processes.ts';
import { judgeRecovered, judgeTwoStates, makeDamagedPlan, makeTwoStates } from './fault-scenes.ts';

export interface StepReport {
  /** Processes killed right before a change to the file system, by what they were doing. */
  readonly steps: Readonly<Record<string, number>>;
  readonly breaches: readonly string[];
}

/** Kills a recovery, a restore and a closing at every single step they take. */
export async function runStepKills(
  root: string,
  options: { readonly child: string; readonly limitMs: number; readonly everyNth: number },
): Promise<StepReport> {
  const steps: Record<string, number> = {};
  const breaches: string[] = [];
  const deadline = performance.now() + options.limitMs;
  const template = join(root, 'step-template');
  const round = join(root, 'step-round');
  const { content, damaged } = makeDamagedPlan(template);
  const healthy = join(root, 'step-healthy');
  const contents = makeTwoStates(healthy);
  const scenes: readonly [name: string, from: string, work: string, judge: () => string | null][] = [
    ['recover', template, 'open', () => judgeRecovered(round, content, damaged).breach],
    ['restore', healthy, 'restore-once', () => judgeTwoStates(round, contents)],
  ];
  for (const [name, from, work, judge] of scenes) {
    for (let step = 1; step < 500 && performance.now() < deadline; step += options.everyNth) {
      rmSync(round, { recursive: true, force: true });
      cpSync(from, round, { recursive: true, preserveTimestamps: true });
      const heard = await runChild(options.child, [round, work, '1', '1', String(step)], null);
      const breach = judge();
      if (breach !== null) breaches.push(`${name}, step ${step}: ${breach}`);
      if (!heard.wasKilled) break;
      steps[name] = (steps[name] ?? 0) + 1;
    }
  }
  return { steps, breaches };
}
