import type { Section } from '../catalog/types.ts';
import type { ItemState } from './assess-item.ts';
import type { SectionAssessment } from './readiness.ts';
import type { ReportItem, ReportSection } from './report-types.ts';
import { STATE_WORDS } from './state-words.ts';

/** One section with its items and a line on what is left. */
export function reportSection(
  section: Section,
  assessment: SectionAssessment,
  items: readonly ReportItem[],
): ReportSection {
  const { state, settled, total } = assessment;
  return {
    id: section.id,
    title: section.title,
    state: { kind: state, word: STATE_WORDS[state] },
    settled,
    total,
    settledText: `${settled} of ${total}`,
    open: openText(items, total),
    items,
  };
}

const NAMED: readonly ItemState[] = ['blocked', 'on-hold', 'overdue', 'in-progress'];

// What waits is named; what nobody has begun is only counted, or the table would list the whole catalog.
function openText(items: readonly ReportItem[], total: number): string {
  const named = NAMED.flatMap((state) => {
    const titles = items.filter((item) => item.state.kind === state).map(({ title }) => title);
    return titles.length === 0 ? [] : [`${STATE_WORDS[state]}: ${titles.join('; ')}.`];
  });
  const untouched = items.filter((item) => item.state.kind === 'not-started').length;
  if (untouched === 0) return named.join(' ');
  if (untouched === total) return `None of the ${total} started.`;
  return [...named, `${untouched} not started.`].join(' ');
}
