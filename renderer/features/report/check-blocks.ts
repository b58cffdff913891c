import { postureKindOf } from '../../../shared/domain/connection-posture.ts';
import type { ReportAttestation, ReportCheck } from '../../../shared/domain/report-desk-types.ts';
import { pairBlock } from './pair-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block, CheckMark, Tone } from './report-block.ts';

/** One check in a line: what, how it stands, when, and who says so. */
export function checkRow(check: ReportCheck): Block {
  const { title, target, run, attestation } = check;
  const name = toPaperText(title);
  const when = attestation === null ? (run?.time ?? '–') : (attestation.on?.text ?? 'Day not recorded');
  return {
    kind: 'table-row',
    table: 'checks',
    cells: [target === '' || target === name ? name : [name, target], markOf(check), when, whoSays(check)],
  };
}

/** How a check stands, for the shape beside its name. */
export function markOf({ standing: { kind }, isOld }: ReportCheck): CheckMark {
  return { check: postureKindOf({ kind, isOld }) };
}

function whoSays({ run, attestation }: ReportCheck): string {
  if (attestation !== null) return toPaperText(attestation.by ?? 'Your word');
  return run === null ? '–' : 'Checked by First Claim';
}

/** What was found, how and when, and what a person says where the app could not tell. What the table says is not repeated. */
export function checkResultBlocks(
  unit: string,
  { words, standing, run, attestation }: ReportCheck,
  isInTable = false,
): readonly Block[] {
  const said = (label: string, text: string, tone: Tone = 'plain'): readonly Block[] =>
    text === '' ? [] : [pairBlock(unit, label, text, tone)];
  const blocks = [
    // What stands beside the name already is not said a second time.
    ...said('Result', words === `${standing.word}.` ? '' : words),
    ...(run === null
      ? []
      : [
          ...(isInTable && attestation === null
            ? []
            : said('Automatic check', `${run.outcome.word}, ${run.time}`)),
          ...said('Method', run.stored.method, 'soft'),
          ...said('Found', run.stored.detail.sentences.join(' ')),
          ...said('Details', run.facts.map(({ label, text }) => `${label}: ${text}`).join('; ')),
        ]),
    ...(attestation === null
      ? []
      : [
          ...said('Your word', `${attestation.words}.`),
          ...said('Attested', attestedText(attestation)),
          ...said('Evidence', attestation.evidence.join('\n')),
        ]),
  ];
  return blocks.map((block) => ({ ...block, isDense: true }));
}

function attestedText({ by, on, method }: ReportAttestation): string {
  const who = by === null ? 'Who looked is not recorded' : `By ${by}`;
  const how = method === null ? '' : `, how: ${method}`;
  return on === null ? `${who}.` : `${who}, on ${on.text}${how}.`;
}
