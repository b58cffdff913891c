import type { IpcMain } from 'electron';
import { failed } from '../../shared/domain/result.ts';
import { CHANNELS, wireName } from '../../shared/ipc/channels.ts';
import type { Invocations } from '../shell/invocations.ts';
import type { TrustedSenders } from './trusted-senders.ts';

/**
 * The only way in: one handler a channel, and the sender is checked before anything else is looked at. What was sent is
 * checked by the application, which knows the contract.
 */
export function openIpcDoor(
  ipcMain: Pick<IpcMain, 'handle'>,
  senders: Pick<TrustedSenders, 'isTrusted'>,
  invocations: Pick<Invocations, 'invoke'>,
): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(wireName(channel), (event, payload: unknown) =>
      senders.isTrusted(event)
        ? invocations.invoke(channel, payload, event.sender.id)
        : failed('bad-sender', 'This page may not talk to First Claim.'),
    );
  }
}
