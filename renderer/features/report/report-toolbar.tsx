import type { ReactNode } from 'react';
import { EXPORT_FORMATS, PAPERS, type Paper } from '../../../shared/ipc/contract.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './report-page.module.css';
import { type ReportActionState, useReportActions } from './use-report-actions.ts';

const PAPER_WORDS: Readonly<Record<Paper, string>> = { letter: 'Letter', a4: 'A4' };

interface ReportToolbarProps {
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
}

/** Paper, printing, saving, and how that went. */
export function ReportToolbar({ paper, onPaper }: ReportToolbarProps): ReactNode {
  const { state, print, save, reveal } = useReportActions(paper);
  const isBusy = state.kind === 'busy';
  return (
    <div className={styles.bar}>
      <div className={styles.tools}>
        <fieldset className={styles.papers}>
          <legend>Paper</legend>
          {PAPERS.map((each) => (
            <label key={each}>
              <input type="radio" name="paper" checked={each === paper} onChange={() => onPaper(each)} />
              {PAPER_WORDS[each]}
            </label>
          ))}
        </fieldset>
        {/* Not disabled while busy: the focus would be lost. */}
        <Button kind="primary" aria-disabled={isBusy} onClick={print}>
          Print…
        </Button>
        {EXPORT_FORMATS.map((format) => (
          <Button key={format} aria-disabled={isBusy} onClick={() => save(format)}>
            Save {format.toUpperCase()}
          </Button>
        ))}
      </div>
      <div role="status">
        <Outcome state={state} onReveal={reveal} />
      </div>
      {state.kind === 'failed' ? (
        <Banner kind="stop" role="alert" title={state.title}>
          <p>{state.message}</p>
        </Banner>
      ) : null}
    </div>
  );
}

interface OutcomeProps {
  readonly state: ReportActionState;
  readonly onReveal: ReturnType<typeof useReportActions>['reveal'];
}

function Outcome({ state, onReveal }: OutcomeProps): ReactNode {
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
