/** Takes one line about something unexpected. */
export type Log = (line: string) => void;

/**
 * Describes a throw without what the user typed: an error's message can quote an answer, so only its kind, its code and
 * the places in our code are kept.
 */
export function describeTrouble(where: string, error: unknown): string {
  if (!(error instanceof Error)) return `${where}: threw something that is not an error (${typeof error})`;
  const code =
    'code' in error && /^[A-Z][A-Z_]{0,63}$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${where}: ${errorKind(error)}${code}`, ...places.slice(0, 12)].join('\n');
}

function errorKind(error: Error): string {
  return /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
}
