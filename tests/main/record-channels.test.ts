import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { EMPTY_PLAN, type PlanRecord } from '../../shared/domain/plan.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { expectOk } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const portal = { name: 'Clearwater', kind: 'clearinghouse', address: 'portal.clearwater.com' };

async function add(app: TestApplication, patch: Record<string, unknown> = portal): Promise<PlanRecord> {
  const saved = await app.ask('saveRecord', { kind: 'portal', id: null, patch: patch as never });
  return expectOk(saved).record as PlanRecord;
}

const recordsIn = async (app: TestApplication) => expectOk(await app.ask('loadPlan', {})).plan.records;

describe('an entry of a list', () => {
  it('is made, changed and still there after a restart', async () => {
    const dataFolder = tempFolder();
    const app = anApplication({ catalog, dataFolder });
    const made = await add(app);
    expect(made).toMatchObject({ kind: 'portal', archivedOn: null, answers: portal });
    const changed = await app.ask('saveRecord', {
      kind: 'portal',
      id: made.id,
      patch: { name: 'Tidewater' },
    });
    expect(expectOk(changed).record.answers).toMatchObject({ name: 'Tidewater', kind: 'clearinghouse' });
    app.application.close();
    const again = anApplication({ catalog, dataFolder });
    expect(await recordsIn(again)).toEqual([expectOk(changed).record]);
  });

  it.each([
    ['https://Portal.Clearwater.com/login?x=1#y', 'portal.clearwater.com', 'portal.clearwater.com:443'],
    ['portal.clearwater.com:8443', 'portal.clearwater.com:8443', 'portal.clearwater.com:8443'],
    ['https://münchen-billing.com', 'münchen-billing.com', 'xn--mnchen-billing-gsb.com:443'],
    ['[2606:4700::1111]:8443', '[2606:4700::1111]:8443', '[2606:4700::1111]:8443'],
    ['8.8.8.8', '8.8.8.8', '8.8.8.8:443'],
  ])('keeps %s as an address that can be read again', async (typed, address, target) => {
    const app = anApplication({ catalog });
    const made = await add(app, { ...portal, address: typed });
    expect(made.answers).toMatchObject({ address, target });
    const again = await app.ask('saveRecord', { kind: 'portal', id: made.id, patch: { address } });
    expect(expectOk(again).record.answers).toMatchObject({ address, target });
  });

  it.each([
    ['an address with spaces', 'portal clearwater com'],
    ['a name and a password', 'https://ann:secret@portal.clearwater.com'],
    ['a private name', 'router.local'],
    ['a private address', '192.168.1.1'],
    ['port 0', 'portal.clearwater.com:0'],
    ['port 70000', 'portal.clearwater.com:70000'],
    ['a sentence', 'Please log in at our portal, thanks'],
    ['an address that is not encrypted', 'http://portal.clearwater.com'],
  ])('is not made from %s, and nothing is stored', async (_what, address) => {
    const app = anApplication({ catalog });
    const refused = await app.ask('saveRecord', { kind: 'portal', id: null, patch: { ...portal, address } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-answer', field: 'address' } });
    if (!refused.ok) expect(refused.error.message).not.toContain('secret');
    expect(expectOk(await app.ask('loadPlan', {})).plan).toEqual(EMPTY_PLAN);
  });

  it('cannot be told what a check connects to', async () => {
    const app = anApplication({ catalog });
    const made = await add(app, { ...portal, target: 'evil.example.net:443' });
    expect(made.answers.target).toBe('portal.clearwater.com:443');
    const changed = await app.ask('saveRecord', {
      kind: 'portal',
      id: made.id,
      patch: { target: 'evil.example.net:443' },
    });
    expect(expectOk(changed).record.answers.target).toBe('portal.clearwater.com:443');
  });

  it('loses its target with its address', async () => {
    const app = anApplication({ catalog });
    const { id } = await add(app);
    const changed = await app.ask('saveRecord', { kind: 'portal', id, patch: { address: null } });
    expect(expectOk(changed).record.answers).not.toHaveProperty('target');
  });

  it('has no twin on the list, however it is written', async () => {
    const app = anApplication({ catalog });
    const first = await add(app);
    const twin = { ...portal, name: 'Other', address: 'HTTPS://PORTAL.clearwater.com./x' };
    const refused = await app.ask('saveRecord', { kind: 'portal', id: null, patch: twin });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-answer', field: 'address' } });
    if (!refused.ok) expect(refused.error.message).toContain('Clearwater');
    await app.ask('archiveRecord', { id: first.id, isArchived: true });
    await add(app, twin);
    expect(await app.ask('archiveRecord', { id: first.id, isArchived: false })).toMatchObject({
      ok: false,
      error: { field: 'address' },
    });
  });

  it('is taken off the list and put back whole', async () => {
    const app = anApplication({ catalog });
    const made = await add(app);
    app.clock.today = '2026-12-01';
    const off = await app.ask('archiveRecord', { id: made.id, isArchived: true });
    expect(expectOk(off).record).toMatchObject({ archivedOn: '2026-12-01', answers: made.answers });
    const back = await app.ask('archiveRecord', { id: made.id, isArchived: false });
    expect(expectOk(back).record).toMatchObject({ archivedOn: null, answers: made.answers });
  });

  it('has its last change taken back, and the taking back too', async () => {
    const app = anApplication({ catalog });
    const { id } = await add(app);
    expect(await app.ask('undoRecord', { id })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-undo' },
    });
    await app.ask('saveRecord', { kind: 'portal', id, patch: { name: 'Tidewater' } });
    const undone = expectOk(await app.ask('undoRecord', { id }));
    expect(undone).toMatchObject({
      record: { answers: { name: 'Clearwater' } },
      undone: ['What you call it'],
    });
    const redone = expectOk(await app.ask('undoRecord', { id }));
    expect(redone.record.answers.name).toBe('Tidewater');
    await app.ask('archiveRecord', { id, isArchived: true });
    expect(expectOk(await app.ask('undoRecord', { id })).record.archivedOn).toBeNull();
  });

  it.each([
    ['of another kind', 'clearinghouse'],
    ['of nobody', 'portal'],
  ] as const)('is not found under an id %s', async (what, kind) => {
    const app = anApplication({ catalog });
    const { id } = await add(app);
    const wanted = what === 'of nobody' ? 'no-such-id' : id;
    expect(await app.ask('saveRecord', { kind, id: wanted, patch: {} })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await recordsIn(app)).toHaveLength(1);
  });

  it('answers a point of the Security Rule under its cite, and under no other', async () => {
    const app = anApplication({ catalog });
    const patch = { status: 'equivalent', reason: 'One person', equivalent: 'A log', decided: '2026-11-20' };
    const saved = await app.ask('saveRecord', { kind: 'rule-answer', id: '164.310(a)(2)(iv)', patch });
    expect(expectOk(saved).record).toMatchObject({ id: '164.310(a)(2)(iv)', answers: patch });
    for (const id of [null, '164.999(z)']) {
      expect(await app.ask('saveRecord', { kind: 'rule-answer', id, patch })).toMatchObject({ ok: false });
    }
  });

  it('refuses a wrong answer as a whole, and says where', async () => {
    const app = anApplication({ catalog });
    const { id } = await add(app);
    const patch = { name: 'Renamed', date: '2099-01-01' };
    expect(await app.ask('saveRecord', { kind: 'portal', id, patch })).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer', field: 'date' },
    });
    expect((await recordsIn(app))[0]?.answers.name).toBe('Clearwater');
  });

  it('makes portals of an older plan ready to be checked', async () => {
    const dataFolder = tempFolder();
    const old: PlanRecord = {
      id: 'portal-1',
      kind: 'portal',
      answers: { name: 'Old', address: 'https://portal.old.com/x', kind: 'other' },
      archivedOn: null,
      createdAt: '2026-10-01T12:00:00.000Z',
      updatedAt: '2026-10-01T12:00:00.000Z',
    };
    const unread = { ...old, id: 'portal-2', answers: { name: 'Odd', address: 'https://router.local' } };
    const samplePlan = { ...EMPTY_PLAN, records: [old, unread] };
    const app = anApplication({ catalog, dataFolder, samplePlan });
    expect((await recordsIn(app)).map(({ answers }) => answers)).toEqual([
      { name: 'Old', address: 'portal.old.com', kind: 'other', target: 'portal.old.com:443' },
      unread.answers,
    ]);
  });
});
