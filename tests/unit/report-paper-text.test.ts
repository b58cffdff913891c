import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionMarkAt, graphemeStart, toPaperText } from '../../renderer/features/report/paper-text.ts';
import { arbitraryText } from '../support/arbitrary-answers.ts';

describe('text on paper', () => {
  it('leaves ordinary text alone, accents, emoji and right-to-left letters too', () => {
    const text = 'Zoë said: “naïve” 👩🏽‍⚕️ שלום\n\tتجربة <b>&amp;</b> =1+1';
    expect(toPaperText(text)).toBe(text);
  });

  it('makes every kind of line end one', () => {
    expect(toPaperText('a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh')).toBe('a\nb\nc\nd\ne\nf\ng\nh');
  });

  it('shows control characters instead of dropping them', () => {
    expect(toPaperText('a\0b\u0007c\u001bd\u007fe\u009f')).toBe('a␀b␇c␛d␡e\ufffd');
  });

  it('leaves no control character but tab and line feed, and takes none away', () => {
    fc.assert(
      fc.property(arbitraryText(400), (text) => {
        const paper = toPaperText(text);
        expect(paper).not.toMatch(/(?![\t\n])\p{Cc}|\p{Surrogate}/u);
        expect(paper.length).toBe(text.replaceAll('\r\n', '\n').length);
      }),
    );
  });
});

describe('a text cut between pages', () => {
  it('keeps the direction of its paragraph', () => {
    const hebrew = 'שלום English words';
    expect(directionMarkAt(hebrew, 5)).toBe('\u200f');
    const english = 'Hello שלום';
    expect(directionMarkAt(english, 6)).toBe('\u200e');
  });

  it('needs no mark when the rest has the same direction, or begins a paragraph', () => {
    expect(directionMarkAt('one two', 4)).toBe('');
    expect(directionMarkAt('שלום עולם', 5)).toBe('');
    expect(directionMarkAt('one\nשלום', 4)).toBe('');
    expect(directionMarkAt('123 456', 4)).toBe('');
  });

  it('is never cut inside a character', () => {
    const family = 'ab👨‍👩‍👧‍👦cd';
    for (let offset = 3; offset < 2 + '👨‍👩‍👧‍👦'.length; offset += 1) {
      expect(graphemeStart(family, offset)).toBe(2);
    }
    expect(graphemeStart(family, 2)).toBe(2);
    expect(graphemeStart('e\u0301x', 1)).toBe(0);
    expect(graphemeStart('a\ud83d\ude00', 2)).toBe(1);
  });

  it('is cut somewhere even inside a character longer than people write', () => {
    const endless = `a${'\u0301'.repeat(500)}`;
    expect(graphemeStart(endless, 300)).toBe(300);
  });
});
