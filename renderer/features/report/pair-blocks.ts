import type { ReportValue } from '../../../shared/domain/report-types.ts';
import { toPaperText } from './paper-text.ts';
import type { PairBlock, Tone } from './report-block.ts';

/** Longest text that stands beside others on a line. */
const LONGEST_SHORT = 90;

/** Something to print with its label, long or short. */
export interface Entry {
  readonly label: string;
  readonly text: string;
  readonly tone: Tone;
  readonly isAsked: boolean;
}

/** A value as it is printed. */
export function toEntry({ label, lines, isAsked }: ReportValue): Entry {
  if (lines.length === 0) return { label, text: 'Left blank', tone: 'soft', isAsked };
  const inOneLine = lines.join('; ');
  const text = inOneLine.length <= LONGEST_SHORT ? inOneLine : lines.join('\n');
  return { label, text, tone: 'plain', isAsked };
}

/** Whether a text can stand beside others on a line. */
export function isShort({ text }: Pick<Entry, 'text'>): boolean {
  return text.length <= LONGEST_SHORT && !toPaperText(text).includes('\n');
}

/** A text of any length beside its label. */
export function entryPair(list: string, entry: Entry, isInRow: boolean, unit: string | undefined): PairBlock {
  return { kind: 'pair', list, ...entry, text: toPaperText(entry.text), isInRow, unit };
}

/** Words of the report’s own beside their label. */
export function pairBlock(list: string, label: string, text: string, tone: Tone): PairBlock {
  return entryPair(list, { label, text, tone, isAsked: true }, false, list);
}
