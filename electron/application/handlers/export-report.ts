import { basename, dirname } from 'node:path';
import { failed, ok } from '../../../shared/domain/result.ts';
import type { ExportFormat } from '../../../shared/ipc/contract.ts';
import { EXPORT_TYPES, makeReportFile } from '../../report/report-file.ts';
import { writeFileDurably } from '../../report/write-file.ts';
import type { Handler, HandlerContext } from '../handler.ts';

const MOST_REMEMBERED = 50;

const STEMS: Readonly<Record<ExportFormat, string>> = {
  pdf: 'readiness-report',
  json: 'readiness-report',
  csv: 'readiness-report',
  'rule-csv': 'security-rule',
};

/** Saves the report where the user says, as PDF, JSON or CSV. */
export const exportReport: Handler<'exportReport'> = async ({ format, paper }, context) => {
  const { shell, clock } = context;
  const path = await shell.chooseSaveFile({
    suggestedName: `${STEMS[format]}-${clock.today()}.${EXPORT_TYPES[format].extension}`,
    ...EXPORT_TYPES[format],
  });
  if (path === null) return failed('cancelled', 'Nothing was saved.');
  const bytes = await makeReportFile(format, paper, context);
  if (!bytes.ok) return bytes;
  const written = writeFileDurably(path, bytes.value, context.dataFolder);
  if (!written.ok) return written;
  return ok({ fileId: rememberFile(path, context), fileName: basename(path), folder: dirname(path) });
};

/** Remembers a file that was saved, so that it can be shown in its folder; returns its id. */
export function rememberFile(path: string, { savedFiles, newId }: HandlerContext): string {
  const fileId = newId();
  savedFiles.set(fileId, path);
  const [oldest] = savedFiles.keys();
  if (savedFiles.size > MOST_REMEMBERED && oldest !== undefined) savedFiles.delete(oldest);
  return fileId;
}
