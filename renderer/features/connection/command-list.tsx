import type { ReactNode } from 'react';
import type { Probe } from '../../../shared/domain/device-checks/device-check.ts';
import { probeInWords } from '../../../shared/domain/device-checks/probe.ts';
import styles from './command-list.module.css';

/** The commands of a look at this computer, as they will be run. */
export function CommandList({ probes }: { readonly probes: readonly Probe[] }): ReactNode {
  if (probes.length === 0) return <p>Nothing is run for this: no command can tell.</p>;
  return (
    <ul className={styles.commands}>
      {probes.map((probe) => (
        <li key={probe.id}>
          <code className={styles.command}>{probeInWords(probe)}</code>
          {probe.usesNetwork ? (
            <span className={styles.note}>This one asks the maker of the system over the internet.</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
