import { catalog as ourCatalog } from '../../shared/catalog/catalog.ts';
import { samplePlan } from '../../shared/catalog/sample-plan.ts';
import type { Result } from '../../shared/domain/result.ts';
import { type Application, type ApplicationOptions, createApplication } from './create-application.ts';

export type { Application } from './create-application.ts';

/** Opens the plan in a data folder and serves it. Fails in words, leaving the folder as it was. */
export function openApplication(options: ApplicationOptions): Result<Application> {
  return createApplication(ourCatalog, samplePlan, options);
}
