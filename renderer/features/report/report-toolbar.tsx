import type { ReactNode } from 'react';
import { type ExportFormat, PAPERS, type Paper } from '../../../shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { ReportOutcome } from './report-outcome.tsx';
import styles from './report-page.module.css';
import { useReportActions } from './use-report-actions.ts';

const PAPER_WORDS: Readonly<Record<Paper, string>> = { letter: 'Letter', a4: 'A4' };

/** The table of the Security Rule is saved from its own page. */
const FORMATS: readonly { readonly format: ExportFormat; readonly words: string }[] = [
  { format: 'pdf', words: 'Save PDF' },
  { format: 'json', words: 'Save JSON' },
  { format: 'csv', words: 'Save CSV' },
];

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
        {FORMATS.map(({ format, words }) => (
          <Button key={format} aria-disabled={isBusy} onClick={() => save(format)}>
            {words}
          </Button>
        ))}
      </div>
      <ReportOutcome state={state} onReveal={reveal} />
    </div>
  );
}
