import type { CsvLine } from './csv-table.ts';
import { answerLines, factLines } from './report-csv-lines.ts';
import type {
  ReportBreach,
  ReportCheck,
  ReportConnection,
  ReportEntry,
  ReportPoint,
} from './report-desk-types.ts';
import { evidenceText } from './report-rule.ts';
import type { ReportModel } from './report-types.ts';
import { chainLines, vettingLines } from './report-vetting-csv.ts';
import { DESK_WORDS } from './report-words.ts';

/** What stands beside the checklist, in the columns of the items. */
export function deskLines({
  connection,
  rule,
  chain,
  breach,
  vetting,
  lists,
}: ReportModel): readonly CsvLine[] {
  return [
    ...connectionLines(connection),
    ...rule.standards.flatMap(({ points }) => points.flatMap(pointLines)),
    ...chainLines(chain),
    ...breachLines(breach),
    ...vettingLines(vetting),
    ...lists.flatMap(({ title, entries, takenOff }) => [
      ...entries.flatMap((entry) => [
        ...entryLines([title, entry.id, entry.title, '', ''], entry),
        ...(entry.check === null ? [] : checkLines(title, entry.check)),
      ]),
      ...factLines([title, '', '', '', ''], 'taken off', takenOff),
    ]),
  ];
}

const CONNECTION = DESK_WORDS.connection;

function connectionLines({ portals, takenOff, computer }: ReportConnection): readonly CsvLine[] {
  return [
    ...portals.flatMap((portal) => [
      ...checkLines(CONNECTION, portal),
      ...entryLines([CONNECTION, portal.id, portal.title, '', portal.standing.word], portal.entry),
    ]),
    ...factLines([CONNECTION, '', '', '', ''], 'taken off', takenOff),
    ...computer.flatMap((check) => checkLines(CONNECTION, check)),
  ];
}

function checkLines(section: string, check: ReportCheck): readonly CsvLine[] {
  const { id, title, target, standing, words, run, attestation } = check;
  const start = [section, id, title, '', standing.word];
  return [
    ...factLines(start, 'state', words, standing.kind),
    ...(target === '' ? [] : factLines(start, 'address', target)),
    ...(run === null
      ? []
      : [
          ...factLines(start, 'automatic check', run.outcome.word, run.outcome.kind),
          ...factLines(start, 'checked at', run.time, run.stored.checkedAt),
          ...factLines(start, 'method', run.stored.method),
          ...run.stored.detail.sentences.flatMap((sentence) => factLines(start, 'found', sentence)),
          ...run.facts.flatMap(({ label, text }) => factLines(start, label.toLowerCase(), text)),
        ]),
    ...(attestation === null
      ? []
      : [
          ...factLines(start, 'own word', attestation.words),
          ...factLines(start, 'said by', attestation.by),
          ...factLines(start, 'looked on', attestation.on?.text, attestation.on?.on),
          ...factLines(start, 'how', attestation.method),
          ...attestation.evidence.flatMap((note) => factLines(start, 'evidence', note)),
        ]),
  ];
}

function pointLines(point: ReportPoint): readonly CsvLine[] {
  const start = ['Security Rule', point.cite, point.title, point.mark.word, point.standing.word];
  return [
    ...factLines(start, 'state', point.standing.word, point.standing.kind),
    ...point.why.flatMap((sentence) => factLines(start, 'why', sentence)),
    ...point.open.flatMap((sentence) => factLines(start, 'missing', sentence)),
    ...point.evidence.flatMap((note) => factLines(start, 'evidence', evidenceText(note))),
    ...(point.answer === null ? [] : entryLines(start, point.answer)),
  ];
}

function breachLines({ outer, shortest, clients, plan, log }: ReportBreach): readonly CsvLine[] {
  const start = ['Breach clocks', '', '', '', ''];
  return [
    ...factLines(start, 'outer limit', outer),
    ...factLines(start, 'shortest deadline', shortest),
    ...clients.flatMap(({ client, within, days, text, contact }) => {
      const of = ['Breach clocks', '', client, '', ''];
      return [
        ...factLines(of, 'tell within', within, String(days)),
        ...factLines(of, 'from', text),
        ...(contact === '' ? [] : factLines(of, 'contact', contact)),
      ];
    }),
    ...factLines(start, 'plan', plan),
    ...factLines(start, 'incident log', log),
  ];
}

function entryLines(start: CsvLine, { groups, changed, updatedAt }: ReportEntry): readonly CsvLine[] {
  return [
    ...factLines(start, 'last changed', changed.text, updatedAt),
    ...groups.flatMap(({ answers }) => answers.flatMap((answer) => answerLines(start, answer))),
  ];
}
