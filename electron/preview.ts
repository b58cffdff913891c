import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './shell/find-browser.ts';
import { launchOptions } from './shell/launch-options.ts';
import { openPreview } from './shell/open-preview.ts';

// Entry of the preview shell: the same application in a window of an installed browser. Run by build/start.ts.
const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const browser = findBrowser();
if (browser === null) {
  process.stderr.write('The preview needs Chromium, Chrome or Edge, and none was found.\n');
  process.exit(1);
}
const preview = await openPreview({
  ...launchOptions(process.argv.slice(2)),
  headless: false,
  version,
  notice: process.env.FIRST_CLAIM_NOTICE ?? null,
  rendererRoot: join(root, 'dist', 'renderer'),
  browser,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void preview.close());
preview.context.once('close', () => {
  // The window is gone; what it last asked for is still written before the plan closes.
  void preview.close().finally(() => process.exit(0));
});
