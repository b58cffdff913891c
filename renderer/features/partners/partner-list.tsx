import { memo, type ReactNode, useDeferredValue, useId, useState } from 'react';
import type { BaaChain, ChainLink } from '../../../shared/domain/baa-chain.ts';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { type Partner, type PartnerKind, partnersOf } from '../../../shared/domain/partner.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { ArchivedPartners } from './archived-partners.tsx';
import { BaaMark } from './baa-mark.tsx';
import styles from './partner-list.module.css';
import { KIND_WORDS } from './partner-words.ts';

/** A longer list is searched rather than read. */
const SEARCH_ABOVE = 15;

interface PartnerListProps {
  readonly kind: PartnerKind;
  readonly plan: Plan;
  readonly chain: BaaChain;
}

/** Clients or vendors, each with how its agreement stands; what is missing first. */
export function PartnerList({ kind, plan, chain }: PartnerListProps): ReactNode {
  const { title, lead, none } = KIND_WORDS[kind];
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const links = chain.links.filter(({ node }) => node.kind === kind);
  const isLong = links.length > SEARCH_ABOVE;
  const shown =
    isLong && wanted !== ''
      ? links.filter(({ node }) => `${node.name} ${node.role}`.toLowerCase().includes(wanted))
      : links;
  return (
    <section className={styles.part} aria-labelledby={`${kind}-list`}>
      <h2 id={`${kind}-list`}>{title}</h2>
      <p className={styles.lead}>{links.length === 0 ? none : lead}</p>
      {isLong ? <ListSearch kind={kind} query={query} onQuery={setQuery} found={shown.length} /> : null}
      {shown.length === 0 ? null : <Rows kind={kind} links={shown} partners={partnersOf(plan)} />}
      <ArchivedPartners kind={kind} plan={plan} />
    </section>
  );
}

interface RowsProps {
  readonly kind: PartnerKind;
  readonly links: readonly ChainLink[];
  readonly partners: readonly Partner[];
}

const Rows = memo(function Rows({ kind, links, partners }: RowsProps): ReactNode {
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  return (
    <HairlineList labelledBy={`${kind}-list`}>
      {links.map((link) => (
        <HairlineRow
          key={link.node.id}
          title={link.node.name}
          to={paths.partner(link.node.id)}
          detail={detailOf(link, byId.get(link.node.id))}
          status={<BaaMark standing={link.standing} />}
          meta={dateOf(link)}
        />
      ))}
    </HairlineList>
  );
});

function detailOf({ node }: ChainLink, partner: Partner | undefined): string | null {
  const states = partner?.said.list('states').join(', ') ?? '';
  const said = [node.role, states].filter((part) => part !== '');
  return said.length === 0 ? null : said.join(' · ');
}

function dateOf({ since, expires, standing }: ChainLink): string {
  if (expires !== null) return `${standing === 'expired' ? 'ended' : 'ends'} ${formatDate(expires)}`;
  return since === null ? '' : `since ${formatDate(since)}`;
}

interface ListSearchProps {
  readonly kind: PartnerKind;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found: number;
}

function ListSearch({ kind, query, onQuery, found }: ListSearchProps): ReactNode {
  const id = useId();
  const { title, one, several } = KIND_WORDS[kind];
  return (
    <div className={styles.search}>
      <label htmlFor={id}>
        Find in {title.toLowerCase()} by name{kind === 'vendor' ? ' or service' : ''}
      </label>
      <input
        id={id}
        type="search"
        className={styles.query}
        autoComplete="off"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      <span aria-live="polite">
        {found} {found === 1 ? one : several}
      </span>
    </div>
  );
}
