import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, session, shell } from 'electron';
import { failed, type Result } from '../../shared/domain/result.ts';
import type { Application } from '../application/application.ts';
import { openLogFile } from '../application/log-file.ts';
import type { Shell } from '../application/shell.ts';
import { APP_ORIGIN } from '../security/app-origin.ts';
import { serveApp } from '../security/app-protocol.ts';
import { openIpcDoor } from '../security/ipc-door.ts';
import { blockNetwork } from '../security/network.ts';
import { denyPermissions } from '../security/permissions.ts';
import { trustSenders } from '../security/trusted-senders.ts';
import { secureWebPreferences } from '../security/web-preferences.ts';
import { closeWhenSettled } from './close-when-settled.ts';
import { createElectronShell } from './electron-shell.ts';
import { countInvocations } from './invocations.ts';
import type { LaunchOptions } from './launch-options.ts';
import { openMainWindow } from './main-window.ts';
import { menuActions } from './menu-actions.ts';
import { menuTemplate } from './menu-template.ts';
import { reportWindows } from './report-window.ts';
import { reviveWindow } from './revive-window.ts';
import { systemClock } from './system-clock.ts';
import {
  QUIT,
  SHOW_FOLDER,
  STOPPED_PATH,
  stoppedPages,
  TROUBLE_PATH,
  TRY_AGAIN,
  troublePages,
} from './trouble-page.ts';

/** Shows the window, then opens the plan behind it. What the page asks meanwhile waits for the plan. */
export function runApp(options: LaunchOptions): BrowserWindow {
  const devTools = !app.isPackaged;
  const webPreferences = secureWebPreferences({
    preload: join(__dirname, '..', 'preload', 'preload.cjs'),
    devTools,
  });
  const senders = trustSenders();
  const onCreated = ({ webContents }: BrowserWindow): void => senders.add(webContents);
  const pages = new Map<string, string>();

  denyPermissions(session.defaultSession);
  blockNetwork(session.defaultSession, { devTools });
  serveApp({ root: join(__dirname, '..', 'renderer'), pages });

  const main = (): BrowserWindow | null => (window.isDestroyed() ? null : window);
  const printing = reportWindows({ webPreferences, onCreated });
  const port = createElectronShell(printing, { main, all: () => BrowserWindow.getAllWindows() });
  const application = openSoon(options, port);
  const invocations = countInvocations(application);
  openIpcDoor(ipcMain, senders, invocations);
  app.setAboutPanelOptions({ applicationName: 'First Claim', applicationVersion: app.getVersion() });
  // Set before the first window, or Electron builds its own first.
  const actions = menuActions({ window: main, invocations, dataFolder: options.dataFolder });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, actions, { devTools })));

  const icon = join(__dirname, 'icon.png');
  const boundsFile = join(app.getPath('userData'), 'window.json');
  const window = openMainWindow({ boundsFile, icon, webPreferences, onCreated });
  closeWhenSettled(window, invocations.settled);
  const show = (path: string, made: ReadonlyMap<string, string>): void => {
    for (const [name, page] of made) pages.set(name, page);
    void window.loadURL(APP_ORIGIN + path);
  };
  const life = reviveWindow(window, {
    giveUp: () => show(STOPPED_PATH, stoppedPages(options.dataFolder)),
    log: openLogFile(options.dataFolder, systemClock.now),
  });
  hearWishes(window, options.dataFolder, life.startOver);
  app.once('window-all-closed', async () => {
    await invocations.settled();
    const opened = await application;
    if (opened.ok) await opened.value.close();
    app.quit();
  });

  void application.then((opened) => {
    if (opened.ok || window.isDestroyed()) return;
    // Never a process without a window: the sentence stands where the app would have been.
    show(TROUBLE_PATH, troublePages(opened.error.message, options.dataFolder));
  });
  return window;
}

/** Loads and opens the application after the window has been asked for. */
async function openSoon(options: LaunchOptions, port: Shell): Promise<Result<Application>> {
  const { openApplication } = await import('../application/application.ts');
  try {
    return openApplication({
      ...options,
      shell: port,
      clock: systemClock,
      newId: randomUUID,
      version: app.getVersion(),
      notice: null,
    });
  } catch {
    return failed('internal', 'Something unexpected happened while opening your plan.');
  }
}

/** Does what the buttons of our pages without a script ask for. */
function hearWishes(window: BrowserWindow, dataFolder: string, startOver: () => void): void {
  window.webContents.on('did-navigate-in-page', (_event, url) => {
    const { pathname, hash } = new URL(url);
    if (pathname !== TROUBLE_PATH && pathname !== STOPPED_PATH) return;
    if (hash === SHOW_FOLDER) void shell.openPath(dataFolder);
    if (hash === QUIT) window.close();
    if (hash === TRY_AGAIN && pathname === STOPPED_PATH) {
      startOver();
      void window.loadURL(`${APP_ORIGIN}/index.html`);
    }
  });
}
