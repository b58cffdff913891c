import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { runKillRounds } from './fault-kills.ts';
import { buildFaultChild } from './fault-processes.ts';
import { KILL_SCENES } from './fault-scenes.ts';
import { runStepKills } from './fault-steps.ts';

const ROUNDS = 24;
const SEED = 20_261_122;

let child: Awaited<ReturnType<typeof buildFaultChild>>;

beforeAll(async () => {
  child = await buildFaultChild();
}, 60_000);

afterAll(() => child.remove());

describe('a crash of the app', () => {
  it(`at any moment of ${KILL_SCENES.join(', ')} loses nothing that was reported as saved (${ROUNDS} kills)`, {
    timeout: 120_000,
  }, async () => {
    const options = { rounds: ROUNDS, seed: SEED, limitMs: 60_000, child: child.path };
    const report = await runKillRounds(join(tempFolder(), 'kills'), options);
    expect(report.breaches).toEqual([]);
    expect(Object.values(report.kills).reduce((total, kills) => total + kills)).toBeGreaterThan(ROUNDS / 3);
    expect(report.acknowledged).toBeGreaterThan(0);
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
