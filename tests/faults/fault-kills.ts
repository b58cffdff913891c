import { openPace } from './fault-pace.ts';
import { runChild } from './fault-processes.ts';
import { KILL_SCENES, type KillScene, openScene } from './fault-scenes.ts';
import { seededRandom } from './random.ts';

/** What came of killing processes at one kind of work. */
export interface SceneReport {
  readonly scene: KillScene;
  /** Processes that were killed at work. One that had ended before counts for nothing. */
  readonly kills: number;
  /** Kills that left something half done where that can be seen. */
  readonly cutShort: number;
  /** Things that were reported as done, over all rounds. */
  readonly acknowledged: number;
  readonly breaches: readonly string[];
}

/** Kills children at random moments of their work until each scene has had `rounds`. */
export async function runKillRounds(
  root: string,
  options: {
    readonly rounds: number;
    readonly seed: number;
    readonly limitMs: number;
    readonly child: string;
    readonly scenes?: readonly KillScene[];
  },
): Promise<readonly SceneReport[]> {
  const { scenes = KILL_SCENES } = options;
  const reports: SceneReport[] = [];
  const deadline = performance.now() + options.limitMs;
  // Two at a time: enough for two cores.
  const queue = [...scenes];
  const worker = async (): Promise<void> => {
    for (let scene = queue.shift(); scene !== undefined; scene = queue.shift()) {
      reports.push(await playScene(scene, root, options, deadline));
    }
  };
  await Promise.all([worker(), worker()]);
  return scenes.flatMap((scene) => reports.filter((report) => report.scene === scene));
}

async function playScene(
  name: KillScene,
  root: string,
  options: { readonly rounds: number; readonly seed: number; readonly child: string },
  deadline: number,
): Promise<SceneReport> {
  const random = seededRandom(options.seed + KILL_SCENES.indexOf(name));
  const scene = await openScene(name, root);
  const pace = openPace(scene.mostLines, random);
  const breaches: string[] = [];
  let kills = 0;
  let cutShort = 0;
  let acknowledged = 0;
  // Some children end before they are killed; those rounds are judged, but not counted.
  for (
    let round = 0;
    kills < options.rounds && round < options.rounds * 3 && performance.now() < deadline;
    round += 1
  ) {
    const args = scene.args(random);
    const heard = await runChild(options.child, args, pace.next());
    pace.learn(heard);
    const trouble = heard.lines.find((line) => line.startsWith('trouble'));
    const judged = await scene.judge(heard);
    if (heard.wasKilled) {
      kills += 1;
      if (judged.cutShort === true) cutShort += 1;
    }
    acknowledged += judged.acknowledged;
    const wrong = [judged.breach, trouble].filter((word) => word != null);
    if (wrong.length > 0) breaches.push(`${name}, round ${round}: ${wrong.join('; ')}`);
  }
  return { scene: name, kills, cutShort, acknowledged, breaches };
}
