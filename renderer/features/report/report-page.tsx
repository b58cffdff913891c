import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { buildReportModel } from '../../../shared/domain/report-model.ts';
import type { ReportModel } from '../../../shared/domain/report-types.ts';
import type { Paper } from '../../../shared/ipc/contract.ts';
import { bridge } from '../../app/bridge.ts';
import { useEvidenceStatuses } from '../../app/evidence-query.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { ReportDesk } from './report-desk.tsx';
import styles from './report-page.module.css';
import { ReportPages } from './report-pages.tsx';
import { ReportToolbar } from './report-toolbar.tsx';

/** The report on screen, as the pages it prints, with what can be done with it. */
export function ReportPage(): ReactNode {
  const model = useReportModel();
  const [paper, setPaper] = useState<Paper>('letter');
  const [pages, setPages] = useState<number | null>(null);
  return (
    <>
      <div className={styles.top}>
        <Page>
          <PageHeader
            title="Readiness report"
            eyebrow={pages === null ? 'Laying out the pages…' : countText(pages)}
            lead="What you see is what will be printed: everything you recorded, and how it stands today. The PDF is for reading and sending, the JSON file holds every value exactly for other programs, the CSV file opens in a spreadsheet."
          />
          <p>
            To take the plan itself to another computer, with the files you attached, save{' '}
            <Link to={paths.archive}>one file with everything</Link>.
          </p>
        </Page>
      </div>
      <ReportToolbar paper={paper} onPaper={setPaper} />
      <ReportDesk paper={paper}>
        <ReportPages model={model} paper={paper} onLaidOut={setPages} />
      </ReportDesk>
    </>
  );
}

function countText(pages: number): string {
  return pages === 1 ? '1 page' : `${pages} pages`;
}

function useReportModel(): ReportModel {
  const { plan, today } = usePlan();
  const info = useSuspenseQuery({ queryKey: ['app-info'], queryFn: () => bridge.getAppInfo({}) });
  const { version } = info.data;
  const evidence = useEvidenceStatuses(plan);
  return useMemo(() => {
    const generatedAt = new Date().toISOString();
    return buildReportModel(catalog, plan, { today, generatedAt, version, evidence });
  }, [plan, today, version, evidence]);
}
