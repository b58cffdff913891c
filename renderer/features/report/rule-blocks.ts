import { evidenceInWords } from '../../../shared/domain/evidence.ts';
import type { ReportPoint, ReportRule, ReportStandard } from '../../../shared/domain/report-desk-types.ts';
import { evidenceText } from '../../../shared/domain/report-rule.ts';
import type { PointEvidence } from '../../../shared/domain/rule-evidence.ts';
import { recordedBlocks } from './entry-blocks.ts';
import { heading, paragraph } from './heading-blocks.ts';
import { pairBlock } from './pair-blocks.ts';
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
  const blocks: readonly Block[] = [
    {
      kind: 'item-heading',
      text: `${cite} ${title}`,
      state: { kind: shape, word: standing.word },
      detail: `${[mark.word, ...of].join(' · ')}. At home: ${point.control}`,
      unit: cite,
      keepWithNext: true,
    },
    ...said('Why', isSaidByItems(point) ? [] : point.why),
    ...said('Items', point.items.length === 0 ? [] : [itemsText(point)]),
    ...said('Still open', openBeside(point), shape === 'blocked' ? 'strong' : 'plain'),
    ...said(
      'Checks',
      point.checks.length === 0 ? [] : [point.checks.map(({ label, text }) => `${label}: ${text}`).join(' ')],
    ),
    ...said('Evidence', evidenceNamed(point)),
    ...(point.answer === null ? [] : recordedBlocks(cite, point.answer)),
  ];
  return blocks.map((block) => ({ ...block, isDense: true }));
}

/** Without an answer of the user's, a point stands as its items and checks do. */
function isSaidByItems({ answer, items, standing }: ReportPoint): boolean {
  return answer === null && items.length > 0 && standing.kind !== 'set-aside';
}

/** What is open in an item stands with the item; its state is said here. */
function openBeside({ open, items }: ReportPoint): readonly string[] {
  return open.filter((sentence) => !items.some(({ title }) => sentence.startsWith(`“${title}”:`)));
}

/**
 * What shows it, by name: where it is kept stands where it was recorded. A file that is not as it should be is named in
 * full, results of checks stand with the checks, and what the answer names is printed with it.
 */
function evidenceNamed({ evidence, checks }: ReportPoint): readonly string[] {
  const isAsItShouldBe = ({ fileStatus = 'present' }: PointEvidence): boolean => fileStatus === 'present';
  const isResult = ({ from, location, file }: PointEvidence): boolean =>
    location === 'In this plan' && file === undefined && checks.some(({ label }) => label === from);
  const named = evidence
    .filter((each) => !isResult(each) && (each.from !== 'Your answer' || !isAsItShouldBe(each)))
    .map((each) =>
      isAsItShouldBe(each)
        ? `${evidenceInWords({ name: each.name, location: '' }) || 'Document without a name'} (${each.from})`
        : evidenceText(each),
    );
  return named.length === 0 ? [] : [named.join('; ')];
}

function itemsText({ items }: ReportPoint): string {
  return items.map(({ title, state }) => `${title}: ${state.word}`).join('; ');
}
