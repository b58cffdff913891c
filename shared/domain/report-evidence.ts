import {
  type EvidenceStatus,
  type EvidenceStatuses,
  fingerprint,
  isEvidenceFile,
  withStatusInWords,
} from './evidence.ts';
import type { ReportModel } from './report-types.ts';

/** Keys of a report under which printed lines stand. */
const LINE_KEYS = ['lines', 'evidence'];

/**
 * The report with every file that is missing or changed named as such, wherever it is printed. A printed document
 * carries the fingerprint of its file, so that whatever part of the report prints one is covered.
 */
export function withEvidenceStatuses(model: ReportModel, statuses: EvidenceStatuses): ReportModel {
  const troubled = Object.entries(statuses).filter(([, status]) => status !== 'present');
  if (troubled.length === 0) return model;
  const marks = troubled.map(([sha256, status]) => ({ mark: fingerprint(sha256), status }));
  const said = (line: string): string =>
    withStatusInWords(line, marks.find(({ mark }) => line.includes(mark))?.status);
  return visit(model, said, Object.fromEntries(troubled)) as ReportModel;
}

function visit(part: unknown, said: (line: string) => string, statuses: EvidenceStatuses): unknown {
  if (Array.isArray(part)) return part.map((entry) => visit(entry, said, statuses));
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => {
    const isLines = LINE_KEYS.includes(key) && isTexts(value);
    // What the database holds is handed on untouched.
    return [key, isLines ? value.map(said) : key === 'value' ? value : visit(value, said, statuses)];
  });
  const status = statusOfEvidence(part, statuses);
  return Object.fromEntries(status === null ? entries : [...entries, ['fileStatus', status]]);
}

/** How the file of a point's evidence was found, if it is not as it should be. */
function statusOfEvidence(part: object, statuses: EvidenceStatuses): EvidenceStatus | null {
  if (!('from' in part && 'file' in part && isEvidenceFile(part.file))) return null;
  return statuses[part.file.sha256] ?? null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
