import { type ReactNode, useDeferredValue } from 'react';
import type { ItemAssessment } from '../../../shared/domain/assess-item.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './missing-list.module.css';

const MOST_SHOWN = 6;

/** What is still missing before the item counts as done. Follows every keystroke; only the count is read out. */
export function MissingList({ assessment }: { readonly assessment: ItemAssessment }): ReactNode {
  const missing = useDeferredValue(assessment.missing);
  const shown = missing.slice(0, MOST_SHOWN);
  const folded = missing.slice(MOST_SHOWN);
  return (
    <section aria-labelledby="still-missing">
      <h2 id="still-missing">Still missing</h2>
      <p aria-live="polite" className={styles.count}>
        {missing.length === 0 && assessment.findings.length > 0 ? (
          'Nothing is missing, but something is in the way. It stands at the top of this page.'
        ) : missing.length === 0 ? (
          <StatusIcon state="done" text="Nothing. All that counts as done is here." />
        ) : missing.length === 1 ? (
          'One thing before this counts as done:'
        ) : (
          `${missing.length} things before this counts as done:`
        )}
      </p>
      <Sentences sentences={shown} />
      {folded.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{folded.length} more</summary>
          <Sentences sentences={folded} />
        </details>
      )}
    </section>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.list}>
      {/* Two rows may lack the same thing in the same words. */}
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no identity beyond their place.
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}
