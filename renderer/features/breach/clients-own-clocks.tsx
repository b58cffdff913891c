import type { ReactNode } from 'react';
import { clientsOwnClocks } from '../../../shared/domain/breach-clock.ts';
import { daysBetween, type IsoDate } from '../../../shared/domain/iso-date.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { SourceStatusMark } from '../../ui/source-status.tsx';
import styles from './breach-page.module.css';
import { ByWhen } from './client-clocks.tsx';

interface ClientsOwnClocksProps {
  readonly discoveredOn: IsoDate;
  readonly today: IsoDate;
}

/** What your call sets going on the client's side. None of it was verified, and each line says so. */
export function ClientsOwnClocks({ discoveredOn, today }: ClientsOwnClocksProps): ReactNode {
  return (
    <section className={styles.part} aria-labelledby="own-clocks">
      <h2 id="own-clocks">Clocks that run for your client</h2>
      <p className={styles.soft}>
        Your client’s work, not yours: shown so that you understand the hurry. Counted from your own
        discovery, the earliest day they can run from.
      </p>
      <HairlineList labelledBy="own-clocks">
        {clientsOwnClocks(discoveredOn).map(({ whom, dueOn, text, status }) => (
          <HairlineRow
            key={whom}
            title={whom}
            detail={text}
            status={<SourceStatusMark status={status} />}
            meta={<ByWhen dueOn={dueOn} daysLeft={daysBetween(today, dueOn)} />}
          />
        ))}
      </HairlineList>
    </section>
  );
}
