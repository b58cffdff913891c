import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { browserSession } from '../../app/session-memory.ts';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { NextStepsList } from './next-steps-list.tsx';
import { openingDayText } from './opening-day.ts';
import styles from './overview-page.module.css';
import { SectionCards } from './section-cards.tsx';
import { type TaskFilter, TaskList } from './task-list.tsx';
import { VerdictCard } from './verdict-card.tsx';

type Arrangement = 'sections' | TaskFilter;

const MEMORY_KEY = 'first-claim.overview';

/** Where you stand: verdict, next steps, and everything there is to do, by section or item by item. */
export function OverviewPage(): ReactNode {
  const view = usePlan();
  const [arrangement, setArrangement] = useState<Arrangement>(rememberedArrangement);
  const arrange = (next: Arrangement): void => {
    browserSession.write(MEMORY_KEY, next);
    setArrangement(next);
  };
  const heading = useRef<HTMLHeadingElement>(null);
  const { targetOpensOn } = view.plan.profile;
  return (
    <Page>
      <PageHeader
        title="Where you stand"
        eyebrow={
          targetOpensOn === null ? (
            <Link to={paths.welcome}>Set the day you would like to open</Link>
          ) : (
            `Target opening day · ${openingDayText(targetOpensOn, view.today)}`
          )
        }
      />
      <VerdictCard
        readiness={view.readiness}
        onShowBlocked={() => {
          arrange('blocked');
          heading.current?.focus();
        }}
      />
      <NextStepsList steps={view.readiness.nextSteps} />
      <section className={styles.tasks} aria-labelledby="everything">
        <div className={styles.bar}>
          <h2 id="everything" ref={heading} tabIndex={-1}>
            {arrangement === 'sections' ? 'The ten sections' : 'Every item'}
          </h2>
          <ChoiceBar
            legend="Arrange"
            choices={[
              { value: 'sections', label: 'By section' },
              { value: 'items', label: 'Item by item' },
            ]}
            value={arrangement === 'sections' ? 'sections' : 'items'}
            onChoose={(value) => arrange(value === 'sections' ? 'sections' : 'all')}
          />
        </div>
        {arrangement === 'sections' ? (
          <SectionCards readiness={view.readiness} />
        ) : (
          <TaskList view={view} filter={arrangement} onFilter={arrange} />
        )}
      </section>
    </Page>
  );
}

// Coming back from an item, one finds the list as one left it.
function rememberedArrangement(): Arrangement {
  const known: readonly Arrangement[] = ['all', 'todo', 'blocked', 'aside'];
  return known.find((each) => each === browserSession.read(MEMORY_KEY)) ?? 'sections';
}
