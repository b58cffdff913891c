import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';

const diskFull = { code: 'disk-full', message: 'Not saved: the disk is full.' } as const;

function issued(): HTMLElement {
  const field = document.getElementById('biz-ein.issued');
  if (field === null) throw new Error('The page has no such field.');
  return field;
}

async function withTrouble() {
  // What the last test's page could not send is remembered as it goes.
  window.sessionStorage.clear();
  const fake = aFakeBridge();
  fake.failWith('answerItem', diskFull);
  const app = await renderApp({ fake, path: '/item/biz-plan' });
  await app.user.type(screen.getByLabelText(/^Notes/), 'Typed while the disk was full');
  await app.user.tab();
  await screen.findByText('Your last changes are not saved yet');
  return app;
}

const copyButton = (): HTMLElement => screen.getByRole('button', { name: 'Save a copy elsewhere' });

describe('while the store cannot be written', () => {
  it('a copy can be saved elsewhere, with what is not stored, and the page says where it went', async () => {
    const { fake, user } = await withTrouble();
    await user.click(copyButton());
    expect(
      await screen.findByText('A copy was saved as first-claim-copy.json in /media/stick.'),
    ).toBeTruthy();
    expect(fake.callsTo('saveCopy').map(({ unsaved }) => unsaved)).toEqual([
      { 'biz-plan': { note: 'Typed while the disk was full' } },
    ]);
    // It is a copy: the changes still wait to be stored.
    expect(screen.getByText('Your last changes are not saved yet')).toBeTruthy();
  });

  it('text that cannot be read as an answer goes along', async () => {
    const { fake, user, goTo } = await withTrouble();
    await goTo('/item/biz-ein');
    await user.type(issued(), '2/30');
    await user.tab();
    await user.click(copyButton());
    await waitFor(() => expect(fake.callsTo('saveCopy')).toHaveLength(1));
    expect(Object.values(fake.callsTo('saveCopy')[0]?.typed ?? {})).toEqual(['2/30']);
  });

  it('a copy that cannot be saved either says why', async () => {
    const { fake, user } = await withTrouble();
    fake.failWith('saveCopy', { code: 'read-only', message: 'That folder cannot be written to.' });
    await user.click(copyButton());
    expect(await screen.findByText('That folder cannot be written to.')).toBeTruthy();
  });

  it('closing the dialog says nothing', async () => {
    const { fake, user } = await withTrouble();
    fake.failWith('saveCopy', { code: 'cancelled', message: 'Nothing was saved.' });
    await user.click(copyButton());
    await waitFor(() => expect(fake.callsTo('saveCopy')).toHaveLength(1));
    expect(screen.queryByText('Nothing was saved.')).toBe(null);
  });

  it('the banner goes, and with it the word about the copy, once everything is stored', async () => {
    const { fake, user } = await withTrouble();
    await user.click(copyButton());
    await screen.findByText(/A copy was saved/);
    fake.failWith('answerItem', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('Your last changes are not saved yet')).toBe(null));
    expect(fake.plan().items['biz-plan']?.answers).toEqual({ note: 'Typed while the disk was full' });
    fake.failWith('answerItem', diskFull);
    await user.type(screen.getByLabelText(/^Notes/), ' again');
    await user.tab();
    await screen.findByText('Your last changes are not saved yet');
    expect(screen.queryByText(/A copy was saved/)).toBe(null);
  });
});
