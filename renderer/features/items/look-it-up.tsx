import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { SourceId } from '../../../shared/catalog/ids.ts';
import { linkIdForAttorneyGeneral, linkIdForConsumerOffice } from '../../../shared/catalog/links.ts';
import { STATE_NAMES } from '../../../shared/catalog/state-codes.ts';
import type { Lookup, StateEntry } from '../../../shared/catalog/types.ts';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import { AsidePart } from './aside-part.tsx';
import { FactList } from './fact-list.tsx';
import styles from './item-aside.module.css';
import type { ItemView } from './item-view.ts';
import { statesInSight } from './states-in-sight.ts';

const DIRECTORIES: Readonly<Record<Lookup, readonly SourceId[]>> = {
  'attorney-general': ['naag', 'usagov-ag'],
  'consumer-office': ['usagov-c', 'usagov-ag'],
  'state-rules': [],
};

/** Offices and rules of the states that matter here: yours, your clients', and any named in the answers. */
export function LookItUp({ lookup, view }: { readonly lookup: Lookup; readonly view: ItemView }): ReactNode {
  const codes = statesInSight(view.item, view.effective, view.plan.profile);
  const states = codes.flatMap((code) => catalog.states.filter((state) => state.code === code));
  return (
    <AsidePart title={lookup === 'state-rules' ? 'Rules we know of' : 'Look it up'}>
      {states.length === 0 ? <p>Name a state, here or in your profile, and its office appears.</p> : null}
      <ul className={styles.states}>
        {states.map((state) => (
          <li key={state.code}>
            <StateLookup lookup={lookup} state={state} />
          </li>
        ))}
        {DIRECTORIES[lookup].map((id) => (
          <li key={id}>
            <SourceLine id={id} />
          </li>
        ))}
      </ul>
    </AsidePart>
  );
}

function StateLookup({ lookup, state }: { readonly lookup: Lookup; readonly state: StateEntry }): ReactNode {
  if (lookup === 'attorney-general') return <AttorneyGeneral state={state} />;
  if (lookup === 'consumer-office') return <ConsumerOffice state={state} />;
  const name = STATE_NAMES[state.code];
  return (
    <>
      <h3>{name}</h3>
      {state.rules.length === 0 ? (
        <p>None on record. That does not mean there is none: ask the state.</p>
      ) : (
        <FactList facts={state.rules} />
      )}
    </>
  );
}

function AttorneyGeneral({ state }: { readonly state: StateEntry }): ReactNode {
  const { url, remark } = state.attorneyGeneral;
  const name = `${STATE_NAMES[state.code]}: Attorney General`;
  return <Office name={name} linkId={linkIdForAttorneyGeneral(state)} url={url} remark={remark} />;
}

function ConsumerOffice({ state }: { readonly state: StateEntry }): ReactNode {
  if (state.consumerOffice === null) {
    return (
      <>
        <AttorneyGeneral state={state} />
        <p className={styles.soft}>
          No separate consumer office is in our list; ask here, or look in the directory.
        </p>
      </>
    );
  }
  const { url, remark } = state.consumerOffice;
  const name = `${STATE_NAMES[state.code]}: consumer office`;
  return <Office name={name} linkId={linkIdForConsumerOffice(state)} url={url} remark={remark} />;
}

interface OfficeProps {
  readonly name: string;
  readonly linkId: string | null;
  readonly url: string;
  readonly remark: string | null;
}

// An address that is not https is never opened; it can be read and typed.
function Office({ name, linkId, url, remark }: OfficeProps): ReactNode {
  return (
    <>
      {linkId === null ? (
        <p>
          {name}: <span className={styles.address}>{url}</span>
        </p>
      ) : (
        <OutsideLink linkId={linkId}>{name}</OutsideLink>
      )}
      {remark === null ? null : <p className={styles.soft}>{remark}</p>}
    </>
  );
}
