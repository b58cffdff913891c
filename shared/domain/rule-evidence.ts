import type { ItemId } from '../catalog/ids.ts';
import { fieldsOf } from '../catalog/item-fields.ts';
import { recordFields } from '../catalog/record-kinds.ts';
import type { RuleSpecification } from '../catalog/security-rule/types.ts';
import type { Catalog, Item } from '../catalog/types.ts';
import { besideDesk } from './assess-item.ts';
import { type CheckSubject, newestRun } from './check-run.ts';
import { portalSubject, STANDING_WORDS } from './check-standing.ts';
import { portalName } from './connection-posture.ts';
import { deviceCheckOf } from './device-checks/device-checks.ts';
import type { EvidenceStatus } from './evidence.ts';
import type { Answers, EvidenceNote, Field, Row } from './field.ts';
import { dateOfInstant, formatDate, type IsoDate } from './iso-date.ts';
import { type Plan, type Profile, recordsOf } from './plan.ts';
import type { Readiness } from './readiness.ts';
import { ruleRecord } from './rule-answer.ts';
import { visibleAnswers } from './visible-answers.ts';

/** One thing that shows that a point is met, and where it was recorded. */
export interface PointEvidence extends EvidenceNote {
  readonly from: string;
  /** How its file was found, if it is not as it should be. Only a report looks. */
  readonly fileStatus?: EvidenceStatus | undefined;
}

/** What is on record for a point: documents named in its answer, its items and its portals, and results of its checks. */
export function pointEvidence(
  point: RuleSpecification,
  catalog: Catalog,
  plan: Plan,
  { items }: Pick<Readiness, 'items'>,
  today: IsoDate,
): readonly PointEvidence[] {
  const counts = (id: ItemId): boolean => !['set-aside', 'not-applicable'].includes(items[id].state);
  const own = documentsIn(
    recordFields('rule-answer'),
    ruleRecord(plan, point.cite)?.answers ?? {},
    plan.profile,
  );
  return [
    ...own.map((note) => ({ ...note, from: 'Your answer' })),
    ...catalog.items
      .filter(({ id }) => point.items.includes(id) && counts(id))
      .flatMap((item) => itemDocuments(item, plan, today)),
    ...point.checks.flatMap((check) =>
      check === 'portal-tls'
        ? portalEvidence(plan)
        : resultOf(plan, { check, target: '' }, deviceCheckOf(check).title),
    ),
  ];
}

function itemDocuments(item: Item, plan: Plan, today: IsoDate): readonly PointEvidence[] {
  const own = plan.items[item.id]?.answers ?? {};
  const fields = fieldsOf(item);
  return documentsIn(fields, withDesk(item, fields, plan, own, today), plan.profile).map((note) => ({
    ...note,
    from: item.title,
  }));
}

function withDesk(
  { derived }: Item,
  fields: readonly Field[],
  plan: Plan,
  own: Answers,
  today: IsoDate,
): Answers {
  if (derived === undefined) return own;
  const known = derived.answers(plan, own, today);
  const beside = besideDesk(derived, plan, own, known);
  if (derived.desk !== 'connection') return { ...beside, ...known };
  // Checks and portals are listed by themselves, with their own documents.
  const replaced = fields.filter(({ id, type }) => type === 'rows' && id in known).map(({ id }) => id);
  return Object.fromEntries(Object.entries(beside).filter(([id]) => !replaced.includes(id)));
}

function portalEvidence(plan: Plan): readonly PointEvidence[] {
  return recordsOf(plan, 'portal').flatMap((portal) => {
    const from = `Portal “${portalName(portal)}”`;
    const subject = portalSubject(portal);
    const documents = documentsIn(recordFields('portal'), portal.answers, plan.profile);
    return [
      ...(subject === null ? [] : resultOf(plan, subject, from)),
      ...documents.map((note) => ({ ...note, from })),
    ];
  });
}

/** A check that could not tell shows nothing. */
function resultOf(plan: Plan, subject: CheckSubject, from: string): readonly PointEvidence[] {
  const run = newestRun(plan.checks, subject);
  if (run === null || (run.outcome !== 'pass' && run.outcome !== 'fail')) return [];
  const word = STANDING_WORDS[run.outcome === 'pass' ? 'passed' : 'failed'].toLowerCase();
  const on = formatDate(dateOfInstant(run.checkedAt));
  return [{ name: `Automatic check of ${on}: ${word}`, location: 'In this plan', from }];
}

function documentsIn(fields: readonly Field[], answers: Answers, profile: Profile): readonly EvidenceNote[] {
  const shown = visibleAnswers(fields, answers, profile);
  return fields.flatMap((field): readonly EvidenceNote[] => {
    const value = shown[field.id];
    if (value === undefined) return [];
    if (field.type === 'evidence') return value as readonly EvidenceNote[];
    if (field.type !== 'rows') return [];
    const cells = field.fields.filter(({ type }) => type === 'evidence');
    return (value as readonly Row[]).flatMap((row) =>
      cells.flatMap(({ id }) => (row[id] ?? []) as readonly EvidenceNote[]),
    );
  });
}
