import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { type BaaChain, breachInWords, chainInWords } from '../../../shared/domain/baa-chain.ts';
import { paths } from '../../app/routes.ts';
import folds from '../connection/check-list.module.css';
import styles from './baa-chain.module.css';
import { BaaChainMap } from './baa-chain-map.tsx';
import { BaaChainTable } from './baa-chain-table.tsx';

/** The two chains at a glance: a sentence, the shortest deadline, the picture and its twin in rows. */
export function BaaChainPart({ chain }: { readonly chain: BaaChain }): ReactNode {
  return (
    <section className={styles.card} aria-labelledby="chain">
      <h2 id="chain">The chain of agreements</h2>
      <p className={styles.summary}>{chainInWords(chain)}</p>
      <p>
        {breachInWords(chain)} <Link to={paths.breach}>Breach clocks</Link>
      </p>
      {chain.links.length === 0 ? null : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <section className={styles.map} aria-label="Chain of agreements, picture" tabIndex={0}>
            <BaaChainMap chain={chain} id="baa-chain" />
          </section>
          <TableTwin chain={chain} />
        </>
      )}
    </section>
  );
}

// Made when it is wanted: two hundred rows take longer to lay out than everything else on the page.
function TableTwin({ chain }: { readonly chain: BaaChain }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={folds.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The same as a table ({chain.links.length})</summary>
      {isOpen ? <BaaChainTable chain={chain} /> : null}
    </details>
  );
}
