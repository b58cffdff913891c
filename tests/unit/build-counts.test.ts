import { describe, expect, it } from 'vitest';
import { closingLine, NONE, oneCheck, playwrightCounts, sum, vitestCounts } from '../../build/test-counts.ts';

const vitestReport = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

describe('counting test results', () => {
  it('reads what vitest writes', () => {
    expect(vitestCounts(vitestReport, false)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('reads what Playwright writes, a flaky test being a failed one', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats }, false)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it('counts a file that does not load as a failure of its own', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(vitestCounts({ ...vitestReport, testResults }, false).failed).toBe(2);
  });

  it('counts a failed run that names no failed test as one failure', () => {
    expect(vitestCounts({ ...vitestReport, numFailedTests: 0 }, false).failed).toBe(1);
    expect(playwrightCounts({ stats: { expected: 3 } }, false).failed).toBe(1);
  });

  it('counts a report that was never written as one failure, whatever the exit code', () => {
    expect(vitestCounts(null, true).failed).toBe(1);
    expect(playwrightCounts(null, true).failed).toBe(1);
  });

  it('does not invent a failure in a run that passed', () => {
    expect(vitestCounts({ numPassedTests: 2 }, true)).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  it('adds up and closes with one plain line', () => {
    const total = sum([NONE, oneCheck(true), oneCheck(false), { passed: 3, failed: 0, skipped: 2 }]);
    expect(closingLine(total)).toBe('4 passed, 1 failed, 2 skipped');
  });
});
