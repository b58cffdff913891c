import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Item } from '../../../shared/catalog/types.ts';
import type { ItemState } from '../../../shared/domain/assess-item.ts';
import type { PlanView } from '../../app/plan-query.ts';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { HairlineList } from '../../ui/hairline-list.tsx';
import { ItemRow } from '../sections/item-row.tsx';
import styles from './task-list.module.css';

/** What the list is narrowed down to. */
export type TaskFilter = 'all' | 'todo' | 'blocked' | 'aside';

const STATES_SHOWN: Readonly<Record<Exclude<TaskFilter, 'all'>, readonly ItemState[]>> = {
  todo: ['not-started', 'in-progress', 'blocked', 'on-hold', 'overdue'],
  blocked: ['blocked', 'on-hold', 'overdue'],
  aside: ['set-aside', 'not-applicable'],
};

const LABELS: Readonly<Record<TaskFilter, string>> = {
  all: 'All',
  todo: 'To do',
  blocked: 'Blocked',
  aside: 'Set aside',
};

const NOTHING_THERE: Readonly<Record<TaskFilter, string>> = {
  all: '',
  todo: 'Nothing is left to do.',
  blocked: 'Nothing blocks you, nothing is on hold and nothing is overdue.',
  aside: 'Nothing is set aside.',
};

/** The items a filter lets through, in working order. */
export function filterItems(filter: TaskFilter, view: PlanView): readonly Item[] {
  if (filter === 'all') return catalog.items;
  return catalog.items.filter(({ id }) => STATES_SHOWN[filter].includes(view.readiness.items[id].state));
}

interface TaskListProps {
  readonly view: PlanView;
  readonly filter: TaskFilter;
  readonly onFilter: (filter: TaskFilter) => void;
}

/** Every item, grouped by section, narrowed down by a filter. */
export function TaskList({ view, filter, onFilter }: TaskListProps): ReactNode {
  const items = filterItems(filter, view);
  const choices = (['all', 'todo', 'blocked', 'aside'] as const).map((value) => ({
    value,
    label: LABELS[value],
    count: filterItems(value, view).length,
  }));
  const groups = catalog.sections
    .map((section) => ({ section, items: items.filter((item) => item.section === section.id) }))
    .filter((group) => group.items.length > 0);
  return (
    <div>
      <ChoiceBar legend="Show which items" choices={choices} value={filter} onChoose={onFilter} />
      <p className="visually-hidden" role="status">
        {`${items.length} items shown`}
      </p>
      {items.length === 0 ? <p className={styles.empty}>{NOTHING_THERE[filter]}</p> : null}
      {groups.map(({ section, items: rows }) => (
        <section key={section.id} className={styles.group} aria-labelledby={`tasks-${section.id}`}>
          <h3 id={`tasks-${section.id}`}>{section.title}</h3>
          <HairlineList labelledBy={`tasks-${section.id}`}>
            {rows.map((item) => (
              <ItemRow key={item.id} item={item} view={view} />
            ))}
          </HairlineList>
        </section>
      ))}
    </div>
  );
}
