import { CHANNELS } from '../../shared/ipc/channels.ts';
import { APP_TASKS } from './fault-app-tasks.ts';
import { runArchiveRounds } from './fault-archives.ts';
import { DAMAGES } from './fault-damage.ts';
import { canMount, DISK_TASKS, type DiskReport, runDiskRounds } from './fault-disk.ts';
import { runAppDiskRounds } from './fault-disk-app.ts';
import { runKillRounds } from './fault-kills.ts';
import { runMessages } from './fault-messages.ts';
import { buildFaultChild } from './fault-processes.ts';
import { runDamageRounds } from './fault-rounds.ts';
import { KILL_SCENES } from './fault-scenes.ts';
import { runStepKills } from './fault-steps.ts';
import { type PartReport, refuseFewer } from './fault-table.ts';

/** Kills of each kind of work. */
const KILLS = 85;
const DAMAGED = 600;
const MESSAGES = 100_000;
const MUTATIONS = 300;
/** Pages of room that each task on a small disk is given, one number after the other. */
const DISK_STEPS = Array.from({ length: 80 }, (_, step) => step);
const APP_DISK_STEPS = [0, 1, 2, 4, 6, 8, 12, 16, 20, 25, 30, 40, 50, 80, 128, 256];

/** One part of the run. It stops at its limit; what it did not get to counts as a failure. */
export interface Part {
  readonly limitMs: number;
  readonly run: (root: string, seed: number, limitMs: number) => Promise<PartReport>;
}

const minutes = (count: number): number => count * 60_000;

/** Every part by its name, in the order in which they run. */
export const PARTS: Readonly<Record<string, Part>> = {
  kills: { limitMs: minutes(12), run: runKills },
  steps: { limitMs: minutes(3), run: runSteps },
  damage: { limitMs: minutes(4), run: runDamage },
  disks: { limitMs: minutes(5), run: runDisks },
  messages: { limitMs: minutes(6), run: sendMessages },
  archives: { limitMs: minutes(4), run: offerArchives },
};

async function withChild<T>(work: (child: string) => Promise<T>): Promise<T> {
  const child = await buildFaultChild();
  try {
    return await work(child.path);
  } finally {
    child.remove();
  }
}

async function runKills(root: string, seed: number, limitMs: number): Promise<PartReport> {
  const reports = await withChild((child) => runKillRounds(root, { rounds: KILLS, seed, limitMs, child }));
  const lines = reports.map(({ scene, kills, acknowledged, cutShort, breaches }) => {
    const cut = cutShort === 0 ? '' : `${cutShort} cut it short; `;
    return {
      what: `killed at a random moment: ${scene}`,
      rounds: kills,
      outcome: `${cut}${acknowledged.toLocaleString('en-US')} acknowledged; ${breaches.length} with anything lost or unreadable`,
    };
  });
  const sum = (of: 'kills' | 'acknowledged'): number =>
    reports.reduce((total, report) => total + report[of], 0);
  const breaches = reports.flatMap((report) => report.breaches);
  lines.push({
    what: 'killed at a random moment: all',
    rounds: sum('kills'),
    outcome: `${sum('acknowledged').toLocaleString('en-US')} acknowledged; ${breaches.length} with anything lost or unreadable`,
  });
  const fewer = KILL_SCENES.flatMap((scene) =>
    refuseFewer(scene, reports.find((report) => report.scene === scene)?.kills ?? 0, KILLS),
  );
  return { lines, breaches: [...breaches, ...fewer] };
}

async function runSteps(root: string, _seed: number, limitMs: number): Promise<PartReport> {
  const report = await withChild((child) => runStepKills(root, { child, limitMs, everyNth: 1 }));
  const lines = Object.entries(report.steps).map(([scene, rounds]) => {
    const lost = report.breaches.filter((breach) => breach.startsWith(`${scene},`)).length;
    return {
      what: `killed right before each of its steps: ${scene}`,
      rounds,
      outcome: `${lost} with anything lost or unreadable`,
    };
  });
  return { lines, breaches: [...report.breaches, ...(report.isComplete ? [] : ['steps: not every one'])] };
}

