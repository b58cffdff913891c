import type { ReactNode } from 'react';
import { formatDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import printed from './printed.module.css';

interface PrintedHeadProps {
  readonly title: string;
  readonly today: IsoDate;
}

/** Title and day at the top of a paper; on screen the page says both already. */
export function PrintedHead({ title, today }: PrintedHeadProps): ReactNode {
  return (
    <p className={printed.head} aria-hidden="true">
      <strong>{title}</strong>
      <span>First Claim · {formatDate(today)}</span>
    </p>
  );
}
