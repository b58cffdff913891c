import { summedUp } from '../../../shared/domain/open-questions.ts';
import type { ReportList } from '../../../shared/domain/report-desk-types.ts';
import type { ReportModel } from '../../../shared/domain/report-types.ts';
import type {
  ReportCandidate,
  ReportComparison,
  ReportDecision,
  ReportVettingKind,
} from '../../../shared/domain/report-vetting-types.ts';
import { checkResultBlocks } from './check-blocks.ts';
import { changedText, recordedBlocks } from './entry-blocks.ts';
import { heading, paragraph, vettingTitle } from './heading-blocks.ts';
import { pairBlock } from './pair-blocks.ts';
import { graphemeStart, toPaperText } from './paper-text.ts';
import type { Block, Cell, Tone } from './report-block.ts';

/** Longest name at the head of a column. */
const LONGEST_HEAD = 80;
/** Longest text in a narrow cell: a row is never torn apart, so it has to fit on a page. */
const LONGEST_CELL = 240;
/** Fewer answers than this are no comparison. */
const FEWEST_TO_COMPARE = 2;
/** The same for a wide cell. */
const LONGEST_WHY = 600;

/** Clearinghouses and billing software: what was decided, side by side, then each by itself. */
export function vettingBlocks({
  vetting: { notes, kinds },
  lists,
  connection,
}: Pick<ReportModel, 'vetting' | 'lists' | 'connection'>): readonly Block[] {
  const printed = connection.portals.flatMap(({ run }) => (run === null ? [] : [run.stored.id]));
  return kinds.flatMap((kind, at) => {
    const list = lists.find((each) => each.kind === kind.kind);
    return kindBlocks(kind, at === 0 ? notes : [], { list, printed });
  });
}

/** What was recorded about the candidates, and which checks are printed already. */
interface Recorded {
  readonly list: ReportList | undefined;
  /** Ids of check runs under “Secure connection”. */
  readonly printed: readonly string[];
}

function kindBlocks(
  { title, decision, candidates, comparison }: ReportVettingKind,
  notes: readonly string[],
  recorded: Recorded,
): readonly Block[] {
  const takenOff = recorded.list?.takenOff ?? null;
  return [
    heading(vettingTitle(title)),
    ...(candidates.length === 0 ? [] : notes.map((note) => paragraph(note, 'soft', true))),
    { ...pairBlock(`vetting ${title}`, 'Decision', decision, 'strong'), keepWithNext: comparison !== null },
    ...(comparison === null ? [] : comparisonBlocks(comparison, candidates)),
    ...(takenOff === null ? [] : [paragraph(takenOff, 'soft')]),
    ...candidates.flatMap((candidate) => [
      ...candidateBlocks(candidate),
      // Side by side the points have been said already, each with where it comes from.
      ...(comparison?.ids.includes(candidate.id) === true ? [] : scoreRows(candidate)),
      ...entryBlocks(candidate, recorded),
    ]),
  ];
}

function comparisonBlocks(
  { ids, names, rows, note }: ReportComparison,
  candidates: readonly ReportCandidate[],
): readonly Block[] {
  const shown = ids.flatMap((id) => candidates.filter((candidate) => candidate.id === id));
  const heads = names.map((name) => shortened(toPaperText(name), LONGEST_HEAD));
  // Every field of each is listed further on: beside each other only what tells them apart.
  const told = rows.filter(
    ({ id, cells, differs }) =>
      isJudgment(id) || (differs && cells.filter((cell) => cell !== '').length >= FEWEST_TO_COMPARE),
  );
  return [
    ...(note === null ? [] : [paragraph(note, 'soft', true)]),
    ...told.map(
      ({ id, label, cells, differs }): Block => ({
        kind: 'table-row',
        table: 'compared',
        heads,
        isDense: true,
        cells: [
          differs ? `${label} (differs)` : label,
          ...cells.map((cell, at) => comparedCell(id, label, cell, shown[at])),
        ],
      }),
    ),
  ];
}

const JUDGMENTS = ['hard-stops', 'verdict', 'holds', 'score', 'conditions'];

