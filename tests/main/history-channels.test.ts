import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../shared/catalog/catalog.ts';
import { evidence, longText, pastDate, text } from '../../shared/catalog/field-builders.ts';
import { profileFields } from '../../shared/catalog/profile-fields.ts';
import { filesIn } from '../../shared/domain/evidence.ts';
import type { HistoryEntry } from '../../shared/domain/history-entry.ts';
import { EMPTY_PLAN } from '../../shared/domain/plan.ts';
import { ok } from '../../shared/domain/result.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { storeEvidence, TINY_PDF } from '../support/an-evidence-file.ts';
import { aCatalog, anItem } from '../support/an-item.ts';
import { aPortalRun } from '../support/check-runs.ts';
import { expectOk, mixedItem } from '../support/plan-builders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const itemId = mixedItem.id;
const small = { ...aCatalog([mixedItem]), profileFields };

async function history(app: TestApplication, subject: string | null = null, search = '') {
  return expectOk(await app.ask('loadHistory', { subject, search, beforeSeq: null })).entries;
}

async function newest(app: TestApplication): Promise<HistoryEntry> {
  const [entry] = await history(app);
  if (entry === undefined) throw new Error('Nothing was recorded');
  return entry;
}

async function answer(app: TestApplication, patch: Record<string, unknown>): Promise<HistoryEntry> {
  expectOk(await app.ask('answerItem', { itemId, patch: patch as never }));
  return newest(app);
}

const planOf = async (app: TestApplication) => expectOk(await app.ask('loadPlan', {})).plan;

describe('the history', () => {
  it('holds every change with both sides, newest first', async () => {
    const app = anApplication({ catalog: small });
    await answer(app, { name: 'Ann' });
    await answer(app, { name: 'Bea' });
    const entries = await history(app);
    expect(entries.map(({ seq, action, before, after }) => [seq, action, before, after])).toEqual([
      [2, 'answer', { answers: { name: 'Ann' } }, { answers: { name: 'Bea' } }],
      [
        1,
        'answer',
        { answers: { name: null }, status: 'not-started', completedOn: null },
        { answers: { name: 'Ann' }, status: 'done', completedOn: '2026-11-22' },
      ],
    ]);
  });

  it('comes by item and by words', async () => {
    const app = anApplication({ catalog: small });
    await answer(app, { name: 'Ann' });
    expectOk(await app.ask('answerProfile', { patch: { town: 'Trenton' } }));
    expect((await history(app, 'profile')).map(({ subject }) => subject)).toEqual(['profile']);
    expect(await history(app, `item:${itemId}`)).toHaveLength(1);
    expect((await history(app, null, 'trenton')).map(({ subject }) => subject)).toEqual(['profile']);
    expect(await history(app, `item:${itemId}`, 'trenton')).toEqual([]);
  });
});

