import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { SectionId } from '../../../shared/catalog/ids.ts';
import type { Item } from '../../../shared/catalog/types.ts';
import { openNeedsOf } from '../../../shared/domain/next-steps.ts';
import type { Readiness, SectionAssessment } from '../../../shared/domain/readiness.ts';
import { paths } from '../../app/routes.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './section-cards.module.css';

/** All ten sections at once: how far each is, how it stands and what comes next in it. */
export function SectionCards({ readiness }: { readonly readiness: Readiness }): ReactNode {
  return (
    <ol className={styles.cards} aria-label="Sections">
      {catalog.sections.map(({ id, title }) => {
        const section = readiness.sections.find((each) => each.id === id);
        return section === undefined ? null : (
          <li key={id} className={styles.card}>
            <Link to={paths.section(id)} className={styles.link} aria-describedby={`card-${id}`}>
              {title}
            </Link>
            <p className={styles.about} id={`card-${id}`}>
              <StatusIcon state={section.state} />
              {section.total === 0 ? null : (
                <span className={styles.count}>
                  {section.settled} of {section.total}
                </span>
              )}
            </p>
            <p className={styles.next}>{nextText(section, readiness)}</p>
          </li>
        );
      })}
    </ol>
  );
}

function nextText({ id, total, settled }: SectionAssessment, readiness: Readiness): string {
  if (total === 0) return 'Nothing here applies to you.';
  if (settled === total) return 'Everything here is settled.';
  return `Next: ${nextOpenItem(id, readiness)?.title ?? ''}`;
}

/** The item of a section to open next: one that nothing has to come before, if there is one. */
export function nextOpenItem(id: SectionId, { items }: Readiness): Item | undefined {
  const open = catalog.items.filter((item) => item.section === id && !items[item.id].isSettled);
  return open.find((item) => openNeedsOf(item, items).length === 0) ?? open[0];
}
