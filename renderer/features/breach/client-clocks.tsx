import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BreachClock, BreachClocks } from '../../../shared/domain/breach-clock.ts';
import { deadlineText, type RecordedDeadline } from '../../../shared/domain/client-deadlines.ts';
import { formatDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import { paths } from '../../app/routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { distanceText } from '../calendar/calendar-entries.ts';
import styles from './breach-page.module.css';
import { namesInWords } from './clock-words.ts';

interface ClientClocksProps {
  readonly deadlines: readonly RecordedDeadline[];
  readonly clocks: BreachClocks;
  /** Without a day of discovery there are days to show, and no dates. */
  readonly hasDates: boolean;
}

/** Every client on record, the shortest deadline first, and whose deadline nobody knows. */
export function ClientClocks({ deadlines, clocks, hasDates }: ClientClocksProps): ReactNode {
  const unknown = deadlines.filter(({ contractDays }) => contractDays === null);
  return (
    <section className={styles.part} aria-labelledby="client-clocks">
      <h2 id="client-clocks">Your clients’ deadlines</h2>
      {deadlines.length === 0 ? (
        <p className={styles.soft}>
          No client is on record yet. Until one is, only the outer limit of the law can be worked out here.
        </p>
      ) : null}
      {unknown.length === 0 ? null : <UnknownDeadlines clients={unknown.map(({ client }) => client)} />}
      {deadlines.length === 0 ? null : (
        <HairlineList labelledBy="client-clocks">
          {clocks.clocks.map((clock) => (
            <ClientRow
              key={clock.client}
              clock={clock}
              deadline={deadlines.find(({ client }) => client === clock.client)}
              hasDates={hasDates}
            />
          ))}
        </HairlineList>
      )}
      <p className={styles.soft}>
        Deadlines and contacts come from <Link to={paths.item('cli-baa')}>Sign a BAA with each client</Link>{' '}
        and <Link to={paths.item('sec-incident')}>Write your incident and breach plan</Link>.
      </p>
    </section>
  );
}

function UnknownDeadlines({ clients }: { readonly clients: readonly string[] }): ReactNode {
  return (
    <div className={styles.unknown}>
      <Banner
        kind="hold"
        title={
          clients.length === 1
            ? 'One deadline is not recorded'
            : `${clients.length} deadlines are not recorded`
        }
      >
        <p>
          {namesInWords(clients)}: the agreement may leave fewer days than any shown here. Look it up, or ask,
          and get it in writing.
        </p>
      </Banner>
    </div>
  );
}

interface ClientRowProps {
  readonly clock: BreachClock;
  readonly deadline: RecordedDeadline | undefined;
  readonly hasDates: boolean;
}

function ClientRow({ clock, deadline, hasDates }: ClientRowProps): ReactNode {
  return (
    <HairlineRow
      title={clock.client}
      detail={
        deadline === undefined ? null : (
          <>
            {deadlineText(deadline)}
            {deadline.contact === '' ? null : <span dir="auto"> Contact: {deadline.contact}</span>}
          </>
        )
      }
      meta={hasDates ? <ByWhen dueOn={clock.dueOn} daysLeft={clock.daysLeft} /> : undefined}
    />
  );
}

/** A last day, and how far off it is. */
export function ByWhen({
  dueOn,
  daysLeft,
}: {
  readonly dueOn: IsoDate;
  readonly daysLeft: number;
}): ReactNode {
  return (
    <span className={daysLeft < 0 ? styles.late : undefined}>
      <time dateTime={dueOn}>by {formatDate(dueOn)}</time>
      <span className={styles.distance}>{distanceText(daysLeft)}</span>
    </span>
  );
}
