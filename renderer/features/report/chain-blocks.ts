import { daysInWords } from '../../../shared/domain/client-deadlines.ts';
import type { ReportChain, ReportLink } from '../../../shared/domain/report-chain-types.ts';
import { dataGoes } from '../../../shared/domain/report-vetting-csv.ts';
import { heading, paragraph } from './heading-blocks.ts';
import { toPaperText } from './paper-text.ts';
import type { Block } from './report-block.ts';

/** The chain of agreements: in a sentence, as a picture, and as a table with what is missing first. */
export function chainBlocks({ summary, breach, counts, links }: ReportChain): readonly Block[] {
  const head = heading('Chain of agreements');
  if (links.length === 0) return [head, paragraph(summary, 'plain')];
  const drawn = links.map(({ id, kind, name, role, standing }) => ({
    node: { id, kind, name: toPaperText(name), role: toPaperText(role) },
    standing: standing.kind,
  }));
  return [
    head,
    paragraph(summary, 'strong', true),
    paragraph(breach, 'plain', true),
    { kind: 'chain-map', chain: { counts, links: drawn } },
    ...links.map(linkRow),
  ];
}

function linkRow(link: ReportLink): Block {
  const { name, role, standing, since, expires, incidentDays } = link;
  const none = standing.kind === 'not-needed' ? 'Not needed' : 'Not recorded';
  const end = expires?.text ?? (since === null ? none : 'No end recorded');
  return {
    kind: 'table-row',
    table: 'chain',
    cells: [
      toPaperText(name),
      role === '' ? dataGoes(link) : [dataGoes(link), toPaperText(role)],
      { agreement: standing.kind },
      since?.text ?? none,
      end,
      incidentDays === null ? none : incidentDays === 0 ? 'Same day' : daysInWords(incidentDays),
    ],
  };
}
