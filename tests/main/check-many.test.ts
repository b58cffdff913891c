import { describe, expect, it } from 'vitest';
import { checkMany } from '../../electron/checks/check-many.ts';
import { checkPortalTls } from '../../electron/checks/portal-tls.ts';
import type { PortalCheck } from '../../shared/domain/portal-check.ts';
import { authority, between, HOST, portalCertificate } from '../support/each-tls-library.ts';
import { startRawServer, startTlsServer } from '../support/tls-servers.ts';

const LIMIT_MS = 1_500;

function portalsOn(ports: readonly number[], signal?: AbortSignal, onProgress?: (done: number) => void) {
  return checkMany(
    ports,
    (port, stop) =>
      checkPortalTls({
        host: HOST,
        port,
        now: new Date().toISOString(),
        timeoutMs: LIMIT_MS,
        ca: [authority.certPem],
        signal: stop,
        lookUp: async () => ['127.0.0.1'],
      }),
    { signal, onProgress: ({ done }) => onProgress?.(done) },
  );
}

describe('checking many', () => {
  it('keeps the order of the targets and tells of each as it ends', async () => {
    const seen: string[] = [];
    const outcomes = await checkMany(['a', 'b', 'c'], async (target) => target.toUpperCase(), {
      onProgress: ({ target, outcome, done, total }) => seen.push(`${done}/${total} ${target} ${outcome}`),
    });
    expect(outcomes).toEqual(['A', 'B', 'C']);
    expect(seen).toEqual(['1/3 a A', '2/3 b B', '3/3 c C']);
  });

  it('runs no more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    await checkMany(
      Array.from({ length: 20 }, (_, at) => at),
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      },
      { atOnce: 4 },
    );
    expect(most).toBe(4);
  });

  it('has nothing to do without targets', async () => {
    expect(await checkMany([], async () => 1)).toEqual([]);
  });

  it('begins nothing after it was canceled, and leaves null for what it did not begin', async () => {
    const cancel = new AbortController();
    const begun: number[] = [];
    const outcomes = await checkMany(
      [1, 2, 3, 4],
      async (target) => {
        begun.push(target);
        if (target === 2) cancel.abort();
        return target;
      },
      { atOnce: 1, signal: cancel.signal },
    );
    expect(begun).toEqual([1, 2]);
    expect(outcomes).toEqual([1, 2, null, null]);
  });

  it('checks fifty portals, ten of them dead, in about the limit and not in the sum', async () => {
    const alive = await startTlsServer(portalCertificate(), { sends: [between] });
    const dead = await startRawServer(() => {});
    // The dead ones come first: the worst order.
    const ports = [...Array<number>(10).fill(dead.port), ...Array<number>(40).fill(alive.port)];
    const progress: number[] = [];
    const startedAt = performance.now();
    const checks = await portalsOn(ports, undefined, (done) => progress.push(done));
    const elapsedMs = performance.now() - startedAt;

    expect(checks.map((check) => check?.reason ?? 'pass')).toEqual([
      ...Array<string>(10).fill('timed-out'),
      ...Array<string>(40).fill('pass'),
    ]);
    expect(progress).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(elapsedMs).toBeGreaterThanOrEqual(LIMIT_MS - 5);
    expect(elapsedMs).toBeLessThan((10 * LIMIT_MS) / 2);
  });

  it('ends at once when it is canceled', async () => {
    const dead = await startRawServer(() => {});
    const cancel = new AbortController();
    const running = portalsOn(Array<number>(30).fill(dead.port), cancel.signal);
    setTimeout(() => cancel.abort(), 50);
    const checks = await running;
    const reasons = (check: PortalCheck | null) => check?.reason ?? 'not begun';
    expect(new Set(checks.map(reasons))).toEqual(new Set(['cancelled', 'not begun']));
    expect(checks.filter((check) => check === null)).toHaveLength(14);
  });
});
