import { contextBridge, ipcRenderer } from 'electron';
import { failed, type Result } from '../shared/domain/result.ts';
import { CHANNELS, type Channel, PLAN_CHANGED, wireName } from '../shared/ipc/channels.ts';
import type { Bridge } from '../shared/ipc/contract.ts';

/** One function for a channel. Electron's own rejection is turned into a failure: nothing throws across. */
function ask(channel: Channel): (input: unknown) => Promise<Result<unknown>> {
  return (input) =>
    ipcRenderer
      .invoke(wireName(channel), input)
      .catch(() => failed('internal', 'First Claim did not answer. Please close it and open it again.'));
}

const bridge = {
  ...Object.fromEntries(CHANNELS.map((channel) => [channel, ask(channel)])),
  onPlanChanged: (listener: () => void) => {
    // The event stays here: it would hand the page a way to reply past the bridge.
    const notify = (): void => listener();
    ipcRenderer.on(PLAN_CHANGED, notify);
    return () => {
      ipcRenderer.removeListener(PLAN_CHANGED, notify);
    };
  },
} as Bridge;

contextBridge.exposeInMainWorld('firstClaim', Object.freeze(bridge));
