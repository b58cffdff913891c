import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { comesBackInWords } from '../../renderer/features/backups/detached-words.ts';
import { aPlan, aRecord } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { aFakeEvidence, type FakeDetached, type FakeDetachedRest } from '../support/fake-evidence.ts';
import type { FakePast } from '../support/fake-history.ts';
import { renderApp } from '../support/render-app.tsx';
import { withDialogs } from '../support/with-dialogs.ts';

withDialogs();

function aFile(letter: string, changes: Partial<FakeDetached> = {}): FakeDetached {
  return {
    sha256: letter.repeat(64),
    bytes: 48_000,
    name: `Letter ${letter}.pdf`,
    mediaType: 'application/pdf',
    lastNamed: { at: '2026-11-20T12:00:00.000Z', subject: 'item:biz-ein' },
    backups: ['plan-20261119T120000Z-0001.db'],
    ...changes,
  };
}

function aBridge(files: readonly FakeDetached[], rest: FakeDetachedRest = {}, past: FakePast = {}) {
  const evidence = aFakeEvidence();
  evidence.detach(files, rest);
  return aFakeBridge({ plan: aPlan([aRecord('biz-ein')]), evidence, past });
}

const open = (...given: Parameters<typeof aBridge>) =>
  renderApp({ fake: aBridge(...given), path: '/backups' });
const list = () => screen.findByRole('list', { name: 'Files no longer attached' });
const rows = async () => within(await list()).getAllByRole('listitem');

