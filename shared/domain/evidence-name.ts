import { evidenceType } from './evidence.ts';
import { MAX_TEXT } from './field.ts';

/** Longest name of a copy, in bytes of UTF-8 and without its extension: every file system takes it, long folders too. */
const MAX_STEM_BYTES = 100;

/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

// Control characters, halves of characters, line ends, and marks that turn the reading direction: "exe.pdf" may be
// "fdp.exe" written backwards.
const NOT_IN_NAMES = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What a document is called when its file is attached: the file's own name, without what no name should hold. */
export function nameForNote(fileName: string): string {
  const name = lastPart(fileName).replace(NOT_IN_NAMES, '').replace(/\s+/gu, ' ').trim();
  return name === '' ? 'Document' : shortened(name, MAX_TEXT);
}

/**
 * A name for a copy of a kept file that is harmless on every system: letters, digits and a few signs, and the one
 * extension that belongs to its kind, so that no name can make a program of it.
 */
export function safeFileName(name: string, mediaType: string): string {
  const { extension } = evidenceType(mediaType);
  const whole = lastPart(name.normalize('NFC'));
  const isNamedSo = whole.toLowerCase().endsWith(`.${extension}`);
  const stem = withinBytes(
    (isNamedSo ? whole.slice(0, -extension.length - 1) : whole).replace(/[^\p{L}\p{M}\p{N} ._()+,-]/gu, '_'),
  ).replace(/^[\s.-]+|[\s.]+$/gu, '');
  const [first = ''] = stem.split('.');
  const isUsable = stem !== '' && !DEVICE.test(first.trim());
  return `${isUsable ? stem : `Document ${stem}`.trim()}.${extension}`;
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

/** Shortened in the middle of its end, so that the extension stays in sight. */
function shortened(name: string, max: number): string {
  if (name.length <= max) return name;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  // A character of two units may have been cut in half.
  const start = name.slice(0, max - extension.length - 1).replace(/\p{Surrogate}$/u, '');
  return `${start}…${extension}`;
}

function withinBytes(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > MAX_STEM_BYTES) break;
    kept += character;
  }
  return kept;
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
