import { filesOfPlan } from '../../shared/domain/evidence.ts';
import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import { toReportJson } from '../../shared/domain/report-json.ts';
import { buildReportModel } from '../../shared/domain/report-model.ts';
import { toRuleCsv } from '../../shared/domain/report-rule-csv.ts';
import type { ReportModel } from '../../shared/domain/report-types.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { ExportFormat, Paper } from '../../shared/ipc/contract.ts';
import type { HandlerContext } from '../application/handler.ts';

/** What the save dialog calls each kind of file. */
export const EXPORT_TYPES: Readonly<
  Record<ExportFormat, { readonly typeName: string; readonly extension: string }>
> = {
  pdf: { typeName: 'PDF document', extension: 'pdf' },
  json: { typeName: 'JSON file', extension: 'json' },
  csv: { typeName: 'Spreadsheet (CSV)', extension: 'csv' },
  'rule-csv': { typeName: 'Spreadsheet (CSV)', extension: 'csv' },
};

const WRITERS: Readonly<Record<Exclude<ExportFormat, 'pdf'>, (model: ReportModel) => string>> = {
  json: toReportJson,
  csv: toItemsCsv,
  'rule-csv': toRuleCsv,
};

/** The report as the content of a file. Pages come from the same engine that prints them. */
export async function makeReportFile(
  format: ExportFormat,
  paper: Paper,
  context: HandlerContext,
): Promise<Result<Uint8Array | string>> {
  if (format === 'pdf') return context.shell.makePdf(paper);
  const recorded = context.store.read();
  if (!recorded.ok) return recorded;
  const { catalog, clock, version } = context;
  const { plan } = recorded.value;
  const evidence = await context.evidence.statusesOf(filesOfPlan(plan), { withHash: true });
  const model = buildReportModel(catalog, plan, {
    today: clock.today(),
    generatedAt: clock.now(),
    version,
    evidence,
  });
  return ok(WRITERS[format](model));
}
