import type { ReactNode } from 'react';
import type { ReportModel } from '../../../shared/domain/report-types.ts';

interface ReportSheetProps {
  readonly model: Pick<ReportModel, 'title' | 'today'>;
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
}

/** One page of paper with its running head. The head is not read out: it would be heard once a page. */
export function ReportSheet({ model, page, pages, children }: ReportSheetProps): ReactNode {
  return (
    <div className="sheet">
      <div className="sheet-head" aria-hidden="true">
        <span>First Claim · {model.title}</span>
        <span>
          {model.today.text} · page {page} of {pages}
        </span>
      </div>
      <div className="sheet-flow">{children}</div>
    </div>
  );
}
