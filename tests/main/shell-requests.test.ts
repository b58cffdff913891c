import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Application } from '../../electron/application/application.ts';
import { countInvocations } from '../../electron/shell/invocations.ts';
import { printOutcome } from '../../electron/shell/print-outcome.ts';
import { REPORT_READY_WITHIN_MS, waitForReports } from '../../electron/shell/report-waiting.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function anApplication(invoke: Application['invoke']): Application {
  return { invoke, interrupt: () => {}, close: () => {} };
}

/** A promise and the way to keep it. */
function promised<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

describe('requests', () => {
  it('wait for the application to open', async () => {
    const opening = promised<Result<Application>>();
    const { invoke } = countInvocations(opening.promise);
    const answer = invoke('loadPlan', {}, 3);
    opening.resolve(ok(anApplication(async (...asked) => ok(asked))));
    expect(await answer).toEqual(ok(['loadPlan', {}, { senderId: 3 }]));
  });

  it('fail with the application’s words when it cannot open', async () => {
    const failure = failed('store-failed', 'This plan was made by a newer version.');
    expect(await countInvocations(Promise.resolve(failure)).invoke('loadPlan', {}, 1)).toEqual(failure);
  });

  it('are settled only when none is under way', async () => {
    const saving = promised<Result<unknown>>();
    const { invoke, settled } = countInvocations(Promise.resolve(ok(anApplication(() => saving.promise))));
    void invoke('answerItem', {}, 1);
    const isSettled = vi.fn();
    const waiting = settled().then(isSettled);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(isSettled).not.toHaveBeenCalled();
    saving.resolve(ok({}));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isSettled).toHaveBeenCalled();
    await waiting;
  });

  it('that never end do not hold the window for ever', async () => {
    const never = promised<Result<unknown>>();
    const { invoke, settled } = countInvocations(Promise.resolve(ok(anApplication(() => never.promise))));
    void invoke('printReport', {}, 1);
    const isSettled = vi.fn();
    const waiting = settled().then(isSettled);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(isSettled).toHaveBeenCalled();
    await waiting;
  });
});

describe('waiting for the report', () => {
  it('ends with the pages its own window names', async () => {
    const reports = waitForReports();
    const pages = reports.waitFor(4);
    reports.ready(9, 1);
    reports.ready(4, 12);
    expect(await pages).toBe(12);
  });

  it('ends without pages when it takes too long', async () => {
    const pages = waitForReports().waitFor(4);
    await vi.advanceTimersByTimeAsync(REPORT_READY_WITHIN_MS);
    expect(await pages).toBeNull();
  });

  it('does not mind a report nobody waits for', () => {
    expect(() => waitForReports().ready(1, 1)).not.toThrow();
  });
});

describe('the outcome of printing', () => {
  it('is nothing to report when the pages went out', () => {
    expect(printOutcome(true, '')).toEqual(ok(null));
  });

  it.each(['cancelled', 'Print job canceled', 'Print job cancelled'])(
    'is no failure when it says %s',
    (reason) => {
      expect(printOutcome(false, reason)).toMatchObject({ error: { code: 'cancelled' } });
    },
  );

  it('is a failure in words otherwise', () => {
    expect(printOutcome(false, 'Invalid printer settings')).toMatchObject({
      error: { code: 'print-failed' },
    });
  });
});
