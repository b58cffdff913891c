import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  HUNG_FOR_MS,
  MOST_REVIVALS,
  REVIVALS_WITHIN_MS,
  reviveWindow,
} from '../../electron/shell/revive-window.ts';
import { QUIT, STOPPED_PATH, stoppedPages, TRY_AGAIN } from '../../electron/shell/trouble-page.ts';

function aWindow() {
  const webContents = Object.assign(new EventEmitter(), {
    reload: vi.fn(),
    forcefullyCrashRenderer: vi.fn(() => webContents.emit('render-process-gone', {}, { reason: 'killed' })),
    isDevToolsOpened: (): boolean => false,
  });
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: (): boolean => false });
  const giveUp = vi.fn();
  const lastWord = vi.fn();
  const log: string[] = [];
  const clock = { now: 1_000_000 };
  const { startOver } = reviveWindow(window as unknown as BrowserWindow, {
    giveUp,
    lastWord,
    log: (line) => log.push(line),
    now: () => clock.now,
  });
  const die = (reason = 'crashed'): void => {
    webContents.emit('render-process-gone', {}, { reason });
    vi.runAllTimers();
  };
  return { window, webContents, giveUp, lastWord, log, clock, startOver, die };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a page whose process died', () => {
  it.each(['crashed', 'oom', 'killed', 'abnormal-exit'])('is loaded again (%s)', (reason) => {
    const { webContents, log, die } = aWindow();
    die(reason);
    expect(webContents.reload).toHaveBeenCalledOnce();
    expect(log).toEqual([`window: ${reason}, loaded again`]);
  });

  it('is left alone when it ended by itself', () => {
    const { webContents, die } = aWindow();
    die('clean-exit');
    expect(webContents.reload).not.toHaveBeenCalled();
  });

  it('is given up when it dies over and over', () => {
    const { webContents, giveUp, lastWord, log, die } = aWindow();
    for (let death = 0; death <= MOST_REVIVALS; death += 1) die();
    expect(webContents.reload).toHaveBeenCalledTimes(MOST_REVIVALS);
    expect(giveUp).toHaveBeenCalledOnce();
    expect(log.at(-1)).toBe('window: crashed, given up');
    expect(lastWord).not.toHaveBeenCalled();
    die();
    expect(webContents.reload).toHaveBeenCalledTimes(MOST_REVIVALS);
    expect(giveUp).toHaveBeenCalledOnce();
    expect(lastWord).toHaveBeenCalledOnce();
  });

  it('is loaded again however often, when there is time between', () => {
    const { webContents, giveUp, clock, die } = aWindow();
    for (let death = 0; death < 10; death += 1) {
      die();
      clock.now += REVIVALS_WITHIN_MS / (MOST_REVIVALS - 1);
    }
    expect(webContents.reload).toHaveBeenCalledTimes(10);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('gets new chances when somebody asks for them', () => {
    const { webContents, startOver, die } = aWindow();
    for (let death = 0; death <= MOST_REVIVALS; death += 1) die();
    startOver();
    die();
    expect(webContents.reload).toHaveBeenCalledTimes(MOST_REVIVALS + 1);
  });

  it('is not loaded again once its window is gone', () => {
    const { window, webContents, die } = aWindow();
    window.isDestroyed = () => true;
    die();
    expect(webContents.reload).not.toHaveBeenCalled();
  });
});

describe('a page that hangs', () => {
  it('is ended and loaded again after a while', () => {
    const { window, webContents } = aWindow();
    window.emit('unresponsive');
    vi.advanceTimersByTime(HUNG_FOR_MS - 1);
    expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    expect(webContents.reload).toHaveBeenCalledOnce();
  });

  it('is left alone when it answers again, when its window is closed, and at a breakpoint', () => {
    for (const event of ['responsive', 'closed']) {
      const { window, webContents } = aWindow();
      window.emit('unresponsive');
      window.emit(event);
      vi.runAllTimers();
      expect(webContents.forcefullyCrashRenderer, event).not.toHaveBeenCalled();
    }
    const { window, webContents } = aWindow();
    webContents.isDevToolsOpened = () => true;
    window.emit('unresponsive');
    vi.runAllTimers();
    expect(webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });
});

describe('the page shown when the window was given up', () => {
  const page = stoppedPages('/data/<b>').get(STOPPED_PATH) ?? '';

  it('says that nothing saved is lost and offers another try, without script or inline style', () => {
    expect(page).toContain('What you saved is safe.');
    expect(page).toContain('/data/&lt;b&gt;');
    for (const wish of [TRY_AGAIN, QUIT]) expect(page).toContain(`href="${wish}"`);
    expect(page).not.toMatch(/<script|style=| on\w+=/);
  });
});
