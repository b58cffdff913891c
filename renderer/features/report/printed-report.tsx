import { type ReactNode, useEffect, useMemo } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { EvidenceStatuses } from '../../../shared/domain/evidence.ts';
import { buildReportModel } from '../../../shared/domain/report-model.ts';
import type { OutputOf, Paper } from '../../../shared/ipc/contract.ts';
import { bridge } from '../../app/bridge.ts';
import { ReportPages } from './report-pages.tsx';

interface PrintedReportProps {
  readonly loaded: OutputOf<'loadPlan'>;
  readonly version: string;
  /** How the attached files were found. */
  readonly evidence: EvidenceStatuses;
  readonly generatedAt: string;
  readonly paper: Paper;
}

/** The report by itself, for printing: says so once its pages are laid out. */
export function PrintedReport({
  loaded,
  version,
  evidence,
  generatedAt,
  paper,
}: PrintedReportProps): ReactNode {
  const { plan, today } = loaded;
  const model = useMemo(
    () => buildReportModel(catalog, plan, { today, generatedAt, version, evidence }),
    [plan, today, generatedAt, version, evidence],
  );
  useEffect(() => {
    // Also the title of the PDF.
    document.title = `${model.cover.business} · ${model.title}, ${model.today.text}`;
  }, [model]);
  return <ReportPages model={model} paper={paper} onLaidOut={sayReady} />;
}

function sayReady(pages: number): void {
  // If nobody listens there is nothing to be done about it here; whoever printed waits no longer than it said.
  bridge.reportReady({ pages }).catch(() => undefined);
}
