/** How many checks passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/** One check that is a whole command: the linter, one compile. */
export function oneCheck(passed: boolean): Counts {
  return passed ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

/** Adds up. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    NONE,
  );
}

/** A runner that failed without naming a failed test still failed: a file that does not load, say. */
function atLeastOneFailed(counts: Counts, runnerPassed: boolean): Counts {
  return runnerPassed || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Reads vitest's JSON report; null stands for a report that was never written. */
export function vitestCounts(report: unknown, runnerPassed: boolean): Counts {
  const read = counter(report);
  return atLeastOneFailed(
    {
      passed: read('numPassedTests'),
      failed: read('numFailedTests') + unloadedFiles(report),
      skipped: read('numPendingTests') + read('numTodoTests'),
    },
    runnerPassed && report !== null,
  );
}

interface VitestFile {
  readonly status?: string;
  readonly assertionResults?: readonly { readonly status?: string }[];
}

/** Files that failed without a failed test: they do not load, and vitest counts none of their tests. */
function unloadedFiles(report: unknown): number {
  const files = (report as { testResults?: readonly VitestFile[] } | null)?.testResults ?? [];
  return files.filter(
    ({ status, assertionResults = [] }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
}

/** Reads Playwright's JSON report; null stands for a report that was never written. */
export function playwrightCounts(report: unknown, runnerPassed: boolean): Counts {
  const stats = (report as { stats?: unknown } | null)?.stats;
  const read = counter(stats);
  return atLeastOneFailed(
    {
      passed: read('expected'),
      failed: read('unexpected') + read('flaky'),
      skipped: read('skipped'),
    },
    runnerPassed && report !== null,
  );
}

function counter(record: unknown): (key: string) => number {
  return (key) => {
    const value = (record as Record<string, unknown> | null | undefined)?.[key];
    return typeof value === 'number' ? value : 0;
  };
}

/** The closing line, in the form that any reader of test logs understands. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