describe('an earlier answer', () => {
  it.each([
    ['before', 'Ann'],
    ['after', 'Bea'],
  ] as const)('is put back from the side %s, as a change of its own', async (side, expected) => {
    const app = anApplication({ catalog: small });
    await answer(app, { name: 'Ann' });
    const change = await answer(app, { name: 'Bea' });
    await answer(app, { name: 'Cleo', agreed: true });
    const told = await history(app);
    expectOk(await app.ask('restoreAnswer', { seq: change.seq, field: 'name', side }));
    expect((await planOf(app)).items[itemId]?.answers).toEqual({ name: expected, agreed: true });
    const now = await history(app);
    expect(now[0]).toMatchObject({
      action: 'restore',
      before: { answers: { name: 'Cleo' } },
      after: { answers: { name: expected } },
    });
    expect(now.slice(1)).toEqual(told);
  });

  it('can be none at all', async () => {
    const app = anApplication({ catalog: small });
    const first = await answer(app, { name: 'Ann' });
    expectOk(await app.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'before' }));
    expect((await planOf(app)).items[itemId]).toMatchObject({ answers: {}, status: 'not-started' });
  });

  it('can be undone like any other change', async () => {
    const app = anApplication({ catalog: small });
    const first = await answer(app, { name: 'Ann' });
    await answer(app, { name: 'Bea' });
    expectOk(await app.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'after' }));
    expectOk(await app.ask('undoItem', { itemId }));
    expect((await planOf(app)).items[itemId]?.answers.name).toBe('Bea');
  });

  it('adds no line when it is the answer already', async () => {
    const app = anApplication({ catalog: small });
    const first = await answer(app, { name: 'Ann' });
    expectOk(await app.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'after' }));
    expect(await history(app)).toHaveLength(1);
  });

  it('is still there, with its history, after a restart', async () => {
    const dataFolder = tempFolder();
    const app = anApplication({ catalog: small, dataFolder });
    const first = await answer(app, { name: 'Ann' });
    await answer(app, { name: 'Bea' });
    expectOk(await app.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'after' }));
    const told = await history(app);
    app.application.close();
    const again = anApplication({ catalog: small, dataFolder });
    expect(await history(again)).toEqual(told);
    expect((await planOf(again)).items[itemId]?.answers.name).toBe('Ann');
    expect(expectOk(await again.ask('getAppInfo', {})).notice).toBe(null);
  });

  it('of the profile is put back, and every item judged again', async () => {
    const app = anApplication({ catalog: small });
    expectOk(await app.ask('answerProfile', { patch: { town: 'Trenton' } }));
    const change = await newest(app);
    expectOk(await app.ask('answerProfile', { patch: { town: 'Camden' } }));
    expectOk(await app.ask('restoreAnswer', { seq: change.seq, field: 'town', side: 'after' }));
    expect((await planOf(app)).profile.town).toBe('Trenton');
  });

  it('of an entry of a list is put back, with what follows from it', async () => {
    const app = anApplication({ catalog });
    const patch = { name: 'Clearwater', kind: 'clearinghouse', address: 'portal.clearwater.com' };
    const made = expectOk(await app.ask('saveRecord', { kind: 'portal', id: null, patch })).record;
    const first = await newest(app);
    const moved = { address: 'portal.tidewater.com' };
    expectOk(await app.ask('saveRecord', { kind: 'portal', id: made.id, patch: moved }));
    expectOk(await app.ask('restoreAnswer', { seq: first.seq, field: 'address', side: 'after' }));
    expect((await planOf(app)).records[0]?.answers).toMatchObject({
      address: 'portal.clearwater.com',
      target: 'portal.clearwater.com:443',
    });
    expect(await app.ask('restoreAnswer', { seq: first.seq, field: 'target', side: 'after' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer', message: expect.stringContaining('Put the address back') },
    });
  });

  it('is also a date of one’s own, and the reason why an item does not apply', async () => {
    const app = anApplication({ catalog: small });
    expectOk(await app.ask('setDueDate', { itemId, dueOn: '2026-12-01' }));
    const due = await newest(app);
    expectOk(await app.ask('setDueDate', { itemId, dueOn: null }));
    expectOk(await app.ask('setNotApplicable', { itemId, reason: 'No employer.' }));
    const reason = await newest(app);
    expectOk(await app.ask('setNotApplicable', { itemId, reason: null }));
    expectOk(await app.ask('restoreAnswer', { seq: due.seq, field: 'dueOn', side: 'after' }));
    const field = 'notApplicableReason';
    expectOk(await app.ask('restoreAnswer', { seq: reason.seq, field, side: 'after' }));
    expect((await planOf(app)).items[itemId]).toMatchObject({
      dueOn: '2026-12-01',
      status: 'not-applicable',
      notApplicableReason: 'No employer.',
    });
    expectOk(await app.ask('restoreAnswer', { seq: reason.seq, field, side: 'before' }));
    expect((await planOf(app)).items[itemId]).toMatchObject({
      status: 'not-started',
      notApplicableReason: null,
    });
  });
});

describe('a file that was attached', () => {
  const withProof = aCatalog([anItem({ fields: [evidence('proof', 'Proof')] })]);

  async function detached(): Promise<{ app: TestApplication; seq: number; path: string }> {
    const app = anApplication({ catalog: withProof });
    const file = storeEvidence(app.dataFolder, TINY_PDF, 'Letter.pdf');
    const { seq } = await answer(app, { proof: [{ name: 'Letter', location: '', file }] });
    await answer(app, { proof: null });
    return { app, seq, path: join(app.dataFolder, 'evidence', file.sha256) };
  }

  it('comes back with its answer', async () => {
    const { app, seq } = await detached();
    expectOk(await app.ask('restoreAnswer', { seq, field: 'proof', side: 'after' }));
    expect((await planOf(app)).items[itemId]?.answers.proof).toMatchObject([{ name: 'Letter' }]);
  });

  it('comes back in words once it is gone, and is named as missing', async () => {
    const { app, seq, path } = await detached();
    rmSync(path);
    expectOk(await app.ask('restoreAnswer', { seq, field: 'proof', side: 'after' }));
    const proof = (await planOf(app)).items[itemId]?.answers.proof;
    expect(proof).toMatchObject([{ name: 'Letter' }]);
    const [{ sha256, bytes } = { sha256: '', bytes: 0 }] = filesIn(proof);
    expect(await app.ask('statEvidence', { files: [{ sha256, bytes }], withHash: true })).toEqual(
      ok({ statuses: { [sha256]: 'missing' } }),
    );
    // What a page sends has no such leave.
    await answer(app, { proof: null });
    expect(await app.ask('answerItem', { itemId, patch: { proof: proof ?? null } as never })).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer', message: expect.stringContaining('not in the evidence folder') },
    });
  });
});

