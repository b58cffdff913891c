import { toPaperText } from './paper-text.ts';
import type { Block, HeadingBlock, ListItemBlock, ParagraphBlock, Tone } from './report-block.ts';

/** A section of the report begins. */
export function heading(text: string): HeadingBlock {
  return { kind: 'heading', text, keepWithNext: true };
}

/** Heads the vetting of a list. */
export function vettingTitle(list: string): string {
  return `Vetting: ${list.toLowerCase()}`;
}

/** A few words of the report's own. */
export function paragraph(text: string, tone: Tone, keepWithNext = false): ParagraphBlock {
  return { kind: 'paragraph', text: toPaperText(text), tone, keepWithNext };
}

/** A numbered list. */
export function list(
  id: string,
  notices: readonly { readonly title: string | null; readonly text: string }[],
): readonly Block[] {
  return notices.map(
    ({ title, text }, index): ListItemBlock => ({
      kind: 'list-item',
      list: id,
      number: index + 1,
      lead: title,
      text: toPaperText(text),
    }),
  );
}