async function runDamage(root: string, seed: number, limitMs: number): Promise<PartReport> {
  const report = runDamageRounds(root, { rounds: DAMAGED, seed, limitMs });
  const lines = DAMAGES.flatMap(({ name }) => {
    const counts = report.byDamage.get(name);
    if (counts === undefined) return [];
    const { unharmed, whole, partial, refused } = counts;
    return [
      {
        what: `damaged: ${name}`,
        rounds: unharmed + whole + partial + refused,
        outcome: `${unharmed} unharmed, ${whole} whole, ${partial} partial, ${refused} refused`,
      },
    ];
  });
  const { unharmed, whole, partial, refused } = report.outcomes;
  const crashed = report.breaches.filter(({ what }) => what.startsWith('crash')).length;
  lines.push({
    what: 'damaged: all',
    rounds: report.rounds,
    outcome: `${unharmed} unharmed, ${whole} whole, ${partial} partial, ${refused} refused; ${crashed} crashed, ${report.breaches.length - crashed} lost in silence or otherwise wrong`,
  });
  const breaches = report.breaches.map(({ world, damage, what }) => `${world}, ${damage}: ${what}`);
  return { lines, breaches: [...breaches, ...refuseFewer('damage', report.rounds, DAMAGED)] };
}

async function runDisks(root: string, _seed: number, limitMs: number): Promise<PartReport> {
  if (!canMount()) {
    console.log('Full disks were left out: mounting one takes root on Linux.');
    return { lines: [], breaches: [] };
  }
  const files = await runDiskRounds(root, { steps: DISK_STEPS, limitMs: limitMs / 2 });
  const app = await runAppDiskRounds(root, { steps: APP_DISK_STEPS, limitMs: limitMs / 2 });
  const lineOf = (what: string, { tries, failedInWords, breaches }: DiskReport) => ({
    what,
    rounds: tries,
    outcome: `${failedInWords} failed in words, ${tries - failedInWords} had room enough; ${breaches.length} in other words, not resumed or lost`,
  });
  return {
    lines: [
      lineOf(`full or read-only disk: ${DISK_TASKS.length} kinds of work on the files`, files),
      lineOf(`full or read-only disk: ${APP_TASKS.length} kinds of work in the open app`, app),
    ],
    breaches: [
      ...files.breaches,
      ...app.breaches,
      ...refuseFewer('disks', files.tries, DISK_TASKS.length * (DISK_STEPS.length + 1)),
      ...refuseFewer('disks of the app', app.tries, APP_TASKS.length * (APP_DISK_STEPS.length + 1)),
    ],
  };
}

async function sendMessages(root: string, seed: number, limitMs: number): Promise<PartReport> {
  const report = await runMessages(root, { messages: MESSAGES, seed, limitMs });
  const { ours, strangers, outcomes, stored, crashes, letIn, invalid } = report;
  const unheard = CHANNELS.filter((channel) => (report.channels.get(channel) ?? 0) === 0);
  const { items, records, evidence } = stored;
  return {
    lines: [
      {
        what: `messages over ${CHANNELS.length} channels, from our own page`,
        rounds: ours,
        outcome: `${crashes.length} crashes, ${invalid.length} invalid values stored; ${(outcomes.ok ?? 0).toLocaleString('en-US')} carried out, at the end ${items} items, ${records} entries, ${evidence} files`,
      },
      {
        what: `messages over ${CHANNELS.length} channels, from strangers`,
        rounds: strangers,
        outcome: `${letIn.length} heard`,
      },
    ],
    breaches: [
      ...crashes.map((what) => `message: ${what}`),
      ...letIn.map((what) => `a stranger was heard: ${what}`),
      ...invalid.map((what) => `stored: ${what}`),
      ...unheard.map((channel) => `no message on ${channel}`),
      ...refuseFewer('messages', ours + strangers, MESSAGES),
    ],
  };
}

async function offerArchives(root: string, seed: number, limitMs: number): Promise<PartReport> {
  const report = await runArchiveRounds(root, { mutations: MUTATIONS, everyNth: 1, seed, limitMs });
  const harm = `${report.wroteOutside.length} wrote outside, ${report.halfImported.length} half imported`;
  return {
    lines: [
      {
        what: 'archives put together to do harm',
        rounds: report.crafted,
        outcome: `${report.crafted - report.craftedTaken} refused, ${report.craftedTaken} taken whole (only odd, not harmful); ${harm}`,
      },
      {
        what: 'archives made from a valid one by mutation',
        rounds: report.mutated,
        outcome: `${report.mutated - report.mutatedTaken} refused, ${report.mutatedTaken} taken whole (nothing but a date changed, or the like); ${harm}`,
      },
    ],
    breaches: [
      ...report.wroteOutside.map((name) => `wrote outside: ${name}`),
      ...report.halfImported.map((name) => `half imported: ${name}`),
      ...report.breaches,
      ...refuseFewer('archives', report.mutated, MUTATIONS),
    ],
  };
}
