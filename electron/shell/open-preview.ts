import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright';
import { openApplication } from '../application/application.ts';
import type { CheckPorts } from '../checks/check-ports.ts';
import { countInvocations } from './invocations.ts';
import { openBrowserWindow } from './preview-browser.ts';
import { createPreviewHost, PREVIEW_ORIGIN } from './preview-host.ts';
import { previewReports } from './preview-reports.ts';
import { tendWindow } from './preview-revival.ts';
import { createPreviewShell } from './preview-shell.ts';
import { systemClock } from './system-clock.ts';
import { QUIT, SHOW_FOLDER, TROUBLE_PATH, troublePages } from './trouble-page.ts';

export interface PreviewOptions {
  readonly dataFolder: string;
  /** Fill an empty data folder with the example plan. */
  readonly sample: boolean;
  /** Run out of sight, as tests and the demo do. */
  readonly headless: boolean;
  readonly version: string;
  /** Why the preview runs, said once at the top of the app. */
  readonly notice: string | null;
  readonly rendererRoot: string;
  /** An installed Chromium, Chrome or Edge. */
  readonly browser: string;
  readonly onRefused?: (url: string) => void;
  /** What checks connect to and run, where a test plays the world. */
  readonly checks?: CheckPorts | undefined;
}

export interface Preview {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Waits for what is under way, then closes the plan and the browser. */
  readonly close: () => Promise<void>;
}

/** Runs the real application with an installed browser as its window. For source checkouts and tests; never packaged. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { browser, dataFolder, headless, rendererRoot } = options;
  const context = await openBrowserWindow(browser, headless);
  // Opened in the next turn, when the parts below are there that it needs.
  const application = Promise.resolve().then(() =>
    openApplication({ ...options, shell, clock: systemClock, newId: randomUUID }),
  );
  const invocations = countInvocations(application);
  const extraPages = new Map<string, string>();
  const host = createPreviewHost({
    rendererRoot,
    extraPages,
    invoke: invocations.invoke,
    onRefused: options.onRefused ?? (() => {}),
  });
  const shell = createPreviewShell(dataFolder, {
    ...previewReports({ host, browser, window: context, headless }),
    planChanged: host.planChanged,
    checkProgress: host.checkProgress,
    archiveProgress: host.archiveProgress,
  });
  const opened = await application;
  await host.adopt(context, ' (Preview)');

  const page = context.pages()[0] ?? (await context.newPage());
  tendWindow(context, page);
  if (!opened.ok) {
    for (const [path, html] of troublePages(opened.error.message, dataFolder)) extraPages.set(path, html);
    page.on('framenavigated', () => {
      const wish = new URL(page.url()).hash;
      if (wish === SHOW_FOLDER) void shell.showInFolder(dataFolder);
      if (wish === QUIT) void page.close();
    });
  }
  await page.goto(`${PREVIEW_ORIGIN}${opened.ok ? '/index.html' : TROUBLE_PATH}`);
  let closing: Promise<void> | null = null;
  async function close(): Promise<void> {
    await invocations.settled();
    if (opened.ok) await opened.value.close();
    await context.close();
  }
  return {
    page,
    context,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
