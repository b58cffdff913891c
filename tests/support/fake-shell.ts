import type { Shell } from '../../electron/application/shell.ts';
import { ok } from '../../shared/domain/result.ts';
import type { ArchiveProgress } from '../../shared/ipc/archive-contract.ts';
import type { CheckProgress } from '../../shared/ipc/contract.ts';

/** What a fake shell was asked to do, in order. */
export interface ShellCalls {
  readonly opened: string[];
  readonly openedFiles: string[];
  readonly shown: string[];
  readonly printed: string[];
  readonly pdfs: string[];
  readonly suggested: string[];
  readonly ready: { readonly senderId: number; readonly pages: number }[];
  planChanges: number;
  readonly progress: CheckProgress[];
  readonly archiveProgress: ArchiveProgress[];
}

/** A shell that does everything at once and remembers it. `saveAs` is where the user saves; null: the user cancels. */
export function aFakeShell(
  saveAs: () => string | null = () => null,
  changes: Partial<Shell> = {},
): Shell & { readonly calls: ShellCalls } {
  const calls: ShellCalls = {
    opened: [],
    openedFiles: [],
    shown: [],
    printed: [],
    pdfs: [],
    suggested: [],
    ready: [],
    planChanges: 0,
    progress: [],
    archiveProgress: [],
  };
  return {
    kind: 'preview',
    calls,
    makePdf: async (paper) => {
      calls.pdfs.push(paper);
      return ok(new TextEncoder().encode(`%PDF ${paper}`));
    },
    print: async (paper) => {
      calls.printed.push(paper);
      return ok(null);
    },
    chooseSaveFile: async ({ suggestedName }) => {
      calls.suggested.push(suggestedName);
      return saveAs();
    },
    chooseOpenFile: async () => ok(null),
    openLink: async (url) => {
      calls.opened.push(url);
      return ok(null);
    },
    openFile: async (path) => {
      calls.openedFiles.push(path);
      return ok(null);
    },
    showInFolder: async (path) => {
      calls.shown.push(path);
      return ok(null);
    },
    planChanged: () => {
      calls.planChanges += 1;
    },
    checkProgress: (progress) => {
      calls.progress.push(progress);
    },
    archiveProgress: (progress) => {
      calls.archiveProgress.push(progress);
    },
    reportReady: (senderId, pages) => {
      calls.ready.push({ senderId, pages });
    },
    ...changes,
  };
}
