import { lstatSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder, listBackups } from '../../electron/store/find-backups.ts';
import { noteText } from '../../electron/store/recovery-note.ts';
import { contentOf, must, openFaultPlan } from '../faults/fault-plan.ts';
import { afterSessions, breakPlan, contentIn, crashed, edit, planIn } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

const isWindows = process.platform === 'win32';
const GIGABYTES_3 = 3 * 1_024 ** 3;
/** Without a limit each of these takes a minute or has no end; a busy machine needs some of this. */
const MOST_MS = 12_000;

describe.skipIf(isWindows)('a plan file of 3 GB', () => {
  function timed<T>(work: () => T): readonly [T, number] {
    const start = performance.now();
    return [work(), performance.now() - start];
  }

  it.each([
    ['with a sealed plan at its beginning', () => {}, /far longer than your plan.*nothing is lost/],
    [
      'with a plan at its beginning and no seal',
      (folder: string) => rmSync(join(folder, 'plan.seal')),
      /far longer than your plan/,
    ],
    [
      'with a plan at its beginning, no seal and no backup',
      (folder: string) => {
        rmSync(join(folder, 'plan.seal'));
        rmSync(backupFolder(folder), { recursive: true });
      },
      /far longer than your plan/,
    ],
    [
      'of zeros',
      (folder: string) => edit(folder, (bytes) => bytes.fill(0)),
      /no longer looked like a plan.*nothing is lost/,
    ],
  ])('%s is recovered in seconds', { timeout: 60_000 }, (_name, change, words) => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    change(folder);
    truncateSync(planIn(folder), GIGABYTES_3);
    const [plan, ms] = timed(() => must(openFaultPlan(folder)));
    const { note } = plan.file;
    expect(note === null ? '' : noteText(note)).toMatch(words);
    expect(contentOf(plan.file.db)).toBe(content);
    expect(ms).toBeLessThan(MOST_MS);
    expect(lstatSync(join(folder, String(note?.quarantine), 'plan.db')).size).toBe(GIGABYTES_3);
    plan.close();
    expect(must(openFaultPlan(folder)).file.note).toBeNull();
  });

  it('of nothing but zeros, with neither seal nor backup, is kept aside', { timeout: 60_000 }, () => {
    const folder = tempFolder();
    writeFileSync(planIn(folder), '');
    truncateSync(planIn(folder), GIGABYTES_3);
    const [plan, ms] = timed(() => must(openFaultPlan(folder)));
    expect(noteText(plan.file.note ?? expect.fail('no note'))).toMatch(
      /only its first 500 MB were looked through.*You start with an empty plan/,
    );
    expect(ms).toBeLessThan(MOST_MS);
    plan.close();
  });

  it('left by a crash keeps what is in its log', { timeout: 60_000 }, () => {
    const { folder, content } = crashed(3);
    truncateSync(planIn(folder), GIGABYTES_3);
    const [plan, ms] = timed(() => must(openFaultPlan(folder)));
    expect(contentOf(plan.file.db)).toBe(content);
    expect(ms).toBeLessThan(MOST_MS);
    plan.close();
  });

  it('beside a log of 3 GB opens in seconds', { timeout: 60_000 }, () => {
    const { folder, content } = crashed(3);
    truncateSync(`${planIn(folder)}-wal`, GIGABYTES_3);
    const [plan, ms] = timed(() => must(openFaultPlan(folder)));
    expect(contentOf(plan.file.db)).toBe(content);
    expect(ms).toBeLessThan(MOST_MS);
    plan.close();
  });

  it('is no backup that is used', { timeout: 60_000 }, () => {
    const folder = afterSessions(3);
    const content = contentIn(folder);
    const [newest, second] = listBackups(folder);
    truncateSync(join(backupFolder(folder), String(newest?.id)), GIGABYTES_3);
    breakPlan(folder);
    const [plan, ms] = timed(() => must(openFaultPlan(folder)));
    expect(plan.file.note?.backup).toBe(second?.id);
    expect(contentOf(plan.file.db)).toBe(content);
    expect(ms).toBeLessThan(MOST_MS);
    plan.close();
  });
});
