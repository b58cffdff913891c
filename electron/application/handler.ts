import type { Catalog, Item } from '../../shared/catalog/types.ts';
import type { IsoDate, IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import type { PlanStore } from '../store/plan-store.ts';
import type { Shell } from './shell.ts';

/** Where time comes from. */
export interface Clock {
  /** The user's calendar date. */
  readonly today: () => IsoDate;
  readonly now: () => IsoInstant;
}

/** Everything a handler may use. */
export interface HandlerContext {
  readonly catalog: Catalog;
  readonly store: PlanStore;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly version: string;
  readonly notice: string | null;
  readonly dataFolder: string;
  /** Paths of files this run has written, by the id the renderer was given. */
  readonly savedFiles: Map<string, string>;
}

/** Answers one channel. Input is parsed already; what is returned is parsed before it leaves. */
export type Handler<C extends Channel> = (
  input: InputOf<C>,
  context: HandlerContext,
  senderId: number,
) => Result<OutputOf<C>> | Promise<Result<OutputOf<C>>>;

/** The catalog's item. */
export function itemWithId(catalog: Catalog, id: string): Result<Item> {
  const item = catalog.items.find((candidate) => candidate.id === id);
  return item === undefined ? failed('not-found', 'This version of First Claim has no such item.') : ok(item);
}
