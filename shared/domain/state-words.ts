import type { ItemState } from './assess-item.ts';

/** How an item's state is said, on screen and on paper. Never shown by color or shape alone. */
export const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  blocked: 'Blocks you',
  'on-hold': 'On hold',
  overdue: 'Overdue',
  done: 'Done',
  'not-applicable': 'Does not apply',
  'set-aside': 'Set aside',
};
