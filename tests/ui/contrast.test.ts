import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../renderer/ui/tokens.css'), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');

type Tokens = Readonly<Record<string, string>>;

function tokensIn(text: string): Tokens {
  return Object.fromEntries(
    [...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  );
}

// Relative luminance and contrast as WCAG 2.2 defines them.
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const schemes: readonly (readonly [string, Tokens])[] = [
  ['light', tokensIn(lightCss)],
  ['dark', { ...tokensIn(lightCss), ...tokensIn(darkCss) }],
];

const GROUNDS = ['paper', 'sheet', 'rail', 'accent-wash'];
const TEXTS = ['ink', 'ink-soft', 'accent', 'done', 'stop', 'hold', 'open', 'na'];
const PAIRS: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['accent-ink', 'accent'],
  ...['done', 'stop', 'hold', 'open'].flatMap((kind) => [
    [kind, `${kind}-wash`] as const,
    ['ink', `${kind}-wash`] as const,
    ['accent', `${kind}-wash`] as const,
  ]),
];

describe.each(schemes)('the %s colours', (_name, tokens) => {
  it.each(PAIRS)('let %s be read on %s', (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('let the focus ring and the edge of a control be seen on %s', (ground) => {
    expect(contrast(tokens.focus ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens['line-strong'] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
