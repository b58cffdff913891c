import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clearDetached } from '../../electron/application/detached-evidence.ts';
import type { PlanKeeper } from '../../electron/application/plan-keeper.ts';
import type { ArchiveDesk } from '../../electron/archive/archive-desk.ts';
import { makeBackup } from '../../electron/store/backup.ts';
import type { BackupName } from '../../electron/store/backup-files.ts';
import { blankRecord } from '../../electron/store/item-change.ts';
import { failed, ok } from '../../shared/domain/result.ts';
import { storeEvidence } from '../support/an-evidence-file.ts';
import { expectOk, mixedItem, openTestPlan } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { openTestEvidence } from '../support/test-evidence.ts';
import { withoutRoot } from '../support/without-root.ts';

const NOW = '2026-11-22T12:00:00.000Z';

/** A plan with files nobody refers to, backed up as the test says. */
function aDesk(backUp: PlanKeeper['backUp'], contents: readonly string[] = ['left']) {
  const dataFolder = tempFolder();
  const { db, store } = openTestPlan(dataFolder);
  const { store: evidence } = openTestEvidence({}, dataFolder);
  const files = contents.map((content) => storeEvidence(dataFolder, content, 'a.txt').sha256);
  const log: string[] = [];
  const keeper: Pick<PlanKeeper, 'backUp'> = { backUp };
  const archives: Pick<ArchiveDesk, 'isBusy'> = { isBusy: () => false };
  const context = { dataFolder, store, evidence, keeper, archives, log: (line: string) => log.push(line) };
  return {
    dataFolder,
    log,
    change: (name: string) => {
      const record = { ...blankRecord(mixedItem.id, NOW), answers: { name } };
      expectOk(store.change((draft) => ok(draft.saveItem(record, 'answer'))));
    },
    backupNow: () => expectOk(makeBackup(db, dataFolder, NOW)),
    clear: () => clearDetached(context, files),
    kept: () => files.filter((sha256) => existsSync(join(dataFolder, 'evidence', sha256))).length,
  };
}

describe('the backup that clearing rests on', () => {
  it('has to hold the plan as it is now, whoever says that it does', () => {
    const desk = aDesk(() => ok(null));
    desk.change('Ann');
    desk.backupNow();
    desk.change('Bea');
    expect(desk.clear()).toEqual(
      failed('store-failed', 'Nothing was cleared. There is no backup of your plan as it is now.'),
    );
    expect(desk.kept()).toBe(1);
    desk.backupNow();
    expect(expectOk(desk.clear()).backup.number).toBe(2);
    expect(desk.kept()).toBe(0);
  });

  it('has to be whole, even if it was made a moment ago', () => {
    const made: { name: BackupName | null } = { name: null };
    const desk = aDesk(() => ok(made.name));
    desk.change('Ann');
    made.name = desk.backupNow();
    const path = join(desk.dataFolder, 'backups', made.name?.id ?? '');
    writeFileSync(path, readFileSync(path).fill(0xa5, 4_096, 8_192));
    expect(desk.clear()).toEqual(
      failed('store-failed', 'Nothing was cleared. This backup is damaged and cannot be used.'),
    );
    expect(desk.kept()).toBe(1);
  });

  it('is why nothing is cleared on a full disk', () => {
    const desk = aDesk(() => failed('disk-full', 'No backup was made: the disk is full.'));
    desk.change('Ann');
    expect(desk.clear()).toEqual(
      failed('disk-full', 'Nothing was cleared. No backup was made: the disk is full.'),
    );
    expect([desk.kept(), desk.log]).toEqual([1, []]);
  });
});

describe.skipIf(process.platform === 'win32')('files that cannot be removed', () => {
  it('are said to be still there, after the backup', () => {
    const desk = aDesk(() => ok(null), ['one', 'other']);
    desk.change('Ann');
    const backup = desk.backupNow();
    // For a user who may read everything and write nothing.
    const backups = join(desk.dataFolder, 'backups');
    for (const folder of [desk.dataFolder, backups]) chmodSync(folder, 0o755);
    for (const name of readdirSync(backups)) chmodSync(join(backups, name), 0o644);
    const evidence = join(desk.dataFolder, 'evidence');
    chmodSync(evidence, 0o555);
    onTestFinished(() => chmodSync(evidence, 0o755));
    expect(withoutRoot(desk.clear)).toEqual(
      failed('read-only', 'Nothing was cleared. The evidence folder cannot be written to.'),
    );
    expect(desk.kept()).toBe(2);
    expect(desk.log).toEqual([`cleared: 0 of 2 files, 0 bytes, backup ${backup?.number}`]);
  });
});
