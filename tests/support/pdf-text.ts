import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';

/** What a PDF says and how it is built. */
export interface PdfContent {
  /** All its text without any white space: lines wrap where they like. */
  readonly text: string;
  readonly pages: number;
  /** Titles of its bookmarks, all levels in order. */
  readonly outline: readonly string[];
  readonly isTagged: boolean;
}

/** Reads a PDF file. */
export async function readPdf(file: string): Promise<PdfContent> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  const mark = await document.getMarkInfo();
  const content = {
    text: squeeze(texts.join('')),
    pages: document.numPages,
    outline: titlesOf((await document.getOutline()) ?? []),
    isTagged: (mark as { readonly Marked?: boolean } | null)?.Marked === true,
  };
  await document.cleanup();
  return content;
}

/** Text without white space, for comparing across line and page breaks. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

function titlesOf(bookmarks: readonly Bookmark[]): readonly string[] {
  return bookmarks.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}
