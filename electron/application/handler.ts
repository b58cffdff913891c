import type { Catalog, Item } from '../../shared/catalog/types.ts';
import type { IsoDate, IsoInstant } from '../../shared/domain/iso-date.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';
import type { ArchiveDesk } from '../archive/archive-desk.ts';
import type { CheckDesk } from '../checks/check-desk.ts';
import type { CheckPorts } from '../checks/check-ports.ts';
import type { EvidenceStore } from '../store/evidence-store.ts';
import type { PlanStore } from '../store/plan-store.ts';
import type { LastRead } from './last-read.ts';
import type { Log } from './log-trouble.ts';
import type { PlanKeeper } from './plan-keeper.ts';
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
  /** The plan as it was last read; null when it never was. */
  readonly lastRead: () => LastRead | null;
  /** The plan's backups, and what happened to its file. */
  readonly keeper: PlanKeeper;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly version: string;
  readonly notice: string | null;
  readonly dataFolder: string;
  /** Paths of files this run has written, by the id the renderer was given. */
  readonly savedFiles: Map<string, string>;
  readonly evidence: EvidenceStore;
  readonly checks: CheckDesk;
  readonly archives: ArchiveDesk;
  readonly ports: CheckPorts;
  readonly log: Log;
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
