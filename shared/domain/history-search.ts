import type { HistoryEntry } from './history-entry.ts';
import type { HistoryView } from './history-subject.ts';
import { historyText } from './history-words.ts';
import { formatDate, parseTypedDate } from './iso-date.ts';

/**
 * Looks for words in what a person reads in a line: names, labels, dates and amounts as they are shown. Every word has
 * to be there; capitals do not count. A date may be typed in any way. Null when nothing was typed.
 */
export function historySearch(typed: string, view: HistoryView): ((entry: HistoryEntry) => boolean) | null {
  const date = parseTypedDate(typed);
  const wanted = date === null ? typed.trim().split(/\s+/) : [formatDate(date)];
  const words = wanted.map((word) => word.toLowerCase()).filter((word) => word !== '');
  if (words.length === 0) return null;
  return (entry) => {
    const text = historyText(entry, view).toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
