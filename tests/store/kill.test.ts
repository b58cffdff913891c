import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anItem } from '../support/an-item.ts';
import { expectOk, openTestPlan } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CHILD = join(import.meta.dirname, '../support/saving-child.ts');
const ROUNDS = 5;
const item = anItem();

/** Lets a child save from `first` on, kills it without warning after `acks` saves, and returns the last one it acknowledged. */
async function saveUntilKilled(folder: string, first: number, acks: number): Promise<number> {
  const child = spawn(process.execPath, ['--no-warnings', CHILD, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= first + acks - 1) child.kill('SIGKILL');
  }
  return last;
}

describe('a crash of the app', () => {
  it(`never loses an answer that was reported as saved (${ROUNDS} kills)`, { timeout: 60_000 }, async () => {
    const folder = tempFolder();
    let first = 1;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const acknowledged = await saveUntilKilled(folder, first, 1 + Math.floor(Math.random() * 60));
      expect(acknowledged).toBeGreaterThanOrEqual(first);
      const { db, store } = openTestPlan(folder, [item]);
      const { plan, unreadable } = expectOk(store.read());
      const kept = Number(plan.items[item.id]?.answers.answer);
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      expect(plan.items[item.id]?.answers.note).toBe(`${kept} `.repeat(300));
      expect(unreadable).toEqual([]);
      expect(db.prepare('SELECT count(*) FROM history').pluck().get()).toBe(kept);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      store.close();
      first = kept + 1;
    }
  });
});
