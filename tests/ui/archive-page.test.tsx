import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aPlan, aRecord } from '../support/a-plan.ts';
import type { FakeArchive } from '../support/fake-archive.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { type RenderedApp, renderApp } from '../support/render-app.tsx';
import { withDialogs } from '../support/with-dialogs.ts';

withDialogs();

const open = (archive: FakeArchive = {}): Promise<RenderedApp> =>
  renderApp({ fake: aFakeBridge({ plan: aPlan([aRecord('biz-ein')]), archive }), path: '/archive' });

const press = (app: RenderedApp, name: string): Promise<void> =>
  app.user.click(screen.getByRole('button', { name }));

describe('exporting everything as one file', () => {
  it('says where the file is and what is in it, and shows it in its folder', async () => {
    const app = await open({ exported: { leftOut: 3, absent: 1 } });
    await press(app, 'Export everything…');
    expect((await screen.findByText(/^Saved as/)).textContent).toContain(
      'first-claim-2026-11-22.firstclaim in /home/you',
    );
    expect(screen.getByText('The archive is 1.5 MB, with 2 attached files.')).toBeTruthy();
    expect(
      screen.getByText(/^3 files in the evidence folder that no answer refers to were left out/),
    ).toBeTruthy();
    expect(screen.getByText(/^1 file that the plan refers to was missing/)).toBeTruthy();
    await press(app, 'Show in folder');
    expect(app.fake.callsTo('revealFile')).toEqual([{ fileId: 'f1' }]);
  });

  it('shows how far it is, and can be stopped', async () => {
    const app = await open();
    const release = app.fake.hold('exportArchive');
    await press(app, 'Export everything…');
    app.fake.archiveProgress({ task: 'export', done: 500_000, total: 2_000_000 });
    expect(await screen.findByText('Saving the archive: 500 KB of 2 MB')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Saving the archive' }).getAttribute('value')).toBe(
      '500000',
    );
    app.fake.failWith('exportArchive', { code: 'cancelled', message: 'You stopped it.' });
    await press(app, 'Stop');
    expect(app.fake.callsTo('cancelArchive')).toEqual([{}]);
    release();
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBe(null));
    expect(screen.queryByRole('alert')).toBe(null);
    expect(screen.getByText('You stopped it.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Export everything…' }));
  });

  it('says at each quarter how far it is, and not at every step', async () => {
    const app = await open();
    app.fake.hold('exportArchive');
    await press(app, 'Export everything…');
    const said = () => document.querySelector('progress')?.parentElement?.querySelector('[role="status"]');
    for (const [done, words] of [
      [0, 'Saving the archive…'],
      [30, 'Saving the archive: 25 %'],
      [40, 'Saving the archive: 25 %'],
      [60, 'Saving the archive: 50 %'],
    ] as const) {
      app.fake.archiveProgress({ task: 'export', done, total: 100 });
      await screen.findByText(`Saving the archive: ${done} bytes of 100 bytes`);
      await waitFor(() => expect(said()?.textContent).toBe(words));
    }
  });

  it('says why nothing was saved', async () => {
    const app = await open();
    app.fake.failWith('exportArchive', {
      code: 'disk-full',
      message: 'The disk is full. Nothing was saved.',
    });
    await press(app, 'Export everything…');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full. Nothing was saved.');
  });
});

describe('importing an archive', () => {
  it('says what it holds and that it replaces the plan, and changes nothing when it is left', async () => {
    const app = await open({ description: { absentFiles: 2 } });
    await press(app, 'Choose an archive…');
    const dialog = await screen.findByRole('dialog', { name: 'Replace your plan by this archive?' });
    const words = dialog.textContent ?? '';
    expect(words).toContain('Sample Billing Services');
    expect(words).toContain('from-the-laptop.firstclaim in /media/stick');
    expect(words).toContain('12 items answered; 1 list entry; 2 files (1.3 MB)');
    expect(words).toContain('2 files that the plan refers to were missing or damaged');
    expect(words).toContain('takes the place of your plan as a whole');
    expect(words).toContain('your plan as it is now is backed up');
    await app.user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBe(null);
    expect(app.fake.callsTo('importArchive')).toEqual([]);
  });

  it('replaces the plan once it is confirmed, and names the backup', async () => {
    const theirs = aPlan([aRecord('biz-ein'), aRecord('biz-entity')]);
    const app = await open({ plan: theirs });
    await press(app, 'Choose an archive…');
    await screen.findByRole('dialog');
    await press(app, 'Replace my plan');
    expect(await screen.findByText(/now come from “from-the-laptop.firstclaim”/)).toBeTruthy();
    expect(screen.getByText(/is kept as the backup of .*no. 7/)).toBeTruthy();
    expect(app.fake.callsTo('importArchive')).toEqual([{ archiveId: 'a1' }]);
    expect(app.fake.plan()).toBe(theirs);
    expect(screen.queryByRole('dialog')).toBe(null);
  });

  it('says why an archive cannot be used', async () => {
    const app = await open();
    const message =
      'The archive was made by a newer version of First Claim and needs that version. Nothing was imported.';
    app.fake.failWith('chooseArchive', { code: 'file-failed', message });
    await press(app, 'Choose an archive…');
    expect((await screen.findByRole('alert')).textContent).toContain(message);
    expect(screen.queryByRole('dialog')).toBe(null);
  });

  it('keeps the dialog open with the reason when importing fails', async () => {
    const app = await open();
    app.fake.failWith('importArchive', {
      code: 'disk-full',
      message: 'The disk is full. Nothing was imported.',
    });
    await press(app, 'Choose an archive…');
    await screen.findByRole('dialog');
    await press(app, 'Replace my plan');
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full. Nothing was imported.');
    expect(screen.getByRole('button', { name: 'Replace my plan' })).toBeTruthy();
  });

  it('says that the preview has no dialog for opening a file', async () => {
    await open();
    expect(await screen.findByText(/it takes the newest .firstclaim file/)).toBeTruthy();
  });

  it('is found from the report and from the backups', async () => {
    const app = await open();
    await app.goTo('/backups');
    expect((await screen.findByRole('link', { name: 'one file with everything' })).getAttribute('href')).toBe(
      '#/archive',
    );
  });
});
