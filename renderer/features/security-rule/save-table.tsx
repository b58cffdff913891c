import type { ReactNode } from 'react';
import { useSaveQueue } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { ReportOutcome } from '../report/report-outcome.tsx';
import { useReportActions } from '../report/use-report-actions.ts';
import styles from './security-rule-page.module.css';

/** Saves the whole rule as a table, and says how that went. */
export function SaveTable(): ReactNode {
  const { state, save, reveal } = useReportActions('letter');
  const queue = useSaveQueue();
  return (
    <div className={styles.save}>
      <Button
        aria-disabled={state.kind === 'busy'}
        onClick={() => {
          // What was typed a moment ago goes first.
          queue.flush();
          save('rule-csv');
        }}
      >
        Save as CSV
      </Button>
      <ReportOutcome state={state} onReveal={reveal} />
    </div>
  );
}
