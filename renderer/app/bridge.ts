import type { ErrorCode, Failure, Result } from '../../shared/domain/result.ts';
import type { ArchiveProgress } from '../../shared/ipc/archive-contract.ts';
import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts';
import type { Bridge, CheckProgress, InputOf, OutputOf } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload (Electron) or by an exposed binding (preview). */
    readonly firstClaim: Bridge;
  }
}

/** A request the main process answered with a failure. `message` is in words for people. */
export class BridgeError extends Error {
  readonly code: ErrorCode;
  /** Path of the answer the failure belongs to, such as `roles.0.from_date`. */
  readonly field: string | undefined;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'BridgeError';
    this.code = failure.code;
    this.field = failure.field;
  }
}

/** What is sent is only read, so what the rest of the renderer holds as read-only can be handed over as it is. */
type ReadonlyDeep<T> = T extends readonly (infer E)[]
  ? readonly ReadonlyDeep<E>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T;

type Client = {
  readonly [C in Channel]: (input: ReadonlyDeep<InputOf<C>>) => Promise<OutputOf<C>>;
};

/** Asks the main process; throws `BridgeError` when it says no. */
async function ask(channel: Channel, input: unknown): Promise<unknown> {
  // Checked where it counts, at the other side's door.
  const send = window.firstClaim[channel] as (input: unknown) => Promise<Result<unknown>>;
  const answer = await send(input);
  if (!answer.ok) throw new BridgeError(answer.error);
  return answer.value;
}

/** One function a channel. `window.firstClaim` is looked up at each call, so that tests can put a fake there. */
export const bridge: Client = Object.fromEntries(
  CHANNELS.map((channel) => [channel, (input: unknown) => ask(channel, input)]),
) as unknown as Client;

/** Calls back after every change in the store; returns the way to stop it. */
export function onPlanChanged(listener: () => void): () => void {
  return window.firstClaim.onPlanChanged(listener);
}

/** Calls back as checks end; returns the way to stop it. */
export function onCheckProgress(listener: (progress: CheckProgress) => void): () => void {
  return window.firstClaim.onCheckProgress(listener);
}

/** Calls back while an archive is written or read; returns the way to stop it. */
export function onArchiveProgress(listener: (progress: ArchiveProgress) => void): () => void {
  return window.firstClaim.onArchiveProgress(listener);
}

/** What to tell the user about something that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof BridgeError
    ? thrown.message
    : 'Something unexpected happened. What you saved before is safe. Please try again.';
}
