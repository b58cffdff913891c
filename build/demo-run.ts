import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPreview, type Preview } from '../electron/shell/open-preview.ts';
import { PREVIEW_ORIGIN } from '../electron/shell/preview-host.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../shared/ipc/contract.ts';
import { ensureBrowser, NO_BROWSER } from './find-browser.ts';
import { stop } from './flags.ts';

const root = join(import.meta.dirname, '..');

/** The item in the demo's second picture. */
const ITEM = 'clh-ag';
const EXPORT_NAMES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'readiness-report.pdf',
  json: 'readiness-report.json',
  csv: 'readiness-items.csv',
  'rule-csv': 'security-rule.csv',
};

/** Runs the real application on the example plan, out of sight, and leaves its report, pictures and database in `out`. */
export async function runDemo(out: string): Promise<void> {
  const browser = await ensureBrowser();
  if (browser === null) stop(NO_BROWSER);
  mkdirSync(out, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'first-claim-demo-'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const preview = await openPreview({
    dataFolder,
    sample: true,
    headless: true,
    version,
    notice: null,
    rendererRoot: join(root, 'dist', 'renderer'),
    browser,
  });
  try {
    await takePictures(preview, out);
    for (const format of EXPORT_FORMATS) {
      copyFileSync(await exportReport(preview, format), join(out, EXPORT_NAMES[format]));
    }
  } finally {
    await preview.close();
  }
  copyFileSync(join(dataFolder, 'plan.db'), join(out, 'plan.db'));
  rmSync(dataFolder, { recursive: true });
  console.log(
    `The demo is in ${out}: ${Object.values(EXPORT_NAMES).join(', ')}, overview.png, item.png, report.png and plan.db.`,
  );
}

async function takePictures({ page }: Preview, out: string): Promise<void> {
  const pictures = [
    ['overview', '/index.html#/', /required items settled/],
    ['item', `/index.html#/item/${ITEM}`, /What counts as done/],
    ['report', '/index.html#/report', /page 1 of/],
  ] as const;
  for (const [name, address, shown] of pictures) {
    await page.goto(PREVIEW_ORIGIN + address);
    // Loaded anew, so that it looks as it does when opened rather than as just arrived at by keyboard.
    await page.reload();
    await page.getByText(shown).first().waitFor();
    await page.evaluate('document.fonts.ready.then(() => true)');
    await page.screenshot({ path: join(out, `${name}.png`) });
  }
}

/** Asks for an export as the report page's button does; returns the file's path. */
async function exportReport({ page }: Preview, format: ExportFormat): Promise<string> {
  const answer = await page.evaluate(
    `firstClaim.exportReport(${JSON.stringify({ format, paper: 'letter' })})`,
  );
  const { ok, value, error } = answer as {
    ok: boolean;
    value?: { folder: string; fileName: string };
    error?: { message: string };
  };
  if (!ok || value === undefined) stop(`The ${format} export failed: ${error?.message ?? 'no reason given'}`);
  return join(value.folder, value.fileName);
}
