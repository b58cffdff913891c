import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './partner-list.module.css';

const items = catalog.items.filter(({ derived }) => derived?.desk === 'partners');

/** The items of the checklist that take answers from the register, and how each stands. */
export function PartnerItems(): ReactNode {
  const { readiness } = usePlan();
  return (
    <section className={styles.part} aria-labelledby="partner-items">
      <h2 id="partner-items">Where it counts</h2>
      <p className={styles.lead}>
        These items take what is recorded here. Whatever else they need is asked there: the reviewed form, the
        incident plan, your devices.
      </p>
      <HairlineList labelledBy="partner-items">
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
