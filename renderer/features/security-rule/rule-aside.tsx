import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SourceId } from '../../../shared/catalog/ids.ts';
import { proposedChange } from '../../../shared/catalog/security-rule/proposed-change.ts';
import { RULE_STANDING_NOTE } from '../../../shared/domain/rule-standing.ts';
import { paths } from '../../app/routes.ts';
import { SourceLine } from '../../ui/source-line.tsx';
import { AsidePart } from '../items/aside-part.tsx';
import styles from './security-rule-page.module.css';

const SOURCES: readonly SourceId[] = ['308', '310', '312', '314', '316', '66r2'];

/** How points are judged, what may change, and where all this comes from. */
export function RuleAside(): ReactNode {
  return (
    <div className={styles.aside}>
      <AsidePart title="How a point stands">
        <p>{RULE_STANDING_NOTE}</p>
      </AsidePart>
      <AsidePart title="A change is proposed">
        <p>{proposedChange.text}</p>
        <p className={styles.source}>
          <SourceLine id="nprm" status={proposedChange.status} />
        </p>
      </AsidePart>
      <AsidePart title="Where it goes">
        <p>
          Every point, with your answers, is in the <Link to={paths.report}>readiness report</Link>.
        </p>
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
