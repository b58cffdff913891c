import type { BrowserWindow } from 'electron';

/**
 * Holds the window's close back until nothing is under way. It disappears at once; hiding it also makes the page save
 * what was being typed.
 */
export function closeWhenSettled(
  window: Pick<BrowserWindow, 'on' | 'hide' | 'close'>,
  settled: () => Promise<void>,
): void {
  let mayClose = false;
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    window.hide();
    const close = (): void => {
      mayClose = true;
      window.close();
    };
    settled().then(close, close);
  });
}
