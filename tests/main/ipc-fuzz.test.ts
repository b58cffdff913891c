import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import { runMessages } from '../faults/fault-messages.ts';
import { tempFolder } from '../support/temp-folder.ts';

// The long run is part of `npm run faults`; a busy machine makes fewer messages here instead of failing.
const MESSAGES = 5_000;
const LIMIT_MS = 12_000;
const SEED = 20_261_122;

describe('messages of every kind', { timeout: LIMIT_MS * 5 }, () => {
  it('from strangers and from our own page are answered, and nothing invalid is stored', async () => {
    const options = { messages: MESSAGES, seed: SEED, limitMs: LIMIT_MS };
    const report = await runMessages(tempFolder(), options);
    expect(report.crashes).toEqual([]);
    expect(report.letIn).toEqual([]);
    expect(report.invalid).toEqual([]);
    expect([...report.channels].filter(([, count]) => count === 0)).toEqual([]);
    expect(report.channels.size).toBe(CHANNELS.length);
    // Messages that never get anywhere would prove nothing.
    expect(report.stored.items).toBeGreaterThan(10);
    expect(report.stored.records).toBeGreaterThan(0);
    expect(report.strangers).toBeGreaterThan(report.ours / 5);
    expect(report.outcomes.ok).toBeGreaterThan(report.ours / 5);
  });
});
