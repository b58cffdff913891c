import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** Opens the print dialog for the report. */
export const printReport: Handler<'printReport'> = async ({ paper }, { shell }) => {
  const printed = await shell.print(paper);
  return printed.ok ? ok({}) : printed;
};
