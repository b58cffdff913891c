import { describe, expect, it } from 'vitest';
import { longText, text } from '../../shared/catalog/field-builders.ts';
import { profileFields } from '../../shared/catalog/profile-fields.ts';
import { stopsWhen } from '../../shared/catalog/rule-builders.ts';
import { anApplication, type TestApplication } from '../support/an-application.ts';
import { aCatalog, anItem } from '../support/an-item.ts';
import { aFakeShell } from '../support/fake-shell.ts';
import { expectOk, mixedItem } from '../support/plan-builders.ts';
import { TODAY } from '../support/test-profile.ts';

const helpersItem = anItem({
  id: 'sec-training',
  title: 'Train your helpers',
  fields: [
    text('plan', 'Training plan', { required: true }),
    longText('helpers', 'Who helps you', { showWhen: undefined }),
  ],
  completion: [
    {
      id: 'helpers-named',
      find: (answers, { profile }) =>
        profile.flags.helpers === true && !answers.has('helpers') ? ['Name your helpers.'] : [],
    },
  ],
  blockers: [stopsWhen('never', 'Never.', () => false)],
});
const catalog = { ...aCatalog([mixedItem, helpersItem]), profileFields };
const itemId = mixedItem.id;
const LATER = '2026-11-25';

function onLaterDay({ clock }: TestApplication): void {
  clock.today = LATER;
  clock.now = `${LATER}T09:00:00.000Z`;
}

