import { type BrowserWindow, dialog, shell } from 'electron';
import { APP_ORIGIN } from '../security/app-origin.ts';
import {
  QUIT,
  SHOW_FOLDER,
  STOPPED_PATH,
  stoppedPages,
  TROUBLE_PATH,
  TRY_AGAIN,
  troublePages,
} from './trouble-page.ts';

/** Where pages without a script are shown. */
export interface PlainPlace {
  readonly window: BrowserWindow;
  /** Pages held in memory, by path: what is put here is served. */
  readonly pages: Map<string, string>;
  readonly dataFolder: string;
}

/** Shows why the plan could not be opened, where the app would have been. */
export function showTrouble(place: PlainPlace, message: string): void {
  showPage(place, TROUBLE_PATH, troublePages(message, place.dataFolder), () => {});
}

/** Shows that the page has died too often; `tryAgain` is for a person who wants one more try. */
export function showStopped(place: PlainPlace, tryAgain: () => void): void {
  showPage(place, STOPPED_PATH, stoppedPages(place.dataFolder), tryAgain);
}

/** For a window that cannot even show a page without a script: says so beside it, and closes it. */
export function sayLast(window: BrowserWindow): void {
  dialog.showErrorBox(
    'First Claim’s window cannot be shown',
    'What you saved is safe. Please start First Claim again, and this computer if that does not help.',
  );
  window.close();
}

function showPage(
  { window, pages, dataFolder }: PlainPlace,
  path: string,
  made: ReadonlyMap<string, string>,
  tryAgain: () => void,
): void {
  for (const [name, page] of made) pages.set(name, page);
  const { webContents } = window;
  // Heard only as long as the page is there: no other page has these buttons.
  const hear = (_event: unknown, url: string): void => {
    const { pathname, hash } = new URL(url);
    if (pathname !== path) return;
    if (hash === SHOW_FOLDER) void shell.openPath(dataFolder);
    if (hash === QUIT) window.close();
    if (hash !== TRY_AGAIN) return;
    webContents.removeListener('did-navigate-in-page', hear);
    tryAgain();
    void window.loadURL(`${APP_ORIGIN}/index.html`);
  };
  webContents.on('did-navigate-in-page', hear);
  void window.loadURL(APP_ORIGIN + path);
}
