import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { registerAppScheme } from './security/app-protocol.ts';
import { keepNoDumps } from './security/crash-dumps.ts';
import { confineNavigation } from './security/navigation.ts';
import { silenceChromium } from './security/network.ts';
import { runApp } from './shell/electron-app.ts';
import { launchOptions } from './shell/launch-options.ts';

// Entry of what ships. Small, so that the window is on screen while the application is still being loaded.
const options = launchOptions(process.argv.slice(1));

/** The engine's own files, apart from the plan. The instance lock lives here too: one app for one data folder. */
function engineFolder(): string {
  const folder = join(options.dataFolder, 'shell');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // The engine leaves its files open to all users of the computer; nobody gets past the folder.
    chmodSync(folder, 0o700);
    return folder;
  } catch {
    // Opening the plan will fail as well, and say so; for that the window needs a place of its own.
    return mkdtempSync(join(tmpdir(), 'first-claim-'));
  }
}

// As root Chromium has no sandbox, and says so only by refusing to start: the switch must be given, and then rules.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
silenceChromium(app.commandLine);
keepNoDumps(app.commandLine);
registerAppScheme();
app.setPath('userData', engineFolder());
app.on('web-contents-created', (_event, contents) => confineNavigation(contents));

if (app.requestSingleInstanceLock()) {
  let window: BrowserWindow | null = null;
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  void app.whenReady().then(() => {
    window = runApp(options);
  });
} else {
  app.quit();
}
