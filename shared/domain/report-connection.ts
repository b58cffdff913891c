import { fieldsOf } from '../catalog/item-fields.ts';
import { recordFields } from '../catalog/record-kinds.ts';
import type { Catalog } from '../catalog/types.ts';
import type { CheckRun } from './check-run.ts';
import {
  deviceStanding,
  portalStanding,
  portalSubject,
  STANDING_WORDS,
  type Standing,
} from './check-standing.ts';
import { POSTURE_KINDS, type PostureKind, portalName, postureKindOf } from './connection-posture.ts';
import { deviceChecks } from './device-checks/device-checks.ts';
import type { Answers, AnswerValue, EvidenceNote, Field } from './field.ts';
import { formatAnswer } from './format-answer.ts';
import { dateOfInstant, formatDate, type IsoDate, type IsoInstant } from './iso-date.ts';
import { OWN_WORD_PLACES } from './own-word.ts';
import { type Plan, type PlanRecord, recordsOf } from './plan.ts';
import { targetInWords } from './portal-target.ts';
import type {
  ReportAttestation,
  ReportCheck,
  ReportConnection,
  ReportPortal,
  ReportRun,
} from './report-desk-types.ts';
import { reportEntry, takenOffText } from './report-entry.ts';
import { reportDate } from './report-item.ts';
import { portalFacts } from './report-portal-facts.ts';
import { OUTCOME_WORDS } from './report-words.ts';

/** Every portal on the list and every look at this computer: what was found, how, when, and who says so. */
export function reportConnection(catalog: Catalog, plan: Plan, today: IsoDate): ReportConnection {
  const portals = recordsOf(plan, 'portal').map((record) => reportPortal(record, plan, today));
  const computer = deviceChecks.map(({ id, title }): ReportCheck => {
    const standing = deviceStanding(plan, id, today);
    const place = OWN_WORD_PLACES[id];
    const item = catalog.items.find((each) => each.id === place.itemId);
    const own = item === undefined ? {} : (plan.items[item.id]?.answers ?? {});
    const fields =
      item === undefined ? [] : fieldsOf(item).filter((field) => place.fields.includes(field.id));
    return { ...reportCheck(standing, fields, own, 'checked'), id, title, target: '' };
  });
  return {
    summary: summaryOf(portals, computer),
    portals,
    takenOff: takenOffText(plan, 'portal', 'portal', 'portals'),
    computer,
  };
}

function reportPortal(record: PlanRecord, plan: Plan, today: IsoDate): ReportPortal {
  const standing = portalStanding(plan, record, today);
  const subject = portalSubject(record);
  // What the user saw themselves is asked only where the app could not tell.
  const isSettled = standing.kind === 'passed' || standing.kind === 'failed';
  const title = portalName(record);
  return {
    ...reportCheck(standing, recordFields('portal'), record.answers, 'date'),
    id: record.id,
    title,
    target: subject === null ? '' : targetInWords(subject.target),
    entry: reportEntry(record, plan.profile, title, isSettled ? ['seen'] : []),
  };
}

/** A standing in words, with the newest check and the attestation that stands in for it. `own` holds its fields. */
export function reportCheck(
  { kind, isOld, words, run, ownWord }: Standing,
  fields: readonly Field[],
  own: Answers,
  dayField: string,
): Omit<ReportCheck, 'id' | 'title' | 'target'> {
  return {
    standing: { kind, word: STANDING_WORDS[kind] },
    isOld,
    words,
    run: run === null ? null : reportRun(run),
    attestation: ownWord === null ? null : attestationOf(ownWord.words, fields, own, dayField),
  };
}

function reportRun(stored: CheckRun): ReportRun {
  return {
    stored,
    outcome: { kind: stored.outcome, word: OUTCOME_WORDS[stored.outcome] },
    time: formatInstant(stored.checkedAt),
    facts: stored.check === 'portal-tls' ? portalFacts(stored.detail) : [],
  };
}

/** `22 Nov 2026, 15:42 UTC`: this report knows no time zone. */
export function formatInstant(instant: IsoInstant): string {
  return `${formatDate(dateOfInstant(instant))}, ${instant.slice(11, 16)} UTC`;
}

function attestationOf(
  words: string,
  fields: readonly Field[],
  own: Answers,
  dayField: string,
): ReportAttestation {
  // Not every look asks for all of it: whether a VPN is needed is said without a day.
  const said = (id: string): string | null => {
    const value = own[id];
    const isThere = fields.some((field) => field.id === id);
    return isThere && typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  const on = said(dayField);
  const file = fields.find(({ id, type }) => id === 'file' && type === 'evidence');
  const notes = (file === undefined ? [] : (own.file ?? [])) as readonly EvidenceNote[];
  return {
    words,
    by: said('by'),
    on: on === null ? null : reportDate(on),
    method: said('method'),
    evidence: notes.map((note) =>
      file === undefined || file.type === 'rows' ? note.name : formatAnswer(file, [note] as AnswerValue),
    ),
  };
}

function summaryOf(portals: readonly ReportPortal[], computer: readonly ReportCheck[]): string {
  return `Portals: ${countText(portals)}. This computer: ${countText(computer)}.`;
}

function countText(checks: readonly ReportCheck[]): string {
  if (checks.length === 0) return 'none on the list yet';
  const kinds = checks.map(({ standing, isOld }) => postureKindOf({ kind: standing.kind, isOld }));
  return POSTURE_KINDS.map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${COUNTED_WORDS[kind]}`)
    .join(', ');
}

const COUNTED_WORDS: Readonly<Record<PostureKind, string>> = {
  failed: 'failed',
  'attested-failed': 'with a problem by your word',
  unknown: 'could not be told',
  again: 'to check again',
  'not-checked': 'not checked',
  attested: 'by your word',
  passed: 'passed',
  'not-applicable': 'not applicable',
};
