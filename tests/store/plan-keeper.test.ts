import { describe, expect, it, onTestFinished } from 'vitest';
import { openPlanKeeper, type PlanKeeper } from '../../electron/application/plan-keeper.ts';
import { openPlanStore } from '../../electron/store/plan-store.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { failed, ok } from '../../shared/domain/result.ts';
import { aRecord } from '../support/an-item.ts';
import { expectOk, fieldsForItems, mixedItem } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const NOW = '2026-11-22T12:00:00.000Z';

/** A keeper whose plan can be opened only while `hasRoom`; `told` counts what windows were told. */
function aKeeper(): {
  readonly keeper: PlanKeeper;
  readonly disk: { hasRoom: boolean };
  readonly told: () => number;
} {
  const disk = { hasRoom: true };
  let told = 0;
  const keeper = expectOk(
    openPlanKeeper({
      dataFolder: tempFolder(),
      clock: { now: () => NOW, today: () => NOW.slice(0, 10) },
      nameOf: (subject) => subject,
      openStore: (db, watch) => openPlanStore(db, fieldsForItems([mixedItem]), recordFields, () => {}, watch),
      prepare: () => (disk.hasRoom ? ok(null) : failed('disk-full', 'The disk is full.')),
      onRestored: () => {
        told += 1;
      },
      onTrouble: () => {},
      every: () => () => {},
    }),
  );
  onTestFinished(keeper.close);
  return { keeper, disk, told: () => told };
}

function save(keeper: PlanKeeper, name: string): void {
  expectOk(
    keeper.store.change((draft) => {
      draft.saveItem(aRecord(mixedItem, { name }), 'answer');
      return ok(null);
    }),
  );
}

function nameIn(keeper: PlanKeeper): unknown {
  return expectOk(keeper.store.read()).plan.items[mixedItem.id]?.answers.name;
}

describe('a plan that could not be opened again after a restore', () => {
  it('is there for the first request after there is room again, without a new start', () => {
    const { keeper, disk, told } = aKeeper();
    save(keeper, 'before');
    const backup = expectOk(keeper.backUp());
    save(keeper, 'after');
    disk.hasRoom = false;
    expectOk(keeper.restore(backup?.id ?? ''));
    expect(keeper.store.read()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(keeper.backUp()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    disk.hasRoom = true;
    const before = told();
    expect(nameIn(keeper)).toBe('before');
    expect(told()).toBe(before + 1);
    save(keeper, 'again');
    expect(nameIn(keeper)).toBe('again');
  });

  it('is as it was when the restore failed too', () => {
    const { keeper, disk } = aKeeper();
    save(keeper, 'mine');
    disk.hasRoom = false;
    expect(keeper.restore('no-such-backup')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    disk.hasRoom = true;
    expect(nameIn(keeper)).toBe('mine');
  });
});
