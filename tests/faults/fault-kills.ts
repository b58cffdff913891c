import { runChild } from './fault-processes.ts';
import { KILL_SCENES, type KillScene, openScene } from './fault-scenes.ts';
import { seededRandom } from './random.ts';

export interface KillReport {
  /** Processes that were killed at work, by scene. One that had ended before counts for nothing. */
  readonly kills: Readonly<Record<KillScene, number>>;
  /** Saves that were reported as done, over all rounds. */
  readonly acknowledged: number;
  readonly breaches: readonly string[];
}

/** Kills children at random moments of their work until each scene has had its share. */
export async function runKillRounds(
  root: string,
  options: {
    readonly rounds: number;
    readonly seed: number;
    readonly limitMs: number;
    readonly child: string;
  },
): Promise<KillReport> {
  const kills: Record<KillScene, number> = {
    save: 0,
    backup: 0,
    close: 0,
    migrate: 0,
    restore: 0,
    recover: 0,
  };
  const breaches: string[] = [];
  let acknowledged = 0;
  const deadline = performance.now() + options.limitMs;
  const playScene = async (name: KillScene, index: number): Promise<void> => {
    const random = seededRandom(options.seed + index);
    const scene = openScene(name, root);
    const wanted = Math.ceil(options.rounds / KILL_SCENES.length);
    // Some children end before they are killed; those rounds are judged, but not counted.
    for (
      let round = 0;
      kills[name] < wanted && round < wanted * 3 && performance.now() < deadline;
      round += 1
    ) {
      const heard = await runChild(
        options.child,
        scene.args(random),
        random.below(scene.spanMs(random) * 10) / 10,
      );
      const trouble = heard.lines.find((line) => line.startsWith('trouble'));
      const judged = scene.judge(heard);
      if (heard.wasKilled) kills[name] += 1;
      acknowledged += judged.acknowledged;
      const wrong = [judged.breach, trouble].filter((word) => word != null);
      if (wrong.length > 0) breaches.push(`${name}, round ${round}: ${wrong.join('; ')}`);
    }
  };
  // Two at a time: enough for two cores.
  const queue = KILL_SCENES.map((name, index) => () => playScene(name, index));
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await next();
  };
  await Promise.all([worker(), worker()]);
  return { kills, acknowledged, breaches };
}
