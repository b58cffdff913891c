import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../electron/store/migrate.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { APPLICATION_ID } from '../../electron/store/pragmas.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { effectiveAnswers } from '../../shared/domain/assess-item.ts';
import type { Answers, Row } from '../../shared/domain/field.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { itemWithId } from '../support/a-plan.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const AT = '2026-10-01T12:00:00.000Z';

/** A data folder as version 1 left it. */
function anOldFolder(items: Readonly<Partial<Record<ItemId, Answers>>>): string {
  const folder = tempFolder();
  const db = new Database(join(folder, 'plan.db'));
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, migrations, 1);
  const insert = db.prepare('INSERT INTO item VALUES (?, ?, ?, NULL, NULL, NULL, ?)');
  for (const [id, answers] of Object.entries(items)) {
    insert.run(id, 'in-progress', JSON.stringify(answers), AT);
  }
  db.close();
  return folder;
}

const planOf = async (app: TestApplication): Promise<Plan> =>
  expectOk(await app.ask('loadPlan', {})).plan as Plan;

const example = (id: ItemId): Answers => itemWithId(id).example({ today: TODAY, profile: aProfile() });

const OLD = {
  'cli-baa': example('cli-baa'),
  'sec-incident': example('sec-incident'),
  'sec-subs': example('sec-subs'),
  'sw-baa': example('sw-baa'),
  'clh-baa': example('clh-baa'),
} as const;

const rowsOf = (answers: Answers, field: string): readonly object[] =>
  (answers[field] as readonly Row[]).map(({ rowId: _id, ...cells }) => cells);

describe('a plan made before there was a register', () => {
  it('is opened with its clients and vendors on the register', async () => {
    const app = anApplication({ catalog, dataFolder: anOldFolder(OLD) });
    const { records } = await planOf(app);
    expect(records.map(({ kind, archivedOn, answers }) => [kind, archivedOn, answers.name])).toEqual([
      ['partner', null, 'Riverbend Family Practice'],
      ['partner', null, 'Harbor Physical Therapy'],
      ['partner', null, 'Clearwater Claims Exchange, Inc.'],
      ['partner', null, 'LedgerLeaf Software, Inc.'],
      ['partner', null, 'Clearwater Claims Exchange'],
      ['partner', null, 'Keystone Encrypted Backup'],
      ['partner', null, 'Plainview Web Studio'],
    ]);
  });

  it('reads as it did, item by item, and keeps the forms as they were', async () => {
    const plan = await planOf(anApplication({ catalog, dataFolder: anOldFolder(OLD) }));
    for (const [id, answers] of Object.entries(OLD)) {
      const item = itemWithId(id as ItemId);
      expect(plan.items[item.id]?.answers).toEqual(answers);
      const effective = effectiveAnswers(item, plan, TODAY);
      for (const [field, value] of Object.entries(answers)) {
        if (!Array.isArray(value) || typeof (value as readonly Row[])[0]?.rowId !== 'string') {
          expect(effective[field], `${id} ${field}`).toEqual(value);
        } else {
          expect(rowsOf(effective, field), `${id} ${field}`).toEqual(
            expect.arrayContaining([...rowsOf(answers, field)]),
          );
        }
      }
    }
  });

  it('is taken over once: what is changed or taken off later stays so', async () => {
    const dataFolder = anOldFolder(OLD);
    const first = anApplication({ catalog, dataFolder });
    const [riverbend] = (await planOf(first)).records;
    expectOk(await first.ask('archiveRecord', { id: riverbend?.id ?? '', isArchived: true }));
    const before = await planOf(first);
    first.application.close();
    const again = anApplication({ catalog, dataFolder });
    expect((await planOf(again)).records).toEqual(before.records);
  });

  it('has nothing to take back right after, and then only what the user changed', async () => {
    const app = anApplication({ catalog, dataFolder: anOldFolder(OLD) });
    const id = (await planOf(app)).records[0]?.id ?? '';
    expect(await app.ask('undoRecord', { id })).toMatchObject({ error: { code: 'nothing-to-undo' } });
    expectOk(await app.ask('saveRecord', { kind: 'partner', id, patch: { contact: 'Ann, 555-0100' } }));
    const { record } = expectOk(await app.ask('undoRecord', { id }));
    expect(record.answers).not.toHaveProperty('contact');
    expect(record.answers.name).toBe('Riverbend Family Practice');
  });

  it('makes nothing up where there is nothing to take over', async () => {
    const app = anApplication({ catalog, dataFolder: anOldFolder({ 'cli-contract': { note: 'Soon' } }) });
    expect((await planOf(app)).records).toEqual([]);
  });

  it('is opened all the same when an entry of a list cannot be read, and nothing is made twice', async () => {
    const dataFolder = anOldFolder(OLD);
    anApplication({ catalog, dataFolder }).application.close();
    const db = new Database(join(dataFolder, 'plan.db'));
    db.exec(`UPDATE record SET kind = 'nobody-knows'`);
    db.close();
    const again = anApplication({ catalog, dataFolder });
    expect((await planOf(again)).records).toEqual([]);
  });
});

describe('a plan made before there was a vetting desk', () => {
  const FORMS = [
    'clh-shortlist',
    'clh-ag',
    'clh-consumer',
    'clh-bbb',
    'clh-federal',
    'clh-bizopp',
    'clh-capability',
    'clh-security',
    'clh-contract',
    'sw-select',
  ] as const;
  const old = Object.fromEntries(FORMS.map((id) => [id, example(id)]));

  it('is opened with its companies as candidates, their portals ready to be checked', async () => {
    const { records } = await planOf(anApplication({ catalog, dataFolder: anOldFolder(old) }));
    const candidates = records.filter(({ kind }) => kind !== 'partner');
    expect(candidates.map(({ kind, answers }) => [kind, answers.name])).toEqual([
      ['clearinghouse', 'Clearwater Claims Exchange'],
      ['clearinghouse', 'Tidewater EDI'],
      ['billing-software', 'LedgerLeaf Billing'],
      ['billing-software', 'ClaimOrchard'],
    ]);
    expect(candidates[0]?.answers.portal_target).toBe('portal.clearwater.example.com:443');
  });

  it('answers each item as it did before', async () => {
    const plan = await planOf(anApplication({ catalog, dataFolder: anOldFolder(old) }));
    for (const id of FORMS) {
      expect(plan.items[id]?.answers, id).toEqual(old[id]);
      expect(withoutRowIds(effectiveAnswers(itemWithId(id), plan, TODAY)), id).toEqual(
        withoutRowIds(old[id] ?? {}),
      );
    }
  });
});

function withoutRowIds(answers: Answers): unknown {
  return JSON.parse(JSON.stringify(answers, (key, value: unknown) => (key === 'rowId' ? undefined : value)));
}
