import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addCopy } from '../../electron/store/backup.ts';
import { backupFolder, describeBackups, listBackups } from '../../electron/store/find-backups.ts';
import { lookInto } from '../../electron/store/plan-facts.ts';
import { listRecoveryNotes } from '../../electron/store/recovery-note.ts';
import { restoreBackup } from '../../electron/store/restore.ts';
import { contentOf, must, openFaultPlan, tickingClock } from '../faults/fault-plan.ts';
import { afterSessions, answer, contentIn, crashed, openedPlan } from '../support/saved-plans.ts';
import { withoutRoot } from '../support/without-root.ts';

const isWindows = process.platform === 'win32';

describe('restoring a backup', () => {
  const now = tickingClock('2026-12-01T00:00:00.000Z');

  it('brings the plan back as it was, and keeps the one that was replaced', () => {
    const folder = afterSessions(3);
    const [newest, , oldest] = describeBackups(folder);
    const replaced = contentIn(folder);
    const done = must(restoreBackup(folder, oldest?.id ?? '', now));
    expect(done.restored.id).toBe(oldest?.id);
    expect(done.previous?.id).toBe(newest?.id);
    const plan = openedPlan(folder);
    expect(plan.file.note).toBeNull();
    expect(must(plan.store.read()).plan.items['biz-ein']?.answers.answer).toBe('1');
    expect(lookInto(join(backupFolder(folder), done.previous?.id ?? ''), contentOf)).toBe(replaced);
  });

  it('backs up first what no backup holds yet', () => {
    const folder = afterSessions(1);
    const plan = must(openFaultPlan(folder));
    answer(plan, 77);
    plan.file.db.close();
    const first = describeBackups(folder)[0];
    const { previous } = must(restoreBackup(folder, first?.id ?? '', now));
    const facts = describeBackups(folder).find(({ id }) => id === previous?.id)?.facts;
    expect(facts?.changes).toBe(2);
  });

  it('leaves a note that can be read later, and holds on to the backup from before', () => {
    const folder = afterSessions(2);
    const oldest = listBackups(folder).at(-1)?.id ?? '';
    const { previous } = must(restoreBackup(folder, oldest, now));
    expect(listRecoveryNotes(folder)).toMatchObject([
      { happened: expect.stringMatching(/put a backup/), backup: previous?.id },
    ]);
    afterSessions(9, folder);
    expect(listBackups(folder).map(({ id }) => id)).toContain(previous?.id);
  });

  it.each([
    ['that is not there', 'plan-20200101T000000Z-0001.db', /not there any more/],
    ['whose name leads elsewhere', '../plan.db', /not there any more/],
  ])('refuses one %s', (_what, id, words) => {
    const folder = afterSessions(1);
    const content = contentIn(folder);
    expect(restoreBackup(folder, id, now)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(words) },
    });
    expect(contentIn(folder)).toBe(content);
  });

  it('refuses a damaged one, and the plan stays', () => {
    const folder = afterSessions(2);
    const content = contentIn(folder);
    const [newest] = listBackups(folder);
    const path = join(backupFolder(folder), newest?.id ?? '');
    writeFileSync(path, readFileSync(path).subarray(0, 9_000));
    expect(restoreBackup(folder, newest?.id ?? '', now)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/damaged/) },
    });
    expect(contentIn(folder)).toBe(content);
  });

  it('puts a damaged plan into quarantine instead of backing it up', () => {
    const folder = afterSessions(2);
    const damaged = Buffer.alloc(20_000, 0xa5);
    readFileSync(join(folder, 'plan.db')).copy(damaged, 0, 0, 4_096);
    writeFileSync(join(folder, 'plan.db'), damaged);
    const oldest = listBackups(folder).at(-1)?.id ?? '';
    expect(must(restoreBackup(folder, oldest, now)).previous).toBeNull();
    const [note] = listRecoveryNotes(folder);
    expect(readFileSync(join(folder, note?.quarantine ?? '', 'plan.db'))).toEqual(damaged);
    expect(must(openedPlan(folder).store.read()).plan.items['biz-ein']?.answers.answer).toBe('1');
  });

  it('does nothing while another program has the plan open', () => {
    const folder = afterSessions(2);
    const plan = openedPlan(folder);
    answer(plan, 9);
    const oldest = listBackups(folder).at(-1)?.id ?? '';
    expect(restoreBackup(folder, oldest, now)).toMatchObject({ ok: false, error: { code: 'store-busy' } });
    expect(must(plan.store.read()).plan.items['biz-ein']?.answers.answer).toBe('9');
  });

  it.skipIf(isWindows)('fails in words where the folder cannot be written to', () => {
    const folder = afterSessions(2);
    const oldest = listBackups(folder).at(-1)?.id ?? '';
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    const tried = withoutRoot(() => restoreBackup(folder, oldest, now));
    expect(tried.ok).toBe(false);
  });
});

describe('a restore that was cut short', () => {
  const now = tickingClock('2026-12-01T00:00:00.000Z');

  /** Leaves a folder as a kill right before the renaming does: the oldest backup is added as the newest. */
  function cutBeforeRenaming(folder: string): void {
    const oldest = listBackups(folder).at(-1)?.id ?? '';
    copyFileSync(join(backupFolder(folder), oldest), join(folder, 'plan.db.restoring'));
    must(addCopy(join(folder, 'plan.db.restoring'), folder, now()));
  }

  const newestAnswers = (folder: string) => describeBackups(folder)[0]?.facts?.changes;

  it('leaves the plan in use with a newest backup of its own, at the next start', () => {
    const folder = afterSessions(3);
    cutBeforeRenaming(folder);
    expect(newestAnswers(folder)).toBe(1);
    const plan = openedPlan(folder);
    expect([plan.file.note, newestAnswers(folder)]).toEqual([null, 3]);
    expect(existsSync(join(folder, 'plan.db.restoring'))).toBe(false);
  });

  it('is not taken for a change of the plan after the next crash, though no backup could be made', () => {
    const { folder, content } = crashed(2, afterSessions(3));
    const other = afterSessions(9, join(folder, 'other'));
    copyFileSync(
      join(backupFolder(other), listBackups(other)[0]?.id ?? ''),
      join(folder, 'plan.db.restoring'),
    );
    must(addCopy(join(folder, 'plan.db.restoring'), folder, now()));
    const plan = openedPlan(folder);
    expect([plan.file.note, contentOf(plan.file.db)]).toEqual([null, content]);
  });

  it('by another program that has the plan open, is made good at the next start', () => {
    const folder = afterSessions(3);
    const plan = openedPlan(folder);
    answer(plan, 9);
    expect(restoreBackup(folder, listBackups(folder).at(-1)?.id ?? '', now)).toMatchObject({ ok: false });
    expect(newestAnswers(folder)).toBe(1);
    plan.close();
    openedPlan(folder);
    expect(newestAnswers(folder)).toBe(4);
    expect(existsSync(join(folder, 'plan.db.restoring'))).toBe(false);
  });
});
