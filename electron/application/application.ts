import { performance } from 'node:perf_hooks';
import { catalog as ourCatalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { type Application, type ApplicationOptions, createApplication } from './create-application.ts';
import { openLogFile } from './log-file.ts';
import { logRequests } from './log-requests.ts';

export type { Application } from './create-application.ts';

/** Opens the plan in a data folder and serves it. Fails in words, leaving the folder as it was. */
export function openApplication(options: ApplicationOptions): Result<Application> {
  const file = openLogFile(options.dataFolder, options.clock.now);
  const said = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const early: string[] = [];
  let isOpen = false;
  const opened = createApplication(ourCatalog, samplePlan, {
    ...options,
    log: (line) => {
      said(line);
      // Until the folder is known to be ours and open, nothing is put into it.
      if (isOpen) file(line);
      else early.push(line);
    },
  });
  if (!opened.ok) return opened;
  isOpen = true;
  for (const line of early) file(line);
  file(`opened: version ${options.version}, ${options.shell.kind}, ${process.platform}`);
  return ok(logRequests(opened.value, file, () => performance.now()));
}
