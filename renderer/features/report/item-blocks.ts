import type { Desk } from '../../../shared/catalog/types.ts';
import { summedUp } from '../../../shared/domain/open-questions.ts';
import type { ReportAnswer, ReportItem } from '../../../shared/domain/report-types.ts';
import { FINDING_WORDS, LIST_TITLES } from '../../../shared/domain/report-words.ts';
import { answerBlocks } from './answer-blocks.ts';
import { type DeskTexts, readDifferently } from './desk-texts.ts';
import { vettingTitle } from './heading-blocks.ts';
import { pairBlock } from './pair-blocks.ts';
import type { Block, Tone } from './report-block.ts';

/** One item: its heading with its dates, how it stands, what was recorded. Its id names its lists and keeps it together. */
export function itemBlocks(item: ReportItem, deskTexts: DeskTexts): readonly Block[] {
  const { id, title, state } = item;
  const more = [
    ...standingBlocks(item),
    ...takenBlocks(item, deskTexts),
    ...answerBlocks(id, ownOf(item, deskTexts), id),
    ...answerBlocks(id, insteadOf(item), id),
  ];
  const hasMore = more.length > 0;
  return [
    { kind: 'item-heading', text: title, state, detail: detailOf(item), unit: id, keepWithNext: hasMore },
    ...more,
  ];
}

/**
 * What is printed here. What a page of its own knows is printed there, once, unless the item has a record of its own
 * beside it, or says it in other words.
 */
function ownOf({ answers, taken }: ReportItem, deskTexts: DeskTexts): readonly ReportAnswer[] {
  return answers.flatMap((answer) => {
    if (!isPrintedThere(taken, answer.fieldId)) return [answer];
    return readDifferently(answer, deskTexts) ?? [];
  });
}

function isPrintedThere(taken: ReportItem['taken'], fieldId: string): boolean {
  if (taken === null || !taken.fieldIds.includes(fieldId)) return false;
  return taken.instead.every((own) => own.fieldId !== fieldId);
}

/** Answers of the item's own that say something else than what was taken over. */
function insteadOf({ answers, taken }: ReportItem): readonly ReportAnswer[] {
  const said = new Set(answers.flatMap(valuesOf));
  return (taken?.instead ?? []).filter((answer) => valuesOf(answer).some((value) => !said.has(value)));
}

/** Every value of an answer, with its place. */
function valuesOf(answer: ReportAnswer): readonly string[] {
  const rows = answer.kind === 'rows' ? answer.rows : [{ rowId: '', cells: [answer] }];
  return rows.flatMap(({ rowId, cells }) => [
    JSON.stringify([answer.fieldId, rowId]),
    ...cells.map(({ fieldId, value }) => JSON.stringify([answer.fieldId, rowId, fieldId, value])),
  ]);
}

function takenBlocks({ id, answers, taken }: ReportItem, deskTexts: DeskTexts): readonly Block[] {
  if (taken === null || taken.fieldIds.length === 0) return [];
  const place = `“${PRINTED_UNDER[taken.from.kind]}”`;
  const isThere = (answer: ReportAnswer): boolean =>
    isPrintedThere(taken, answer.fieldId) && readDifferently(answer, deskTexts) === null;
  const isFromThere = (answer: ReportAnswer): boolean =>
    taken.fieldIds.includes(answer.fieldId) && !isThere(answer);
  const named = (which: (answer: ReportAnswer) => boolean): string =>
    answers
      .filter(which)
      .map(({ label }) => label)
      .join('; ');
  const areAllTaken = answers.every(({ fieldId }) => taken.fieldIds.includes(fieldId));
  const isSomeThere = answers.some(isThere);
  const sentences = answers.every(isThere)
    ? [`All under ${place}.`]
    : [
        ...(answers.some(isFromThere) ? [`From ${place}: ${named(isFromThere)}.`] : []),
        ...(isSomeThere && areAllTaken ? ['The others are printed there.'] : []),
        ...(isSomeThere && !areAllTaken ? [`Under ${place}: ${named(isThere)}.`] : []),
      ];
  return sentences.length === 0 ? [] : [pairBlock(id, 'Answers', sentences.join(' '), 'soft')];
}

/** Where this report prints what an item takes from a page of its own. */
const PRINTED_UNDER: Readonly<Record<Desk, string>> = {
  connection: 'Secure connection',
  vetting: vettingTitle(LIST_TITLES.clearinghouse),
  software: vettingTitle(LIST_TITLES['billing-software']),
  partners: LIST_TITLES.partner,
};

function detailOf(item: ReportItem): string {
  const { level, basis, basisNote, sources, state } = item;
  const because = basis.map(({ word }) => word.toLowerCase()).join(', ');
  const from =
    sources.length === 0 ? [] : [`${sources.length === 1 ? 'source' : 'sources'} ${sources.join(', ')}`];
  const about = [level.word, because, ...(basisNote === null ? [] : [basisNote]), ...from].join(' · ');
  const isAsked = state.kind !== 'set-aside' && state.kind !== 'not-applicable';
  const doneWhen = isAsked ? [`Counts as done when: ${item.doneWhen}`] : [];
  return [`${about}.`, ...doneWhen, ...datesOf(item)].join(' ');
}

function standingBlocks(item: ReportItem): readonly Block[] {
  const { id, findings, missing, state } = item;
  const said = (label: string, lines: readonly string[], tone: Tone, between = '\n'): readonly Block[] =>
    lines.length === 0 ? [] : [pairBlock(id, label, lines.join(between), tone)];
  const texts = (kind: string): readonly string[] =>
    findings.filter((finding) => finding.kind === kind).map(({ text }) => text);
  const reasons = (reason: string | null | undefined): readonly string[] => (reason ? [reason] : []);
  const isAside = state.kind === 'set-aside';
  return [
    ...said('Set aside because', reasons(item.setAsideReason), 'strong'),
    ...said(
      isAside ? 'Also marked by hand as not applying' : 'Does not apply because',
      reasons(item.record?.notApplicableReason),
      'strong',
    ),
    ...said(FINDING_WORDS.stop, texts('stop'), 'strong'),
    ...said(FINDING_WORDS.hold, texts('hold'), 'strong'),
    // Before anything is begun this is every question there is: said, but not line by line.
    ...said('Still missing', summedUp(missing), 'plain', state.kind === 'not-started' ? ' ' : '\n'),
  ];
}

function datesOf({ record, renewal }: ReportItem): readonly string[] {
  const isSameDay = record?.completed?.on === record?.changed.on;
  return [
    ...(record?.completed == null ? [] : [`Completed ${record.completed.text}.`]),
    ...(record === null || isSameDay ? [] : [`Last changed ${record.changed.text}.`]),
    ...(record?.due == null ? [] : [`Do this by ${record.due.text}.`]),
    ...(renewal?.due == null
      ? []
      : [`${renewal.isOverdue ? 'Overdue since' : 'Next time'} ${renewal.due.text}.`]),
    ...(renewal === null ? [] : [`To do again: ${renewal.text}${/[.?]$/.test(renewal.text) ? '' : '.'}`]),
  ];
}
