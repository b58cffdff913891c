import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { openIpcDoor } from '../../electron/security/ipc-door.ts';
import { trustSenders } from '../../electron/security/trusted-senders.ts';
import { ok } from '../../shared/domain/result.ts';
import { CHANNELS } from '../../shared/ipc/channels.ts';

function aFrame(changes: Partial<WebFrameMain> = {}): WebFrameMain {
  return { origin: 'app://first-claim', url: 'app://first-claim/index.html', ...changes } as WebFrameMain;
}

function aWindow(id: number, mainFrame: WebFrameMain = aFrame()): WebContents {
  return Object.assign(new EventEmitter(), { id, mainFrame }) as unknown as WebContents;
}

describe('senders', () => {
  it('hears the main frame of a known window on our origin', () => {
    const senders = trustSenders();
    const sender = aWindow(1);
    senders.add(sender);
    expect(senders.isTrusted({ sender, senderFrame: sender.mainFrame })).toBe(true);
  });

  it('refuses a window it does not know', () => {
    const sender = aWindow(1);
    expect(trustSenders().isTrusted({ sender, senderFrame: sender.mainFrame })).toBe(false);
  });

  it('refuses a window that was destroyed, whose number may be given again', () => {
    const senders = trustSenders();
    const sender = aWindow(1);
    senders.add(sender);
    sender.emit('destroyed');
    expect(senders.isTrusted({ sender, senderFrame: sender.mainFrame })).toBe(false);
  });

  it('refuses a frame that is gone', () => {
    const senders = trustSenders();
    const sender = aWindow(1);
    senders.add(sender);
    expect(senders.isTrusted({ sender, senderFrame: null })).toBe(false);
  });

  it('refuses a frame inside the page', () => {
    const senders = trustSenders();
    const sender = aWindow(1);
    senders.add(sender);
    expect(senders.isTrusted({ sender, senderFrame: aFrame() })).toBe(false);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example', url: 'https://evil.example/' }],
    ['an opaque origin', { origin: 'null' }],
    ['an address that is not ours', { url: 'about:blank' }],
    ['a host that begins like ours', { origin: 'app://first-claim.evil', url: 'app://first-claim.evil/' }],
  ])('refuses a known window that shows %s', (_name, changes) => {
    const senders = trustSenders();
    const sender = aWindow(1, aFrame(changes));
    senders.add(sender);
    expect(senders.isTrusted({ sender, senderFrame: sender.mainFrame })).toBe(false);
  });
});

describe('the door', () => {
  function aDoor(isTrusted: boolean) {
    const handlers = new Map<string, (event: IpcMainInvokeEvent, payload: unknown) => unknown>();
    const invoke = vi.fn(async () => ok({ heard: true }));
    openIpcDoor(
      { handle: (name, handler) => void handlers.set(name, handler) },
      { isTrusted: () => isTrusted },
      { invoke },
    );
    return { handlers, invoke };
  }
  const event = { sender: { id: 7 } } as IpcMainInvokeEvent;

  it('has exactly one handler for each channel', () => {
    expect([...aDoor(true).handlers.keys()]).toEqual(CHANNELS.map((channel) => `first-claim:${channel}`));
  });

  it('hands a trusted request to the application with its sender', async () => {
    const { handlers, invoke } = aDoor(true);
    expect(await handlers.get('first-claim:loadPlan')?.(event, { a: 1 })).toEqual(ok({ heard: true }));
    expect(invoke).toHaveBeenCalledWith('loadPlan', { a: 1 }, 7);
  });

  it('turns a foreign sender away before the application hears of it', async () => {
    const { handlers, invoke } = aDoor(false);
    for (const handler of handlers.values()) {
      expect(await handler(event, {})).toMatchObject({ ok: false, error: { code: 'bad-sender' } });
    }
    expect(invoke).not.toHaveBeenCalled();
  });
});
