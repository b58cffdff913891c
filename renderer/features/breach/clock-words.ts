import { daysInWords } from '../../../shared/domain/client-deadlines.ts';

/** How much time is left, in a sentence. */
export function leftText(daysLeft: number): string {
  if (daysLeft < 0) return `The last day passed ${daysInWords(-daysLeft)} ago. Tell them now.`;
  if (daysLeft === 0) return 'Today is the last day.';
  return daysLeft === 1 ? 'Tomorrow is the last day.' : `The last day is in ${daysInWords(daysLeft)}.`;
}

/** "Riverbend, Harbor and Lakeside". */
export function namesInWords(names: readonly string[]): string {
  const [last = '', ...before] = [...names].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}
