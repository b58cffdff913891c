import { browserSession, readJson } from '../../app/session-memory.ts';

const MEMORY_KEY = 'first-claim.vetting-steps';

/** Which part of a candidate was open last, as long as this window lives; null when none ever was. */
export function rememberedStep(recordId: string): string | null {
  const step = stored()[recordId];
  return typeof step === 'string' ? step : null;
}

/** Remembers the open part of a candidate. `''` when all are closed. */
export function rememberStep(recordId: string, step: string): void {
  browserSession.write(MEMORY_KEY, JSON.stringify({ ...stored(), [recordId]: step }));
}

function stored(): Readonly<Record<string, unknown>> {
  return (readJson(browserSession, MEMORY_KEY) ?? {}) as Readonly<Record<string, unknown>>;
}
