import type { WebContents } from 'electron';
import { APP_ORIGIN, isAppUrl } from './app-origin.ts';

/** True when `target` is the page already shown, fragment aside: a reload. */
export function isReload(current: string, target: string): boolean {
  const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? '';
  return isAppUrl(target) && withoutFragment(current) === withoutFragment(target);
}

/**
 * Keeps a window on the page it was opened with: no other address, redirect, frame, new window or webview. Links leave
 * through the `openLink` channel, as ids. The engine tells nobody before it goes to its own `about:` addresses: a window
 * that ends there is brought back. Checklist items 11 to 14.
 */
export function confineNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isReload(contents.getURL(), url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isReload(contents.getURL(), event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  const bringBack = (url: string): void => {
    if (/^about:/i.test(url)) contents.loadURL(`${APP_ORIGIN}/index.html`).catch(() => {});
  };
  contents.on('did-navigate', (_event, url) => bringBack(url));
  contents.on('did-fail-load', (_event, _code, _words, url, isMainFrame) => {
    if (isMainFrame) bringBack(url);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
