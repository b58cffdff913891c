import type { ItemId } from '../catalog/ids.ts';
import type { Catalog, Item } from '../catalog/types.ts';
import type { ItemAssessment } from './assess-item.ts';

/** "May I touch patient data today?" */
export interface GateAnswer {
  readonly mayTouchPhi: boolean;
  /** Exactly what is missing, in working order; empty when the answer is yes. */
  readonly missing: readonly { readonly itemId: ItemId; readonly text: string }[];
}

/**
 * Yes only when the HIPAA items, the agreements in both directions and the secure connection stand. An item that must
 * stand cannot be waved through as "not applicable".
 */
export function firstClientGate(
  catalog: Catalog,
  items: Readonly<Record<ItemId, ItemAssessment>>,
): GateAnswer {
  const missing = catalog.items.flatMap((item) => {
    const lack = item.gate === undefined ? null : lackOf(item, items[item.id]);
    return lack === null ? [] : [{ itemId: item.id, text: lack }];
  });
  return { mayTouchPhi: missing.length === 0, missing };
}

function lackOf(item: Item, assessment: ItemAssessment): string | null {
  if (assessment.state === 'done') return null;
  if (assessment.isSettled) {
    return item.gate === 'if-applicable'
      ? null
      : 'Marked as not applicable, but nobody may touch patient data without it.';
  }
  const finding = assessment.findings[0];
  if (finding !== undefined) return finding.text;
  if (assessment.state === 'overdue') return 'Done once, but due again and overdue.';
  return assessment.state === 'not-started' ? 'Not started.' : (assessment.missing[0] ?? 'Not finished.');
}