describe('answerItem', () => {
  it('saves answers and says how the item stands', async () => {
    const { ask } = anApplication({ catalog });
    const item = {
      id: itemId,
      status: 'in-progress',
      answers: { agreed: true },
      notApplicableReason: null,
      dueOn: null,
      completedOn: null,
      updatedAt: `${TODAY}T12:00:00.000Z`,
    };
    expect(await ask('answerItem', { itemId, patch: { agreed: true } })).toEqual({
      ok: true,
      value: { item },
    });
    expect(expectOk(await ask('loadPlan', {}))).toMatchObject({
      today: TODAY,
      plan: { items: { [itemId]: item } },
    });
  });

  it('remembers the day the item was first done, and forgets it when it no longer is', async () => {
    const app = anApplication({ catalog });
    expect(expectOk(await app.ask('answerItem', { itemId, patch: { name: 'Ann' } })).item).toMatchObject({
      status: 'done',
      completedOn: TODAY,
    });
    onLaterDay(app);
    expect(expectOk(await app.ask('answerItem', { itemId, patch: { agreed: true } })).item).toMatchObject({
      status: 'done',
      completedOn: TODAY,
      updatedAt: `${LATER}T09:00:00.000Z`,
    });
    expect(expectOk(await app.ask('answerItem', { itemId, patch: { name: null } })).item).toMatchObject({
      status: 'in-progress',
      completedOn: null,
      answers: { agreed: true },
    });
    expect(expectOk(await app.ask('answerItem', { itemId, patch: { name: 'Bea' } })).item.completedOn).toBe(
      LATER,
    );
  });

  it('goes back to not started when the last answer is removed', async () => {
    const { ask } = anApplication({ catalog });
    await ask('answerItem', { itemId, patch: { agreed: false } });
    expect(expectOk(await ask('answerItem', { itemId, patch: { agreed: null } })).item).toMatchObject({
      status: 'not-started',
      answers: {},
    });
  });

  it('takes notes on every item', async () => {
    const { ask } = anApplication({ catalog });
    expect(expectOk(await ask('answerItem', { itemId, patch: { note: 'Call back' } })).item.answers).toEqual({
      note: 'Call back',
    });
  });

  const refused: readonly (readonly [what: string, patch: object, field: string])[] = [
    ['a question the item does not ask', { plan: 'x' }, 'plan'],
    ['text where yes or no belongs', { agreed: 'yes' }, 'agreed'],
    ['text that is too long', { name: 'x'.repeat(201) }, 'name'],
    ['a day that is still to come', { since: LATER }, 'since'],
    ['a day that does not exist', { since: '2026-02-30' }, 'since'],
    ['a broken character', { name: '\ud800' }, 'name'],
    ['a row without an id', { roles: [{ employer: 'A' }] }, 'roles.0.rowId'],
    ['two rows with one id', { roles: [{ rowId: 'a' }, { rowId: 'a' }] }, 'roles'],
    [
      'a cell that is too long',
      { roles: [{ rowId: 'a', employer: 'x'.repeat(201) }] } as never,
      'roles.0.employer',
    ],
    ['a cell the row does not have', { roles: [{ rowId: 'a', salary: 1 }] }, 'roles.0'],
  ];
  for (const [what, patch, field] of refused) {
    it(`refuses ${what}, and the rest of the patch with it`, async () => {
      const { ask, send } = anApplication({ catalog });
      const outcome = await send('answerItem', { itemId, patch: { note: 'fine', ...patch } });
      expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-answer', field } });
      expect(expectOk(await ask('loadPlan', {})).plan.items).toEqual({});
    });
  }

  it('refuses an item that is not in the catalog', async () => {
    const { ask, send } = anApplication({ catalog });
    expect(await ask('answerItem', { itemId: 'biz-ein', patch: {} })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await send('answerItem', { itemId: 'no-such', patch: {} })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });

  it('tells the windows once for each change, not for a save that changes nothing', async () => {
    const shell = aFakeShell();
    const { ask } = anApplication({ catalog, shell });
    await ask('answerItem', { itemId, patch: { name: 'Ann' } });
    await ask('answerItem', { itemId, patch: { name: 'Ann' } });
    await ask('answerItem', { itemId, patch: { agreed: 'no' } });
    expect(shell.calls.planChanges).toBe(1);
  });

  it('answers with what is recorded when the patch changes nothing', async () => {
    const app = anApplication({ catalog });
    const first = expectOk(await app.ask('answerItem', { itemId, patch: { name: 'Ann' } }));
    onLaterDay(app);
    expect(expectOk(await app.ask('answerItem', { itemId, patch: { name: 'Ann', agreed: null } }))).toEqual(
      first,
    );
  });
});

describe('setNotApplicable', () => {
  it('sets an item aside with its reason and keeps its answers', async () => {
    const { ask } = anApplication({ catalog });
    await ask('answerItem', { itemId, patch: { name: 'Ann' } });
    expect(
      expectOk(await ask('setNotApplicable', { itemId, reason: 'No clients there.' })).item,
    ).toMatchObject({
      status: 'not-applicable',
      notApplicableReason: 'No clients there.',
      completedOn: null,
      answers: { name: 'Ann' },
    });
  });

  it('brings the item back, judged anew', async () => {
    const { ask } = anApplication({ catalog });
    await ask('answerItem', { itemId, patch: { name: 'Ann' } });
    await ask('setNotApplicable', { itemId, reason: 'No.' });
    expect(expectOk(await ask('setNotApplicable', { itemId, reason: null })).item).toMatchObject({
      status: 'done',
      notApplicableReason: null,
      completedOn: TODAY,
    });
  });

  it('stays so while answers are still added', async () => {
    const { ask } = anApplication({ catalog });
    await ask('setNotApplicable', { itemId, reason: 'No.' });
    expect(expectOk(await ask('answerItem', { itemId, patch: { name: 'Ann' } })).item).toMatchObject({
      status: 'not-applicable',
      notApplicableReason: 'No.',
      answers: { name: 'Ann' },
    });
  });

  for (const [what, reason] of [
    ['nothing but blanks', ' \n\t '],
    ['nothing', ''],
    ['a novel', 'x'.repeat(1_001)],
  ] as const) {
    it(`refuses ${what} as a reason`, async () => {
      const { ask } = anApplication({ catalog });
      expect(await ask('setNotApplicable', { itemId, reason })).toMatchObject({
        ok: false,
        error: { code: 'invalid-answer', field: 'reason' },
      });
      expect(expectOk(await ask('loadPlan', {})).plan.items).toEqual({});
    });
  }
});

describe('setDueDate', () => {
  it('sets and clears the day', async () => {
    const { ask } = anApplication({ catalog });
    expect(expectOk(await ask('setDueDate', { itemId, dueOn: LATER })).item).toMatchObject({
      status: 'not-started',
      dueOn: LATER,
    });
    expect(expectOk(await ask('setDueDate', { itemId, dueOn: null })).item.dueOn).toBe(null);
  });

  it('refuses a day that does not exist', async () => {
    const { ask } = anApplication({ catalog });
    expect(await ask('setDueDate', { itemId, dueOn: '2026-02-30' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });
});

describe('undoItem', () => {
  it('has nothing to undo on an item never touched', async () => {
    const { ask } = anApplication({ catalog });
    expect(await ask('undoItem', { itemId })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-undo' },
    });
  });

  it('takes back the last change and names it; again, and it is back', async () => {
    const { ask } = anApplication({ catalog });
    await ask('answerItem', { itemId, patch: { name: 'Ann', agreed: true } });
    await ask('answerItem', { itemId, patch: { name: 'Bea', note: 'x' } });
    const undone = expectOk(await ask('undoItem', { itemId }));
    expect(undone.item).toMatchObject({ status: 'done', answers: { name: 'Ann', agreed: true } });
    expect(Object.keys(undone.item.answers)).not.toContain('note');
    expect(undone.undone).toEqual(['Your name for it', 'Notes']);
    expect(expectOk(await ask('undoItem', { itemId })).item.answers).toEqual({
      name: 'Bea',
      agreed: true,
      note: 'x',
    });
  });

  it('takes back the very first answer', async () => {
    const { ask } = anApplication({ catalog });
    await ask('answerItem', { itemId, patch: { name: 'Ann' } });
    expect(expectOk(await ask('undoItem', { itemId })).item).toMatchObject({
      status: 'not-started',
      answers: {},
      completedOn: null,
    });
  });

  it('brings back the day the item was done', async () => {
    const app = anApplication({ catalog });
    await app.ask('answerItem', { itemId, patch: { name: 'Ann' } });
    onLaterDay(app);
    await app.ask('answerItem', { itemId, patch: { name: null, agreed: true } });
    expect(expectOk(await app.ask('undoItem', { itemId })).item).toMatchObject({
      status: 'done',
      completedOn: TODAY,
    });
  });

  it('takes back a reason, and a due date', async () => {
    const { ask } = anApplication({ catalog });
    await ask('answerItem', { itemId, patch: { name: 'Ann' } });
    await ask('setNotApplicable', { itemId, reason: 'No.' });
    expect(expectOk(await ask('undoItem', { itemId }))).toMatchObject({
      item: { status: 'done', notApplicableReason: null, completedOn: TODAY, answers: { name: 'Ann' } },
      undone: ['Does not apply to me'],
    });
    await ask('setDueDate', { itemId, dueOn: LATER });
    expect(expectOk(await ask('undoItem', { itemId }))).toMatchObject({
      item: { dueOn: null },
      undone: ['Do this by'],
    });
  });

  it('knows the change after a restart', async () => {
    const first = anApplication({ catalog });
    await first.ask('answerItem', { itemId, patch: { name: 'Ann' } });
    await first.ask('answerItem', { itemId, patch: { name: 'Bea' } });
    first.application.close();
    const { ask } = anApplication({ catalog, dataFolder: first.dataFolder });
    expect(expectOk(await ask('undoItem', { itemId })).item.answers).toEqual({ name: 'Ann' });
  });
});

describe('answerProfile', () => {
  it('saves what the welcome page asks', async () => {
    const { ask } = anApplication({ catalog });
    const patch = {
      business_name: 'Ann’s Billing',
      home_state: 'NJ',
      client_states: ['NJ', 'PA'],
      helpers: false,
    };
    const { profile } = expectOk(await ask('answerProfile', { patch }));
    expect(profile).toMatchObject({
      businessName: 'Ann’s Billing',
      homeState: 'NJ',
      clientStates: ['NJ', 'PA'],
      flags: { helpers: false, fax: null },
    });
    expect(expectOk(await ask('loadPlan', {})).plan.profile).toEqual(profile);
    const cleared = expectOk(await ask('answerProfile', { patch: { home_state: null, helpers: null } }));
    expect(cleared.profile).toMatchObject({
      businessName: 'Ann’s Billing',
      homeState: null,
      flags: { helpers: null },
    });
  });

  it('refuses what the page does not ask or allow, all of it', async () => {
    const { ask, send } = anApplication({ catalog });
    for (const [patch, field] of [
      [{ town: 'Trenton', nickname: 'A' }, 'nickname'],
      [{ town: 'Trenton', home_state: 'XX' }, 'home_state'],
      [{ town: 'x'.repeat(81) }, 'town'],
      [{ client_states: ['NJ', 'NJ'] }, 'client_states'],
    ] as const) {
      expect(await send('answerProfile', { patch })).toMatchObject({
        ok: false,
        error: { code: 'invalid-answer', field },
      });
    }
    expect(expectOk(await ask('loadPlan', {})).plan.profile.town).toBe('');
  });

  it('judges recorded items again, and undo on them still finds the user’s own change', async () => {
    const app = anApplication({ catalog });
    const { ask } = app;
    const id = helpersItem.id;
    await ask('answerItem', { itemId: id, patch: { plan: 'Yearly' } });
    onLaterDay(app);
    await ask('answerProfile', { patch: { helpers: true } });
    const plan = expectOk(await ask('loadPlan', {})).plan;
    expect(plan.items[id]).toMatchObject({ status: 'in-progress', completedOn: null });
    expect(Object.keys(plan.items)).toEqual([id]);
    expect(expectOk(await ask('undoItem', { itemId: id })).item).toMatchObject({
      answers: {},
      status: 'not-started',
    });
  });
});
