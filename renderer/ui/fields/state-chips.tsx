import type { ReactNode } from 'react';
import { STATE_NAMES, type StateCode } from '../../../shared/catalog/state-codes.ts';
import styles from './states-editor.module.css';

interface StateChipsProps {
  readonly chosen: readonly StateCode[];
  /** Label of the field, to name the list. */
  readonly label: string;
  readonly onRemove: (code: StateCode) => void;
}

/** The states chosen so far. */
export function StateChips({ chosen, label, onRemove }: StateChipsProps): ReactNode {
  if (chosen.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={`Chosen: ${label}`}>
      {chosen.map((code) => (
        <li key={code} className={styles.chip}>
          {STATE_NAMES[code]}
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove ${STATE_NAMES[code]}`}
            onClick={() => onRemove(code)}
          >
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <path d="m2.5 2.5 7 7m0-7-7 7" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
