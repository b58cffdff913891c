import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { SectionId } from '../../../shared/catalog/ids.ts';
import { Page, PageHeader } from '../../app/page.tsx';
import { usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList } from '../../ui/hairline-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { ItemRow } from './item-row.tsx';
import styles from './section-page.module.css';

/** The task list of one section. Any order will do; what has to come first says so. */
export function SectionPage({ sectionId }: { readonly sectionId: SectionId }): ReactNode {
  const view = usePlan();
  const asideId = useId();
  const index = catalog.sections.findIndex(({ id }) => id === sectionId);
  const section = catalog.sections[index];
  const assessment = view.readiness.sections.find(({ id }) => id === sectionId);
  if (section === undefined || assessment === undefined) throw new Error(`No section "${sectionId}"`);
  const items = catalog.items.filter((item) => item.section === sectionId);
  const isAside = (id: (typeof items)[number]['id']): boolean =>
    view.readiness.items[id].state === 'set-aside';
  const applicable = items.filter(({ id }) => !isAside(id));
  const aside = items.filter(({ id }) => isAside(id));
  const next = catalog.sections[index + 1];
  const previous = catalog.sections[index - 1];
  return (
    <Page>
      <PageHeader
        title={section.title}
        eyebrow={
          <>
            Section {index + 1} of {catalog.sections.length} · {assessment.settled} of {assessment.total}{' '}
            settled · <StatusIcon state={assessment.state} />
          </>
        }
        lead={section.lead}
      />
      {applicable.length === 0 ? null : (
        <HairlineList label={`Items of ${section.title}`}>
          {applicable.map((item) => (
            <ItemRow key={item.id} item={item} view={view} />
          ))}
        </HairlineList>
      )}
      {aside.length === 0 ? null : (
        <section className={styles.aside}>
          <h2 id={asideId}>Set aside for you</h2>
          <p>
            These do not apply to what you told us. They come back by themselves when{' '}
            <Link to={paths.welcome}>your business</Link> changes.
          </p>
          <HairlineList labelledBy={asideId}>
            {aside.map((item) => (
              <ItemRow key={item.id} item={item} view={view} />
            ))}
          </HairlineList>
        </section>
      )}
      <nav className={styles.turn} aria-label="Other sections">
        {previous === undefined ? null : (
          <Link to={paths.section(previous.id)}>← Previous: {previous.title}</Link>
        )}
        {next === undefined ? null : <Link to={paths.section(next.id)}>Next: {next.title} →</Link>}
      </nav>
    </Page>
  );
}
