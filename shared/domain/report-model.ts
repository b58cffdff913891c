import type { SourceId } from '../catalog/ids.ts';
import type { Catalog } from '../catalog/types.ts';
import type { EvidenceStatuses } from './evidence.ts';
import type { IsoDate, IsoInstant } from './iso-date.ts';
import type { Plan } from './plan.ts';
import { toProfileAnswers } from './profile.ts';
import { assessReadiness } from './readiness.ts';
import { reportAnswers } from './report-answers.ts';
import { reportBreach } from './report-breach.ts';
import { reportCalendar, reportStale } from './report-calendar.ts';
import { reportChain } from './report-chain.ts';
import { reportConnection } from './report-connection.ts';
import { reportCover } from './report-cover.ts';
import { withEvidenceStatuses } from './report-evidence.ts';
import { reportDate, reportItem } from './report-item.ts';
import { reportLists } from './report-lists.ts';
import { reportRule } from './report-rule.ts';
import { reportSection } from './report-sections.ts';
import type { ReportItem, ReportModel, ReportSource } from './report-types.ts';
import { reportVetting } from './report-vetting.ts';
import { DISCLAIMER, SOURCE_STATUS_WORDS } from './report-words.ts';

/** What the report cannot know by itself. */
export interface ReportContext {
  /** The day the plan is judged for. */
  readonly today: IsoDate;
  readonly generatedAt: IsoInstant;
  /** Version of the app. */
  readonly version: string;
  /** How the attached files were found when the report was made. One that is not named was not looked for. */
  readonly evidence?: EvidenceStatuses | undefined;
}

/**
 * The whole report as plain data. Pure. What the database holds is what it shows: every answer, note, reason, document
 * and check, including those that are kept but not asked for today. Of what was taken off a list it gives the number.
 */
export function buildReportModel(
  catalog: Catalog,
  plan: Plan,
  { today, generatedAt, version, evidence = {} }: ReportContext,
): ReportModel {
  const { profile } = plan;
  const readiness = assessReadiness(catalog, plan, today);
  const sources = usedSources(catalog);
  const numberOf = new Map<SourceId, number>(sources.map(({ id, number }) => [id, number]));
  const items = catalog.items.map((item) => ({
    section: item.section,
    report: reportItem({
      item,
      plan,
      assessment: readiness.items[item.id],
      today,
      sources: item.sources.flatMap((id) => numberOf.get(id) ?? []),
    }),
  }));
  const itemsIn = (section: string): readonly ReportItem[] =>
    items.filter((item) => item.section === section).map(({ report }) => report);
  const model: ReportModel = {
    title: 'Readiness report',
    version,
    generatedAt,
    today: reportDate(today),
    cover: reportCover(catalog, profile, readiness),
    profile: reportAnswers(catalog.profileFields, toProfileAnswers(profile), profile, true),
    sections: catalog.sections.flatMap((section) => {
      const assessment = readiness.sections.find(({ id }) => id === section.id);
      return assessment === undefined ? [] : [reportSection(section, assessment, itemsIn(section.id))];
    }),
    connection: reportConnection(catalog, plan, today),
    rule: reportRule(catalog, plan, readiness, today),
    chain: reportChain(plan, today),
    breach: reportBreach(catalog, plan, today),
    vetting: reportVetting(plan, today),
    lists: reportLists(plan, today),
    calendar: reportCalendar(catalog, plan, readiness, today),
    stale: reportStale(catalog, readiness),
    sources,
    disclaimer: DISCLAIMER,
  };
  return withEvidenceStatuses(model, evidence);
}

// Numbered in the order in which the items first name them.
function usedSources(catalog: Catalog): readonly ReportSource[] {
  const ids = [...new Set(catalog.items.flatMap((item) => item.sources))];
  return ids
    .flatMap((id) => catalog.sources.filter((source) => source.id === id))
    .map(({ id, title, urls, status, checkedOn, note }, index) => ({
      number: index + 1,
      id,
      title,
      urls,
      status: { kind: status, word: SOURCE_STATUS_WORDS[status] },
      checked: reportDate(checkedOn),
      note: note ?? null,
    }));
}
