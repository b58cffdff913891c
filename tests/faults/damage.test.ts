import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { runDamageRounds } from './fault-rounds.ts';

// `npm run faults` does this for every pairing of a folder with a damage; here, some of them each time, always the same.
const ROUNDS = 60;
const SEED = 20_261_122;

describe('a damaged data folder', () => {
  it(`opens with everything, or says what is missing, or is refused as it is (${ROUNDS} damages)`, {
    timeout: 120_000,
  }, () => {
    const report = runDamageRounds(join(tempFolder(), 'damage'), {
      rounds: ROUNDS,
      seed: SEED,
      limitMs: 60_000,
    });
    expect(report.breaches).toEqual([]);
    // A slow machine ends early, but one that tried nothing has shown nothing.
    expect(report.rounds).toBeGreaterThan(ROUNDS / 3);
    expect(report.outcomes.whole).toBeGreaterThan(0);
    expect(report.outcomes.partial).toBeGreaterThan(0);
  });
});
