import type { Source } from '../../../shared/catalog/types.ts';
import { SOURCE_STATUS_WORDS } from '../../../shared/domain/report-words.ts';

/** The sources in which every word typed occurs: in the title, the note, an address, the tag or the status. */
export function findSources(sources: readonly Source[], typed: string): readonly Source[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return sources.filter((source) => {
    const text = [
      source.id,
      source.title,
      source.note ?? '',
      SOURCE_STATUS_WORDS[source.status],
      ...source.urls,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
