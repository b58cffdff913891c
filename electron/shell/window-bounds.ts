import { readFileSync, statSync, writeFileSync } from 'node:fs';

/** Where the window stood: screen coordinates in pixels independent of scale. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The window's size when nothing is remembered, and the least it may shrink to. */
export const FIRST_SIZE = { width: 1280, height: 860 };
export const LEAST_SIZE = { width: 640, height: 480 };

const KEYS = ['x', 'y', 'width', 'height'] as const;

/** Reads remembered bounds; null for anything else, since a spoilt file must not cost the user the window. */
export function parseBounds(text: string): Bounds | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const bounds = value as Record<string, unknown>;
    return KEYS.every((key) => Number.isSafeInteger(bounds[key])) ? (value as Bounds) : null;
  } catch {
    return null;
  }
}

/** Fits bounds into the screen they overlap most, or the first one if that screen is gone. */
export function clampBounds(bounds: Bounds, screens: readonly Bounds[]): Bounds {
  const shared = (screen: Bounds): number => {
    const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const down = Math.min(bounds.y + bounds.height, screen.y + screen.height) - Math.max(bounds.y, screen.y);
    return Math.max(0, across) * Math.max(0, down);
  };
  const screen = [...screens].sort((a, b) => shared(b) - shared(a))[0];
  if (screen === undefined) return bounds;
  const width = Math.min(Math.max(bounds.width, LEAST_SIZE.width), screen.width);
  const height = Math.min(Math.max(bounds.height, LEAST_SIZE.height), screen.height);
  return {
    width,
    height,
    x: Math.min(Math.max(bounds.x, screen.x), screen.x + screen.width - width),
    y: Math.min(Math.max(bounds.y, screen.y), screen.y + screen.height - height),
  };
}

/** Where the window stood last time; null if unknown. */
export function readBounds(file: string): Bounds | null {
  try {
    // Reading what is no file could wait for ever.
    return statSync(file).isFile() ? parseBounds(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}

/** Remembers where the window stands. Failing is no harm: the next start uses the first size. */
export function writeBounds(file: string, { x, y, width, height }: Bounds): void {
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return;
    writeFileSync(file, JSON.stringify({ x, y, width, height }), { mode: 0o600 });
  } catch {}
}
