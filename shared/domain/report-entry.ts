import { recordFields, recordKinds } from '../catalog/record-kinds.ts';
import { dateOfInstant } from './iso-date.ts';
import type { Plan, PlanRecord, Profile, RecordKind } from './plan.ts';
import { reportAnswers } from './report-answers.ts';
import type { ReportEntry, ReportGroup } from './report-desk-types.ts';
import { reportDate } from './report-item.ts';

/**
 * Everything recorded in one entry of a list, by the groups of its kind. Groups named in `asideGroups` are printed as
 * kept: nothing asks for them now.
 */
export function reportEntry(
  { id, kind, answers, createdAt, updatedAt }: PlanRecord,
  profile: Profile,
  title: string,
  asideGroups: readonly string[] = [],
): ReportEntry {
  const { groups } = recordKinds[kind];
  const groupOf = new Map(groups.flatMap((group) => group.fields.map((field) => [field.id, group.id])));
  // Once for all groups: an entry has a dozen of them, and a list two hundred entries.
  const asked = reportAnswers(recordFields(kind), answers, profile, true);
  const aside = asideGroups.length === 0 ? [] : reportAnswers(recordFields(kind), answers, profile, false);
  const answersIn = (groupId: string | undefined, isAsked: boolean): ReportGroup['answers'] =>
    (isAsked ? asked : aside).filter(({ fieldId }) => groupOf.get(fieldId) === groupId);
  const found: readonly ReportGroup[] = [
    ...groups.map((group) => ({
      id: group.id,
      title: group.title,
      answers: answersIn(group.id, !asideGroups.includes(group.id)),
    })),
    // What an older catalog asked for, and kinds whose fields this version does not know.
    { id: 'other', title: 'Other', answers: answersIn(undefined, true) },
  ];
  return {
    id,
    kind,
    title,
    createdAt,
    updatedAt,
    changed: reportDate(dateOfInstant(updatedAt)),
    groups: found.filter((group) => group.answers.length > 0),
  };
}

/** How many entries the user took off a list; null when none. Nothing else of them is printed. */
export function takenOffText(
  plan: Plan,
  kind: RecordKind,
  one: string,
  several: string,
  list = 'the list',
): string | null {
  const count = plan.records.filter((record) => record.kind === kind && record.archivedOn !== null).length;
  if (count === 0) return null;
  return count === 1 ? `1 ${one} was taken off ${list}.` : `${count} ${several} were taken off ${list}.`;
}
