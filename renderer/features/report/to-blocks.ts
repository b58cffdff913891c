import type { ReportModel, ReportNotice, ReportSection } from '../../../shared/domain/report-types.ts';
import { SOURCE_STATUS_WORDS } from '../../../shared/domain/report-words.ts';
import { isCandidateKind } from '../../../shared/domain/vetting/candidate.ts';
import { answerBlocks } from './answer-blocks.ts';
import { breachBlocks } from './breach-blocks.ts';
import { chainBlocks } from './chain-blocks.ts';
import { connectionBlocks } from './connection-blocks.ts';
import { type DeskTexts, deskTextsOf } from './desk-texts.ts';
import { entryListBlocks } from './entry-blocks.ts';
import { heading, list, paragraph } from './heading-blocks.ts';
import { itemBlocks } from './item-blocks.ts';
import { pairBlock } from './pair-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block } from './report-block.ts';
import { ruleBlocks } from './rule-blocks.ts';
import { vettingBlocks } from './vetting-blocks.ts';

/** The report, block by block, in the order of its pages. */
export function toBlocks(model: ReportModel): readonly Block[] {
  const deskTexts = deskTextsOf(model);
  return [
    ...summaryBlocks(model),
    ...businessBlocks(model),
    ...calendarBlocks(model),
    ...staleBlocks(model),
    ...model.sections.flatMap((section) => sectionBlocks(section, deskTexts)),
    ...setAsideBlocks(model, deskTexts),
    ...connectionBlocks(model.connection),
    ...ruleBlocks(model.rule),
    ...chainBlocks(model.chain),
    ...breachBlocks(model.breach),
    ...vettingBlocks(model),
    // What is vetted stands with its vetting.
    ...model.lists.filter(({ kind }) => !isCandidateKind(kind)).flatMap(entryListBlocks),
    ...sourceBlocks(model),
    ...readingBlocks(model),
  ];
}

function summaryBlocks(model: ReportModel): readonly Block[] {
  const { cover, sections, disclaimer } = model;
  const { gate } = cover;
  const isReady = cover.verdict.kind !== 'not-ready';
  return [
    { kind: 'cover', cover },
    heading(isReady ? 'What is left' : 'What stands in the way'),
    ...listOr(
      'reasons',
      cover.reasons.map(({ text }) => ({ title: null, text })),
      'Nothing is left to do today.',
    ),
    heading('May I touch patient data today?'),
    paragraph(gate.mayTouchPhi ? GATE_YES : gateNo(gate.missing.length), 'plain', !gate.mayTouchPhi),
    ...list('gate', gate.missing),
    ...partyBlocks(model),
    ...nextBlocks(cover.nextSteps),
    heading('Section by section'),
    ...sections.map(
      (section): Block => ({ kind: 'table-row', table: 'sections', cells: sectionCells(section) }),
    ),
    paragraph(disclaimer, 'soft'),
  ];
}

/** Who would see patient data: the agreements, and what was chosen, each in a sentence. */
function partyBlocks({ chain, vetting }: ReportModel): readonly Block[] {
  return [
    pairBlock('parties', 'Agreements', chain.summary, 'plain'),
    ...vetting.kinds.map(({ title, decision }) => pairBlock('parties', title, decision, 'plain')),
  ];
}

// Three lines at most: not worth tearing apart.
function nextBlocks(steps: readonly ReportNotice[]): readonly Block[] {
  if (steps.length === 0) return [];
  return [heading('Do these next'), ...list('next', steps)].map((block) => ({ ...block, unit: 'next' }));
}

const GATE_YES =
  'Yes, as far as this report can tell: the safeguards, the agreements in both directions and the secure connection are on record.';

function gateNo(count: number): string {
  return count === 1 ? 'No. One thing is missing:' : `No. ${count} things are missing:`;
}

function sectionCells({
  title,
  settledText,
  state,
  open,
}: ReportSection): readonly (string | typeof state)[] {
  return [title, settledText, state, toPaperText(open)];
}

function businessBlocks(model: ReportModel): readonly Block[] {
  const answers = answerBlocks('profile', model.profile);
  const head = heading('Your business');
  return answers.length === 0
    ? [head, paragraph('Nothing is recorded under “Your business” yet.', 'soft')]
    : [head, ...answers];
}

