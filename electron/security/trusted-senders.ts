import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { APP_ORIGIN, isAppUrl } from './app-origin.ts';

/** The windows whose messages are heard. */
export interface TrustedSenders {
  /** Adds a window of ours until it is destroyed. */
  readonly add: (contents: WebContents) => void;
  readonly isTrusted: (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean;
}

/**
 * Remembers our windows and checks every message against them: sent by the main frame of one of them, and from our own
 * origin. A frame that is gone (null) is refused. Checklist item 17.
 */
export function trustSenders(): TrustedSenders {
  const known = new Set<number>();
  return {
    add: (contents) => {
      const { id } = contents;
      known.add(id);
      contents.once('destroyed', () => known.delete(id));
    },
    isTrusted: ({ sender, senderFrame }) =>
      senderFrame !== null &&
      known.has(sender.id) &&
      senderFrame === sender.mainFrame &&
      senderFrame.origin === APP_ORIGIN &&
      isAppUrl(senderFrame.url),
  };
}
