import type { Assessed } from '../../../shared/domain/vetting/assess-record.ts';
import { textIn } from '../../../shared/domain/vetting/candidate.ts';

/** What to do next about a candidate, in a sentence. */
export function nextThingFor({ assessment, record }: Assessed): string {
  const { hardStops, holds, open, conditions } = assessment;
  const [first] = [...hardStops.map(({ text }) => text), ...holds, ...open];
  if (first !== undefined) return first;
  if (textIn(record, 'decision') === 'chosen') return 'Chosen.';
  return conditions.length > 0 ? 'Weigh its conditions, then decide.' : 'Nothing is open. Decide.';
}
