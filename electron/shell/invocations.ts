import type { Result } from '../../shared/domain/result.ts';
import type { Application } from '../application/application.ts';

/** Quiet time after which nothing more is expected from a page that was hidden. */
const QUIET_MS = 150;
/** No answer takes this long, save a print dialog nobody closes. */
const LIMIT_MS = 10_000;

/** Requests on their way to the application, counted so that closing can wait for them. */
export interface Invocations {
  readonly invoke: (channel: string, payload: unknown, senderId: number) => Promise<Result<unknown>>;
  /** For closing: ends checks under way, and resolves when no request has been so for a moment, or after ten seconds. */
  readonly settled: () => Promise<void>;
}

/** Hands requests to the application as soon as it is open; until then they wait. If it cannot open, they fail with its words. */
export function countInvocations(application: Promise<Result<Application>>): Invocations {
  const pending = new Set<Promise<unknown>>();

  async function invoke(channel: string, payload: unknown, senderId: number): Promise<Result<unknown>> {
    const opened = await application;
    return opened.ok ? opened.value.invoke(channel, payload, { senderId }) : opened;
  }

  return {
    invoke: (channel, payload, senderId) => {
      const request = invoke(channel, payload, senderId);
      pending.add(request);
      return request.finally(() => pending.delete(request));
    },
    settled: async () => {
      void application.then((opened) => {
        if (opened.ok) opened.value.interrupt();
      });
      const deadline = Date.now() + LIMIT_MS;
      const tooLong = delay(LIMIT_MS);
      do {
        await Promise.race([Promise.allSettled(pending), tooLong.over]);
        await delay(QUIET_MS).over;
      } while (pending.size > 0 && Date.now() < deadline);
      tooLong.forget();
    },
  };
}

function delay(ms: number): { readonly over: Promise<void>; readonly forget: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { over, forget: () => clearTimeout(timer) };
}
