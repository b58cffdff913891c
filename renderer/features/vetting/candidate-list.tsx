import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { Link } from 'wouter';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { assessRecord } from '../../../shared/domain/vetting/assess-record.ts';
import { type CandidateKind, candidateName, candidatesOf } from '../../../shared/domain/vetting/candidate.ts';
import { paths } from '../../app/routes.ts';
import { buttonClass } from '../../ui/button.tsx';
import { AddCandidate } from './add-candidate.tsx';
import { ArchivedCandidates } from './archived-candidates.tsx';
import { KIND_WORDS } from './candidate-kinds.ts';
import styles from './candidate-list.module.css';
import { CandidateRow } from './candidate-row.tsx';
import { type Compared, FEWEST_COMPARED, MOST_COMPARED } from './compared.ts';

interface CandidateListProps {
  readonly kind: CandidateKind;
  readonly plan: Plan;
  readonly today: IsoDate;
  readonly compared: Compared;
}

/** From here on a list is searched rather than read. */
const SEARCH_FROM = 12;
/** About as many as a window shows. */
const FIRST_ROWS = 24;

/** One of the two lists: its candidates, a way to add one, and those taken off. */
export function CandidateList({ kind, plan, today, compared }: CandidateListProps): ReactNode {
  const { title, lead } = KIND_WORDS[kind];
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const candidates = candidatesOf(plan, kind);
  const ticked = compared.ids(kind).filter((id) => candidates.some((record) => record.id === id));
  const typed = query.trim().toLowerCase();
  const shown =
    candidates.length < SEARCH_FROM || typed === ''
      ? candidates
      : candidates.filter((record) => candidateName(record).toLowerCase().includes(typed));
  // The page is there at once; the rest of a long list follows while nothing else is to be done.
  const most = useDeferredValue(shown.length, Math.min(shown.length, FIRST_ROWS));
  return (
    <section className={styles.part} aria-labelledby={`${kind}-list`}>
      <h2 id={`${kind}-list`}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      {candidates.length < SEARCH_FROM ? null : (
        <ListSearch query={query} onQuery={setQuery} found={shown.length} of={candidates.length} />
      )}
      {shown.length === 0 ? null : (
        <ul className={styles.list} aria-labelledby={`${kind}-list`}>
          {shown.slice(0, most).map((record) => (
            <CandidateRow
              key={record.id}
              assessed={assessRecord(record, plan, today)}
              canBeCompared={candidates.length >= FEWEST_COMPARED}
              isTicked={ticked.includes(record.id)}
              isFull={ticked.length >= MOST_COMPARED}
              isWanted={record.id === wanted}
              onTick={compared.toggle}
            />
          ))}
        </ul>
      )}
      {candidates.length < FEWEST_COMPARED ? null : (
        <CompareBar kind={kind} ticked={ticked.length} compared={compared} />
      )}
      <AddCandidate kind={kind} />
      <ArchivedCandidates kind={kind} plan={plan} onBack={({ id }) => setWanted(id)} />
    </section>
  );
}

interface CompareBarProps {
  readonly kind: CandidateKind;
  readonly ticked: number;
  readonly compared: Compared;
}

function CompareBar({ kind, ticked, compared }: CompareBarProps): ReactNode {
  const { plural } = KIND_WORDS[kind];
  const isReady = ticked >= FEWEST_COMPARED && ticked <= MOST_COMPARED;
  return (
    <p className={styles.bar}>
      {isReady ? (
        <Link to={paths.compare} className={buttonClass('secondary')} onClick={() => compared.show(kind)}>
          Compare these {ticked}
        </Link>
      ) : (
        <span className={styles.soft}>
          To put {plural} side by side, tick two to four of them{ticked === 1 ? '. One is ticked.' : '.'}
        </span>
      )}
    </p>
  );
}

interface ListSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found: number;
  readonly of: number;
}

function ListSearch({ query, onQuery, found, of }: ListSearchProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id}>Find by name</label>
      <input
        id={id}
        type="search"
        className={styles.query}
        autoComplete="off"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      <span aria-live="polite">
        {found} of {of}
      </span>
    </div>
  );
}
