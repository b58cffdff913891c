import type { ReportPoint, ReportRule, ReportStandard } from '../../../shared/domain/report-desk-types.ts';
import { evidenceText } from '../../../shared/domain/report-rule.ts';
import { answerBlocks, pairBlock } from './answer-blocks.ts';
import { heading, paragraph } from './heading-blocks.ts';
import type { Block, Tone } from './report-block.ts';

/** The Security Rule, point by point, in the order of the regulation. */
export function ruleBlocks({ summary, notes, standards }: ReportRule): readonly Block[] {
  return [
    { ...heading('Security Rule, point by point'), detail: '45 CFR 164.308 to 164.316' },
    paragraph(`${summary}.`, 'plain', true),
    ...notes.map((note) => paragraph(note, 'soft', true)),
    ...standards.flatMap((standard) => standard.points.flatMap((point) => pointBlocks(standard, point))),
  ];
}

function pointBlocks(standard: ReportStandard, point: ReportPoint): readonly Block[] {
  const { cite, title, mark, standing, shape } = point;
  const said = (label: string, lines: readonly string[], tone: Tone = 'plain'): readonly Block[] =>
    lines.length === 0 ? [] : [pairBlock(cite, label, lines.join('\n'), tone)];
  const of = standard.title === title ? [] : [standard.title];
  return [
    {
      kind: 'item-heading',
      text: `${cite} ${title}`,
      state: { kind: shape, word: standing.word },
      detail: [mark.word, ...of].join(' · '),
      unit: cite,
      keepWithNext: true,
    },
    ...said('At home', [point.control], 'soft'),
    ...said('Why', isSaidByItems(point) ? [] : point.why),
    ...said('Items', point.items.length === 0 ? [] : [itemsText(point)]),
    ...said('Still open', point.open, shape === 'blocked' ? 'strong' : 'plain'),
    ...said(
      'Checks',
      point.checks.map(({ label, text }) => `${label}: ${text}`),
    ),
    ...said('Evidence', point.evidence.map(evidenceText)),
    ...(point.answer?.groups ?? []).flatMap(({ answers }) => answerBlocks(cite, answers, cite)),
  ];
}

/** Without an answer of the user's, a point stands as its items and checks do. */
function isSaidByItems({ answer, items, standing }: ReportPoint): boolean {
  return answer === null && items.length > 0 && standing.kind !== 'set-aside';
}

function itemsText({ items }: ReportPoint): string {
  return items.map(({ title, state }) => `${title}: ${state.word}`).join('; ');
}
