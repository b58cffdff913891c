import { type ReactNode, useState } from 'react';
import { bridge, messageOf } from '../app/bridge.ts';
import { Button } from './button.tsx';
import styles from './outside-link.module.css';

interface OutsideLinkProps {
  /** Catalog id of the link, such as `source/irs-ein/0`. The address itself never travels. */
  readonly linkId: string;
  /** What the link says. */
  readonly children: string;
}

/** Opens a page of the catalog in the user's own browser: the only way out of this app. */
export function OutsideLink({ linkId, children }: OutsideLinkProps): ReactNode {
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    try {
      await bridge.openLink({ linkId });
      setTrouble(null);
    } catch (thrown) {
      setTrouble(messageOf(thrown));
    }
  };
  return (
    <span className={styles.outside}>
      <Button kind="quiet" onClick={open}>
        {children}
        <span aria-hidden="true" className={styles.arrow}>
          {'\u00a0↗'}
        </span>
        <span className="visually-hidden">(opens in your browser)</span>
      </Button>
      {trouble === null ? null : (
        <span role="alert" className={styles.trouble}>
          {trouble}
        </span>
      )}
    </span>
  );
}
