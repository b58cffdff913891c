import type { CommandLine, Session, WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** True for what a window may request: our own files, and the developer tools' own while they are allowed. */
export function mayRequest(url: string, options: { readonly devTools: boolean }): boolean {
  return isAppUrl(url) || (options.devTools && url.startsWith('devtools://'));
}

/**
 * Cancels every request for anything that is not ours, below the content security policy and independent of it, and
 * every download: a page saves nothing by itself.
 */
export function blockNetwork(session: Session, options: { readonly devTools: boolean }): void {
  // Its dictionaries are downloaded past all of this, even while no window checks spelling.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(details.url, options) });
  });
}

/** Takes calls from page to page away: they go past both of the above, in packets that no policy looks at. */
export function silenceCalls(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Turns off what Chromium fetches on its own account, and name look-ups with it. Must run before the app is ready. */
export function silenceChromium(commandLine: CommandLine): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-quic');
}
