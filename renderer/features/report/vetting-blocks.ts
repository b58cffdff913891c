import type {
  ReportCandidate,
  ReportComparison,
  ReportDecision,
  ReportVetting,
  ReportVettingKind,
} from '../../../shared/domain/report-vetting-types.ts';
import { pairBlock } from './answer-blocks.ts';
import { heading, paragraph } from './heading-blocks.ts';
import { graphemeStart, toPaperText } from './paper-text.ts';
import type { Block, Cell, Tone } from './report-block.ts';

/** Longest name at the head of a column. */
const LONGEST_HEAD = 80;
/** Longest text in a narrow cell: a row is never torn apart, so it has to fit on a page. */
const LONGEST_CELL = 240;
/** The same for a wide cell. */
const LONGEST_WHY = 600;

/** Clearinghouses and billing software: what was decided, side by side, then each by itself. */
export function vettingBlocks({ notes, kinds }: ReportVetting): readonly Block[] {
  return kinds.flatMap((kind, at) => kindBlocks(kind, at === 0 ? notes : []));
}

function kindBlocks(
  { title, decision, candidates, comparison }: ReportVettingKind,
  notes: readonly string[],
): readonly Block[] {
  return [
    heading(`Vetting: ${title.toLowerCase()}`),
    ...(candidates.length === 0 ? [] : notes.map((note) => paragraph(note, 'soft', true))),
    { ...pairBlock(`vetting ${title}`, 'Decision', decision, 'strong'), keepWithNext: comparison !== null },
    ...(comparison === null ? [] : comparisonBlocks(comparison, candidates)),
    ...candidates.flatMap((candidate) => [
      ...candidateBlocks(candidate),
      // Side by side the points have been said already, each with where it comes from.
      ...(comparison?.ids.includes(candidate.id) === true ? [] : scoreRows(candidate)),
    ]),
  ];
}

function comparisonBlocks(
  { ids, names, rows, note }: ReportComparison,
  candidates: readonly ReportCandidate[],
): readonly Block[] {
  const shown = ids.flatMap((id) => candidates.filter((candidate) => candidate.id === id));
  const heads = names.map((name) => shortened(toPaperText(name), LONGEST_HEAD));
  // What nobody has recorded tells nothing apart. Every field of each is listed further on.
  const told = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return [
    ...(note === null ? [] : [paragraph(note, 'soft', true)]),
    ...told.map(
      ({ id, label, cells, differs }): Block => ({
        kind: 'table-row',
        table: 'compared',
        heads,
        cells: [
          differs ? `${label} (differs)` : label,
          ...cells.map((cell, at) => comparedCell(id, label, cell, shown[at])),
        ],
      }),
    ),
  ];
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
    // Every question there is while nothing is answered: said, but not line by line.
    ...said('Not answered yet', candidate.open.length === 0 ? [] : [candidate.open.join(' ')], 'soft'),
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
      }),
    ),
    { kind: 'table-row', table: 'score', cells: ['Score', `${score} of ${of}`, ''] },
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
