import type { ReportCheck, ReportConnection } from '../../../shared/domain/report-desk-types.ts';
import { checkResultBlocks, checkRow, markOf } from './check-blocks.ts';
import { changedText, recordedBlocks } from './entry-blocks.ts';
import { heading, paragraph } from './heading-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block } from './report-block.ts';

/** Portals and this computer: a table of how each stands, then what each check found, how, and who says so. */
export function connectionBlocks(connection: ReportConnection): readonly Block[] {
  const { summary, portals, takenOff, computer } = connection;
  return [
    heading('Secure connection'),
    paragraph(summary, 'plain', takenOff === null),
    ...(takenOff === null ? [] : [paragraph(takenOff, 'soft', true)]),
    ...[...portals, ...computer].map(checkRow),
    ...portals.flatMap((portal) => [
      ...checkBlocks(portal, changedText(portal.entry)),
      ...recordedBlocks(unitOf(portal), portal.entry),
    ]),
    // What was never looked at has said all in the table.
    ...computer
      .filter(({ run, attestation }) => run !== null || attestation !== null)
      .flatMap((check) => checkBlocks(check)),
  ];
}

function checkBlocks(check: ReportCheck, changed?: string): readonly Block[] {
  const { title, target } = check;
  const unit = unitOf(check);
  const text = toPaperText(title);
  const about = target === '' ? 'This computer' : target;
  const detail = changed === undefined ? about : `${about} · ${changed}`;
  return [
    { kind: 'item-heading', text, state: markOf(check), detail, unit, keepWithNext: true, isDense: true },
    ...checkResultBlocks(unit, check, true),
  ];
}

function unitOf({ id }: ReportCheck): string {
  return `check ${id}`;
}
