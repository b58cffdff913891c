import { ITEM_IDS } from '../../shared/catalog/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import type { Application } from './create-application.ts';
import type { Log } from './log-trouble.ts';

/** A request that takes this long is worth a line even when it goes well, in milliseconds. */
export const SLOW_MS = 500;

/** Refusals that belong to ordinary use: a dialog closed, a date still being typed, nothing to undo. */
const ORDINARY: readonly string[] = ['cancelled', 'invalid-answer', 'nothing-to-undo'];

const channels: ReadonlySet<string> = new Set(CHANNELS);
const items: ReadonlySet<string> = new Set(ITEM_IDS);

/**
 * The application, with a line for each request that failed or was slow: channel, item, outcome, milliseconds. Nothing
 * else of a request is looked at, so no answer can get into the log.
 */
export function logRequests(application: Application, log: Log, clockMs: () => number): Application {
  return {
    ...application,
    invoke: async (channel, payload, sender) => {
      const startedAt = clockMs();
      const result = await application.invoke(channel, payload, sender);
      const ms = Math.round(clockMs() - startedAt);
      const outcome = outcomeOf(result);
      if (ms >= SLOW_MS || outcome !== 'ok')
        log(`${nameOf(channel)}${itemOf(payload)}: ${outcome} in ${ms} ms`);
      return result;
    },
  };
}

function outcomeOf(result: Result<unknown>): string {
  return result.ok || ORDINARY.includes(result.error.code) ? 'ok' : result.error.code;
}

/** A page may send any text as a channel: only names of our own are written down. */
function nameOf(channel: string): string {
  return channels.has(channel) ? channel : 'an unknown channel';
}

function itemOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null || !Object.hasOwn(payload, 'itemId')) return '';
  const { itemId } = payload as { readonly itemId: unknown };
  return typeof itemId === 'string' && items.has(itemId) ? ` ${itemId}` : '';
}
