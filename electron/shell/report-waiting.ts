/** Longest the report may take to lay out its pages. */
export const REPORT_READY_WITHIN_MS = 30_000;

export interface ReportWaiting {
  /** Resolves with the number of pages when the report in window `senderId` is laid out, or null when it takes too long. */
  readonly waitFor: (senderId: number, withinMs?: number) => Promise<number | null>;
  readonly ready: (senderId: number, pages: number) => void;
}

/** Joins "print this" with the report page's own word that its pages are laid out. */
export function waitForReports(): ReportWaiting {
  const waiting = new Map<number, (pages: number | null) => void>();
  return {
    waitFor: (senderId, withinMs = REPORT_READY_WITHIN_MS) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => settle(null), withinMs);
        const settle = (pages: number | null): void => {
          clearTimeout(timer);
          waiting.delete(senderId);
          resolve(pages);
        };
        waiting.set(senderId, settle);
      }),
    // The report on screen says it is ready too; nobody waits for that.
    ready: (senderId, pages) => waiting.get(senderId)?.(pages),
  };
}
