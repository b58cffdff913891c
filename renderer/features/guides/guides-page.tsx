import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { GuideCorrection } from '../../../shared/catalog/types.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import styles from './guides-page.module.css';

/** What older career guides say about this work, beside what is true now. */
export function GuidesPage(): ReactNode {
  return (
    <Page>
      <PageHeader
        title="What older guides get wrong"
        lead="Articles about billing from home are copied for years. Here is what they still say, what is true now, and where that comes from."
      />
      <ul className={styles.list}>
        {catalog.guideCorrections.map((correction) => (
          <Correction key={correction.id} correction={correction} />
        ))}
      </ul>
    </Page>
  );
}

function Correction({ correction }: { readonly correction: GuideCorrection }): ReactNode {
  const { guideSays, now, sources, status } = correction;
  return (
    <li className={styles.correction}>
      <div className={styles.says}>
        <p className={styles.label}>Guides say</p>
        <h2 className={styles.quote}>{guideSays}</h2>
      </div>
      <div>
        <p className={styles.label}>Now</p>
        <p>{now}</p>
        <ul className={styles.sources} aria-label="Sources">
          {sources.map((id) => (
            <li key={id}>
              <SourceLine id={id} status={status} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
