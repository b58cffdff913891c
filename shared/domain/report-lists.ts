import { recordKinds } from '../catalog/record-kinds.ts';
import { ruleSpecifications } from '../catalog/security-rule.ts';
import { portalStanding, portalSubject } from './check-standing.ts';
import type { IsoDate } from './iso-date.ts';
import { type Plan, type PlanRecord, recordsOf } from './plan.ts';
import { targetInWords } from './portal-target.ts';
import { reportCheck } from './report-connection.ts';
import type { ReportCheck, ReportList } from './report-desk-types.ts';
import { reportEntry, takenOffText } from './report-entry.ts';
import { LIST_TITLES } from './report-words.ts';

/** Lists without a section of their own, those nothing was ever put on left out. */
export function reportLists(plan: Plan, today: IsoDate): readonly ReportList[] {
  const cites = new Set(ruleSpecifications.map(({ cite }) => cite));
  const kinds = Object.keys(LIST_TITLES) as readonly (keyof typeof LIST_TITLES)[];
  return kinds.flatMap((kind): readonly ReportList[] => {
    // Answers to points this version knows stand with their points.
    const records = recordsOf(plan, kind).filter(({ id }) => kind !== 'rule-answer' || !cites.has(id));
    const takenOff =
      kind === 'rule-answer' ? null : takenOffText(plan, kind, 'entry', 'entries', 'this list');
    if (records.length === 0 && takenOff === null) return [];
    const entries = records.map((record) => ({
      ...reportEntry(record, plan.profile, titleOf(record)),
      check: checkOf(record, plan, today),
    }));
    return [{ kind, title: LIST_TITLES[kind], entries, takenOff }];
  });
}

function titleOf({ kind, id, answers }: PlanRecord): string {
  if (kind === 'rule-answer') return id;
  const { name } = answers;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : 'Without a name';
}

/** How the portal stands whose address an entry keeps. Only what the app saw by itself: no word of the user's. */
function checkOf(record: PlanRecord, plan: Plan, today: IsoDate): ReportCheck | null {
  const { address } = recordKinds[record.kind];
  const target = address === undefined ? undefined : record.answers[address.target];
  if (target === undefined) return null;
  const portal = { ...record, answers: { target } };
  const subject = portalSubject(portal);
  return subject === null
    ? null
    : {
        ...reportCheck(portalStanding(plan, portal, today), [], {}, ''),
        id: record.id,
        title: titleOf(record),
        target: targetInWords(subject.target),
      };
}
