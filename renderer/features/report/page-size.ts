import { useEffect } from 'react';
import type { Paper } from '../../../shared/ipc/contract.ts';

const SIZES: Readonly<Record<Paper, string>> = { letter: '8.5in 11in', a4: '210mm 297mm' };

/**
 * Has the page print on this paper without margins of its own: the sheets carry them. A constructed style sheet, since
 * the policy of the page allows no inline one and a linked one cannot know the paper.
 */
export function usePageSize(paper: Paper): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${SIZES[paper]}; margin: 0; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [paper]);
}