function calendarBlocks({ calendar }: ReportModel): readonly Block[] {
  const head = heading('Calendar');
  if (calendar.length === 0) return [head, paragraph('Nothing with a date is recorded yet.', 'soft')];
  return [
    head,
    ...calendar.map(({ due, title, text, isOverdue }): Block => {
      const day = isOverdue ? [due.text, 'Overdue'] : due.text;
      return { kind: 'table-row', table: 'calendar', cells: [day, title, text] };
    }),
  ];
}

function staleBlocks({ stale }: ReportModel): readonly Block[] {
  if (stale.length === 0) return [];
  return [
    heading('Worth another look'),
    ...list(
      'stale',
      stale.map(({ text }) => ({ title: null, text })),
    ),
  ];
}

function sectionBlocks(section: ReportSection, deskTexts: DeskTexts): readonly Block[] {
  const items = section.items.filter(({ state }) => state.kind !== 'set-aside');
  const { title, settledText, state } = section;
  const detail = section.total === 0 ? undefined : `${settledText} settled`;
  const head: Block = { ...heading(title), detail, state };
  return items.length === 0
    ? [head, paragraph('Nothing in this section applies.', 'soft')]
    : [head, ...items.flatMap((item) => itemBlocks(item, deskTexts))];
}

function setAsideBlocks({ sections }: ReportModel, deskTexts: DeskTexts): readonly Block[] {
  const items = sections
    .flatMap((section) => section.items)
    .filter(({ state }) => state.kind === 'set-aside');
  if (items.length === 0) return [];
  const lead = 'These items cannot apply, by what “Your business” says. They come back when that changes.';
  return [
    heading('Set aside by your profile'),
    paragraph(lead, 'soft', true),
    ...items.flatMap((item) => itemBlocks(item, deskTexts)),
  ];
}

function sourceBlocks({ sources }: ReportModel): readonly Block[] {
  if (sources.length === 0) return [];
  const lead =
    `Where the rules behind these items come from. ${SOURCE_STATUS_WORDS.verified}: the official text, or a verbatim copy, was read. ` +
    `${SOURCE_STATUS_WORDS.secondary}: read about on a page that names the authority. ` +
    `${SOURCE_STATUS_WORDS.unverified}: the address is the place to check. The day is the one on which it was last looked at.`;
  return [
    heading('Sources'),
    paragraph(lead, 'soft', true),
    ...sources.map(({ number, title, urls, note, status, checked }): Block => {
      const about = [
        title,
        ...(note === null ? [] : [note]),
        ...(urls.length === 0 ? [] : [urls.join(' · ')]),
      ];
      return {
        kind: 'table-row',
        table: 'sources',
        cells: [String(number), about, [status.word, checked.text]],
        isDense: true,
      };
    }),
  ];
}

function readingBlocks({ version, today }: ReportModel): readonly Block[] {
  return [
    heading('How to read this report'),
    paragraph(
      'Required items have to be settled before the first claim: done, or not applicable with a reason. Recommended ' +
        'and optional ones do not stand in the way. “Law”, “contract or payer rule” and “prudence” say why an item is asked.',
      'plain',
    ),
    paragraph(
      'Answers marked “recorded, not asked for now” are kept as they were recorded, but nothing asks for them today ' +
        'and they count for nothing above. A character that cannot be printed is shown as a small sign; the JSON file has it exactly.',
      'plain',
    ),
    paragraph(
      '“Passed” and “Failed” are said only of checks that this app carried out by itself, each with its time and its method. ' +
        'What a person says they saw is printed as “Your word”, with who looked, when and how as far as they said so. ' +
        'Times of checks are in UTC.',
      'plain',
    ),
    paragraph(`Made by First Claim ${version}, from what was recorded up to ${today.text}.`, 'soft'),
  ];
}

function listOr(
  id: string,
  notices: readonly Pick<ReportNotice, 'title' | 'text'>[],
  otherwise: string,
): readonly Block[] {
  return notices.length === 0 ? [paragraph(otherwise, 'plain')] : list(id, notices);
}
