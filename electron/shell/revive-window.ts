import type { BrowserWindow } from 'electron';
import type { Log } from '../application/log-trouble.ts';

/** A page may die this often… */
export const MOST_REVIVALS = 3;
/** …in this time, in milliseconds, and is loaded again. Once more, and it is given up. */
export const REVIVALS_WITHIN_MS = 60_000;
/** How long a page that no longer answers is waited for, on top of the time the engine takes to notice. */
export const HUNG_FOR_MS = 10_000;

export interface ReviveOptions {
  /** Puts a page in place that needs no script. */
  readonly giveUp: () => void;
  /** Speaks without the window, whose page without a script has died too. */
  readonly lastWord: () => void;
  readonly log: Log;
  readonly now?: () => number;
}

/**
 * Loads a window's page again when its process has died, or has hung and was ended. What was saved is safe on this side;
 * what was not is in the window's session storage, which outlives the process. Not over and over: `startOver` is for a
 * person who asks for one more try.
 */
export function reviveWindow(
  window: Pick<BrowserWindow, 'on' | 'isDestroyed' | 'webContents'>,
  { giveUp, lastWord, log, now = Date.now }: ReviveOptions,
): { readonly startOver: () => void } {
  const { webContents } = window;
  let revivals: readonly number[] = [];
  let hung: NodeJS.Timeout | undefined;
  let isGivenUp = false;

  webContents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(hung);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (isGivenUp) {
      log(`window: ${reason}, after it was given up`);
      lastWord();
      return;
    }
    const at = now();
    revivals = revivals.filter((earlier) => at - earlier < REVIVALS_WITHIN_MS);
    isGivenUp = revivals.length >= MOST_REVIVALS;
    log(`window: ${reason}, ${isGivenUp ? 'given up' : 'loaded again'}`);
    revivals = [...revivals, at];
    // Not at once: the engine is still taking the dead process down.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (isGivenUp) giveUp();
      else webContents.reload();
    });
  });

  window.on('unresponsive', () => {
    clearTimeout(hung);
    hung = setTimeout(() => {
      // A page that stands at a breakpoint hangs because somebody wants it to.
      if (window.isDestroyed() || webContents.isDevToolsOpened()) return;
      log('window: hung, ended');
      webContents.forcefullyCrashRenderer();
    }, HUNG_FOR_MS);
  });
  window.on('responsive', () => clearTimeout(hung));
  window.on('closed', () => clearTimeout(hung));
  return {
    startOver: () => {
      revivals = [];
      isGivenUp = false;
    },
  };
}
