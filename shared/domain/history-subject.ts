import { fieldsOf } from '../catalog/item-fields.ts';
import { recordFields } from '../catalog/record-kinds.ts';
import { ruleSpecifications } from '../catalog/security-rule.ts';
import type { Catalog, Item } from '../catalog/types.ts';
import { DEVICE_CHECK_IDS } from './device-checks/device-check.ts';
import { deviceCheckOf } from './device-checks/device-checks.ts';
import type { Field } from './field.ts';
import type { Plan, PlanRecord, RecordKind } from './plan.ts';
import { targetInWords } from './portal-target.ts';

/** What the history is read with: the labels of today. */
export interface HistoryView {
  readonly catalog: Catalog;
  readonly plan: Plan;
}

/** What a line of the history is about. */
export type HistoryTopic =
  | { readonly kind: 'profile' }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'record'; readonly record: PlanRecord }
  | { readonly kind: 'check'; readonly name: string; readonly target: string }
  /** An item, entry or kind of subject that is not known here. */
  | { readonly kind: 'unknown' };

/** Reads the subject of a history row. */
export function historyTopic(subject: string, { catalog, plan }: HistoryView): HistoryTopic {
  if (subject === 'profile') return { kind: 'profile' };
  const [, sort, id = ''] = /^(item|record|check):(.*)$/s.exec(subject) ?? [];
  if (sort === 'item') {
    const item = catalog.items.find((each) => each.id === id);
    return item === undefined ? { kind: 'unknown' } : { kind: 'item', item };
  }
  if (sort === 'record') {
    const record = plan.records.find((each) => each.id === id);
    return record === undefined ? { kind: 'unknown' } : { kind: 'record', record };
  }
  if (sort !== 'check') return { kind: 'unknown' };
  const [name = '', ...target] = id.split(':');
  return { kind: 'check', name, target: target.join(':') };
}

/** What a person calls the subject of a history row. */
export function topicTitle(topic: HistoryTopic, subject: string): string {
  switch (topic.kind) {
    case 'profile':
      return 'Your business';
    case 'item':
      return topic.item.title;
    case 'record':
      return recordTitle(topic.record);
    case 'check':
      return checkTitle(topic.name, topic.target);
    case 'unknown':
      return subject.startsWith('record:')
        ? 'An entry that is not in your plan'
        : 'Something this version of First Claim does not know';
  }
}

/** The fields whose values a history row can hold. */
export function topicFields(topic: HistoryTopic, { catalog }: HistoryView): readonly Field[] {
  switch (topic.kind) {
    case 'profile':
      return catalog.profileFields;
    case 'item':
      return fieldsOf(topic.item);
    case 'record':
      return recordFields(topic.record.kind);
    default:
      return [];
  }
}

const NAMELESS: Readonly<Record<RecordKind, string>> = {
  portal: 'A portal without a name',
  'rule-answer': 'An answer about the Security Rule',
  clearinghouse: 'A clearinghouse without a name',
  'billing-software': 'A product without a name',
  partner: 'A partner without a name',
};

/** What a person calls an entry of a list. */
export function recordTitle({ id, kind, answers }: Pick<PlanRecord, 'id' | 'kind' | 'answers'>): string {
  if (kind === 'rule-answer') {
    const point = ruleSpecifications.find(({ cite }) => cite === id);
    return point === undefined ? id : `${point.title}, ${point.cite}`;
  }
  const said = [answers.name, answers.address].find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
  return said?.trim() ?? NAMELESS[kind];
}

function checkTitle(name: string, target: string): string {
  if (target !== '') return `Check of ${targetInWords(target)}`;
  const id = DEVICE_CHECK_IDS.find((each) => each === name);
  return id === undefined ? 'A check' : `Check: ${deviceCheckOf(id).title}`;
}
