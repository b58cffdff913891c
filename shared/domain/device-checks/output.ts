import type { Finding, ProbeOutput } from './device-check.ts';

export const pass = (...sentences: string[]): Finding => ({ outcome: 'pass', sentences });
export const fail = (...sentences: string[]): Finding => ({ outcome: 'fail', sentences });
export const unknown = (...sentences: string[]): Finding => ({ outcome: 'unknown', sentences });
export const notApplicable = (...sentences: string[]): Finding => ({
  outcome: 'not-applicable',
  sentences,
});

/**
 * The lines of a probe that ended well; null otherwise. Every tool asked ends its last line, so an output that does
 * not was cut off, and half a line may say something else than the whole ("uint32 90" of "uint32 900").
 */
export function linesOf(
  output: ProbeOutput | undefined,
  exitCodes: readonly number[] = [0],
): readonly string[] | null {
  if (!endedWell(output, exitCodes)) return null;
  return splitLines(output.stdout);
}

/** The same of standard error, where a few tools answer. */
export function errorLinesOf(output: ProbeOutput | undefined): readonly string[] | null {
  return endedWell(output, [0]) ? splitLines(output.stderr) : null;
}

/** The only line of a probe that ended well; null when there is none, or more. */
export function onlyLineOf(
  output: ProbeOutput | undefined,
  exitCodes: readonly number[] = [0],
): string | null {
  const lines = linesOf(output, exitCodes);
  return lines?.length === 1 ? (lines[0] ?? null) : null;
}

/** The JSON a probe printed; undefined when it is none. */
export function jsonOf(output: ProbeOutput | undefined): unknown {
  const lines = linesOf(output);
  if (lines === null || lines.length === 0) return undefined;
  try {
    return JSON.parse(lines.join('\n'));
  } catch {
    return undefined;
  }
}

/** JSON that PowerShell printed: one object is printed bare, several as an array. Null unless all are objects. */
export function objectsOf(output: ProbeOutput | undefined): readonly JsonObject[] | null {
  const value = jsonOf(output);
  const list = Array.isArray(value) ? value : [value];
  return list.every(isJsonObject) ? list : null;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `unknown`, with the reason as far as the outputs tell it. `what`: "whether the disk is encrypted". */
export function couldNotTell(what: string, ...outputs: readonly (ProbeOutput | undefined)[]): Finding {
  const reasons = outputs.map(reasonOf);
  const reason = REASON_ORDER.find((candidate) => reasons.includes(candidate)) ?? 'unclear';
  return unknown(`This app could not tell ${what}: ${REASONS[reason]}`);
}

const REASONS = {
  cancelled: 'the check was canceled.',
  'timed-out': 'the system did not answer in time.',
  denied: 'the system does not show it to an ordinary user.',
  'too-long': 'the system’s answer was too long.',
  unclear: 'the system’s answer was not one this app knows, perhaps because it is in another language.',
  missing: 'this system has no such tool, or not the one this app asks.',
} as const;

const REASON_ORDER = Object.keys(REASONS) as readonly (keyof typeof REASONS)[];

function reasonOf(output: ProbeOutput | undefined): keyof typeof REASONS {
  if (output === undefined) return 'missing';
  if (output.trouble !== null && output.trouble !== 'failed') return output.trouble;
  return DENIED.test(`${output.stderr}\n${output.stdout}`) ? 'denied' : 'unclear';
}

const DENIED = /access (?:is )?denied|permission denied|not permitted|elevat|requires? root|must be root/i;

function endedWell(
  output: ProbeOutput | undefined,
  exitCodes: readonly number[],
): output is ProbeOutput & { readonly exitCode: number } {
  return (
    output !== undefined &&
    output.trouble === null &&
    output.exitCode !== null &&
    exitCodes.includes(output.exitCode)
  );
}

function splitLines(text: string): readonly string[] | null {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  if (plain === '') return [];
  if (!plain.endsWith('\n')) return null;
  const lines = plain.slice(0, -1).split('\n');
  // PowerShell puts empty lines around what it prints.
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  while (lines.length > 0 && lines[0]?.trim() === '') lines.shift();
  return lines;
}
