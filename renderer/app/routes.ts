import { ITEM_IDS, type ItemId, SECTION_IDS, type SectionId } from '../../shared/catalog/ids.ts';

/** Route patterns, for `<Route path>`. */
export const PATTERNS = {
  overview: '/',
  welcome: '/welcome',
  section: '/section/:id',
  item: '/item/:id',
  connection: '/connection',
  rule: '/security-rule',
  breach: '/breach',
  vetting: '/vetting',
  candidate: '/vetting/:id',
  compare: '/compare',
  partners: '/partners',
  partner: '/partners/:id',
  gate: '/gate',
  calendar: '/calendar',
  guides: '/guides',
  sources: '/sources',
  report: '/report',
  history: '/history/:sort?/:id?',
  backups: '/backups',
  archive: '/archive',
} as const;

/** The history of one subject: `item:biz-ein` has `/history/item/biz-ein`. The address has no other place for it. */
function historyOf(subject: string): string {
  const [sort = '', ...id] = subject.split(':');
  const rest = id.length === 0 ? '' : `/${encodeURIComponent(id.join(':'))}`;
  return `/history/${sort}${rest}`;
}

/** The subject whose history a route asks for; null: everything. */
export function historySubject(sort: string | undefined, id: string | undefined): string | null {
  if (sort === undefined || sort === '') return null;
  return id === undefined || id === '' ? sort : `${sort}:${id}`;
}

/** Where each page is, for wouter's `Link` and `navigate`. In a plain `<a>` use `hrefOf`. */
export const paths = {
  overview: '/',
  welcome: '/welcome',
  section: (id: SectionId): string => `/section/${id}`,
  item: (id: ItemId): string => `/item/${id}`,
  connection: '/connection',
  rule: '/security-rule',
  breach: '/breach',
  vetting: '/vetting',
  candidate: (id: string): string => `/vetting/${encodeURIComponent(id)}`,
  compare: '/compare',
  partners: '/partners',
  partner: (id: string): string => `/partners/${encodeURIComponent(id)}`,
  gate: '/gate',
  calendar: '/calendar',
  guides: '/guides',
  sources: '/sources',
  report: '/report',
  history: '/history',
  historyOf,
  backups: '/backups',
  archive: '/archive',
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
