import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportArchive } from '../../electron/archive/export-archive.ts';
import { openEvidence } from '../../electron/store/evidence-store.ts';
import { backupFolder, describeBackups } from '../../electron/store/find-backups.ts';
import { unexplainedSubjects } from '../../electron/store/history-check.ts';
import { SCHEMA_VERSION } from '../../electron/store/migrations/index.ts';
import { lookInto } from '../../electron/store/plan-facts.ts';
import { restoreBackup } from '../../electron/store/restore.ts';
import { contentOf, must, tickingClock } from '../faults/fault-plan.ts';
import { openArchiveWorld } from '../support/archive-world.ts';
import { makePlanOfVersion2 } from '../support/older-plan.ts';
import { afterSessions, edit, openedPlan, planIn } from '../support/saved-plans.ts';
import { tempFolder } from '../support/temp-folder.ts';

const NOW = '2026-12-01T12:00:00.000Z';
const PAGE = 4_096;

describe('a plan from before rows had sums', () => {
  it('is brought up to date with everything in it, and every row gets its sum', () => {
    const folder = tempFolder();
    const content = makePlanOfVersion2(planIn(folder));
    const { file } = openedPlan(folder);
    expect([file.note, contentOf(file.db), unexplainedSubjects(file.db)]).toEqual([null, content, []]);
    const tables = ['profile', 'item', 'record', 'check_run', 'history'];
    for (const table of tables) {
      const sums = file.db.prepare(`SELECT DISTINCT sum FROM ${table}`).pluck().all();
      expect(sums.length).toBeGreaterThan(0);
      for (const sum of sums) expect(sum).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(describeBackups(folder).map(({ facts }) => facts?.version)).toEqual([SCHEMA_VERSION, 2]);
  });

  it('comes back from its backup', () => {
    const folder = afterSessions(2);
    const id = 'plan-20261101T120000Z-0000.db';
    const content = makePlanOfVersion2(join(backupFolder(folder), id));
    must(restoreBackup(folder, id, tickingClock(NOW)));
    const { file } = openedPlan(folder);
    expect([file.note, contentOf(file.db), unexplainedSubjects(file.db)]).toEqual([null, content, []]);
  });

  it('comes in from an archive', async () => {
    const from = tempFolder();
    const content = makePlanOfVersion2(planIn(from));
    const archive = join(tempFolder(), 'old.firstclaim');
    const evidence = openEvidence(from, { now: () => NOW, newId: () => 'id' });
    const options = { onProgress: () => {}, signal: new AbortController().signal };
    must(
      await exportArchive(archive, { dataFolder: from, now: () => NOW, version: '1.0.0', evidence }, options),
    );
    const folder = tempFolder();
    const world = openArchiveWorld(folder);
    onTestFinished(world.keeper.close);
    must(await world.importFrom(archive));
    expect(lookInto(planIn(folder), contentOf)).toBe(content);
    expect(lookInto(planIn(folder), unexplainedSubjects)).toEqual([]);
  });

  it('is put together from what can be read of it, with sums', () => {
    const folder = tempFolder();
    const content = makePlanOfVersion2(planIn(folder));
    // Page 1 leads to every table: without it SQLite finds none.
    edit(folder, (bytes) => bytes.fill(0, 0, PAGE));
    const { file } = openedPlan(folder);
    expect(file.note?.source).toBe('salvage');
    expect([contentOf(file.db), unexplainedSubjects(file.db)]).toEqual([content, []]);
  });

  it('that is damaged gets what its older backup lacks', () => {
    const folder = tempFolder();
    const content = makePlanOfVersion2(planIn(folder), 60);
    mkdirSync(backupFolder(folder));
    copyFileSync(planIn(folder), join(backupFolder(folder), 'plan-20261101T120000Z-0001.db'));
    const file = readFileSync(planIn(folder));
    // The first page of some table's rows, so that not everything can be read.
    const leaf = Array.from({ length: file.length / PAGE }, (_, page) => page).find(
      (page) => page > 0 && file[page * PAGE] === 13,
    );
    file.fill(0xa5, Number(leaf) * PAGE, (Number(leaf) + 1) * PAGE);
    writeFileSync(planIn(folder), file);
    const plan = openedPlan(folder);
    expect(plan.file.note?.source).toBe('backup');
    expect([contentOf(plan.file.db), unexplainedSubjects(plan.file.db)]).toEqual([content, []]);
  });
});
