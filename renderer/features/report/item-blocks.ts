import type { ReportAnswer, ReportItem } from '../../../shared/domain/report-types.ts';
import { FINDING_WORDS } from '../../../shared/domain/report-words.ts';
import { answerBlocks, pairBlock } from './answer-blocks.ts';
import type { Block, Tone } from './report-block.ts';

/** One item: its heading, how it stands, what was recorded, its dates. Its id names its lists and keeps it together. */
export function itemBlocks(item: ReportItem): readonly Block[] {
  const { id, title, state } = item;
  return [
    { kind: 'item-heading', text: title, state, detail: detailOf(item), unit: id, keepWithNext: true },
    ...standingBlocks(item),
    ...takenBlocks(item),
    ...answerBlocks(id, item.answers, id),
    ...answerBlocks(id, insteadOf(item), id),
    ...dateBlocks(item),
  ];
}

/** Answers of the item's own that say something else than what was taken over. */
function insteadOf({ answers, taken }: ReportItem): readonly ReportAnswer[] {
  const said = new Set(answers.map(storedOf));
  return (taken?.instead ?? []).filter((answer) => !said.has(storedOf(answer)));
}

function storedOf(answer: ReportAnswer): string {
  const rows = answer.kind === 'rows' ? answer.rows : [{ rowId: '', cells: [answer] }];
  const values = rows.map(({ rowId, cells }) => [rowId, cells.map(({ fieldId, value }) => [fieldId, value])]);
  return JSON.stringify([answer.fieldId, values]);
}

function takenBlocks({ id, answers, taken }: ReportItem): readonly Block[] {
  if (taken === null || taken.fieldIds.length === 0) return [];
  const labels = answers.flatMap(({ fieldId, label }) => (taken.fieldIds.includes(fieldId) ? [label] : []));
  return [pairBlock(id, `From “${taken.from.word}”`, labels.join('; '), 'soft')];
}

function detailOf({ level, basis, basisNote, sources }: ReportItem): string {
  const because = basis.map(({ word }) => word.toLowerCase()).join(', ');
  const from =
    sources.length === 0 ? [] : [`${sources.length === 1 ? 'source' : 'sources'} ${sources.join(', ')}`];
  return [level.word, because, ...(basisNote === null ? [] : [basisNote]), ...from].join(' · ');
}

function standingBlocks(item: ReportItem): readonly Block[] {
  const { id, findings, missing, state } = item;
  const said = (label: string, lines: readonly string[], tone: Tone, between = '\n'): readonly Block[] =>
    lines.length === 0 ? [] : [pairBlock(id, label, lines.join(between), tone)];
  const texts = (kind: string): readonly string[] =>
    findings.filter((finding) => finding.kind === kind).map(({ text }) => text);
  const reasons = (reason: string | null | undefined): readonly string[] => (reason ? [reason] : []);
  const isAside = state.kind === 'set-aside';
  const isAsked = !isAside && state.kind !== 'not-applicable';
  return [
    ...said('Counts as done when', isAsked ? [item.doneWhen] : [], 'soft'),
    ...said('Set aside because', reasons(item.setAsideReason), 'strong'),
    ...said(
      isAside ? 'Also marked by hand as not applying' : 'Does not apply because',
      reasons(item.record?.notApplicableReason),
      'strong',
    ),
    ...said(FINDING_WORDS.stop, texts('stop'), 'strong'),
    ...said(FINDING_WORDS.hold, texts('hold'), 'strong'),
    // Before anything is begun this is every question there is: said, but not line by line.
    ...said('Still missing', missing, 'plain', state.kind === 'not-started' ? ' ' : '\n'),
  ];
}

function dateBlocks({ id, record, renewal }: ReportItem): readonly Block[] {
  const isSameDay = record?.completed?.on === record?.changed.on;
  const sentences = [
    ...(record?.completed == null ? [] : [`Completed ${record.completed.text}.`]),
    ...(record === null || isSameDay ? [] : [`Last changed ${record.changed.text}.`]),
    ...(record?.due == null ? [] : [`Do this by ${record.due.text}.`]),
    ...(renewal?.due == null
      ? []
      : [`${renewal.isOverdue ? 'Overdue since' : 'Next time'} ${renewal.due.text}.`]),
    ...(renewal === null ? [] : [`To do again: ${renewal.text}${/[.?]$/.test(renewal.text) ? '' : '.'}`]),
  ];
  return sentences.length === 0 ? [] : [pairBlock(id, 'Dates', sentences.join(' '), 'soft')];
}
