import type { ProbeOutput } from './device-check.ts';
import { linesOf } from './output.ts';

/** Values of a registry key by name, in lower case, as `reg query` prints them; null when it printed none. */
export function registryValues(output: ProbeOutput | undefined): ReadonlyMap<string, string> | null {
  const lines = linesOf(output);
  if (lines === null) return null;
  const values = new Map<string, string>();
  for (const line of lines) {
    // "    ScreenSaveTimeOut    REG_SZ    900": four spaces between the parts, and a name may hold single ones.
    const [, name, type, value] = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? [];
    if (name !== undefined) values.set(name.toLowerCase(), toText(type, value ?? ''));
  }
  return values.size === 0 ? null : values;
}

function toText(type: string | undefined, value: string): string {
  return type === 'REG_DWORD' && /^0x[0-9a-f]{1,8}$/i.test(value) ? String(Number(value)) : value.trim();
}
