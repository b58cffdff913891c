import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Patch } from '../../renderer/app/save-lane.ts';
import { SaveQueue, type SaveTarget, TYPING_PAUSE_MS } from '../../renderer/app/save-queue.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { aSessionMemory } from '../support/session-memory.ts';

interface Sent {
  readonly target: SaveTarget;
  readonly patch: Patch;
  readonly answer: (result: Result<unknown>) => Promise<void>;
}

/** A queue whose requests are answered by the test. */
function aQueue(memory = aSessionMemory()) {
  const sent: Sent[] = [];
  const queue = new SaveQueue({
    send: (target, patch) =>
      new Promise((resolve) => {
        const answer = async (result: Result<unknown>): Promise<void> => {
          resolve(result);
          await vi.advanceTimersByTimeAsync(0);
        };
        sent.push({ target, patch, answer });
      }),
    now: () => new Date(2026, 10, 22, 10, 42),
    memory,
  });
  const last = (): Sent => {
    const latest = sent.at(-1);
    if (latest === undefined) throw new Error('Nothing was sent');
    return latest;
  };
  return { queue, sent, last, memory };
}

const DISK_FULL = failed('disk-full', 'The disk is full. Make room, then try again.');

describe('the save queue', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('sends a choice at once and says when it was saved', async () => {
    const { queue, last } = aQueue();
    queue.save('biz-ein', 'has_ein', true);
    expect(last()).toMatchObject({ target: 'biz-ein', patch: { has_ein: true } });
    expect(queue.getState()).toMatchObject({ kind: 'saving', overlays: { 'biz-ein': { has_ein: true } } });
    await last().answer(ok(null));
    expect(queue.getState()).toMatchObject({ kind: 'saved', overlays: {}, failure: null });
    expect(queue.getState().savedAt).toEqual(new Date(2026, 10, 22, 10, 42));
  });

  it('waits for a pause between keystrokes and then sends the last text only', async () => {
    const { queue, sent } = aQueue();
    queue.save('biz-ein', 'note', 'a', 'typing');
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS - 1);
    queue.save('biz-ein', 'note', 'ab', 'typing');
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS - 1);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map(({ patch }) => patch)).toEqual([{ note: 'ab' }]);
  });

  it('does not wait for the pause when it is flushed', () => {
    const { queue, sent } = aQueue();
    queue.save('biz-ein', 'note', 'a', 'typing');
    queue.flush();
    expect(sent.map(({ patch }) => patch)).toEqual([{ note: 'a' }]);
  });

  it('sends typed text along with a choice made after it, in one request', () => {
    const { queue, sent } = aQueue();
    queue.save('biz-ein', 'note', 'typed', 'typing');
    queue.save('biz-ein', 'has_ein', false);
    expect(sent.map(({ patch }) => patch)).toEqual([{ note: 'typed', has_ein: false }]);
  });

  it('has one request under way for a target and sends what came meanwhile afterwards', async () => {
    const { queue, sent, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    queue.save('biz-ein', 'a', 2);
    queue.save('biz-ein', 'b', 3);
    expect(sent).toHaveLength(1);
    expect(queue.getState().overlays['biz-ein']).toEqual({ a: 2, b: 3 });
    await last().answer(ok(null));
    expect(sent.map(({ patch }) => patch)).toEqual([{ a: 1 }, { a: 2, b: 3 }]);
    expect(queue.getState().kind).toBe('saving');
    await last().answer(ok(null));
    expect(queue.getState()).toMatchObject({ kind: 'saved', overlays: {} });
  });

  it('keeps targets apart', () => {
    const { queue, sent } = aQueue();
    queue.save('biz-ein', 'a', 1);
    queue.save('profile', 'town', 'Trenton');
    expect(sent.map(({ target, patch }) => [target, patch])).toEqual([
      ['biz-ein', { a: 1 }],
      ['profile', { town: 'Trenton' }],
    ]);
  });

  it('keeps what could not be saved on screen, says why, and does not ask over and over', async () => {
    const { queue, sent, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    await last().answer(DISK_FULL);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(queue.getState()).toMatchObject({
      kind: 'failed',
      failure: { message: 'The disk is full. Make room, then try again.' },
      overlays: { 'biz-ein': { a: 1 } },
    });
  });

  it('saves it after all when told to try again', async () => {
    const { queue, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    await last().answer(DISK_FULL);
    queue.retry();
    expect(last().patch).toEqual({ a: 1 });
    await last().answer(ok(null));
    expect(queue.getState()).toMatchObject({ kind: 'saved', failure: null, overlays: {} });
  });

  it('tries failed changes again with the next change, even one of another item', async () => {
    const { queue, sent, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    await last().answer(DISK_FULL);
    queue.save('biz-bank', 'b', 2);
    expect(sent.slice(1).map(({ target, patch }) => [target, patch])).toEqual([
      ['biz-ein', { a: 1 }],
      ['biz-bank', { b: 2 }],
    ]);
  });

  it('leaves failed changes alone when a field is merely left', async () => {
    const { queue, sent, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    await last().answer(DISK_FULL);
    queue.flush();
    expect(sent).toHaveLength(1);
  });

  it('puts newer values over failed ones', async () => {
    const { queue, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    queue.save('biz-ein', 'a', 2, 'typing');
    await last().answer(DISK_FULL);
    expect(queue.getState().overlays['biz-ein']).toEqual({ a: 2 });
    queue.retry();
    expect(last().patch).toEqual({ a: 2 });
  });

  it('brings a refused answer back to its field and saves the others without it', async () => {
    const { queue, sent, last } = aQueue();
    queue.save('biz-ein', 'roles', [{ rowId: 'r1' }], 'typing');
    queue.save('biz-ein', 'good', true);
    await last().answer(failed('invalid-answer', 'That date does not exist.', 'roles.0.from_date'));
    expect(sent.map(({ patch }) => patch)).toEqual([
      { roles: [{ rowId: 'r1' }], good: true },
      { good: true },
    ]);
    await last().answer(ok(null));
    expect(queue.getState()).toMatchObject({
      kind: 'saved',
      failure: null,
      overlays: { 'biz-ein': { roles: [{ rowId: 'r1' }] } },
      refusals: {
        'biz-ein': { roles: { path: 'roles.0.from_date', message: 'That date does not exist.' } },
      },
    });
  });

  it('gives a refused field a new chance when it is changed', async () => {
    const { queue, last } = aQueue();
    queue.save('biz-ein', 'date', 'x');
    await last().answer(failed('invalid-answer', 'No.', 'date'));
    queue.save('biz-ein', 'date', '2026-11-22');
    expect(queue.getState().refusals['biz-ein']).toEqual({});
    expect(last().patch).toEqual({ date: '2026-11-22' });
    await last().answer(ok(null));
    expect(queue.getState().overlays).toEqual({});
  });

  it('lets a newer value of a refused field be judged for itself', async () => {
    const { queue, last } = aQueue();
    queue.save('biz-ein', 'date', 'x');
    queue.save('biz-ein', 'date', '2026-11-22');
    await last().answer(failed('invalid-answer', 'No.', 'date'));
    expect(last().patch).toEqual({ date: '2026-11-22' });
    expect(queue.getState().refusals['biz-ein']).toEqual({});
  });

  it('asks again for what an entry of a list was refused, once another answer of it is stored', async () => {
    const { queue, sent, last } = aQueue();
    const target = 'record/partner/p1';
    const refusal = failed('invalid-answer', 'It would end before it was signed.', 'expires');
    queue.save(target, 'expires', '2026-01-01');
    await last().answer(refusal);
    queue.save(target, 'contact', 'Ann');
    await last().answer(ok(null));
    expect(sent.map(({ patch }) => patch).at(-1)).toEqual({ expires: '2026-01-01' });
    expect(queue.getState().refusals[target]).toMatchObject({ expires: { message: refusal.error.message } });
    await last().answer(refusal);
    expect(queue.getState().refusals[target]).toHaveProperty('expires');
    queue.save(target, 'signed', '2025-06-01');
    await last().answer(ok(null));
    await last().answer(ok(null));
    expect(sent).toHaveLength(5);
    expect(queue.getState()).toMatchObject({ kind: 'saved', overlays: {}, refusals: {} });
  });

  it('shows a refusal that names no field as a failure', async () => {
    const { queue, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    await last().answer(failed('invalid-answer', 'Something here cannot be stored.'));
    expect(queue.getState()).toMatchObject({ kind: 'failed', overlays: { 'biz-ein': { a: 1 } } });
  });

  it('settles once everything is stored, and says so when it cannot be', async () => {
    const { queue, last } = aQueue();
    queue.save('biz-ein', 'note', 'a', 'typing');
    const settled = queue.settle('biz-ein');
    await last().answer(ok(null));
    expect(await settled).toBe(true);
    queue.save('biz-ein', 'note', 'b', 'typing');
    const unsettled = queue.settle('biz-ein');
    await last().answer(DISK_FULL);
    expect(await unsettled).toBe(false);
    expect(await queue.settle('biz-bank')).toBe(true);
  });

  it('settles with what was changed while the request before was under way', async () => {
    const { queue, sent, last } = aQueue();
    queue.save('biz-ein', 'a', 1);
    queue.save('biz-ein', 'a', 2, 'typing');
    const settled = queue.settle('biz-ein');
    await last().answer(ok(null));
    expect(sent).toHaveLength(2);
    await last().answer(ok(null));
    expect(await settled).toBe(true);
  });

  it('remembers what is not stored over a reload of the page, and sends it then', async () => {
    const memory = aSessionMemory();
    const before = aQueue(memory);
    before.queue.save('biz-ein', 'note', 'nearly lost', 'typing');
    before.queue.save('biz-ein', 'old', null, 'typing');
    const { queue, last } = aQueue(memory);
    expect(queue.getState().overlays['biz-ein']).toEqual({ note: 'nearly lost', old: null });
    queue.flush();
    expect(last().patch).toEqual({ note: 'nearly lost', old: null });
    await last().answer(ok(null));
    expect(aQueue(memory).queue.getState().overlays).toEqual({});
  });

  it('starts empty when what it remembers is damaged', () => {
    const memory = aSessionMemory();
    memory.write('first-claim.unsaved', '{"biz-ein":');
    expect(aQueue(memory).queue.getState()).toMatchObject({ kind: 'idle', overlays: {} });
  });
});
