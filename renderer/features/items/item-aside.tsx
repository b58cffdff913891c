import type { ReactNode } from 'react';
import { BASIS_WORDS, LEVEL_WORDS } from '../../../shared/domain/report-words.ts';
import { toDollars } from '../../../shared/domain/typed-input.ts';
import { SourceLine } from '../../ui/source-line.tsx';
import { AsidePart } from './aside-part.tsx';
import { FactList } from './fact-list.tsx';
import { FilledInExample } from './filled-in-example.tsx';
import styles from './item-aside.module.css';
import type { ItemView } from './item-view.ts';
import { LookItUp } from './look-it-up.tsx';
import { SeeAlso } from './see-also.tsx';

/** Beside the form: why, what counts as done, what to beware of, where to look, and where all of it comes from. */
export function ItemAside({ view }: { readonly view: ItemView }): ReactNode {
  const { item } = view;
  return (
    <div className={styles.aside}>
      <AsidePart title="Why this matters">
        <p>{item.why}</p>
      </AsidePart>
      <AsidePart title="What counts as done">
        <p>{item.doneWhen}</p>
      </AsidePart>
      {item.redFlags.length === 0 ? null : (
        <AsidePart title="Watch out">
          <ul className={styles.flags}>
            {item.redFlags.map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        </AsidePart>
      )}
      <SeeAlso itemId={item.id} />
      {item.lookup === undefined ? null : <LookItUp lookup={item.lookup} view={view} />}
      {item.facts === undefined || item.facts.length === 0 ? null : (
        <AsidePart title="Good to know">
          <FactList facts={item.facts} />
        </AsidePart>
      )}
      <Standing view={view} />
      <FilledInExample key={item.id} view={view} />
      <AsidePart title="Sources">
        <ul className={styles.sources}>
          {item.sources.map((id) => (
            <li key={id}>
              <SourceLine id={id} />
            </li>
          ))}
        </ul>
      </AsidePart>
    </div>
  );
}

/** How much it matters, when it comes round again, and what an authority charges for it. */
function Standing({ view }: { readonly view: ItemView }): ReactNode {
  const { item } = view;
  const { knownCost } = item;
  return (
    <AsidePart title="How much it matters">
      <p>
        {LEVEL_WORDS[item.level]}
        <span className={styles.soft}>
          {' '}
          · {item.basis.map((basis) => BASIS_WORDS[basis].toLowerCase()).join(', ')}
        </span>
      </p>
      {item.basisNote === undefined ? null : <p>{item.basisNote}</p>}
      {item.renewal === null ? null : <p>Comes round again: {item.renewal.text}.</p>}
      {knownCost === undefined ? null : (
        <>
          <p>
            Known cost: ${toDollars(knownCost.amountCents)}. {knownCost.text}
          </p>
          <SourceLine id={knownCost.source} />
        </>
      )}
    </AsidePart>
  );
}
