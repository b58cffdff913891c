import { recordFields, recordKinds } from '../../shared/catalog/record-kinds.ts';
import type { RecordKindDefinition } from '../../shared/catalog/records/record-kind.ts';
import type { Answers } from '../../shared/domain/field.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import { type Plan, type PlanRecord, type RecordKind, recordsOf } from '../../shared/domain/plan.ts';
import type { PortalPolicy } from '../../shared/domain/portal-policy.ts';
import { targetInWords, targetOf } from '../../shared/domain/portal-target.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import { readPortalTarget } from '../checks/portal-target.ts';
import { type AnswersPatch, withPatch } from '../store/item-change.ts';
import { checkPatch } from './item-record.ts';

/** What a patch is checked with. */
export interface RecordRules {
  readonly today: IsoDate;
  readonly policy: PortalPolicy | undefined;
}

/** Lays a checked patch over the answers of an entry, or says what is wrong beside the field. */
export function patchRecord(
  kind: RecordKind,
  before: Answers,
  patch: AnswersPatch,
  rules: RecordRules,
): Result<Answers> {
  const definition = recordKinds[kind];
  // What a check connects to follows from the address alone: no page writes it.
  const asked =
    definition.address === undefined
      ? patch
      : Object.fromEntries(Object.entries(patch).filter(([id]) => id !== definition.address?.target));
  const checked = checkPatch(recordFields(kind), asked, rules.today);
  if (!checked.ok) return checked;
  const addressed = withTarget(definition, withPatch(before, checked.value), checked.value, rules.policy);
  if (!addressed.ok) return addressed;
  const refusal = definition.refuse?.(addressed.value, rules.today, Object.keys(asked)) ?? null;
  return refusal === null ? addressed : failed('invalid-answer', refusal.message, refusal.field);
}

/** The address as it can be read again, and the target beside it. */
function withTarget(
  { address }: RecordKindDefinition,
  answers: Answers,
  patch: AnswersPatch,
  policy: PortalPolicy | undefined,
): Result<Answers> {
  if (address === undefined || !(address.field in patch)) return ok(answers);
  const typed = answers[address.field];
  if (typeof typed !== 'string' || typed.trim() === '') {
    return ok(withPatch(answers, { [address.target]: null }));
  }
  const portal = readPortalTarget(typed, policy);
  if (!portal.ok) return failed('invalid-answer', portal.error.message, address.field);
  const target = targetOf(portal.value);
  return ok({ ...answers, [address.field]: portal.value.written, [address.target]: target });
}

/** Says what another entry of the list already holds; null when nothing stands in the way. */
export function refuseTwin(plan: Plan, record: PlanRecord): Result<null> {
  const { uniqueBy, noun, address } = recordKinds[record.kind];
  const mine = uniqueBy === undefined ? '' : comparable(record.answers[uniqueBy]);
  if (uniqueBy === undefined || mine === '') return ok(null);
  const twin = recordsOf(plan, record.kind).find(
    ({ id, answers }) => id !== record.id && comparable(answers[uniqueBy]) === mine,
  );
  if (twin === undefined) return ok(null);
  const isAddress = address?.target === uniqueBy;
  const said = String(twin.answers.name ?? targetInWords(mine));
  return isAddress
    ? failed('invalid-answer', `This address is on the list already, as “${said}”.`, address.field)
    : failed('invalid-answer', `There is a ${noun} of this name already. Use another name.`, uniqueBy);
}

function comparable(value: unknown): string {
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : '';
}
