import { BrowserWindow, type PrintToPDFOptions, type WebContents, type WebPreferences } from 'electron';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { Paper } from '../../shared/ipc/contract.ts';
import type { Shell } from '../application/shell.ts';
import { APP_ORIGIN } from '../security/app-origin.ts';
import { printOutcome } from './print-outcome.ts';
import { REPORT_READY_WITHIN_MS, waitForReports } from './report-waiting.ts';

const PAGE_SIZES = { letter: 'Letter', a4: 'A4' } as const satisfies Record<Paper, string>;
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

/** Prints the report page, or makes a PDF of it, in a hidden window as confined as the main one. */
export function reportWindows(options: {
  readonly webPreferences: WebPreferences;
  /** Makes the window known to the sender check before its page loads. */
  readonly onCreated: (window: BrowserWindow) => void;
}): Pick<Shell, 'makePdf' | 'print' | 'reportReady'> {
  const reports = waitForReports();

  async function withReport<T>(
    paper: Paper,
    use: (contents: WebContents) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const window = new BrowserWindow({
      show: false,
      width: 900,
      height: 1100,
      title: 'Readiness report',
      webPreferences: { ...options.webPreferences, backgroundThrottling: false },
    });
    options.onCreated(window);
    const { webContents } = window;
    try {
      const ready = reports.waitFor(webContents.id);
      await window.loadURL(`${APP_ORIGIN}/report.html?paper=${paper}`);
      if ((await ready) === null) {
        return failed('print-failed', 'The report took too long to lay out. Please try again.');
      }
      await webContents.executeJavaScript('document.fonts.ready.then(() => true)');
      return await use(webContents);
    } catch {
      return failed('print-failed', 'The report could not be printed. Please try again.');
    } finally {
      if (!window.isDestroyed()) window.destroy();
    }
  }

  return {
    reportReady: reports.ready,
    makePdf: (paper) => withReport(paper, (contents) => printToPdf(contents, paper)),
    print: (paper) => withReport(paper, (contents) => printWithDialog(contents, paper)),
  };
}

async function printToPdf(contents: WebContents, paper: Paper): Promise<Result<Uint8Array>> {
  const settings: PrintToPDFOptions = {
    pageSize: PAGE_SIZES[paper],
    preferCSSPageSize: true,
    printBackground: true,
    margins: NO_MARGINS,
    // Older engines ignore these two.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), REPORT_READY_WITHIN_MS);
  });
  const pdf = await Promise.race([contents.printToPDF(settings), tooLong]).finally(() => clearTimeout(timer));
  return pdf === null
    ? failed('print-failed', 'The PDF took too long to make. Please try again.')
    : ok(new Uint8Array(pdf));
}

async function printWithDialog(contents: WebContents, paper: Paper): Promise<Result<null>> {
  if ((await contents.getPrintersAsync()).length === 0) {
    return failed(
      'no-printer',
      'No printer is set up on this computer. Add one, or save the report as a PDF instead.',
    );
  }
  return new Promise((resolve) => {
    const settings = {
      printBackground: true,
      pageSize: PAGE_SIZES[paper],
      margins: { marginType: 'none' },
    } as const;
    contents.print(settings, (printed, reason) => resolve(printOutcome(printed, reason)));
  });
}
