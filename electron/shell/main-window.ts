import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import { APP_ORIGIN } from '../security/app-origin.ts';
import { clampBounds, FIRST_SIZE, LEAST_SIZE, readBounds, writeBounds } from './window-bounds.ts';

/** Shown by then even if nothing has been painted: Electron may never say that a hidden window is ready. */
const SHOW_AFTER_MS = 500;

/** The colour of the page's paper, so that nothing flashes before the first paint. */
function paperColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#14191d' : '#faf8f3';
}

/** Opens the app's one window, where it stood last time. */
export function openMainWindow(options: {
  readonly boundsFile: string;
  readonly icon: string;
  readonly webPreferences: WebPreferences;
  /** Hears of the window before its page loads. */
  readonly onCreated: (window: BrowserWindow) => void;
}): BrowserWindow {
  const remembered = readBounds(options.boundsFile);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...(remembered === null ? FIRST_SIZE : clampBounds(remembered, screens)),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'First Claim',
    show: false,
    backgroundColor: paperColour(),
    webPreferences: options.webPreferences,
    ...(process.platform === 'linux' ? { icon: options.icon } : {}),
  });
  options.onCreated(window);

  const timer = setTimeout(() => window.show(), SHOW_AFTER_MS);
  window.once('ready-to-show', () => {
    if (!window.isVisible()) window.show();
  });
  window.once('show', () => clearTimeout(timer));
  window.once('closed', () => clearTimeout(timer));
  window.once('close', () => writeBounds(options.boundsFile, window.getNormalBounds()));
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
