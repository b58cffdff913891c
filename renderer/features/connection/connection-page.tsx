import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { ItemId } from '../../../shared/catalog/ids.ts';
import type { CheckSubject } from '../../../shared/domain/check-run.ts';
import {
  type ConnectionEntry,
  connectionPosture,
  subjectOf,
  unseenCommands,
} from '../../../shared/domain/connection-posture.ts';
import { connectionSteps } from '../../../shared/domain/connection-steps.ts';
import { PORTAL_RECHECK_DAYS } from '../../../shared/domain/portal-check.ts';
import { bridge } from '../../app/bridge.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { findItem } from '../items/item-view.ts';
import { type CheckPlace, useCheckRunner } from './check-runner.ts';
import { CommandsDialog } from './commands-dialog.tsx';
import styles from './connection-page.module.css';
import { DeviceList } from './device-list.tsx';
import { NextSteps } from './next-steps.tsx';
import { useOpenRows } from './open-rows.ts';
import { PortalList } from './portal-list.tsx';
import { PostureCard } from './posture-card.tsx';

/** Checks that wait until their commands have been seen. */
interface Batch {
  readonly subjects: readonly CheckSubject[];
  readonly place: CheckPlace;
}

/** Portals and this computer: what the app can check by itself, what only the user can say, and what to do next. */
export function ConnectionPage(): ReactNode {
  const { plan, today } = usePlan();
  const info = useQuery({ queryKey: ['app-info'], queryFn: () => bridge.getAppInfo({}) });
  const platform = info.data?.platform ?? null;
  const runner = useCheckRunner();
  const rows = useOpenRows();
  // What to run once the commands have been seen.
  const [asked, setAsked] = useState<Batch | null>(null);
  const posture = connectionPosture(plan, platform, today);
  const unseen = unseenCommands(posture.devices, platform);

  const run = (entries: readonly ConnectionEntry[], place: CheckPlace): void => {
    const subjects = entries.map(subjectOf).filter((subject) => subject !== null);
    if (unseen.length > 0) setAsked({ subjects, place });
    else void runner.start(subjects, place);
  };
  return (
    <Page>
      <PageHeader
        title="Secure connection"
        lead="Whether the portals you use and this computer protect what goes through them: checked by the app where it can see for itself, by your word where it cannot."
      />
      {info.isPending ? null : (
        <>
          <PostureCard
            posture={posture}
            runner={runner}
            onCheckEverything={() => run([...posture.portals, ...posture.devices], 'top')}
          />
          <NextSteps steps={connectionSteps(posture, platform)} onShow={rows.show} />
          <PortalList posture={posture} runner={runner} rows={rows} />
          <DeviceList
            posture={posture}
            platform={platform}
            runner={runner}
            rows={rows}
            onCheckComputer={() => run(posture.devices, 'computer')}
          />
        </>
      )}
      <HowItWorks />
      {asked === null || platform === null ? null : (
        <CommandsDialog
          families={unseen.map(({ family }) => family)}
          platform={platform}
          onClose={() => setAsked(null)}
          onRun={() => {
            setAsked(null);
            void runner.start(asked.subjects, asked.place);
          }}
        />
      )}
    </Page>
  );
}

const ITEMS: readonly ItemId[] = [
  'sec-network',
  'sec-encrypt',
  'sec-hygiene',
  'sec-access',
  'sec-transfer',
  'off-computer',
];

function HowItWorks(): ReactNode {
  return (
    <section className={styles.part} aria-labelledby="how">
      <h2 id="how">How this page checks</h2>
      <ul className={styles.notes}>
        <li>
          A portal is contacted only when you press a button, only at the address on your list, and for 10
          seconds at most. A command that asks the maker of your system over the internet says so.
        </li>
        <li>
          “Passed” is what the app saw for itself, on that day. It is no certificate, and says nothing about
          what happens behind the sign-in page. Portals should be checked again after {PORTAL_RECHECK_DAYS}{' '}
          days.
        </li>
        <li>What could not be seen is never a pass. You can say what you saw; it is shown as your word.</li>
      </ul>
      <h3 className={styles.heading}>Where the results count</h3>
      <ul className={styles.links}>
        {ITEMS.map((id) => (
          <li key={id}>
            <Link to={paths.item(id)}>{findItem(id).title}</Link>
          </li>
        ))}
        <li>
          <Link to={paths.rule}>The Security Rule, point by point</Link>
        </li>
        <li>
          <Link to={paths.breach}>If something went wrong: breach clocks</Link>
        </li>
      </ul>
    </section>
  );
}
