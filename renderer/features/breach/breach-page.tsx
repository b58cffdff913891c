import { type ReactNode, useState } from 'react';
import { breachFirstSteps } from '../../../shared/catalog/breach.ts';
import { breachClocks } from '../../../shared/domain/breach-clock.ts';
import { recordedDeadlines } from '../../../shared/domain/client-deadlines.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { FactList } from '../items/fact-list.tsx';
import { BreachAside } from './breach-aside.tsx';
import styles from './breach-page.module.css';
import { ClientClocks } from './client-clocks.tsx';
import { ClientsOwnClocks } from './clients-own-clocks.tsx';
import { DiscoveryForm } from './discovery-form.tsx';
import { FirstToTell } from './first-to-tell.tsx';

/** If patient data is lost, stolen or sent astray: whom to tell by when, worked out from a day that is not stored. */
export function BreachPage(): ReactNode {
  const { context, today } = usePlan();
  const [discoveredOn, setDiscoveredOn] = useState<IsoDate | null>(null);
  const deadlines = recordedDeadlines(context);
  const clocks = breachClocks(discoveredOn ?? today, deadlines, today);
  return (
    <Page aside={<BreachAside />} asideLabel="About breaches">
      <PageHeader
        title="Breach clocks"
        lead="If patient data is lost, stolen or sent astray, clocks start on the day it is discovered. See whom you tell by when."
      />
      <p className={styles.notStored}>
        The day you enter is not stored. A real incident belongs in your incident log, without patient names.
        <LogPlace path={context.answersOf('sec-incident').text('log_path')} />
      </p>
      <DiscoveryForm today={today} onDiscovered={setDiscoveredOn} />
      <div aria-live="polite">{discoveredOn === null ? null : <FirstToTell clocks={clocks} />}</div>
      <ClientClocks deadlines={deadlines} clocks={clocks} hasDates={discoveredOn !== null} />
      <section className={styles.part} aria-labelledby="do-first">
        <h2 id="do-first">What to do first</h2>
        <FactList facts={breachFirstSteps} />
      </section>
      {discoveredOn === null ? null : <ClientsOwnClocks discoveredOn={discoveredOn} today={today} />}
    </Page>
  );
}

function LogPlace({ path }: { readonly path: string }): ReactNode {
  const place = path.trim();
  return place === '' ? null : (
    <>
      {' '}
      You keep yours here: <bdi>{place}</bdi>
    </>
  );
}
