import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Paper } from '../../../shared/ipc/contract.ts';
import type { Block } from './report-block.ts';
import { measureColumn, type Ruler } from './ruler.ts';

interface MeasuringColumnProps {
  readonly blocks: readonly Block[];
  readonly paper: Paper;
  /** `pageHeight`: room for blocks on one page, in CSS pixels. */
  readonly onMeasured: (ruler: Ruler, pageHeight: number) => void;
  /** The blocks, whole. */
  readonly children: ReactNode;
}

/** A page without an end, out of sight, in which the blocks are measured as soon as the typefaces are there. */
export function MeasuringColumn({ blocks, paper, onMeasured, children }: MeasuringColumnProps): ReactNode {
  const column = useRef<HTMLDivElement>(null);
  const measured = useRef(onMeasured);
  useEffect(() => {
    measured.current = onMeasured;
  });
  useEffect(() => {
    let isWanted = true;
    const measure = (): void => {
      if (isWanted && column.current !== null) {
        measured.current(measureColumn(column.current, blocks), pageHeightOf(column.current));
      }
    };
    // Reading a size lays the column out, which is what has the typefaces fetched.
    column.current?.getBoundingClientRect();
    fontsReady().then(measure, measure);
    return () => {
      isWanted = false;
    };
  }, [blocks]);
  // Beside the page, not in it: there it would be measured as small as the sheets are shown.
  return createPortal(
    <div className={`paper paper-${paper} paper-measuring`} aria-hidden="true" inert>
      <div className="sheet">
        <div className="sheet-flow" ref={column}>
          {children}
        </div>
      </div>
    </div>,
    document.body,
  );
}

/** Resolves when every typeface the page uses so far is there. */
async function fontsReady(): Promise<void> {
  // Not there in test environments without layout.
  const fonts = document.fonts as FontFaceSet | undefined;
  await fonts?.ready;
}

/** The height `print.css` gives the flow of a sheet; endless where there is no layout. */
function pageHeightOf(flow: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(flow).minHeight) || Number.POSITIVE_INFINITY;
}
