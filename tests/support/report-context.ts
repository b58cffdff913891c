import type { Catalog } from '../../shared/catalog/types.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { buildReportModel } from '../../shared/domain/report-model.ts';
import type { ReportItem, ReportModel } from '../../shared/domain/report-types.ts';
import { TODAY } from './test-profile.ts';

/** The report on a plan, made on the day tests take for today. */
export function aReport(catalog: Catalog, plan: Plan): ReportModel {
  return buildReportModel(catalog, plan, {
    today: TODAY,
    generatedAt: `${TODAY}T12:00:00.000Z`,
    version: '1.2.3',
  });
}

/** The report on one item. */
export function itemIn(model: ReportModel, id: string): ReportItem {
  const found = model.sections.flatMap(({ items }) => items).find((item) => item.id === id);
  if (found === undefined) throw new Error(`No item "${id}" in this report`);
  return found;
}
