import type { ReactNode } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './report-page.module.css';
import type { ReportActionState, useReportActions } from './use-report-actions.ts';

interface ReportOutcomeProps {
  readonly state: ReportActionState;
  readonly onReveal: ReturnType<typeof useReportActions>['reveal'];
}

/** How printing or saving went: under way, where the file is, or what went wrong. */
export function ReportOutcome({ state, onReveal }: ReportOutcomeProps): ReactNode {
  return (
    <>
      <div role="status">
        <Progress state={state} onReveal={onReveal} />
      </div>
      {state.kind === 'failed' ? (
        <Banner kind="stop" role="alert" title={state.title}>
          <p>{state.message}</p>
        </Banner>
      ) : null}
    </>
  );
}

function Progress({ state, onReveal }: ReportOutcomeProps): ReactNode {
  switch (state.kind) {
    case 'busy':
      return <p className={styles.busy}>{state.text}</p>;
    case 'printed':
      return <p className={styles.busy}>Handed over for printing.</p>;
    case 'saved': {
      const { file } = state;
      return (
        <Banner kind="done" title="Saved">
          <p className={styles.saved}>
            Saved as <bdi>{file.fileName}</bdi> in <bdi>{file.folder}</bdi>.{' '}
            <Button kind="quiet" onClick={() => onReveal(file)}>
              Show in folder
            </Button>
          </p>
        </Banner>
      );
    }
    default:
      return null;
  }
}
