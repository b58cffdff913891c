/** A name without case, spaces and punctuation, so that “Clearwater, Inc.” and “clearwater inc” compare equal. */
export function toPlainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** True when two typed names very likely mean the same thing: equal, or one inside the other. Blank matches nothing. */
export function isSameName(one: string, other: string): boolean {
  const a = toPlainName(one);
  const b = toPlainName(other);
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}
