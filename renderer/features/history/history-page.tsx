import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { MAX_SEARCH } from '../../../shared/ipc/history-contract.ts';
import { messageOf } from '../../app/bridge.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { HistoryFilter } from './history-filter.tsx';
import styles from './history-page.module.css';
import { useHistory } from './history-query.ts';
import { HistoryRow } from './history-row.tsx';

const SEARCH_PAUSE_MS = 250;

/** Everything that was ever changed, newest first. `subject` is whose history is shown at first; null: of everything. */
export function HistoryPage({ subject }: { readonly subject: string | null }): ReactNode {
  const { plan } = usePlan();
  const [choice, setChoice] = useState(subject);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [filterId, searchId] = [useId(), useId()];
  const look = (text: string, waitMs: number): void => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => setSearch(text.trim()), waitMs);
  };
  return (
    <Page>
      <PageHeader
        title="History"
        lead="Everything that was changed, newest first. Nothing here is ever rewritten: putting an answer back adds a line of its own."
      />
      <p className={styles.way}>
        <Link to={paths.backups}>Backups and recovery notes</Link>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: Chrome 114 does not know the element. */}
      <form
        role="search"
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          look(typed, 0);
        }}
      >
        <div className={styles.box}>
          <label htmlFor={filterId}>Whose history</label>
          <HistoryFilter
            id={filterId}
            className={styles.input}
            plan={plan}
            choice={choice}
            onChoose={setChoice}
          />
        </div>
        <div className={styles.box}>
          <label htmlFor={searchId}>Find in the history</label>
          <input
            id={searchId}
            className={styles.input}
            type="search"
            autoComplete="off"
            maxLength={MAX_SEARCH}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              look(event.target.value, SEARCH_PAUSE_MS);
            }}
          />
        </div>
      </form>
      <Lines choice={choice} search={search} />
    </Page>
  );
}

function Lines({ choice, search }: { readonly choice: string | null; readonly search: string }): ReactNode {
  const { plan } = usePlan();
  const view = useMemo(() => ({ catalog, plan }), [plan]);
  const { data, error, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = useHistory(
    choice,
    search,
  );
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data]);
  if (error !== null) {
    return (
      <Banner kind="stop" role="alert" title="The history could not be read">
        <p>{messageOf(error)}</p>
      </Banner>
    );
  }
  const isReading = data === undefined || isPlaceholderData;
  return (
    <>
      <p className={styles.count} role="status">
        {isReading ? 'Looking…' : countText(entries.length, hasNextPage, search)}
      </p>
      {byDay(entries).map(({ key, name, lines }) => (
        <div key={key}>
          <h2 className={styles.day}>{name}</h2>
          <ul className={styles.list}>
            {lines.map((entry) => (
              <HistoryRow key={entry.seq} entry={entry} view={view} />
            ))}
          </ul>
        </div>
      ))}
      {hasNextPage ? (
        <p className={styles.way}>
          <Button onClick={() => void fetchNextPage()} aria-disabled={isFetchingNextPage}>
            {isFetchingNextPage ? 'Looking…' : 'Show earlier'}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function countText(count: number, hasMore: boolean, search: string): string {
  if (count === 0) {
    return search === '' ? 'Nothing was changed here yet.' : 'No change has all these words. Try fewer.';
  }
  const changes = `${count} ${count === 1 ? 'change' : 'changes'}`;
  if (!hasMore) return changes;
  return `The newest ${changes}; ${search === '' ? 'there are' : 'there may be'} earlier ones`;
}

interface Day {
  /** Stays the same as lines are added, so that what is unfolded stays so. */
  readonly key: string;
  readonly name: string;
  readonly lines: readonly HistoryEntry[];
}

/** Lines under the days on which they came, by this computer's clock. Where it was set back, a day comes twice. */
function byDay(entries: readonly HistoryEntry[]): readonly Day[] {
  const days: { key: string; name: string; lines: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const name = format(parseISO(entry.at), 'EEEE d MMMM yyyy');
    const last = days.at(-1);
    if (last?.name === name) last.lines.push(entry);
    else {
      const again = days.filter((day) => day.name === name).length;
      days.push({ key: `${name}/${again}`, name, lines: [entry] });
    }
  }
  return days;
}
