import { failed, type Result } from '../../shared/domain/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import { contract, type InputOf } from '../../shared/ipc/contract.ts';
import type { Handler, HandlerContext } from './handler.ts';
import { handlers } from './handlers.ts';
import { describeTrouble, type Log } from './log-trouble.ts';
import { refusePayload } from './measure-payload.ts';

/**
 * The one way in: known channel, bounded plain payload, strict input, handler, checked output. Never rejects; what
 * nobody expected becomes `internal`, and is logged without answers.
 */
export async function throughDoor(
  channel: string,
  payload: unknown,
  senderId: number,
  context: HandlerContext,
  log: Log,
): Promise<Result<unknown>> {
  if (!isChannel(channel)) return failed('unknown-channel', 'First Claim does not know this request.');
  try {
    return await answer(channel, payload, senderId, context);
  } catch (error) {
    log(describeTrouble(channel, error));
    return failed(
      'internal',
      'Something went wrong inside First Claim. What you typed is still on the screen; please try again.',
    );
  }
}

async function answer<C extends Channel>(
  channel: C,
  payload: unknown,
  senderId: number,
  context: HandlerContext,
): Promise<Result<unknown>> {
  const refusal = refusePayload(payload);
  if (refusal === 'too-large') return failed('too-large', 'This is too much to save at once.');
  const input = refusal === null ? contract[channel].input.safeParse(payload) : null;
  if (input === null) return misunderstood();
  if (!input.success) return misunderstood(fieldOf(input.error.issues[0]?.path));
  const handler = handlers[channel] as Handler<C>;
  const result = await handler(input.data as InputOf<C>, context, senderId);
  if (!result.ok) return result;
  return { ok: true, value: contract[channel].output.parse(result.value) };
}

function misunderstood(field?: string): Result<never> {
  return failed(
    'invalid-input',
    'First Claim could not make sense of this request. Nothing was changed.',
    field,
  );
}

/** The answer a bad patch is about, so that the page can point at it. */
function fieldOf(path: readonly PropertyKey[] | undefined): string | undefined {
  if (path?.[0] !== 'patch' || path.length < 2) return undefined;
  return path.slice(1).map(String).join('.');
}

function isChannel(channel: string): channel is Channel {
  return Object.hasOwn(contract, channel);
}
