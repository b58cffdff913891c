import { failed, ok, type Result } from '../../shared/domain/result.ts';

/** What the print dialog's answer means. Closing the dialog is no failure: Electron words it differently from release to release. */
export function printOutcome(printed: boolean, reason: string): Result<null> {
  if (printed) return ok(null);
  if (/cancel/i.test(reason)) return failed('cancelled', 'Nothing was printed.');
  return failed('print-failed', 'The printer did not take the report. Nothing is lost; please try again.');
}
