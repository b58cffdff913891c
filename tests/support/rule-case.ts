import type { ItemId } from '../../shared/catalog/ids.ts';
import type { Answers, AnswerValue } from '../../shared/domain/field.ts';
import type { Profile } from '../../shared/domain/plan.ts';

/** One way to make one rule speak. Without the change (on the item's example) the rule must find nothing. */
export interface RuleCase {
  readonly item: ItemId;
  /** Id of a completion rule or blocker of that item. */
  readonly rule: string;
  /** Laid over the item's example; with it the rule must find something. `null` removes an answer. */
  readonly change: Readonly<Record<string, AnswerValue | null>>;
  /** Part of what the rule has to say. */
  readonly says?: string;
  /** Laid over the standard test profile. */
  readonly profile?: Partial<Profile>;
  /** Answers of other items, where the rule looks at them. */
  readonly others?: Readonly<Partial<Record<ItemId, Answers>>>;
}
