import type { BrowserContext, Page } from 'playwright';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { Paper } from '../../shared/ipc/contract.ts';
import type { Shell } from '../application/shell.ts';
import { openHiddenBrowser } from './preview-browser.ts';
import { PREVIEW_ORIGIN, type PreviewHost } from './preview-host.ts';
import { waitForReports } from './report-waiting.ts';

const PDF_FORMATS = { letter: 'Letter', a4: 'A4' } as const satisfies Record<Paper, string>;

/** Prints the report page, or makes a PDF of it, with the preview's browser. */
export function previewReports(options: {
  readonly host: PreviewHost;
  readonly browser: string;
  readonly window: BrowserContext;
  readonly headless: boolean;
}): Pick<Shell, 'makePdf' | 'print' | 'reportReady'> {
  const reports = waitForReports();

  async function withReport<T>(
    context: BrowserContext,
    paper: Paper,
    use: (page: Page) => Promise<T>,
  ): Promise<Result<T>> {
    const page = await context.newPage();
    try {
      const ready = reports.waitFor(options.host.idOf(page));
      await page.goto(`${PREVIEW_ORIGIN}/report.html?paper=${paper}`);
      if ((await ready) === null) {
        return failed('print-failed', 'The report took too long to lay out. Please try again.');
      }
      await page.evaluate('document.fonts.ready.then(() => true)');
      return ok(await use(page));
    } catch {
      return failed('print-failed', 'The report could not be printed. Please try again.');
    } finally {
      await page.close().catch(() => {});
    }
  }

  return {
    reportReady: reports.ready,
    makePdf: async (paper) => {
      const browser = await openHiddenBrowser(options.browser);
      try {
        const context = await browser.newContext({ serviceWorkers: 'block' });
        await options.host.adopt(context, '');
        const settings = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true };
        return await withReport(context, paper, (page) =>
          page.pdf({ ...settings, format: PDF_FORMATS[paper] }),
        );
      } finally {
        await browser.close();
      }
    },
    print: async (paper) => {
      if (options.headless) return failed('no-printer', 'No printer is set up on this computer.');
      const printed = await withReport(options.window, paper, (page) => page.evaluate('print()'));
      return printed.ok ? ok(null) : printed;
    },
  };
}
