import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright';

/** How every browser of the preview starts: quiet, without name look-ups, sandboxed unless root, which it refuses. */
function launchOptions(executablePath: string, headless: boolean): LaunchOptions {
  return {
    executablePath,
    headless,
    // The plan is closed before the browser, by us.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--deny-permission-prompts',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--disable-blink-features=FileSystemAccessLocal',
      // A window of its own, without tabs and address bar; `test-type` hides the warning that root has no sandbox.
      ...(headless ? [] : ['--app=about:blank', '--window-size=1280,860', '--test-type']),
    ],
    ...(headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
  };
}

/** Opens the preview's window, or the same out of sight. */
export function openBrowserWindow(executablePath: string, headless: boolean): Promise<BrowserContext> {
  // The empty name asks for a profile of its own, thrown away at the end.
  return chromium.launchPersistentContext('', {
    ...launchOptions(executablePath, headless),
    viewport: headless ? { width: 1280, height: 800 } : null,
    serviceWorkers: 'block',
    acceptDownloads: false,
  });
}

/** Starts a browser without a window: only such a one can make a PDF. */
export function openHiddenBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch(launchOptions(executablePath, true));
}
