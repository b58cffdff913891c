import * as z from 'zod';
import { reportModelSchema } from './report-schema.ts';
import type { ReportModel } from './report-types.ts';
import { failed, ok, type Result } from './result.ts';

/** Raised when a reader of the last version could no longer understand the file. */
export const REPORT_FORMAT_VERSION = 2;

const FORMAT = 'first-claim-readiness-report';

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(REPORT_FORMAT_VERSION),
  report: reportModelSchema,
});

/**
 * The report as JSON: two spaces, keys always in the same order. Holds every stored value exactly, so that
 * `parseReportJson` gives back an equal model.
 */
export function toReportJson(model: ReportModel): string {
  const file = { format: FORMAT, formatVersion: REPORT_FORMAT_VERSION, report: model };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads what `toReportJson` wrote. */
export function parseReportJson(json: string): Result<ReportModel> {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return failed('invalid-input', 'This is not a JSON file.');
  }
  const parsed = fileSchema.safeParse(data);
  return parsed.success ? ok(parsed.data.report) : failed('invalid-input', refusalOf(data));
}

// The plan itself is in the database, so a file of another version has nothing that would be worth guessing at.
function refusalOf(data: unknown): string {
  const file = z.object({ format: z.literal(FORMAT), formatVersion: z.int() }).safeParse(data);
  const version = file.success ? file.data.formatVersion : REPORT_FORMAT_VERSION;
  if (version === REPORT_FORMAT_VERSION) return 'This is not a readiness report made by First Claim.';
  return version > REPORT_FORMAT_VERSION
    ? 'This report was made by a newer version of First Claim.'
    : 'This report was made by an older version of First Claim. Save it again from the report page.';
}
