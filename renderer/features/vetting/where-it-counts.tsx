import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './vetting-page.module.css';

const items = catalog.items.filter(
  ({ derived }) => derived?.desk === 'vetting' || derived?.desk === 'software',
);

/** The items of the checklist that what is recorded here settles or blocks, and how each stands. */
export function WhereItCounts(): ReactNode {
  const { readiness } = usePlan();
  return (
    <section className={styles.part} aria-labelledby="where-it-counts">
      <h2 id="where-it-counts">Where it counts</h2>
      <HairlineList labelledBy="where-it-counts">
        {items
          .filter(({ id }) => readiness.items[id].state !== 'set-aside')
          .map(({ id, title }) => (
            <HairlineRow
              key={id}
              title={title}
              to={paths.item(id)}
              status={<StatusIcon state={readiness.items[id].state} />}
            />
          ))}
      </HairlineList>
    </section>
  );
}
