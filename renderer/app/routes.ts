import { ITEM_IDS, type ItemId, SECTION_IDS, type SectionId } from '../../shared/catalog/ids.ts';

/** Route patterns, for `<Route path>`. */
export const PATTERNS = {
  overview: '/',
  welcome: '/welcome',
  section: '/section/:id',
  item: '/item/:id',
  gate: '/gate',
  calendar: '/calendar',
  guides: '/guides',
  sources: '/sources',
  report: '/report',
} as const;

/** Where each page is, for wouter's `Link` and `navigate`. In a plain `<a>` use `hrefOf`. */
export const paths = {
  overview: '/',
  welcome: '/welcome',
  section: (id: SectionId): string => `/section/${id}`,
  item: (id: ItemId): string => `/item/${id}`,
  gate: '/gate',
  calendar: '/calendar',
  guides: '/guides',
  sources: '/sources',
  report: '/report',
} as const;

/** The path as it stands in the address: `#/item/biz-ein`. */
export function hrefOf(path: string): string {
  return `#${path}`;
}

/** Reads an item id from a route; null if there is no such item. */
export function parseItemId(text: string | undefined): ItemId | null {
  return ITEM_IDS.find((id) => id === text) ?? null;
}

/** Reads a section id from a route; null if there is no such section. */
export function parseSectionId(text: string | undefined): SectionId | null {
  return SECTION_IDS.find((id) => id === text) ?? null;
}
