import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import type { Application } from '../../electron/application/create-application.ts';
import { openIpcDoor } from '../../electron/security/ipc-door.ts';
import { trustSenders } from '../../electron/security/trusted-senders.ts';
import type { Result } from '../../shared/domain/result.ts';
import { type Channel, wireName } from '../../shared/ipc/channels.ts';
import { contract, failureSchema } from '../../shared/ipc/contract.ts';
import type { Message } from '../support/strange-payloads.ts';

/** Sends a message and waits for what is answered. */
export type Send = (message: Message) => Promise<Result<unknown>>;

/** The door as Electron has it, with our own page before it and everybody who is not. */
export interface FaultDoor {
  readonly ours: Send;
  /** A window nobody knows, a frame inside our page, a frame that is gone, and another site in our window. */
  readonly strangers: readonly Send[];
  /** Messages that got as far as the application. */
  readonly heard: () => number;
}

function aFrame(changes: Partial<WebFrameMain> = {}): WebFrameMain {
  return { origin: 'app://first-claim', url: 'app://first-claim/index.html', ...changes } as WebFrameMain;
}

/** Opens the door of an application. */
export function openFaultDoor(application: Application): FaultDoor {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, payload: unknown) => unknown>();
  const senders = trustSenders();
  let heard = 0;
  openIpcDoor({ handle: (name, handler) => void handlers.set(name, handler) }, senders, {
    invoke: (channel, payload, senderId) => {
      heard += 1;
      return application.invoke(channel, payload, { senderId });
    },
  });
  const known = { id: 7, mainFrame: aFrame(), once: () => known } as unknown as WebContents;
  senders.add(known);
  const from =
    (sender: WebContents, senderFrame: WebFrameMain | null): Send =>
    async ([channel, payload]) => {
      const handler = handlers.get(wireName(channel));
      if (handler === undefined) throw new Error(`No handler for ${channel}`);
      return (await handler({ sender, senderFrame } as IpcMainInvokeEvent, payload)) as Result<unknown>;
    };
  const unknown = { id: 8, mainFrame: aFrame() } as unknown as WebContents;
  const evil = aFrame({ origin: 'https://evil.example', url: 'https://evil.example/' });
  const elsewhere = { id: 7, mainFrame: evil } as unknown as WebContents;
  return {
    ours: from(known, known.mainFrame),
    strangers: [
      from(unknown, unknown.mainFrame),
      from(known, aFrame()),
      from(known, null),
      from(elsewhere, evil),
    ],
    heard: () => heard,
  };
}

/** What is wrong with an answer; null when it is a Result as the contract has it. */
export function faultOf(channel: Channel, answer: Result<unknown>): string | null {
  if (answer.ok) return contract[channel].output.safeParse(answer.value).success ? null : 'a bad value';
  if (!failureSchema.safeParse(answer.error).success) return 'a bad failure';
  return answer.error.code === 'internal' || answer.error.code === 'unknown-channel'
    ? answer.error.code
    : null;
}
