import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ItemPage } from '../../renderer/features/items/item-page.tsx';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import type { Answers } from '../../shared/domain/field.ts';
import { EMPTY_PLAN, EMPTY_PROFILE, type ItemRecord, type Plan } from '../../shared/domain/plan.ts';
import { aVendor, withPartners } from '../support/a-partner.ts';
import { aRecord as aTransferRecord } from '../support/a-plan.ts';
import { anItem, aPlan, aRecord } from '../support/an-item.ts';
import { examplePlan } from '../support/example-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { type RenderedPage, renderPage, whenSaved } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';

const aTransfer = (answers: Answers): ItemRecord => aTransferRecord('sec-transfer', { answers });

async function openItem(
  itemId: ItemId,
  plan: Plan = aPlan(),
  memory = aSessionMemory(),
): Promise<RenderedPage> {
  return renderPage(<ItemPage itemId={itemId} />, { fake: aFakeBridge({ plan }), memory });
}

const note = (): HTMLElement => screen.getByLabelText(/^Notes/);

// jsdom has the element but not its modality.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

describe('the page of an item', () => {
  it('shows every item of the catalog, untouched, with an empty profile', { timeout: 30_000 }, async () => {
    for (const item of catalog.items) {
      const { view } = await openItem(item.id, { ...EMPTY_PLAN, profile: EMPTY_PROFILE });
      expect(document.querySelector('h1')?.textContent).toBe(item.title);
      expect(document.querySelectorAll('form').length).toBeGreaterThan(0);
      view.unmount();
    }
  });

  it('shows every item of the catalog as done when it holds its example', { timeout: 30_000 }, async () => {
    const plan = examplePlan(catalog, aProfile(), TODAY);
    for (const item of catalog.items) {
      const { view } = await openItem(item.id, plan);
      const missing = document.querySelector('[aria-labelledby="still-missing"]')?.textContent;
      expect([item.id, missing]).toEqual([item.id, 'Still missingNothing. All that counts as done is here.']);
      view.unmount();
    }
  });

  it('opens a filled-in example without answering anything', async () => {
    const { user, fake } = await openItem('biz-ein');
    await user.click(screen.getByText('A filled-in example'));
    expect(fake.calls.some(({ channel }) => channel === 'answerItem')).toBe(false);
  });

  it('saves, and says when', async () => {
    const { user, fake } = await openItem('biz-ein');
    await user.type(note(), 'Called the IRS.');
    await user.tab();
    await whenSaved();
    expect(fake.plan().items['biz-ein']?.answers.note).toBe('Called the IRS.');
    expect(screen.getAllByText('Saved 10:42').length).toBeGreaterThan(0);
  });

  it('tells what is still missing as one types', async () => {
    const { user } = await openItem('biz-ein');
    const missing = screen.getByRole('region', { name: 'Still missing' });
    const before = within(missing).getAllByRole('listitem').length;
    await user.type(screen.getByLabelText('Issued on'), '11/2/2026');
    await user.tab();
    await whenSaved();
    expect(within(missing).getAllByRole('listitem')).toHaveLength(before - 1);
  });

  it('names what has to come first, with links, and stays open for answers', async () => {
    const { user, fake } = await openItem('biz-ein');
    const first = screen.getByRole('region', { name: 'Do this first' });
    expect(within(first).getByRole('link').getAttribute('href')).toBe('/item/biz-entity');
    await user.type(note(), 'Prepared.');
    await user.tab();
    await whenSaved();
    expect(fake.plan().items['biz-ein']?.answers.note).toBe('Prepared.');
  });

  it('leads on to the next item, from the last one to the next section, and back', async () => {
    const first = await openItem('off-space');
    const onward = within(screen.getByRole('navigation', { name: 'Items in order' }));
    expect(onward.getByRole('link', { name: /^Next: / }).getAttribute('href')).toBe('/item/off-computer');
    expect(onward.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/section/office');
    first.view.unmount();
    await openItem('off-internet');
    const last = within(screen.getByRole('navigation', { name: 'Items in order' }));
    expect(last.getByRole('link', { name: /^Next section: / }).getAttribute('href')).toBe(
      '/section/clearinghouse',
    );
    expect(last.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/item/off-computer');
  });

  it('sends what was typed last when the page is left', async () => {
    const { user, fake, view } = await openItem('biz-ein');
    await user.type(note(), 'In a hurry');
    view.unmount();
    expect(fake.callsTo('answerItem').at(-1)?.patch).toEqual({ note: 'In a hurry' });
  });
});

describe('a save that fails', () => {
  it('keeps the text, says why, and is made good by trying again', async () => {
    const { user, fake } = await openItem('biz-ein');
    fake.failWith('answerItem', { code: 'disk-full', message: 'The disk is full.' });
    await user.type(note(), 'Do not lose me');
    await user.tab();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The disk is full.');
    expect(note()).toHaveProperty('value', 'Do not lose me');
    fake.failWith('answerItem', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await whenSaved();
    expect(screen.queryByRole('alert')).toBe(null);
    expect(fake.plan().items['biz-ein']?.answers.note).toBe('Do not lose me');
  });

  it('is not lost by a reload of the page', async () => {
    const memory = aSessionMemory();
    const before = await openItem('biz-ein', aPlan(), memory);
    before.fake.failWith('answerItem', { code: 'store-busy', message: 'The file is busy.' });
    await before.user.type(note(), 'Still here');
    await before.user.tab();
    await screen.findByRole('alert');
    before.view.unmount();
    const after = await openItem('biz-ein', aPlan(), memory);
    await whenSaved();
    expect(note()).toHaveProperty('value', 'Still here');
    expect(after.fake.plan().items['biz-ein']?.answers.note).toBe('Still here');
  });

  it('holds back an undo, so that the wrong change is never undone', async () => {
    const { user, fake } = await openItem('biz-ein');
    fake.failWith('answerItem', { code: 'store-busy', message: 'The file is busy.' });
    await user.type(note(), 'x');
    await user.click(screen.getByRole('button', { name: 'Undo last change' }));
    await screen.findByText(/could not be saved yet/);
    expect(fake.callsTo('undoItem')).toEqual([]);
  });
});

describe('undo', () => {
  it('takes back the last change, says what it was, and can itself be undone', async () => {
    const { user, fake } = await openItem('biz-ein');
    await user.type(note(), 'One');
    await user.click(screen.getByRole('button', { name: 'Undo last change' }));
    await screen.findByText('Undone: “Notes”.');
    expect(note()).toHaveProperty('value', '');
    await user.click(screen.getByRole('button', { name: 'Undo last change' }));
    await screen.findByDisplayValue('One');
    expect(fake.plan().items['biz-ein']?.answers.note).toBe('One');
  });

  it('says so when there is nothing to undo', async () => {
    const { user } = await openItem('biz-ein');
    await user.click(screen.getByRole('button', { name: 'Undo last change' }));
    await screen.findByText('There is nothing to undo here yet.');
  });
});

describe('"does not apply"', () => {
  it('is refused in words without a reason', async () => {
    const { user, fake } = await openItem('biz-ein');
    await user.click(screen.getByRole('button', { name: 'Does not apply…' }));
    await user.type(screen.getByLabelText('Your reason'), '   ');
    await user.click(screen.getByRole('button', { name: 'It does not apply' }));
    screen.getByText('Say why this does not apply to you. The reason is printed on your report.');
    expect(screen.getByLabelText('Your reason').getAttribute('aria-invalid')).toBe('true');
    expect(fake.callsTo('setNotApplicable')).toEqual([]);
  });

  it('is refused when the reason is too long, and keeps it for another try', async () => {
    const { user, fake } = await openItem('biz-ein');
    await user.click(screen.getByRole('button', { name: 'Does not apply…' }));
    await user.click(screen.getByLabelText('Your reason'));
    await user.paste('x'.repeat(1001));
    await user.click(screen.getByRole('button', { name: 'It does not apply' }));
    screen.getByText(/the limit is 1,000/);
    expect(fake.callsTo('setNotApplicable')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Does not apply…' }));
    expect(screen.getByLabelText('Your reason')).toHaveProperty('value', 'x'.repeat(1001));
  });

  it('shows the reason, keeps the answers, and can be taken back', async () => {
    const { user, fake } = await openItem('biz-ein');
    await user.type(note(), 'Kept');
    await user.click(screen.getByRole('button', { name: 'Does not apply…' }));
    await user.type(screen.getByLabelText('Your reason'), 'I have one already.');
    await user.click(screen.getByRole('button', { name: 'It does not apply' }));
    const aside = await screen.findByRole('region', { name: 'You said this does not apply' });
    expect(aside.textContent).toContain('I have one already.');
    expect(fake.plan().items['biz-ein']).toMatchObject({
      status: 'not-applicable',
      notApplicableReason: 'I have one already.',
      answers: { note: 'Kept' },
    });
    await user.click(screen.getByRole('button', { name: 'It does apply after all' }));
    await screen.findByRole('region', { name: 'Still missing' });
    expect(note()).toHaveProperty('value', 'Kept');
    expect(fake.plan().items['biz-ein']?.notApplicableReason).toBe(null);
  });

  it('stays open with the reason when it cannot be stored', async () => {
    const { user, fake } = await openItem('biz-ein');
    fake.failWith('setNotApplicable', { code: 'disk-full', message: 'The disk is full.' });
    await user.click(screen.getByRole('button', { name: 'Does not apply…' }));
    await user.type(screen.getByLabelText('Your reason'), 'Because');
    await user.click(screen.getByRole('button', { name: 'It does not apply' }));
    await screen.findByText('The disk is full.');
    expect(screen.getByLabelText('Your reason')).toHaveProperty('value', 'Because');
  });
});

describe('an item set aside by the profile', () => {
  it('says why, leads to the profile, and offers no way to mark it twice', async () => {
    const item = catalog.items.find(({ id }) => id === 'fnd-employer');
    const profile = aProfile({ flags: { ...aProfile().flags, employed: false } });
    await openItem('fnd-employer', { ...EMPTY_PLAN, profile });
    const aside = screen.getByRole('region', { name: 'Set aside for you' });
    expect(aside.textContent).toContain(item?.setAside?.(profile) ?? 'no reason');
    expect(within(aside).getByRole('link').getAttribute('href')).toBe('/welcome');
    expect(screen.queryByRole('button', { name: 'Does not apply…' })).toBe(null);
  });
});

describe('the date of one’s own', () => {
  it('is saved apart from the answers and can be cleared', async () => {
    const { user, fake } = await openItem('biz-ein');
    await user.type(screen.getByLabelText('Do this by'), '12/18/2026');
    await user.tab();
    await whenSaved();
    expect(fake.plan().items['biz-ein']).toMatchObject({ dueOn: '2026-12-18', answers: {} });
    await user.clear(screen.getByLabelText('Do this by'));
    await user.tab();
    await whenSaved();
    expect(fake.plan().items['biz-ein']?.dueOn).toBe(null);
    expect(TODAY < '2026-12-18').toBe(true);
  });
});

describe('beside the form', () => {
  it('offices of the states in sight open by their catalog ids', async () => {
    const { user, fake } = await openItem('clh-ag');
    const beside = within(screen.getByRole('complementary', { name: 'About this item' }));
    await user.click(beside.getByRole('button', { name: /^Pennsylvania: Attorney General/ }));
    expect(fake.callsTo('openLink')).toEqual([{ linkId: 'attorney-general/PA' }]);
  });

  it('an office appears for a state that is named in a row', async () => {
    const { view } = await openItem('clh-ag');
    expect(screen.queryByRole('button', { name: /^Delaware: Attorney General/ })).toBe(null);
    view.unmount();
    await openItem(
      'clh-ag',
      aPlan([aRecord(anItem({ id: 'clh-ag' }), { answers: [{ rowId: 'r1', state: 'DE' }] })]),
    );
    screen.getByRole('button', { name: /^Delaware: Attorney General/ });
  });

  it('every source says how far it was followed and when', async () => {
    await openItem('biz-ein');
    const sources = screen.getByRole('region', { name: 'Sources' });
    expect(sources.textContent).toMatch(/(Verified|Seen second-hand|Not verified).*22 Nov 2026/);
  });
});

describe('a route whose service is on the partners register', () => {
  const route = { rowId: 'r1', client: 'Riverbend', route: 'e-fax', vendor: 'Faxline' };
  const planWith = (vendor: Answers): Plan =>
    withPartners([aVendor('Faxline, Inc.', vendor)], {
      ...EMPTY_PLAN,
      profile: aProfile(),
      items: { 'sec-transfer': aTransfer({ routes: [route] }) },
    });

  it('shows the agreement from there and does not ask for it', async () => {
    await openItem('sec-transfer', planWith({}));
    const desk = within(screen.getByRole('region', { name: 'From the page “Partners”' }));
    desk.getByText('Signed');
    desk.getByText(/Faxline/);
    expect(screen.queryByRole('radiogroup', { name: /agreement/ })).toBeNull();
    expect(document.querySelector('[id$=".baa"]')).toBeNull();
  });

  it('asks as soon as the register does not know it, and never stores what that said', async () => {
    const { user, fake } = await openItem('sec-transfer', planWith({}));
    const service = screen.getByLabelText<HTMLInputElement>(/^Service/);
    await user.type(service, ' line two');
    await user.tab();
    await whenSaved();
    const stored = JSON.stringify(fake.plan().items['sec-transfer']?.answers);
    expect(stored).toContain('Faxline line two');
    expect(stored).not.toContain('signed');
    expect(screen.queryByRole('region', { name: 'From the page “Partners”' })).toBeNull();
    expect(document.querySelector('[id$=".baa"]')).not.toBeNull();
  });
});
