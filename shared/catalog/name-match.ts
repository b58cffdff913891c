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

const LEGAL_SUFFIXES = ['inc', 'llc', 'corp', 'co', 'ltd', 'pc', 'pllc', 'llp'];

/** A company's name as a person hears it: without case, punctuation and what the law adds at its end. */
export function toCompanyKey(name: string): string {
  // “P.C.” is one word, “Smith-Jones” two; an apostrophe parts nothing.
  const words = name
    .toLowerCase()
    .replace(/[.’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && LEGAL_SUFFIXES.includes(words.at(-1) ?? '')) words.pop();
  return words.join('');
}

/** True when two names differ at most in case, punctuation or a legal suffix: “X” and “X, Inc.”. Blank matches nothing. */
export function isSameCompany(one: string, other: string): boolean {
  const key = toCompanyKey(one);
  return key !== '' && key === toCompanyKey(other);
}
