import type { BrowserContext, Page } from 'playwright';
import { MOST_REVIVALS } from './revive-window.ts';

/**
 * Closes the browser with its one window, whatever else it shows. A page whose process died gets a new one at the same
 * address, a few times: the driver never speaks to a page again that crashed. What was saved is there; drafts belong to
 * the old window's session and are gone.
 */
export function tendWindow(context: BrowserContext, first: Page): void {
  let revivals = 0;
  const tend = (page: Page): void => {
    let isReplaced = false;
    page.once('close', () => {
      if (!isReplaced) void context.close().catch(() => {});
    });
    page.once('crash', () => {
      if (revivals >= MOST_REVIVALS) return;
      revivals += 1;
      isReplaced = true;
      replace(page).catch(() => void context.close().catch(() => {}));
    });
  };
  const replace = async (page: Page): Promise<void> => {
    const address = page.url();
    const next = await context.newPage();
    tend(next);
    await page.close();
    await next.goto(address);
  };
  tend(first);
}
