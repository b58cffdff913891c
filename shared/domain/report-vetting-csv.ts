import { daysInWords } from './client-deadlines.ts';
import type { CsvLine } from './csv-table.ts';
import type { ReportChain, ReportLink } from './report-chain-types.ts';
import { factLines } from './report-csv-lines.ts';
import type { ReportCandidate, ReportComparison, ReportVetting } from './report-vetting-types.ts';
import { DESK_WORDS } from './report-words.ts';

/** The vetting of every candidate, and the candidates side by side, in the columns of the items. */
export function vettingLines({ kinds }: ReportVetting): readonly CsvLine[] {
  return kinds.flatMap(({ title, decision, candidates, comparison }) => {
    const section = `${DESK_WORDS.vetting}: ${title}`;
    return [
      ...factLines([section, '', '', '', ''], 'decision', decision),
      ...candidates.flatMap((candidate) => candidateLines(section, candidate)),
      ...(comparison === null ? [] : comparisonLines(section, comparison)),
    ];
  });
}

function candidateLines(section: string, candidate: ReportCandidate): readonly CsvLine[] {
  const { id, name, verdict, score, of, checks, decision } = candidate;
  const start = [section, id, name, '', verdict.word];
  const facts = (kind: string, sentences: readonly string[]): readonly CsvLine[] =>
    sentences.flatMap((sentence) => factLines(start, kind, sentence));
  return [
    ...factLines(start, 'verdict', verdict.word, verdict.kind),
    ...candidate.hardStops.flatMap((stop) => factLines(start, 'hard stop', stop.text, stop.id)),
    ...facts('on hold', candidate.holds),
    ...factLines(start, 'score', `${score} of ${of}`, String(score)),
    ...candidate.lines.map((line) => {
      const text = `${line.points} of ${line.of}. ${line.why}`;
      return [...start, 'points', line.area, line.label, '', '', text, String(line.points), ''];
    }),
    ...facts('condition', candidate.conditions),
    ...facts('not answered', candidate.open),
    ...factLines(start, 'authority checks', checks?.text, String(checks?.done)),
    ...facts('authority check open', checks?.open ?? []),
    ...factLines(start, 'decision', decision?.word, decision?.kind),
    ...factLines(start, 'decided because', decision?.reason),
    ...factLines(start, 'decided on', decision?.on?.text, decision?.on?.on),
  ];
}

function comparisonLines(section: string, { ids, names, rows, note }: ReportComparison): readonly CsvLine[] {
  return [
    ...rows.flatMap(({ id, label, cells, differs }) =>
      cells.map((cell, at) => {
        const kind = differs ? 'side by side: differs' : 'side by side';
        return [section, ids[at] ?? '', names[at] ?? '', '', '', kind, id, label, '', '', cell, cell, ''];
      }),
    ),
    ...factLines([section, '', '', '', ''], 'side by side', note),
  ];
}

const CHAIN = 'Chain of agreements';

/** Every link of the chain of agreements, what is missing first. */
export function chainLines({ summary, breach, shortestDays, links }: ReportChain): readonly CsvLine[] {
  const start = [CHAIN, '', '', '', ''];
  return [
    ...factLines(start, 'state', summary),
    ...factLines(start, 'shortest deadline', breach, shortestDays === null ? '' : String(shortestDays)),
    ...links.flatMap(linkLines),
  ];
}

function linkLines(link: ReportLink): readonly CsvLine[] {
  const { id, name, kind, role, standing, words, since, expires, incidentDays } = link;
  const start = [CHAIN, id, name, '', standing.word];
  return [
    ...factLines(start, 'agreement', words, standing.kind),
    ...factLines(start, 'patient data goes', dataGoes(link), kind),
    ...(role === '' ? [] : factLines(start, 'role', role)),
    ...factLines(start, 'signed on', since?.text, since?.on),
    ...factLines(start, 'ends on', expires?.text, expires?.on),
    ...(incidentDays === null
      ? []
      : factLines(start, 'incident notice', daysInWords(incidentDays), String(incidentDays))),
  ];
}

/** "Client to you". */
export function dataGoes({ kind }: Pick<ReportLink, 'kind'>): string {
  return kind === 'client' ? 'Client to you' : 'You to vendor';
}
