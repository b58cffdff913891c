import type { ReactNode } from 'react';
import type { ItemState } from '../../../shared/domain/assess-item.ts';
import type { Verdict } from '../../../shared/domain/readiness.ts';
import type { ReportCover } from '../../../shared/domain/report-types.ts';
import { ProgressSquares } from '../../ui/progress-squares.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { toPaperText } from './paper-text.ts';
import styles from './report-paper.module.css';

const VERDICT_SHAPES: Readonly<Record<Verdict, ItemState>> = {
  'not-ready': 'blocked',
  'ready-with-gaps': 'in-progress',
  ready: 'done',
};

/** Top of the first page: who it is about, and the verdict. */
export function CoverView({
  cover,
  index,
}: {
  readonly cover: ReportCover;
  readonly index: number;
}): ReactNode {
  const { verdict, headline, squares, gate } = cover;
  return (
    <div className={styles.cover} data-block={index}>
      <h1 dir="auto">{toPaperText(cover.business)}</h1>
      <p className={styles.place} dir="auto">
        {toPaperText(cover.place)}
      </p>
      <div className={styles.verdict}>
        <p className={styles.verdictWord}>
          <StatusIcon state={VERDICT_SHAPES[verdict.kind]} text={verdict.word} size="large" />
        </p>
        <p>
          {headline}. Patient data: <b>{gate.mayTouchPhi ? 'yes' : 'not yet'}</b>.
        </p>
        <ProgressSquares states={squares.states} />
      </div>
    </div>
  );
}