describe('putting back is refused', () => {
  it.each([
    ['a change that never was', 99, 'name', 'before'],
    ['a field the change did not touch', 1, 'agreed', 'before'],
    ['a part that follows from the answers', 1, 'status', 'before'],
    ['a name that every object has', 1, 'constructor', 'before'],
  ] as const)('for %s', async (_what, seq, field, side) => {
    const app = anApplication({ catalog: small });
    await answer(app, { name: 'Ann' });
    const before = await planOf(app);
    expect(await app.ask('restoreAnswer', { seq, field, side })).toMatchObject({
      ok: false,
      error: { code: 'not-found', message: 'There is no such change in the history.' },
    });
    expect(await planOf(app)).toEqual(before);
  });

  it.each([
    ['too long for today', text('name', 'Your name', { maxLength: 3 }), 'the limit is 3'],
    ['not to come any more', pastDate('name', 'Your day'), 'That date does not exist'],
  ])('in words when the answer is %s', async (_what, field, words) => {
    const dataFolder = tempFolder();
    const then = anItem({ fields: [longText('name', 'Your name')] });
    const app = anApplication({ catalog: aCatalog([then]), dataFolder });
    const first = await answer(app, { name: 'Annabel' });
    await answer(app, { name: null });
    app.application.close();
    const now = anApplication({ catalog: aCatalog([anItem({ fields: [field] })]), dataFolder });
    const refused = await now.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'after' });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer', message: expect.stringContaining(words) },
    });
    expect((await planOf(now)).items[itemId]?.answers).toEqual({});
    expect(await history(now)).toHaveLength(2);
  });

  it('in words for a question that is not asked any more', async () => {
    const dataFolder = tempFolder();
    const app = anApplication({ catalog: small, dataFolder });
    const first = await answer(app, { name: 'Ann' });
    app.application.close();
    const now = anApplication({ catalog: aCatalog([anItem()]), dataFolder });
    expect(await now.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'before' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('does not ask for this') },
    });
  });

  it('for the result of a check', async () => {
    const samplePlan = { ...EMPTY_PLAN, checks: [aPortalRun()] };
    const app = anApplication({ catalog, samplePlan });
    const [line] = await history(app, 'checks');
    expect(line).toMatchObject({ action: 'check', after: { outcome: 'pass' } });
    const refused = await app.ask('restoreAnswer', { seq: line?.seq ?? 0, field: 'outcome', side: 'after' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('for an answer that a desk gives now, and says which', async () => {
    const dataFolder = tempFolder();
    const derived = { desk: 'partners', fields: ['name'], answers: () => ({ name: 'Desk' }) } as const;
    const app = anApplication({ catalog: small, dataFolder });
    const first = await answer(app, { name: 'Ann' });
    app.application.close();
    const now = anApplication({ catalog: aCatalog([{ ...mixedItem, derived }]), dataFolder });
    expect(await now.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'before' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('the page “Partners”') },
    });
  });

  it('when another entry of the list has the name by now', async () => {
    const app = anApplication({ catalog });
    const add = async (id: string | null, name: string) =>
      expectOk(await app.ask('saveRecord', { kind: 'partner', id, patch: { partner_kind: 'client', name } }))
        .record.id;
    const one = await add(null, 'Riverbend');
    const first = await newest(app);
    await add(one, 'Lakeside');
    await add(null, 'Riverbend');
    expect(await app.ask('restoreAnswer', { seq: first.seq, field: 'name', side: 'after' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-answer', message: expect.stringContaining('of this name already') },
    });
  });
});
