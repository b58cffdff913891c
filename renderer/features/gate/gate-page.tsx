import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { titleOf } from '../sections/item-notes.ts';
import { ItemRow } from '../sections/item-row.tsx';
import styles from './gate-page.module.css';
import { PatientDataPart } from './patient-data-part.tsx';

/** "May I touch patient data today?": yes or no, and exactly why. */
export function GatePage(): ReactNode {
  const view = usePlan();
  const { gate, items } = view.readiness;
  const missing = new Set(gate.missing.map(({ itemId }) => itemId));
  const standing = catalog.items.filter(
    (item) => item.gate !== undefined && !missing.has(item.id) && items[item.id].state !== 'set-aside',
  );
  return (
    <Page>
      <PageHeader title="May I touch patient data today?" />
      <section className={styles.card} aria-label="Answer">
        <p className={styles.answer}>
          <StatusIcon
            state={gate.mayTouchPhi ? 'done' : 'blocked'}
            text={gate.mayTouchPhi ? 'Yes' : 'No'}
            size="large"
          />
        </p>
        <p>{gate.mayTouchPhi ? YES_TEXT : NO_TEXT}</p>
        <p className={styles.limits}>
          This answer comes from what you recorded, and it is worked out again every day. It is not a
          certificate and not legal advice.
        </p>
      </section>
      {gate.missing.length === 0 ? null : (
        <section className={styles.part} aria-labelledby="missing">
          <h2 id="missing">
            {gate.missing.length === 1 ? 'One thing is missing' : `${gate.missing.length} things are missing`}
          </h2>
          <HairlineList labelledBy="missing">
            {gate.missing.map(({ itemId, text }) => (
              <HairlineRow
                key={itemId}
                title={titleOf(itemId)}
                to={paths.item(itemId)}
                detail={items[itemId].state === 'not-started' ? leadOf(itemId) : text}
                status={<StatusIcon state={items[itemId].state} />}
              />
            ))}
          </HairlineList>
        </section>
      )}
      <PatientDataPart plan={view.plan} today={view.today} />
      {standing.length === 0 ? null : (
        <section className={styles.part} aria-labelledby="standing">
          <h2 id="standing">What already stands</h2>
          <HairlineList labelledBy="standing">
            {standing.map((item) => (
              <ItemRow key={item.id} item={item} view={view} />
            ))}
          </HairlineList>
        </section>
      )}
    </Page>
  );
}

// "Not started." is said by the state already.
function leadOf(id: ItemId): string {
  return catalog.items.find((item) => item.id === id)?.lead ?? '';
}

const NO_TEXT =
  'Do not receive, open or send anything with patient information in it yet: no charts, no claims, no remittances, not for a try-out either. Rehearse with made-up data.';
const YES_TEXT =
  'The safeguards, the agreements in both directions and the secure connection are on record. Look at this page again before each new client.';
