import { contextBridge, ipcRenderer } from 'electron';
import { failed, type Result } from '../shared/domain/result.ts';
import type { ArchiveProgress } from '../shared/ipc/archive-contract.ts';
import {
  ARCHIVE_PROGRESS,
  CHANNELS,
  CHECK_PROGRESS,
  type Channel,
  PLAN_CHANGED,
  wireName,
} from '../shared/ipc/channels.ts';
import type { Bridge, CheckProgress } from '../shared/ipc/contract.ts';

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
  onCheckProgress: (listener: (progress: CheckProgress) => void) => {
    const notify = (_event: unknown, progress: CheckProgress): void => listener(progress);
    ipcRenderer.on(CHECK_PROGRESS, notify);
    return () => {
      ipcRenderer.removeListener(CHECK_PROGRESS, notify);
    };
  },
  onArchiveProgress: (listener: (progress: ArchiveProgress) => void) => {
    const notify = (_event: unknown, progress: ArchiveProgress): void => listener(progress);
    ipcRenderer.on(ARCHIVE_PROGRESS, notify);
    return () => {
      ipcRenderer.removeListener(ARCHIVE_PROGRESS, notify);
    };
  },
} as Bridge;

contextBridge.exposeInMainWorld('firstClaim', Object.freeze(bridge));
