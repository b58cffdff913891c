import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { runKillRounds } from './fault-kills.ts';
import { buildFaultChild } from './fault-processes.ts';
import { KILL_SCENES } from './fault-scenes.ts';
import { runStepKills } from './fault-steps.ts';

/** Kills of each kind of work; the long run has many more. */
const ROUNDS = 5;
const SEED = 20_261_122;

let child: Awaited<ReturnType<typeof buildFaultChild>>;

beforeAll(async () => {
  child = await buildFaultChild();
}, 60_000);

afterAll(() => child.remove());

describe('a crash of the app', () => {
  it(`at any moment of ${KILL_SCENES.join(', ')} loses nothing that was reported as done (${ROUNDS} kills each)`, {
    timeout: 150_000,
  }, async () => {
    const options = { rounds: ROUNDS, seed: SEED, limitMs: 90_000, child: child.path };
    const reports = await runKillRounds(join(tempFolder(), 'kills'), options);
    expect(reports.flatMap(({ breaches }) => breaches)).toEqual([]);
    expect(reports.map(({ scene }) => scene)).toEqual(KILL_SCENES);
    const sum = (of: 'kills' | 'acknowledged' | 'cutShort'): number =>
      reports.reduce((total, report) => total + report[of], 0);
    expect(sum('kills')).toBeGreaterThan((ROUNDS * KILL_SCENES.length) / 3);
    expect(sum('acknowledged')).toBeGreaterThan(0);
    // Kills that all came between two pieces of work would show nothing.
    expect(sum('cutShort')).toBeGreaterThan(0);
  });

  it('right before some step of a recovery or a restore leaves one sound plan, and a word about it', {
    timeout: 120_000,
  }, async () => {
    const options = { child: child.path, limitMs: 60_000, everyNth: 7 };
    const report = await runStepKills(join(tempFolder(), 'steps'), options);
    expect(report.breaches).toEqual([]);
    expect(Object.keys(report.steps)).toEqual(['recover', 'restore']);
  });
});
