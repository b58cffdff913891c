import { MAX_PAYLOAD } from '../../shared/ipc/contract.ts';

/** Deeper than any answer: a document in a list in a row in a field in a patch in a request is six. */
export const MAX_DEPTH = 8;

/** Why a payload is not even looked at; null when it may be parsed. */
export type Refusal = 'too-large' | 'not-plain' | null;

/**
 * Measures a payload as the JSON it would be, and stops as soon as it is too large: no object is too wide, too deep, too
 * shared or too cyclic to be refused quickly. Only plain data passes.
 */
export function refusePayload(payload: unknown, limit = MAX_PAYLOAD): Refusal {
  let left = limit;
  const spend = (units: number): boolean => {
    left -= units;
    return left >= 0;
  };

  const visitText = (text: string): Refusal =>
    // The quick look first: escaping can make a huge text six times as large.
    text.length <= left && spend(JSON.stringify(text).length) ? null : 'too-large';

  const visitList = (list: readonly unknown[], depth: number): Refusal => {
    if (!spend(2)) return 'too-large';
    for (let index = 0; index < list.length; index += 1) {
      const refusal = spend(1) ? visit(list[index], depth + 1) : 'too-large';
      if (refusal !== null) return refusal;
    }
    return null;
  };

  const visitObject = (value: object, depth: number): Refusal => {
    if (!isPlain(value)) return 'not-plain';
    if (!spend(2)) return 'too-large';
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return 'not-plain';
      const refusal =
        visitText(key) ??
        (spend(2) ? visit((value as Record<string, unknown>)[key], depth + 1) : 'too-large');
      if (refusal !== null) return refusal;
    }
    return null;
  };

  const visit = (value: unknown, depth: number): Refusal => {
    if (typeof value === 'string') return visitText(value);
    if (typeof value === 'object' && value !== null) {
      if (depth > MAX_DEPTH) return 'too-large';
      return Array.isArray(value) ? visitList(value, depth) : visitObject(value, depth);
    }
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
      return spend(String(value).length) ? null : 'too-large';
    }
    return 'not-plain';
  };

  return visit(payload, 1);
}

/** True for `{…}` of any realm; false for dates, maps, buffers and class instances. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
