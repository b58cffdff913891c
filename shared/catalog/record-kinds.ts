import type { Field } from '../domain/field.ts';
import type { RecordKind } from '../domain/plan.ts';
import { refuseClearinghouse } from './records/candidate.ts';
import { partnerGroups, refusePartner } from './records/partner.ts';
import { portalGroups } from './records/portal.ts';
import type { RecordKindDefinition } from './records/record-kind.ts';
import { ruleAnswerGroups } from './records/rule-answer.ts';
import { ruleSpecifications } from './security-rule.ts';
import { clearinghouseGroups } from './vetting/clearinghouse-candidate.ts';
import { softwareGroups } from './vetting/software-candidate.ts';

/** Where a candidate keeps the address of its portal. */
const portalAddress = { field: 'portal_address', target: 'portal_target' };

/** Every kind of list entry, as data. */
export const recordKinds: Readonly<Record<RecordKind, RecordKindDefinition>> = {
  portal: {
    kind: 'portal',
    noun: 'portal',
    groups: portalGroups,
    address: { field: 'address', target: 'target' },
    uniqueBy: 'target',
  },
  'rule-answer': {
    kind: 'rule-answer',
    noun: 'answer',
    groups: ruleAnswerGroups,
    ids: ruleSpecifications.map(({ cite }) => cite),
  },
  clearinghouse: {
    kind: 'clearinghouse',
    noun: 'clearinghouse',
    groups: clearinghouseGroups,
    address: portalAddress,
    uniqueBy: 'name',
    refuse: refuseClearinghouse,
  },
  'billing-software': {
    kind: 'billing-software',
    noun: 'product',
    groups: softwareGroups,
    address: portalAddress,
    uniqueBy: 'name',
  },
  partner: {
    kind: 'partner',
    noun: 'partner',
    groups: partnerGroups,
    uniqueBy: 'name',
    refuse: refusePartner,
  },
};

const fieldsByKind = new Map(
  Object.values(recordKinds).map(({ kind, groups }) => [kind, groups.flatMap(({ fields }) => fields)]),
);

/** All fields of a kind, in the order of its groups. */
export function recordFields(kind: RecordKind): readonly Field[] {
  return fieldsByKind.get(kind) ?? [];
}
