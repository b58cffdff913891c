import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { CLOSES_WITHIN_MS, closeWhenSettled } from '../../electron/shell/close-when-settled.ts';
import { clampBounds, parseBounds, readBounds, writeBounds } from '../../electron/shell/window-bounds.ts';
import { tempFolder } from '../support/temp-folder.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('window bounds', () => {
  it('come back as they were written', () => {
    const file = join(tempFolder(), 'window.json');
    writeBounds(file, { x: 10, y: 20, width: 900, height: 700 });
    expect(readBounds(file)).toEqual({ x: 10, y: 20, width: 900, height: 700 });
  });

  it('are unknown when there is no file or it cannot be written', () => {
    const file = join(tempFolder(), 'missing', 'window.json');
    writeBounds(file, screen);
    expect(readBounds(file)).toBeNull();
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"x":1,"y":2,"width":3}',
    '{"x":"1","y":2,"width":3,"height":4}',
    '{"x":1e400}',
  ])('ignore a file that holds %j', (text) => {
    const file = join(tempFolder(), 'window.json');
    writeFileSync(file, text);
    expect(readBounds(file)).toBeNull();
    expect(parseBounds(text)).toBeNull();
  });

  it('are unknown, and left alone, where something else than a file has their name', () => {
    const file = join(tempFolder(), 'window.json');
    mkdirSync(file);
    expect(readBounds(file)).toBeNull();
    expect(() => writeBounds(file, screen)).not.toThrow();
  });

  it.runIf(process.platform !== 'win32')('do not wait for somebody to write into a pipe', () => {
    const file = join(tempFolder(), 'window.json');
    execFileSync('mkfifo', [file]);
    expect(readBounds(file)).toBeNull();
    writeBounds(file, screen);
  });

  it('stay where they were on a screen that is still there', () => {
    const bounds = { x: 2000, y: 100, width: 900, height: 700 };
    expect(clampBounds(bounds, [screen, second])).toEqual(bounds);
  });

  it('move to the first screen when theirs is gone', () => {
    expect(clampBounds({ x: 2000, y: 100, width: 900, height: 700 }, [screen])).toEqual({
      x: 1020,
      y: 100,
      width: 900,
      height: 700,
    });
  });

  it('shrink to the screen and never below what the page needs', () => {
    expect(clampBounds({ x: -50, y: -50, width: 5000, height: 10 }, [screen])).toEqual({
      x: 0,
      y: 0,
      width: 1920,
      height: 480,
    });
  });
});

describe('closing the window', () => {
  function aWindow() {
    const window = Object.assign(new EventEmitter(), {
      hide: vi.fn(),
      closed: false,
      close: () => {
        let prevented = false;
        window.emit('close', { preventDefault: () => (prevented = true) });
        if (!prevented) window.closed = true;
      },
    });
    return window as typeof window & BrowserWindow;
  }

  it('waits, out of sight, until what is under way is done', async () => {
    const window = aWindow();
    let done = (): void => {};
    const settled = new Promise<void>((resolve) => {
      done = resolve;
    });
    closeWhenSettled(window, () => settled);
    window.close();
    expect([window.hide.mock.calls.length, window.closed]).toEqual([1, false]);
    done();
    await vi.waitFor(() => expect(window.closed).toBe(true));
  });

  it('does not wait for a page that hangs', async () => {
    vi.useFakeTimers();
    const window = aWindow();
    const destroy = vi.fn();
    Object.assign(window, { destroy, isDestroyed: () => window.closed });
    const close = window.close;
    // The second time the engine asks the page, which does not answer.
    let asked = 0;
    window.close = () => {
      asked += 1;
      if (asked === 1) close();
    };
    closeWhenSettled(window, () => Promise.resolve());
    window.close();
    await vi.advanceTimersByTimeAsync(CLOSES_WITHIN_MS - 1);
    expect([asked, destroy.mock.calls.length]).toEqual([2, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(destroy).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('closes even when waiting fails', async () => {
    const window = aWindow();
    closeWhenSettled(window, () => Promise.reject(new Error('no')));
    window.close();
    await vi.waitFor(() => expect(window.closed).toBe(true));
  });
});
