import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { daysBetween, formatDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { type PlanView, usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { titleOf } from '../sections/item-notes.ts';
import { type CalendarEntry, calendarParts, distanceText } from './calendar-entries.ts';
import styles from './calendar-page.module.css';
import { StaleNotices } from './stale-notices.tsx';

/** What falls due when: renewals, the user's own dates, and what has not been looked at for long. */
export function CalendarPage(): ReactNode {
  const view = usePlan();
  const parts = calendarParts(view);
  return (
    <Page>
      <PageHeader
        title="Calendar"
        lead="What has to be done again, and the dates you set yourself. Overdue things come first."
      />
      {parts.length === 0 ? (
        <p>
          Nothing has a date yet. Dates appear here by themselves as you fill in your items. You can also{' '}
          <Link to={paths.welcome}>set the day you would like to open</Link>.
        </p>
      ) : null}
      {parts.map(({ id, title, entries }) => (
        <section key={id} className={styles.part} aria-labelledby={`calendar-${id}`}>
          <h2 id={`calendar-${id}`}>{title}</h2>
          <HairlineList labelledBy={`calendar-${id}`}>
            {entries.map((entry) => (
              <EntryRow
                key={`${entry.kind} ${entry.itemId} ${entry.dueOn} ${entry.text}`}
                entry={entry}
                view={view}
              />
            ))}
          </HairlineList>
        </section>
      ))}
      <StaleNotices notices={view.readiness.stale} />
    </Page>
  );
}

function EntryRow({ entry, view }: { readonly entry: CalendarEntry; readonly view: PlanView }): ReactNode {
  const { itemId, dueOn, text } = entry;
  const isLate = dueOn < view.today;
  return (
    <HairlineRow
      title={itemId === null ? 'Your target opening day' : titleOf(itemId)}
      to={itemId === null ? paths.welcome : paths.item(itemId)}
      detail={text}
      status={itemId === null ? undefined : <StatusIcon state={view.readiness.items[itemId].state} />}
      meta={<When dueOn={dueOn} today={view.today} isLate={isLate} />}
    />
  );
}

function When({
  dueOn,
  today,
  isLate,
}: {
  readonly dueOn: IsoDate;
  readonly today: IsoDate;
  readonly isLate: boolean;
}): ReactNode {
  return (
    <span className={isLate ? styles.late : undefined}>
      <time dateTime={dueOn}>{formatDate(dueOn)}</time>
      <span className={styles.distance}>{distanceText(daysBetween(today, dueOn))}</span>
    </span>
  );
}
