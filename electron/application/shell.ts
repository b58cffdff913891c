import type { Result } from '../../shared/domain/result.ts';
import type { ArchiveProgress } from '../../shared/ipc/archive-contract.ts';
import type { CheckProgress, Paper } from '../../shared/ipc/contract.ts';

/** What a host must do for the application, which itself knows no window. */
export interface Shell {
  readonly kind: 'electron' | 'preview';
  /** Renders the report page out of sight and returns the bytes of a PDF. */
  readonly makePdf: (paper: Paper) => Promise<Result<Uint8Array>>;
  /** Opens the system's print dialog for the report. */
  readonly print: (paper: Paper) => Promise<Result<null>>;
  /** Asks where to save; null when the user thinks better of it. The answer is an absolute path. */
  readonly chooseSaveFile: (request: {
    readonly suggestedName: string;
    readonly typeName: string;
    readonly extension: string;
  }) => Promise<string | null>;
  /** Asks for a file to open; null when the user thinks better of it. Fails where there is none to choose. */
  readonly chooseOpenFile: (request: {
    readonly typeName: string;
    readonly extension: string;
  }) => Promise<Result<string | null>>;
  /** Opens an https address in the user's browser. */
  readonly openLink: (url: string) => Promise<Result<null>>;
  /** Opens a document with the system's own program for its kind. The path is one the application made. */
  readonly openFile: (path: string) => Promise<Result<null>>;
  readonly showInFolder: (path: string) => Promise<Result<null>>;
  /** Tells every window that the store changed. */
  readonly planChanged: () => void;
  /** Tells every window how far the checks are. */
  readonly checkProgress: (progress: CheckProgress) => void;
  /** Tells every window how far work on an archive is. */
  readonly archiveProgress: (progress: ArchiveProgress) => void;
  /** The report page in window `senderId` has laid out its pages. */
  readonly reportReady: (senderId: number, pages: number) => void;
}
