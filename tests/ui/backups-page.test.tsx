import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aPlan, aRecord } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import type { FakeBackup, FakeNote, FakePast } from '../support/fake-history.ts';
import { renderApp } from '../support/render-app.tsx';
import { withDialogs } from '../support/with-dialogs.ts';

withDialogs();

function aBackup(
  number: number,
  changesSince: number | null = 2,
  changes: Partial<FakeBackup> = {},
): FakeBackup {
  return {
    id: `plan-2026112${number}T120000Z-000${number}.db`,
    madeAt: `2026-11-2${number}T12:00:00.000Z`,
    number,
    bytes: 81_920,
    problem: null,
    facts: {
      businessName: 'Sample Billing Services',
      items: 12,
      itemsSettled: 5,
      records: 1,
      checks: 3,
      changes: 40,
      lastSeq: 40,
      lastChangeAt: `2026-11-2${number}T11:00:00.000Z`,
      changesSince,
    },
    ...changes,
  };
}

const note: FakeNote = {
  id: '20261120T120000Z-1',
  at: '2026-11-20T12:00:00.000Z',
  happened: 'Your plan file was damaged and could not be used as it was.',
  kept: ['Your plan now comes from a backup.'],
  lost: ['One change is lost.'],
  quarantine: 'quarantine/20261120T120000Z-1',
};

const open = (past: FakePast) =>
  renderApp({ fake: aFakeBridge({ plan: aPlan([aRecord('biz-ein')]), past }), path: '/backups' });

describe('the backups page', () => {
  it('works with none, and says when the first will be made', async () => {
    await open({});
    expect(await screen.findByText(/There is no backup yet/)).toBeTruthy();
    expect(await screen.findByText('Nothing has ever happened to your plan file.')).toBeTruthy();
    expect(screen.getByText('/home/you/First Claim/backups')).toBeTruthy();
  });

  it('says of each what it holds, how large it is and what was changed since', async () => {
    await open({ backups: [aBackup(2, 0), aBackup(1, null)] });
    const list = await screen.findByRole('list', { name: 'Backups on this computer' });
    const [newest, older] = within(list)
      .getAllByRole('listitem')
      .map((row) => row.textContent ?? '');
    expect(newest).toContain('Sample Billing Services. Holds 12 items answered, 5 of them settled');
    expect(newest).toContain('1 list entry; 3 check results.');
    expect(newest).toContain('82 KB, with a history of 40 lines');
    expect(newest).toContain('The same as your plan now.');
    expect(older).toContain('Not an earlier state of the plan you have now');
  });

  it('says why one cannot be used, and offers no way back to it', async () => {
    const problem = 'This backup is damaged and cannot be used.';
    await open({ backups: [aBackup(1, 0, { facts: null, problem })] });
    expect(await screen.findByText(problem)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Restore/ })).toBe(null);
  });

  it('lets recovery notes be read again', async () => {
    await open({ notes: [note] });
    const list = await screen.findByRole('list', { name: 'Recovery notes' });
    for (const sentence of [note.happened, ...note.kept, ...note.lost]) {
      expect(within(list).getByText(sentence)).toBeTruthy();
    }
    expect(list.textContent).toContain('quarantine/20261120T120000Z-1');
  });
});

describe('restoring a backup', () => {
  const line = {
    seq: 41,
    at: '2026-11-22T12:00:00.000Z',
    subject: 'item:biz-ein',
    action: 'answer',
    before: { answers: { note: null } },
    after: { answers: { note: 'In the blue folder' } },
  };
  const past = { backups: [aBackup(2, 2)], history: [line] };
  const button = () => screen.findByRole('button', { name: /^Restore… the backup of 22 Nov 2026/ });

  it('says beforehand what will happen, what will be lost, and that the plan of now is kept', async () => {
    const { user, fake } = await open(past);
    await user.click(await button());
    const dialog = await screen.findByRole('dialog', { name: /^Go back to the backup of 22 Nov 2026/ });
    await waitFor(() => expect(dialog.textContent).toContain('“Notes” set to “In the blue folder”'));
    expect(dialog.textContent).toContain('will not be in your plan: 2 changes.');
    expect(dialog.textContent).toContain('and 1 earlier change');
    expect(dialog.textContent).toContain('your plan as it is now is backed up');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(fake.callsTo('restoreBackup')).toEqual([]);
  });

  it('does it, closes the dialog, and says what was done', async () => {
    const { user, fake } = await open(past);
    await user.click(await button());
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }));
    expect(await screen.findByText(/^Your plan is now that of the backup of 22 Nov 2026/)).toBeTruthy();
    expect(fake.callsTo('restoreBackup')).toEqual([{ id: past.backups[0]?.id }]);
    expect(screen.queryByRole('dialog')).toBe(null);
  });

  it('says in words when it could not be done, and leaves the dialog open', async () => {
    const { user, fake } = await open(past);
    fake.failWith('restoreBackup', { code: 'disk-full', message: 'Not restored. The disk is full.' });
    await user.click(await button());
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Not restored. The disk is full.');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('saves what was typed first, and restores nothing while that cannot be saved', async () => {
    const fake = aFakeBridge({ plan: aPlan([aRecord('biz-ein')]), past });
    const { user, goTo } = await renderApp({ fake, path: '/item/biz-ein' });
    fake.failWith('answerItem', { code: 'store-busy', message: 'The plan file is busy.' });
    await user.type(screen.getByLabelText(/^Notes/), 'Just typed');
    await user.tab();
    await goTo('/backups');
    await user.click(await button());
    const restore = await screen.findByRole('button', { name: 'Restore this backup' });
    await user.click(restore);
    expect(await screen.findByText(/could not be saved yet, so nothing was restored/)).toBeTruthy();
    expect(fake.callsTo('restoreBackup')).toEqual([]);
    fake.failWith('answerItem', null);
    await user.click(restore);
    await screen.findByText(/^Your plan is now that/);
    const order = fake.calls.map(({ channel }) => channel);
    expect(order.lastIndexOf('answerItem')).toBeLessThan(order.indexOf('restoreBackup'));
    expect(fake.plan().items['biz-ein']?.answers.note).toContain('Just typed');
  });
});
