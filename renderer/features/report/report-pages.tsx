import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ReportModel } from '../../../shared/domain/report-types.ts';
import type { Paper } from '../../../shared/ipc/contract.ts';
import { classNames } from '../../ui/class-names.ts';
import '../../ui/print.css';
import { BlockList } from './block-list.tsx';
import { distribute, type Placement } from './distribute.ts';
import { toFragments, wholeFragments } from './fragments.ts';
import { MeasuringColumn } from './measuring-column.tsx';
import { usePageSize } from './page-size.ts';
import type { Block } from './report-block.ts';
import { ReportSheet } from './report-sheet.tsx';
import type { Ruler } from './ruler.ts';
import { toBlocks } from './to-blocks.ts';

interface ReportPagesProps {
  readonly model: ReportModel;
  readonly paper: Paper;
  /** Called after the pages are in the document. */
  readonly onLaidOut?: ((pages: number) => void) | undefined;
}

interface LaidOut {
  readonly blocks: readonly Block[];
  readonly paper: Paper;
  readonly pages: readonly (readonly Placement[])[];
}

/**
 * The report as the pages it prints: laid out once in a hidden column, then dealt out. While a new layout is made the
 * old pages stay.
 */
export function ReportPages({ model, paper, onLaidOut }: ReportPagesProps): ReactNode {
  const blocks = useMemo(() => toBlocks(model), [model]);
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  const isCurrent = laidOut?.blocks === blocks && laidOut.paper === paper;
  usePageSize(paper);
  useEffect(() => {
    if (isCurrent && laidOut !== null) onLaidOut?.(laidOut.pages.length);
  }, [isCurrent, laidOut, onLaidOut]);
  const deal = (ruler: Ruler, pageHeight: number): void =>
    setLaidOut({ blocks, paper, pages: distribute(ruler.blocks, pageHeight, ruler.cut) });
  return (
    <>
      {isCurrent ? null : (
        <MeasuringColumn key={paper} blocks={blocks} paper={paper} onMeasured={deal}>
          <BlockList fragments={wholeFragments(blocks)} />
        </MeasuringColumn>
      )}
      {laidOut === null ? null : (
        <div className={classNames('paper', `paper-${laidOut.paper}`)}>
          {laidOut.pages.map((placements, page) => (
            <ReportSheet
              // biome-ignore lint/suspicious/noArrayIndexKey: a page has no other name than its number.
              key={page}
              model={model}
              page={page + 1}
              pages={laidOut.pages.length}
            >
              <BlockList fragments={toFragments(laidOut.blocks, placements)} />
            </ReportSheet>
          ))}
        </div>
      )}
    </>
  );
}
