import { cpus } from 'node:os';
import { join } from 'node:path';
import { DAMAGES } from './fault-damage.ts';
import { canMount, DISK_TASKS, runDiskRounds } from './fault-disk.ts';
import { runKillRounds } from './fault-kills.ts';
import { buildFaultChild } from './fault-processes.ts';
import { runDamageRounds } from './fault-rounds.ts';
import { runStepKills } from './fault-steps.ts';

const KILLS = 510;
const DAMAGED = 600;
/** Pages of room that each task on a small disk is given, one number after the other. */
const DISK_STEPS = 80;
const LIMIT_MS = 5 * 60_000;

interface Line {
  readonly what: string;
  readonly rounds: number;
  readonly outcome: string;
}

/**
 * Does to plans what must not harm them, for some minutes, and prints what came of it as a table. True when nothing was
 * lost in silence, nothing crashed, and no plan was left unreadable.
 */
export async function runFaults(root: string, seed: number): Promise<boolean> {
  console.log(
    `Seed ${seed}. Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores.`,
  );
  const startedMs = performance.now();
  const lines: Line[] = [];
  const breaches: string[] = [];

  const child = await buildFaultChild();
  try {
    const kills = await runKillRounds(join(root, 'kills'), {
      rounds: KILLS,
      seed,
      limitMs: LIMIT_MS,
      child: child.path,
    });
    breaches.push(...kills.breaches);
    for (const [scene, count] of Object.entries(kills.kills)) {
      const lost = kills.breaches.filter((breach) => breach.startsWith(`${scene},`)).length;
      lines.push({
        what: `killed at a random moment: ${scene}`,
        rounds: count,
        outcome: `${lost} with a loss`,
      });
    }
    console.log(`${kills.acknowledged} saves were acknowledged while processes were being killed.`);
    const steps = await runStepKills(join(root, 'steps'), {
      child: child.path,
      limitMs: LIMIT_MS,
      everyNth: 1,
    });
    breaches.push(...steps.breaches);
    for (const [scene, count] of Object.entries(steps.steps)) {
      const lost = steps.breaches.filter((breach) => breach.startsWith(`${scene},`)).length;
      lines.push({
        what: `killed right before each step: ${scene}`,
        rounds: count,
        outcome: `${lost} with a loss`,
      });
    }
  } finally {
    child.remove();
  }

  const damage = runDamageRounds(join(root, 'damage'), { rounds: DAMAGED, seed, limitMs: LIMIT_MS });
  breaches.push(...damage.breaches.map((breach) => `${breach.world}, ${breach.damage}: ${breach.what}`));
  for (const { name } of DAMAGES) {
    const counts = damage.byDamage.get(name);
    if (counts === undefined) continue;
    const rounds = Object.values(counts).reduce((total, count) => total + count, 0);
    const outcome = `${counts.unharmed} unharmed, ${counts.whole} whole, ${counts.partial} partial, ${counts.refused} refused`;
    lines.push({ what: `damaged: ${name}`, rounds, outcome });
  }
  lines.push({
    what: 'damaged: all',
    rounds: damage.rounds,
    outcome: `${damage.breaches.length} crashed or lost in silence`,
  });

  if (canMount()) {
    const steps = Array.from({ length: DISK_STEPS }, (_, step) => step);
    const disk = runDiskRounds(root, { steps, limitMs: LIMIT_MS });
    breaches.push(...disk.breaches);
    const outcome = `${disk.failedInWords} failed in words, ${disk.tries - disk.failedInWords} had room enough, ${disk.breaches.length} lost anything`;
    lines.push({
      what: `${DISK_TASKS.length} kinds of work on a full or read-only disk`,
      rounds: disk.tries,
      outcome,
    });
  } else {
    console.log('Full disks were left out: mounting one takes root on Linux.');
  }

  print(lines);
  for (const breach of breaches) console.error(`FAILED: ${breach}`);
  console.log(`${breaches.length} failures in ${Math.round((performance.now() - startedMs) / 1_000)} s.`);
  return breaches.length === 0;
}

/** As a table that can be copied into a document. */
function print(lines: readonly Line[]): void {
  const width = (column: keyof Line): number =>
    Math.max(column.length, ...lines.map((line) => String(line[column]).length));
  const row = (what: string, rounds: string, outcome: string): string =>
    `| ${what.padEnd(width('what'))} | ${rounds.padStart(width('rounds'))} | ${outcome.padEnd(width('outcome'))} |`;
  console.log(row('what', 'rounds', 'outcome'));
  console.log(
    `| ${'-'.repeat(width('what'))} | ${'-'.repeat(width('rounds') - 1)}: | ${'-'.repeat(width('outcome'))} |`,
  );
  for (const { what, rounds, outcome } of lines) console.log(row(what, String(rounds), outcome));
}
