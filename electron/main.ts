import { app, type BrowserWindow, dialog } from 'electron';
import { registerAppScheme } from './security/app-protocol.ts';
import { keepNoDumps } from './security/crash-dumps.ts';
import { confineNavigation } from './security/navigation.ts';
import { silenceCalls, silenceChromium } from './security/network.ts';
import { runApp } from './shell/electron-app.ts';
import { engineFolder, isLockMissing, leaveEngineFolder } from './shell/engine-folder.ts';
import { launchOptions } from './shell/launch-options.ts';

// Entry of what ships. Small, so that the window is on screen while the application is still being loaded.

/** Never a process without a window: what nobody expected is said in the system's own dialog, and the process ends. */
function giveUp(): void {
  void app.whenReady().then(() => {
    dialog.showErrorBox(
      'First Claim could not start',
      'Something unexpected happened before its window was there. Your plan was not touched.',
    );
    app.exit(1);
  });
}

function start(): void {
  const options = launchOptions(process.argv.slice(1));
  // As root Chromium has no sandbox, and says so only by refusing to start: the switch must be given, and then rules.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  silenceChromium(app.commandLine);
  keepNoDumps(app.commandLine);
  registerAppScheme();
  const engine = engineFolder(options.dataFolder);
  if (engine !== null) {
    app.setPath('userData', engine.path);
    app.once('quit', () => leaveEngineFolder(engine));
  }
  app.on('web-contents-created', (_event, contents) => {
    confineNavigation(contents);
    silenceCalls(contents);
  });

  // The instance lock lives in the engine's folder: one app for one data folder.
  if (!app.requestSingleInstanceLock() && !(engine !== null && isLockMissing(engine.path))) {
    app.quit();
    return;
  }
  let window: BrowserWindow | null = null;
  let isLeaving = false;
  let isWantedAgain = false;
  app.on('second-instance', () => {
    // Started again while it was closing: there will be a new window, once this one has put everything away.
    if (isLeaving) isWantedAgain = true;
    else if (window?.isMinimized()) window.restore();
    else window?.focus();
  });
  app.once('quit', () => {
    if (isWantedAgain) app.relaunch();
  });
  app
    .whenReady()
    .then(() => {
      window = runApp(options);
      window.once('close', () => {
        isLeaving = true;
      });
    })
    .catch(giveUp);
}

try {
  start();
} catch {
  giveUp();
}
