import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Item } from '../../../shared/catalog/types.ts';
import type { Readiness } from '../../../shared/domain/readiness.ts';
import { paths } from '../../app/routes.ts';

/** A page to go on or back to. */
export interface Neighbour {
  readonly path: string;
  /** "Next: Open a business bank account". */
  readonly words: string;
}

/** The items of a section that apply, in working order. The one shown is among them even when it is set aside. */
export function stepsOf(item: Item, readiness: Readiness): readonly Item[] {
  return catalog.items.filter(
    ({ id, section }) =>
      section === item.section && (id === item.id || readiness.items[id].state !== 'set-aside'),
  );
}

/** Where to go on: the next item of the section, then the next section, then the overview. */
export function nextOf(item: Item, readiness: Readiness): Neighbour {
  const steps = stepsOf(item, readiness);
  const next = steps[steps.indexOf(item) + 1];
  if (next !== undefined) return { path: paths.item(next.id), words: `Next: ${next.title}` };
  const place = catalog.sections.findIndex(({ id }) => id === item.section);
  const section = catalog.sections[place + 1];
  return section === undefined
    ? { path: paths.overview, words: 'Next: where you stand' }
    : { path: paths.section(section.id), words: `Next section: ${section.title}` };
}

/** Where one came from in working order: the item before, or the section's own page. */
export function previousOf(item: Item, readiness: Readiness): string {
  const steps = stepsOf(item, readiness);
  const previous = steps[steps.indexOf(item) - 1];
  return previous === undefined ? paths.section(item.section) : paths.item(previous.id);
}
