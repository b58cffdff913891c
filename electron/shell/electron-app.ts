import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, session } from 'electron';
import { failed, type Result } from '../../shared/domain/result.ts';
import type { Application } from '../application/application.ts';
import { openLogFile } from '../application/log-file.ts';
import { describeTrouble } from '../application/log-trouble.ts';
import type { Shell } from '../application/shell.ts';
import { serveApp } from '../security/app-protocol.ts';
import { openIpcDoor } from '../security/ipc-door.ts';
import { blockNetwork } from '../security/network.ts';
import { denyPermissions } from '../security/permissions.ts';
import { trustSenders } from '../security/trusted-senders.ts';
import { secureWebPreferences } from '../security/web-preferences.ts';
import { closeWhenSettled } from './close-when-settled.ts';
import { createElectronShell } from './electron-shell.ts';
import { countInvocations, type Invocations } from './invocations.ts';
import type { LaunchOptions } from './launch-options.ts';
import { openMainWindow } from './main-window.ts';
import { menuActions } from './menu-actions.ts';
import { menuTemplate } from './menu-template.ts';
import type * as PlainPages from './plain-pages.ts';
import type { PlainPlace } from './plain-pages.ts';
import type * as ReportWindow from './report-window.ts';
import { reviveWindow } from './revive-window.ts';
import { systemClock } from './system-clock.ts';

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
  const printing = printOnDemand({ webPreferences, onCreated });
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
  const log = openLogFile(options.dataFolder, systemClock.now);
  // Loaded when there is need of them, which is hardly ever.
  const plainly = (show: (plain: typeof PlainPages, place: PlainPlace) => void): void => {
    const place = { window, pages, dataFolder: options.dataFolder };
    void import('./plain-pages.ts').then((plain) => window.isDestroyed() || show(plain, place));
  };
  const life = reviveWindow(window, {
    giveUp: () => plainly((plain, place) => plain.showStopped(place, life.startOver)),
    lastWord: () => plainly((plain) => plain.sayLast(window)),
    log,
  });
  app.once('window-all-closed', () => {
    void leave(invocations, application)
      .catch((error: unknown) => log(describeTrouble('closing', error)))
      .finally(() => app.quit());
  });

  void application.then((opened) => {
    // Never a process without a window: the sentence stands where the app would have been.
    if (!opened.ok) plainly((plain, place) => plain.showTrouble(place, opened.error.message));
  });
  return window;
}

/** Printing, loaded with the first report. */
function printOnDemand(
  options: Parameters<typeof ReportWindow.reportWindows>[0],
): Pick<Shell, 'makePdf' | 'print' | 'reportReady'> {
  let loading: Promise<ReturnType<typeof ReportWindow.reportWindows>> | undefined;
  const reports = () => {
    loading ??= import('./report-window.ts').then(({ reportWindows }) => reportWindows(options));
    return loading;
  };
  return {
    makePdf: async (paper) => (await reports()).makePdf(paper),
    print: async (paper) => (await reports()).print(paper),
    // Said by a report page too that nobody waits for.
    reportReady: (senderId, pageCount) => void loading?.then((made) => made.reportReady(senderId, pageCount)),
  };
}

/** Puts the plan away once nothing is under way. */
async function leave(invocations: Invocations, application: Promise<Result<Application>>): Promise<void> {
  await invocations.settled();
  const opened = await application;
  if (opened.ok) await opened.value.close();
}

/** Loads and opens the application after the window has been asked for. */
async function openSoon(options: LaunchOptions, port: Shell): Promise<Result<Application>> {
  try {
    const { openApplication } = await import('../application/application.ts');
    return openApplication({
      ...options,
      shell: port,
      clock: systemClock,
      newId: randomUUID,
      version: app.getVersion(),
      notice: null,
    });
  } catch (error) {
    process.stderr.write(`${describeTrouble('opening', error)}\n`);
    return failed('internal', 'Something unexpected happened while opening your plan.');
  }
}
