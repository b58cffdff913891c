import type { ReactNode } from 'react';
import type { Item } from '../../../shared/catalog/types.ts';
import type { PlanView } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { HairlineRow } from '../../ui/hairline-list.tsx';
import { LevelTag } from '../../ui/level-tag.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { dateNoteFor, detailFor } from './item-notes.ts';
import styles from './item-row.module.css';

interface ItemRowProps {
  readonly item: Item;
  readonly view: PlanView;
}

/** One item in a task list: what it is, what is next about it, how it stands, and its date. */
export function ItemRow({ item, view }: ItemRowProps): ReactNode {
  const assessment = view.readiness.items[item.id];
  const date = dateNoteFor(assessment, view.plan.items[item.id], view.today);
  return (
    <HairlineRow
      title={item.title}
      to={paths.item(item.id)}
      detail={detailFor(item, view.readiness)}
      status={<StatusIcon state={assessment.state} />}
      meta={
        <span className={styles.meta}>
          {date === null ? null : <span className={date.isLate ? styles.late : undefined}>{date.text}</span>}
          {item.level === 'required' ? null : <LevelTag level={item.level} />}
        </span>
      }
    />
  );
}
