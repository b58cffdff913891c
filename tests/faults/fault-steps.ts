import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './fault-processes.ts';
import { judgeRecovered, judgeTwoStates, makeDamagedPlan, makeTwoStates } from './fault-scenes.ts';

export interface StepReport {
  /** Processes killed right before a change to the file system, by what they were doing. */
  readonly steps: Readonly<Record<string, number>>;
  readonly breaches: readonly string[];
  /** False when the time was over before each step had had its turn. */
  readonly isComplete: boolean;
}

/** Kills a recovery and a restore at every single step they take, both at the same time. */
export async function runStepKills(
  root: string,
  options: { readonly child: string; readonly limitMs: number; readonly everyNth: number },
): Promise<StepReport> {
  const template = join(root, 'step-template');
  const { content, damaged } = makeDamagedPlan(template);
  const healthy = join(root, 'step-healthy');
  const contents = makeTwoStates(healthy);
  const scenes: readonly StepScene[] = [
    {
      name: 'recover',
      from: template,
      work: 'open',
      judge: (at) => judgeRecovered(at, content, damaged).breach,
    },
    { name: 'restore', from: healthy, work: 'restore-once', judge: (at) => judgeTwoStates(at, contents) },
  ];
  const deadline = performance.now() + options.limitMs;
  const played = await Promise.all(
    scenes.map((scene) => playSteps(scene, join(root, `step-${scene.name}`), options, deadline)),
  );
  return {
    steps: Object.fromEntries(played.map(({ name, steps }) => [name, steps])),
    breaches: played.flatMap(({ breaches }) => breaches),
    isComplete: played.every(({ isComplete }) => isComplete),
  };
}

interface StepScene {
  readonly name: string;
  readonly from: string;
  readonly work: string;
  readonly judge: (folder: string) => string | null;
}

async function playSteps(
  { name, from, work, judge }: StepScene,
  round: string,
  { child, everyNth }: { readonly child: string; readonly everyNth: number },
  deadline: number,
) {
  const breaches: string[] = [];
  let steps = 0;
  for (let step = 1; step < 500 && performance.now() < deadline; step += everyNth) {
    rmSync(round, { recursive: true, force: true });
    cpSync(from, round, { recursive: true, preserveTimestamps: true });
    const heard = await runChild(child, [round, work, '1', '1', String(step)], null);
    const breach = judge(round);
    if (breach !== null) breaches.push(`${name}, step ${step}: ${breach}`);
    if (!heard.wasKilled) return { name, steps, breaches, isComplete: true };
    steps += 1;
  }
  return { name, steps, breaches, isComplete: false };
}
