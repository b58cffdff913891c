import type { ReactNode } from 'react';
import { breachClockFacts, breachSafeHarbor } from '../../../shared/catalog/breach.ts';
import type { SourceId } from '../../../shared/catalog/ids.ts';
import { SourceLine } from '../../ui/source-line.tsx';
import { AsidePart } from '../items/aside-part.tsx';
import { FactList } from '../items/fact-list.tsx';
import styles from './breach-page.module.css';

const SOURCES: readonly SourceId[] = ['410', 'unsec'];

/** When losing data is no breach of unsecured data, and what the clocks rest on. */
export function BreachAside(): ReactNode {
  return (
    <div className={styles.aside}>
      <AsidePart title="When the data was protected">
        <p className={styles.lead}>
          These clocks are for unsecured data. Lost or stolen data is not unsecured if it was protected like
          this:
        </p>
        <FactList facts={breachSafeHarbor} />
      </AsidePart>
      <AsidePart title="Good to know">
        <FactList facts={breachClockFacts} />
      </AsidePart>
      <AsidePart title="Sources">
        <ul className={styles.sources}>
          {SOURCES.map((id) => (
            <li key={id}>
              <SourceLine id={id} />
            </li>
          ))}
        </ul>
      </AsidePart>
    </div>
  );
}
