import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOrRemember, rememberReads } from '../../electron/application/last-read.ts';
import { writeFileDurably } from '../../electron/report/write-file.ts';
import type { PlanStore } from '../../electron/store/plan-store.ts';
import { EMPTY_PLAN } from '../../shared/domain/plan.ts';
import { planSchema } from '../../shared/domain/plan-schema.ts';
import { failed, ok } from '../../shared/domain/result.ts';
import { anApplication } from '../support/an-application.ts';
import { aCatalog } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk, mixedItem } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const catalog = aCatalog([mixedItem]);
const itemId = mixedItem.id;
const unsaved = { [itemId]: { name: 'Not stored yet' } };
const typed = { [`${itemId}.born`]: '11/' };

describe('a copy saved elsewhere', () => {
  it('holds the plan, what waits to be stored and what was typed, for its owner alone', async () => {
    const path = join(tempFolder(), 'copy.json');
    const { ask } = anApplication({ catalog, shell: aFakeShell(() => path) });
    expectOk(await ask('answerItem', { itemId, patch: { name: 'Stored' } }));
    const saved = expectOk(await ask('saveCopy', { unsaved, typed }));
    expect(join(saved.folder, saved.fileName)).toBe(path);
    const copy = JSON.parse(readFileSync(path, 'utf8'));
    expect(planSchema.parse(copy.plan).items[itemId]?.answers).toEqual({ name: 'Stored' });
    expect([copy.unsaved, copy.typed]).toEqual([unsaved, typed]);
    expectOk(await ask('revealFile', { fileId: saved.fileId }));
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('can be saved while the plan’s file is gone and nothing can be stored', async () => {
    const path = join(tempFolder(), 'copy.json');
    const { ask, dataFolder } = anApplication({ catalog, shell: aFakeShell(() => path) });
    expectOk(await ask('answerItem', { itemId, patch: { name: 'Stored' } }));
    const plan = join(dataFolder, 'plan.db');
    renameSync(plan, `${plan}.away`);
    expect(await ask('answerItem', { itemId, patch: { name: 'Lost?' } })).toMatchObject({ ok: false });
    expectOk(await ask('saveCopy', { unsaved, typed: {} }));
    expect(JSON.parse(readFileSync(path, 'utf8')).plan.items[itemId].answers.name).toBe('Stored');
    renameSync(`${plan}.away`, plan);
  });

  it('comes from memory when the plan cannot be read any more', async () => {
    const path = join(tempFolder(), 'copy.json');
    const { ask, application, clock } = anApplication({ catalog, shell: aFakeShell(() => path) });
    expectOk(await ask('answerItem', { itemId, patch: { name: 'Stored' } }));
    expectOk(await ask('loadPlan', {}));
    const readAt = clock.now;
    clock.now = '2026-11-22T18:30:00.000Z';
    application.close();
    expect(await ask('loadPlan', {})).toMatchObject({ ok: false });
    expectOk(await ask('saveCopy', { unsaved, typed: {} }));
    const copy = JSON.parse(readFileSync(path, 'utf8'));
    expect(copy.plan.items[itemId].answers).toEqual({ name: 'Stored' });
    expect([copy.planReadAt, copy.savedAt]).toEqual([readAt, clock.now]);
  });

  it('can be saved when the whole data folder is gone', () => {
    const dataFolder = tempFolder();
    rmSync(dataFolder, { recursive: true });
    const path = join(tempFolder(), 'plan.db');
    expect(writeFileDurably(path, 'copy', dataFolder)).toEqual(ok(null));
    expect(readFileSync(path, 'utf8')).toBe('copy');
  });

  it('never takes the place of the plan', async () => {
    const dataFolder = tempFolder();
    const shell = aFakeShell(() => join(dataFolder, 'plan.db'));
    const { ask } = anApplication({ catalog, dataFolder, shell });
    expect(await ask('saveCopy', { unsaved, typed })).toMatchObject({
      ok: false,
      error: { code: 'file-failed' },
    });
  });

  it('says so when it is not saved: the person thinks better of it, no dialog opens, the folder is gone', async () => {
    const canceled = anApplication({ catalog });
    expect(await canceled.ask('saveCopy', { unsaved, typed })).toMatchObject({
      error: { code: 'cancelled' },
    });
    const chooseSaveFile = (): Promise<never> => Promise.reject(new Error('no dialog'));
    const closed = anApplication({ catalog, shell: aFakeShell(undefined, { chooseSaveFile }) });
    expect(await closed.ask('saveCopy', { unsaved, typed })).toMatchObject({
      error: { code: 'file-failed' },
    });
    const gone = anApplication({ catalog, shell: aFakeShell(() => join(tempFolder(), 'no', 'copy.json')) });
    expect(await gone.ask('saveCopy', { unsaved, typed })).toMatchObject({ error: { code: 'file-failed' } });
  });

  it('takes no more than a page can have waiting', async () => {
    const { ask } = anApplication({ catalog, shell: aFakeShell(() => join(tempFolder(), 'copy.json')) });
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`field-${index}`, 'x']));
    expect(await ask('saveCopy', { unsaved: {}, typed: many })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });
});

describe('reading for a copy', () => {
  const broken = failed('store-failed', 'The plan could not be read.');

  it('fails in the store’s words when the plan was never read', () => {
    const store = { read: () => broken } as unknown as PlanStore;
    const remembered = rememberReads(store, { now: () => 'now' });
    expect(readOrRemember(remembered.store, remembered.lastRead, 'now')).toEqual(broken);
  });

  it('prefers what the file says', () => {
    const store = { read: () => ok({ plan: EMPTY_PLAN, unreadable: [] }) } as unknown as PlanStore;
    const remembered = rememberReads(store, { now: () => 'earlier' });
    expect(remembered.lastRead()).toBe(null);
    expect(readOrRemember(remembered.store, remembered.lastRead, 'now')).toEqual(
      ok({ plan: EMPTY_PLAN, at: 'now' }),
    );
    expect(remembered.lastRead()).toEqual({ plan: EMPTY_PLAN, at: 'earlier' });
  });
});
