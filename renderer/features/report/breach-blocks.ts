import type { ReportBreach } from '../../../shared/domain/report-desk-types.ts';
import { heading } from './heading-blocks.ts';
import { pairBlock } from './pair-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block } from './report-block.ts';

/** Whom to tell by when if patient data is lost. */
export function breachBlocks({ outer, shortest, clients, plan, log }: ReportBreach): readonly Block[] {
  return [
    heading('Breach clocks'),
    pairBlock('breach', 'Shortest deadline', shortest, 'strong'),
    pairBlock('breach', 'Outer limit', outer, 'plain'),
    ...(plan === null ? [] : [pairBlock('breach', 'Incident plan', plan, 'plain')]),
    ...(log === null ? [] : [pairBlock('breach', 'Incident log kept', log, 'plain')]),
    ...clients.map(
      ({ client, within, text, contact }): Block => ({
        kind: 'table-row',
        table: 'deadlines',
        cells: [client, within, text, contact === '' ? 'Not recorded' : contact].map(toPaperText),
      }),
    ),
  ];
}
