const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
// Everything else a printer cannot print. Tab and line feed stay.
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text as it goes on paper: every kind of line end is one, and a control character is shown by its picture (␇) instead
 * of vanishing. Nothing is left out; the exact characters are in the JSON file.
 */
export function toPaperText(text: string): string {
  return text.replace(LINE_END, '\n').replace(CONTROL, pictureOf).replace(LONE_SURROGATE, '\ufffd');
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const RIGHT_TO_LEFT_MARK = '\u200f';
const LEFT_TO_RIGHT_MARK = '\u200e';

/**
 * What must stand before the part of a text that goes on on the next page: nothing, or an invisible mark. A paragraph
 * takes its direction from its first letter; cut in the middle, its rest could take another. The mark keeps it.
 */
export function directionMarkAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (start === offset) return '';
  const paragraph = isRightToLeft(text.slice(start, offset));
  const [line = ''] = text.slice(offset).split('\n', 1);
  if (paragraph === null || paragraph === isRightToLeft(line)) return '';
  return paragraph ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
}

/** Direction of a paragraph; null when it has no letter. */
function isRightToLeft(paragraph: string): boolean | null {
  const first = LETTER.exec(paragraph)?.[0];
  return first === undefined ? null : RIGHT_TO_LEFT.test(first);
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longer than any character people write; what is longer still is cut, so that it cannot fill a page by itself. */
const LONGEST_GRAPHEME = 64;

/** The last place at or before `offset` where a text can be cut without cutting a character in two. */
export function graphemeStart(text: string, offset: number): number {
  const start = Math.max(0, offset - LONGEST_GRAPHEME);
  const near = text.slice(start, offset + LONGEST_GRAPHEME);
  const found = GRAPHEMES.segment(near).containing(offset - start);
  // A character that began before the window is too long to be one.
  return found === undefined || (start > 0 && found.index === 0) ? offset : start + found.index;
}
