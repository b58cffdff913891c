import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Item, Section } from '../../../shared/catalog/types.ts';
import type { Readiness } from '../../../shared/domain/readiness.ts';
import { LEVEL_WORDS } from '../../../shared/domain/report-words.ts';
import { paths } from '../../app/routes.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './step-bar.module.css';

interface StepBarProps {
  readonly section: Section;
  readonly item: Item;
  /** Items of the section that apply. */
  readonly steps: readonly Item[];
  readonly readiness: Readiness;
}

/** "Clearinghouse · 2 of 11", with a small bar for each item: filled when settled, tall where one is. */
export function StepBar({ section, item, steps, readiness }: StepBarProps): ReactNode {
  const settled = steps.filter(({ id }) => readiness.items[id].isSettled).length;
  return (
    <div>
      <Link to={paths.section(section.id)}>{section.title}</Link>
      {` · ${steps.indexOf(item) + 1} of ${steps.length}`}
      {item.level === 'required' ? null : ` · ${LEVEL_WORDS[item.level]}`}
      <span className="visually-hidden">, {settled} settled</span>
      <span className={styles.bar} aria-hidden="true">
        {steps.map(({ id }) => (
          <span
            key={id}
            className={classNames(
              styles.step,
              readiness.items[id].isSettled && styles.settled,
              id === item.id && styles.current,
            )}
          />
        ))}
      </span>
    </div>
  );
}
