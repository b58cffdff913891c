import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { Unreadable } from '../store/plan-rows.ts';

const MOST_NAMED = 5;

/** Says what could not be read from the plan file; null when everything could. */
export function noticeOfUnreadable(catalog: Catalog, unreadable: readonly Unreadable[]): string | null {
  if (unreadable.length === 0) return null;
  const named = unreadable.slice(0, MOST_NAMED).map((entry) => nameOf(catalog, entry));
  const more = unreadable.length - named.length;
  const list = more === 0 ? named.join('; ') : `${named.join('; ')}; and ${more} more`;
  return `Part of your plan could not be read and is not shown: ${list}. It is still in the plan file, and stays in its history if you answer anew.`;
}

function nameOf(catalog: Catalog, { subject, fields }: Unreadable): string {
  if (subject === 'profile') return 'your business profile';
  const item = catalog.items.find((candidate) => candidate.id === subject);
  if (item === undefined) return 'an item this version does not know';
  if (fields === null) return `“${item.title}”`;
  const labels = fieldsOf(item)
    .filter((field) => fields.includes(field.id))
    .map((field) => `“${field.label}”`);
  return labels.length === 0 ? `“${item.title}”` : `“${item.title}” (${labels.join(', ')})`;
}
