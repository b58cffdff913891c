import { EventEmitter } from 'node:events';
import type { CommandLine, Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { keepNoDumps } from '../../electron/security/crash-dumps.ts';
import { confineNavigation } from '../../electron/security/navigation.ts';
import { blockNetwork, silenceCalls, silenceChromium } from '../../electron/security/network.ts';
import { denyPermissions } from '../../electron/security/permissions.ts';

describe('permissions', () => {
  function aSession() {
    const handlers: Record<string, (...args: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
      handlers[name] = handler;
    };
    denyPermissions({
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setDisplayMediaRequestHandler: keep('display'),
    } as unknown as Session);
    return handlers as Record<string, (...args: unknown[]) => unknown>;
  }

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'midi', 'openExternal'])(
    'refuses %s when asked and when checked',
    (permission) => {
      const answers: unknown[] = [];
      const { request, check } = aSession();
      request?.(null, permission, (granted: boolean) => answers.push(granted));
      expect([answers, check?.(null, permission)]).toEqual([[false], false]);
    },
  );

  it('refuses devices and the screen', () => {
    const answers: unknown[] = [];
    const { device, display } = aSession();
    display?.(null, (streams: unknown) => answers.push(streams));
    expect([device?.({ deviceType: 'usb' }), answers]).toEqual([false, [null]]);
  });
});

describe('navigation of a window', () => {
  const here = 'app://first-claim/index.html';

  function aWindow() {
    let openWindow: ((details: { url: string }) => unknown) | undefined;
    const contents = Object.assign(new EventEmitter(), {
      getURL: () => here,
      loadURL: vi.fn(async () => {}),
      setWindowOpenHandler: (handler: (details: { url: string }) => unknown) => {
        openWindow = handler;
      },
    });
    confineNavigation(contents as unknown as WebContents);
    const isPrevented = (name: string, details: Record<string, unknown>, ...rest: unknown[]): boolean => {
      let prevented = false;
      const preventDefault = (): void => {
        prevented = true;
      };
      contents.emit(name, { ...details, preventDefault }, ...rest);
      return prevented;
    };
    return { contents, isPrevented, openWindow: (url: string) => openWindow?.({ url }) };
  }

  it('lets the page be loaded again and nothing else', () => {
    const { isPrevented } = aWindow();
    expect(isPrevented('will-navigate', {}, here)).toBe(false);
    expect(isPrevented('will-navigate', {}, 'app://first-claim/report.html')).toBe(true);
    expect(isPrevented('will-navigate', {}, 'https://example.com/')).toBe(true);
  });

  it('refuses every navigation of a frame inside the page', () => {
    const { isPrevented } = aWindow();
    expect(isPrevented('will-frame-navigate', { isMainFrame: false, url: here })).toBe(true);
    expect(isPrevented('will-frame-navigate', { isMainFrame: true, url: here })).toBe(false);
  });

  it('refuses redirects and webviews', () => {
    const { isPrevented } = aWindow();
    expect(isPrevented('will-redirect', {}, here)).toBe(true);
    expect(isPrevented('will-attach-webview', {})).toBe(true);
  });

  it.each(['about:blank', 'about:blank#blocked', 'ABOUT:srcdoc'])('brings a window back from %s', (url) => {
    const { contents } = aWindow();
    contents.emit('did-navigate', {}, url);
    contents.emit('did-fail-load', {}, -300, 'ERR_INVALID_URL', url, true);
    expect(contents.loadURL.mock.calls).toEqual([[here], [here]]);
  });

  it('leaves a window alone that shows our own page, or a frame of which failed', () => {
    const { contents } = aWindow();
    contents.emit('did-navigate', {}, here);
    contents.emit('did-fail-load', {}, -20, 'ERR_BLOCKED_BY_CLIENT', here, true);
    contents.emit('did-fail-load', {}, -300, 'ERR_INVALID_URL', 'about:srcdoc', false);
    expect(contents.loadURL).not.toHaveBeenCalled();
  });

  it('opens no second window, not even on our own page', () => {
    const { openWindow } = aWindow();
    expect(openWindow(here)).toEqual({ action: 'deny' });
  });
});

describe('the network', () => {
  function aBlockedSession() {
    const answers: unknown[] = [];
    const spelling: unknown[] = [];
    const refused = vi.fn();
    const session = {
      on: (_name: 'will-download', listener: (event: object) => void) =>
        listener({ preventDefault: refused }),
      setSpellCheckerEnabled: (enabled: boolean) => spelling.push(enabled),
      setSpellCheckerLanguages: (languages: string[]) => spelling.push(...languages),
      webRequest: {
        onBeforeRequest: (listener: (details: object, answer: (response: object) => void) => void) => {
          for (const url of ['app://first-claim/index.html', 'https://example.com/']) {
            listener({ url }, (response) => answers.push(response));
          }
        },
      },
    };
    blockNetwork(session as unknown as Session, { devTools: false });
    return { answers, spelling, refused };
  }

  it('is cancelled for everything that is not ours', () => {
    expect(aBlockedSession().answers).toEqual([{ cancel: false }, { cancel: true }]);
  });

  it('brings no download, for which the engine would open a dialog of its own', () => {
    expect(aBlockedSession().refused).toHaveBeenCalledOnce();
  });

  it('carries no calls from page to page, which go past every filter', () => {
    const setWebRTCIPHandlingPolicy = vi.fn();
    silenceCalls({ setWebRTCIPHandlingPolicy });
    expect(setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
  });

  it('is not used for dictionaries, which no request filter sees', () => {
    expect(aBlockedSession().spelling).toEqual([false]);
  });

  it('has no name look-ups and no background traffic of the engine', () => {
    const switches = new Map<string, string | undefined>();
    silenceChromium({
      appendSwitch: (name: string, value?: string) => void switches.set(name, value),
    } as unknown as CommandLine);
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect([...switches.keys()]).toEqual(
      expect.arrayContaining(['disable-background-networking', 'disable-component-update']),
    );
  });
});

describe('crashes', () => {
  it('leave no dump of the engine’s own, which would hold what was on screen', () => {
    const switches: string[] = [];
    keepNoDumps({ appendSwitch: (name: string) => void switches.push(name) });
    expect(switches).toEqual(expect.arrayContaining(['disable-breakpad', 'disable-crash-reporter']));
  });
});