describe('files no longer attached', () => {
  it('are said to be none', async () => {
    await open([]);
    expect(await screen.findByText(/There are none: every file that is kept is attached/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Clear/ })).toBe(null);
  });

  it('are counted, and each says what it was, where it was and what still names it', async () => {
    const { user } = await open([
      aFile('a'),
      aFile('b', { name: '', backups: [] }),
      aFile('c', { name: null, mediaType: null, lastNamed: null, backups: [] }),
    ]);
    const [first, second, third] = (await rows()).map((row) => row.textContent ?? '');
    expect(screen.getByText(/^3 files \(144 KB\) are kept although no answer refers to them/)).toBeTruthy();
    expect(first).toContain('Letter a.pdf');
    expect(first).toMatch(/PDF document · 48 KB · removed 20 Nov 2026 from “[^”]*EIN[^”]*”/);
    expect(first).toContain('The history and 1 backup name it.');
    expect(second).toContain('A document without a name');
    expect(second).toContain('Only the history names it.');
    expect(third).toContain('A file of an unknown name, cccccccccccc');
    expect(third).toContain('Neither the history nor a backup names it.');
    await user.click(screen.getByRole('button', { name: 'Clear… Letter a.pdf' }));
    expect(await screen.findByRole('dialog', { name: 'Clear “Letter a.pdf”?' })).toBeTruthy();
  });

  it('can be looked at before one decides: plain documents as a copy, others in a folder', async () => {
    const { user, fake } = await open([aFile('a'), aFile('c', { name: null, mediaType: null })]);
    const [a, c] = ['a'.repeat(64), 'c'.repeat(64)];
    await user.click(await screen.findByRole('button', { name: 'Open “Letter a.pdf”' }));
    await user.click(
      screen.getByRole('button', { name: /^Show “A file of an unknown name.* in its folder$/ }),
    );
    expect(fake.callsTo('openEvidence')).toEqual([
      { sha256: a, fileName: 'Letter a.pdf', mediaType: 'application/pdf' },
    ]);
    expect(fake.callsTo('showEvidence')).toEqual([
      { sha256: c, fileName: 'Document', mediaType: 'application/octet-stream' },
    ]);
  });

  it('say what is on its way into an answer, and why some may be nobody’s', async () => {
    const nobodys = aFile('a', { name: null, lastNamed: null, backups: [] });
    const note = {
      id: '20261120T120000Z-1',
      at: '2026-11-20T12:00:00.000Z',
      happened: 'Your plan file was damaged and could not be used as it was.',
      kept: [],
      lost: [],
      quarantine: 'quarantine/20261120T120000Z-1',
    };
    await open([nobodys], { waiting: 2 }, { notes: [note] });
    expect(
      await screen.findByText(/^2 files attached since First Claim was started are not in/),
    ).toBeTruthy();
    expect(await screen.findByText(/^Your plan file was damaged once/)).toBeTruthy();
  });

  it('are shown ten at first, and all when asked for', async () => {
    const many = [...'0123456789ab'].map((letter) => aFile(letter));
    const { user } = await open(many, { total: { files: 3_204, bytes: 9_000_000 } });
    expect(await rows()).toHaveLength(10);
    expect(screen.getByText(/^12 of them are listed\. The others follow/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all 12' }));
    expect(await rows()).toHaveLength(12);
    expect(screen.queryByRole('button', { name: /^Show all/ })).toBe(null);
  });

  it('say it in words when they could not be looked for', async () => {
    const fake = aBridge([aFile('a')]);
    fake.failWith('listDetachedEvidence', { code: 'file-failed', message: 'The folder is a link.' });
    await renderApp({ fake, path: '/backups' });
    expect(await screen.findByText('The folder is a link.')).toBeTruthy();
  });
});

describe('clearing files', () => {
  const clearOne = async (user: Awaited<ReturnType<typeof renderApp>>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'Clear… Letter a.pdf' }));
    return screen.findByRole('dialog');
  };

  it('says first what goes, what is made before, and what will say that the file is missing', async () => {
    const { user, fake } = await open([aFile('a')]);
    const dialog = await clearOne(user);
    const words = dialog.textContent ?? '';
    expect(words).toContain('The file goes for good: 48 KB on this computer.');
    expect(words).toContain(
      'your plan is backed up and the backup is checked. If that fails, nothing is cleared.',
    );
    expect(words).toContain('The history goes on to say what it was called.');
    expect(words).toContain(
      'by “Undo”, from the history or with the 1 backup that names it, the answer comes back and says',
    );
    expect(words).toContain('Copies outside First Claim stay');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBe(null);
    expect(fake.callsTo('clearDetachedEvidence')).toEqual([]);
  });

  it('says nothing of undo where nothing names the file', async () => {
    const { user } = await open([aFile('a', { lastNamed: null, backups: [] })]);
    const dialog = await clearOne(user);
    expect(dialog.textContent).not.toMatch(/Undo|history|missing/);
  });

  it('clears one, says so with the backup that was checked, and goes on from there', async () => {
    const { user, fake } = await open([aFile('a'), aFile('b')]);
    const dialog = await clearOne(user);
    await user.click(within(dialog).getByRole('button', { name: 'Clear this file' }));
    const said = await screen.findByText(
      /^Cleared: 1 file \(48 KB\)\. Your plan is in the backup of 22 Nov 2026/,
    );
    expect(said.textContent).toContain('(no. 7), which was checked before.');
    expect(fake.callsTo('clearDetachedEvidence')).toEqual([{ sha256s: ['a'.repeat(64)] }]);
    expect(screen.queryByRole('dialog')).toBe(null);
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(document.activeElement?.contains(said)).toBe(true);
  });

  it('clears all that are listed, after naming the first of them', async () => {
    const { user, fake } = await open([...'0123456'].map((letter) => aFile(letter)));
    await user.click(await screen.findByRole('button', { name: 'Clear all 7…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Clear 7 files?' });
    expect(within(dialog).getByText('Letter 4.pdf')).toBeTruthy();
    expect(within(dialog).getByText('and 2 more files')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Clear 7 files' }));
    expect(await screen.findByText(/^Cleared: 7 files \(336 KB\)/)).toBeTruthy();
    expect(fake.callsTo('clearDetachedEvidence')[0]?.sha256s).toHaveLength(7);
    expect(await screen.findByText(/There are none/)).toBeTruthy();
  });

  it('says why nothing was cleared, and leaves the dialog open', async () => {
    const { user, fake } = await open([aFile('a')]);
    const message = 'Nothing was cleared. No backup was made: the disk is full.';
    fake.failWith('clearDetachedEvidence', { code: 'disk-full', message });
    const dialog = await clearOne(user);
    await user.click(within(dialog).getByRole('button', { name: 'Clear this file' }));
    expect((await screen.findByRole('alert')).textContent).toBe(message);
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(await rows()).toHaveLength(1);
  });

  it('saves what was typed first, and clears nothing while that cannot be saved', async () => {
    const fake = aBridge([aFile('a')]);
    const { user, goTo } = await renderApp({ fake, path: '/item/biz-ein' });
    fake.failWith('answerItem', { code: 'store-busy', message: 'The plan file is busy.' });
    await user.type(screen.getByLabelText(/^Notes/), 'Just typed');
    await user.tab();
    await goTo('/backups');
    const dialog = await clearOne(user);
    const clear = within(dialog).getByRole('button', { name: 'Clear this file' });
    await user.click(clear);
    expect(await screen.findByText(/could not be saved yet, so nothing was cleared/)).toBeTruthy();
    expect(fake.callsTo('clearDetachedEvidence')).toEqual([]);
    fake.failWith('answerItem', null);
    await user.click(clear);
    await screen.findByText(/^Cleared: 1 file/);
    const order = fake.calls.map(({ channel }) => channel);
    expect(order.lastIndexOf('answerItem')).toBeLessThan(order.indexOf('clearDetachedEvidence'));
  });

  it('leaves alone what an answer that was refused still holds on screen', async () => {
    const sha256 = 'a'.repeat(64);
    const file = { sha256, bytes: 48_000, mediaType: 'application/pdf', addedAt: '2026-11-20T12:00:00.000Z' };
    window.sessionStorage.setItem(
      'first-claim.unsaved',
      JSON.stringify({ 'biz-ein': { file: [{ name: 'Letter a.pdf', location: '', file }] } }),
    );
    const fake = aBridge([aFile('a')]);
    fake.failWith('answerItem', { code: 'invalid-answer', message: 'Not like this.', field: 'file' });
    const { user } = await renderApp({ fake, path: '/backups' });
    const dialog = await clearOne(user);
    await user.click(within(dialog).getByRole('button', { name: 'Clear this file' }));
    expect(
      await screen.findByText(/^Nothing was cleared\. “Letter a\.pdf” is in an answer that is not saved/),
    ).toBeTruthy();
    expect(fake.callsTo('clearDetachedEvidence')).toEqual([]);
  });
});

