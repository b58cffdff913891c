import type { ReportEntry, ReportGroup, ReportList } from '../../../shared/domain/report-desk-types.ts';
import type { ReportAnswer } from '../../../shared/domain/report-types.ts';
import { blankBlocks, isBlank } from './answer-blocks.ts';
import { checkResultBlocks } from './check-blocks.ts';
import { heading, paragraph } from './heading-blocks.ts';
import { entryPair, isShort, toEntry } from './pair-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block } from './report-block.ts';
import { rowsBlocks } from './row-blocks.ts';
import { runBlocks } from './run-blocks.ts';

/** A list without a section of its own: its entries, each with everything recorded in it. */
export function entryListBlocks({ kind, title, entries, takenOff }: ReportList): readonly Block[] {
  return [
    { ...heading(title), detail: entries.length === 1 ? '1 entry' : `${entries.length} entries` },
    ...(takenOff === null ? [] : [paragraph(takenOff, 'soft')]),
    ...entries.flatMap((entry): readonly Block[] => {
      const unit = `${kind} ${entry.id}`;
      const text = toPaperText(entry.title);
      const detail = changedText(entry);
      return [
        { kind: 'item-heading', text, state: null, detail, unit, keepWithNext: true, isDense: true },
        ...(entry.check === null ? [] : checkResultBlocks(unit, entry.check)),
        ...recordedBlocks(unit, entry),
      ];
    }),
  ];
}

/** When an entry was last changed. */
export function changedText({ changed }: ReportEntry): string {
  return `Last changed ${changed.text}`;
}

/** Everything recorded in one entry, in small type: each group a run of its short answers, then what is longer. */
export function recordedBlocks(unit: string, { groups }: ReportEntry): readonly Block[] {
  const all = groups.flatMap(({ answers }) => answers);
  return [...groups.flatMap((group) => groupBlocks(unit, group)), ...blankBlocks(unit, all, unit)].map(
    (block) => ({ ...block, isDense: true }),
  );
}

function groupBlocks(unit: string, { title, answers }: ReportGroup): readonly Block[] {
  const entries = answers.filter((answer) => !isBlank(answer));
  const short = entries.flatMap((answer) => shortOf(answer));
  return [
    ...(short.length === 0 ? [] : runBlocks({ list: unit, label: title, parts: short, unit })),
    ...entries.flatMap((answer): readonly Block[] => {
      if (answer.kind === 'rows') return rowsBlocks(unit, answer, unit);
      const entry = toEntry(answer);
      return isShort(entry) ? [] : [entryPair(unit, entry, false, unit)];
    }),
  ];
}

function shortOf(answer: ReportAnswer): readonly ReturnType<typeof toEntry>[] {
  if (answer.kind === 'rows') return [];
  const entry = toEntry(answer);
  return isShort(entry) ? [{ ...entry, text: toPaperText(entry.text) }] : [];
}