function isJudgment(id: string): boolean {
  return JUDGMENTS.includes(id) || id.startsWith('line-');
}

function comparedCell(
  row: string,
  label: string,
  text: string,
  candidate: ReportCandidate | undefined,
): Cell {
  const cell = text === '' ? 'Not recorded' : shortened(toPaperText(text), LONGEST_CELL);
  if (candidate === undefined) return cell;
  if (row === 'verdict') return { verdict: candidate.verdict.kind };
  if (row === 'holds') return listedBelow(candidate.holds, cell);
  if (row === 'conditions') return listedBelow(candidate.conditions, cell);
  const line = row.startsWith('line-') ? candidate.lines.find((each) => each.label === label) : undefined;
  return line === undefined ? cell : [cell, shortened(toPaperText(line.why), LONGEST_CELL)];
}

/** Several sentences stand under the candidate’s own name, where there is room for them. */
function listedBelow(sentences: readonly string[], cell: string): string {
  return sentences.length < 2 ? cell : `${sentences.length}, listed below`;
}

function candidateBlocks(candidate: ReportCandidate): readonly Block[] {
  const { id, name, verdict, score, of, checks, decision } = candidate;
  const unit = `candidate ${id}`;
  const said = (label: string, sentences: readonly string[], tone: Tone = 'plain'): readonly Block[] =>
    sentences.length === 0 ? [] : [pairBlock(unit, label, sentences.join('\n'), tone)];
  return [
    {
      kind: 'item-heading',
      text: toPaperText(name),
      state: { verdict: verdict.kind },
      detail: [`${score} of ${of} points`, ...(checks === null ? [] : [checks.text])].join(' · '),
      unit,
      keepWithNext: true,
    },
    ...said(
      'Hard stops',
      candidate.hardStops.map(({ text }) => text),
      'strong',
    ),
    ...said('On hold', candidate.holds, 'strong'),
    ...said('Conditions', candidate.conditions),
    ...said('Checks open', checks === null || checks.open.length === 0 ? [] : [checks.open.join('; ')]),
    ...said('Decision', [decisionText(decision)], decision === null ? 'soft' : 'plain'),
  ];
}

/** The arithmetic of the score, line by line. */
function scoreRows({ lines, score, of }: ReportCandidate): readonly Block[] {
  return [
    ...lines.map(
      ({ label, points, of: most, why }): Block => ({
        kind: 'table-row',
        table: 'score',
        cells: [label, `${points} of ${most}`, shortened(toPaperText(why), LONGEST_WHY)],
        isDense: true,
      }),
    ),
    { kind: 'table-row', table: 'score', cells: ['Score', `${score} of ${of}`, ''], isDense: true },
  ];
}

/** What is open and everything recorded about a candidate, with its portal’s check unless that is printed under “Secure connection”. */
function entryBlocks({ id, open }: ReportCandidate, { list, printed }: Recorded): readonly Block[] {
  const unit = `recorded ${id}`;
  const small = (label: string, text: string): Block => ({
    ...pairBlock(unit, label, text, 'soft'),
    isDense: true,
  });
  // Every question there is while nothing is answered: said, but not line by line.
  const questions = open.length === 0 ? [] : [small('Open questions', summedUp(open).join(' '))];
  const entry = list?.entries.find((each) => each.id === id);
  if (entry === undefined) return questions;
  const { check } = entry;
  const isPrinted = check?.run != null && printed.includes(check.run.stored.id);
  return [
    ...questions,
    ...(check === null || isPrinted ? [] : checkResultBlocks(unit, check)),
    ...recordedBlocks(unit, entry),
    small('Dates', `${changedText(entry)}.`),
  ];
}

function decisionText(decision: ReportDecision | null): string {
  if (decision === null) return 'Not decided yet.';
  const { word, on, reason } = decision;
  return `${word}${on === null ? '' : ` on ${on.text}`}${reason === '' ? '. Why is not recorded.' : `: ${reason}`}`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, graphemeStart(text, most)).trimEnd()}…`;
}