describe('going back to a backup', () => {
  it('says how many of its files are not kept any more', async () => {
    const id = 'plan-20261119T120000Z-0001.db';
    const backup = {
      id,
      madeAt: '2026-11-19T12:00:00.000Z',
      number: 1,
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
        lastChangeAt: '2026-11-19T11:00:00.000Z',
        changesSince: 0,
      },
    };
    const { user } = await open([], { missingFrom: { [id]: 2 } }, { backups: [backup] });
    await user.click(await screen.findByRole('button', { name: /^Restore…/ }));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.textContent).toContain('2 files it refers to are not kept any more.'));
  });
});

describe('what comes back without its file', () => {
  const [history, none] = [{ at: '2026-11-20T12:00:00.000Z', subject: 'item:biz-ein' }, null];
  it.each([
    ['nothing', [[none, []]], null],
    ['only the history', [[history, []]], 'put it back by “Undo” or from the history, the answer comes back'],
    [
      'only a backup',
      [[none, ['a']]],
      'If you put it back with the 1 backup that names it, the answer comes',
    ],
    [
      'several backups, one of them twice',
      [
        [history, ['a', 'b']],
        [none, ['b']],
      ],
      'back by “Undo”, from the history or with one of the 2 backups that name them, the answers come back',
    ],
  ] as const)('is said of what %s names', (_who, files, expected) => {
    const words = comesBackInWords(
      files.map(([lastNamed, backups]) => aFile('a', { lastNamed, backups: [...backups] })),
    );
    if (expected === null) expect(words).toBe(null);
    else expect(words).toContain(expected);
  });
});
