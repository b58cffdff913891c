import type { ReportEntry, ReportList } from '../../../shared/domain/report-desk-types.ts';
import { answerBlocks, pairBlock } from './answer-blocks.ts';
import { checkResultBlocks } from './check-blocks.ts';
import { heading, paragraph } from './heading-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block } from './report-block.ts';

/** A list without a section of its own: its entries, each with everything recorded in it. */
export function entryListBlocks({ kind, title, entries, takenOff }: ReportList): readonly Block[] {
  return [
    { ...heading(title), detail: entries.length === 1 ? '1 entry' : `${entries.length} entries` },
    ...(takenOff === null ? [] : [paragraph(takenOff, 'soft')]),
    ...entries.flatMap((entry): readonly Block[] => {
      const unit = `${kind} ${entry.id}`;
      const text = toPaperText(entry.title);
      return [
        { kind: 'item-heading', text, state: null, detail: '', unit, keepWithNext: true },
        ...(entry.check === null ? [] : checkResultBlocks(unit, entry.check)),
        ...recordedBlocks(unit, entry),
      ];
    }),
  ];
}

/** Everything recorded in one entry, under the titles of its groups where it has several. */
export function recordedBlocks(unit: string, { groups, changed }: ReportEntry): readonly Block[] {
  return [
    ...groups.flatMap(({ id, title, answers }) => [
      ...(groups.length > 1 ? [{ ...paragraph(title, 'soft', true), unit }] : []),
      ...answerBlocks(`${unit} ${id}`, answers, unit),
    ]),
    pairBlock(unit, 'Dates', `Last changed ${changed.text}.`, 'soft'),
  ];
}
