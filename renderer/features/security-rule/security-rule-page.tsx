import { type ReactNode, useMemo, useState } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { ADDRESSABLE_MEANS } from '../../../shared/catalog/security-rule.ts';
import { SAFEGUARD_WORDS } from '../../../shared/domain/report-words.ts';
import { assessRule } from '../../../shared/domain/rule-standing.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { useOpenRows } from '../connection/open-rows.ts';
import { PointRow, pointRowId } from './point-row.tsx';
import { RuleAside } from './rule-aside.tsx';
import { groupPoints, type SafeguardsGroup, type StandardGroup } from './rule-groups.ts';
import { RuleSummary } from './rule-summary.tsx';
import { SaveTable } from './save-table.tsx';
import styles from './security-rule-page.module.css';

type Shown = 'all' | 'open';

/** The Security Rule, point by point: what it means at home, how it stands, what shows it, and what is open. */
export function SecurityRulePage(): ReactNode {
  const { plan, readiness, today } = usePlan();
  const [shown, setShown] = useState<Shown>('all');
  // One form at a time.
  const [answering, setAnswering] = useState<string | null>(null);
  const rows = useOpenRows();
  const rule = useMemo(() => assessRule(catalog, plan, readiness, today), [plan, readiness, today]);
  // A point that is being looked at stays, whatever is answered meanwhile.
  const groups = groupPoints(
    rule,
    ({ cite, standing }) => shown === 'all' || standing === 'open' || rows.isOpen(pointRowId(cite)),
  );
  return (
    <Page aside={<RuleAside />} asideLabel="About the Security Rule">
      <PageHeader
        title="Security Rule, point by point"
        lead={`Everything 45 CFR 164.308 to 164.316 ask, what it means at home, and what you have on record for it. ${ADDRESSABLE_MEANS}`}
      />
      <RuleSummary rule={rule} />
      <div className={styles.bar}>
        <ChoiceBar
          legend="Points to show"
          choices={[
            { value: 'all', label: 'All', count: rule.points.length },
            { value: 'open', label: 'Open', count: rule.open },
          ]}
          value={shown}
          onChoose={setShown}
        />
        <SaveTable />
      </div>
      {groups.length === 0 ? <p className={styles.part}>No point is open.</p> : null}
      {groups.map((group) => (
        <Safeguards key={group.safeguards} group={group}>
          {({ standard, points }) => (
            <ul className={styles.list} aria-labelledby={headingId(standard.cite)}>
              {points.map((point) => {
                const { cite } = point.specification;
                return (
                  <PointRow
                    key={cite}
                    point={point}
                    isOpen={rows.isOpen(pointRowId(cite))}
                    onToggle={() => rows.toggle(pointRowId(cite))}
                    isAnswering={answering === cite}
                    onAnswer={() => setAnswering(answering === cite ? null : cite)}
                  />
                );
              })}
            </ul>
          )}
        </Safeguards>
      ))}
    </Page>
  );
}

interface SafeguardsProps {
  readonly group: SafeguardsGroup;
  readonly children: (standard: StandardGroup) => ReactNode;
}

function Safeguards({ group, children }: SafeguardsProps): ReactNode {
  return (
    <section className={styles.part} aria-labelledby={headingId(group.safeguards)}>
      <h2 id={headingId(group.safeguards)}>{SAFEGUARD_WORDS[group.safeguards]}</h2>
      {group.standards.map((standard) => (
        <div key={standard.standard.cite} className={styles.standard}>
          <h3 id={headingId(standard.standard.cite)}>
            {standard.standard.title} <span className={styles.cite}>{standard.standard.cite}</span>
          </h3>
          <div className={styles.frame}>{children(standard)}</div>
        </div>
      ))}
    </section>
  );
}

function headingId(of: string): string {
  return `rule-${of}`;
}
