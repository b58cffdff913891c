import { useState } from 'react';
import type { ExportFormat, OutputOf, Paper } from '../../../shared/ipc/contract.ts';
import { BridgeError, bridge, messageOf } from '../../app/bridge.ts';

type SavedFile = OutputOf<'exportReport'>;

/** How the last thing asked for went. */
export type ReportActionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly text: string }
  | { readonly kind: 'saved'; readonly file: SavedFile }
  | { readonly kind: 'printed' }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string };

interface ReportActions {
  readonly state: ReportActionState;
  readonly print: () => void;
  readonly save: (format: ExportFormat) => void;
  readonly reveal: (file: SavedFile) => void;
}

const BUSY_WORDS: Readonly<Record<ExportFormat, string>> = {
  pdf: 'Making the PDF…',
  json: 'Making the JSON file…',
  csv: 'Making the CSV file…',
  'rule-csv': 'Making the table of the Security Rule…',
};

/** Printing and saving, one at a time. Thinking better of it in a dialog is no failure. */
export function useReportActions(paper: Paper): ReportActions {
  const [state, setState] = useState<ReportActionState>({ kind: 'idle' });
  const run = async (
    text: string,
    trouble: string,
    action: () => Promise<ReportActionState>,
  ): Promise<void> => {
    if (state.kind === 'busy') return;
    setState({ kind: 'busy', text });
    try {
      setState(await action());
    } catch (thrown) {
      const isCancelled = thrown instanceof BridgeError && thrown.code === 'cancelled';
      setState(
        isCancelled ? { kind: 'idle' } : { kind: 'failed', title: trouble, message: messageOf(thrown) },
      );
    }
  };
  return {
    state,
    print: () =>
      void run('Preparing the pages for the printer…', 'The report was not printed', async () => {
        await bridge.printReport({ paper });
        return { kind: 'printed' };
      }),
    save: (format) =>
      void run(
        BUSY_WORDS[format],
        format === 'rule-csv' ? 'The table was not saved' : 'The report was not saved',
        async () => ({
          kind: 'saved',
          file: await bridge.exportReport({ format, paper }),
        }),
      ),
    reveal: (file) =>
      void run('Opening the folder…', 'The folder could not be opened', async () => {
        await bridge.revealFile({ fileId: file.fileId });
        return { kind: 'saved', file };
      }),
  };
}
