import type { BrowserWindow } from 'electron';

/** A page that does not answer is not waited for any longer than this, in milliseconds. */
export const CLOSES_WITHIN_MS = 3_000;

/**
 * Holds the window's close back until nothing is under way. It disappears at once; hiding it also makes the page save
 * what was being typed. A page that hangs cannot keep the window, unseen, and the folder with it.
 */
export function closeWhenSettled(
  window: Pick<BrowserWindow, 'on' | 'hide' | 'close' | 'isDestroyed' | 'destroy'>,
  settled: () => Promise<void>,
): void {
  let mayClose = false;
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    window.hide();
    const close = (): void => {
      mayClose = true;
      const atLast = setTimeout(() => {
        if (!window.isDestroyed()) window.destroy();
      }, CLOSES_WITHIN_MS);
      window.on('closed', () => clearTimeout(atLast));
      window.close();
    };
    settled().then(close, close);
  });
}
