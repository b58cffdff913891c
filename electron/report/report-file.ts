import { toItemsCsv } from '../../shared/domain/report-csv.ts';
import { toReportJson } from '../../shared/domain/report-json.ts';
import { buildReportModel } from '../../shared/domain/report-model.ts';
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
  const model = buildReportModel(catalog, recorded.value.plan, {
    today: clock.today(),
    generatedAt: clock.now(),
    version,
  });
  return ok(format === 'json' ? toReportJson(model) : toItemsCsv(model));
}
