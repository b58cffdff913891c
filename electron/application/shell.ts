import type { Result } from '../../shared/domain/result.ts';
import type { Paper } from '../../shared/ipc/contract.ts';

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
  /** Opens an https address in the user's browser. */
  readonly openLink: (url: string) => Promise<Result<null>>;
  readonly showInFolder: (path: string) => Promise<Result<null>>;
  /** Tells every window that the store changed. */
  readonly planChanged: () => void;
  /** The report page in window `senderId` has laid out its pages. */
  readonly reportReady: (senderId: number, pages: number) => void;
}
