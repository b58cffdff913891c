import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { findSources } from '../../renderer/features/sources/find-sources.ts';
import { OutsideLink } from '../../renderer/ui/outside-link.tsx';
import { catalog } from '../../shared/catalog/catalog.ts';
import { isHttpsUrl } from '../../shared/domain/field-schema.ts';
import { aPlan } from '../support/a-plan.ts';
import { aFakeBridge, installBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';

const open = (path: string) => renderApp({ fake: aFakeBridge({ plan: aPlan() }), path });
const register = () => within(screen.getByRole('list', { name: 'Sources' }));

describe('the page of sources', () => {
  it('shows the whole register with status in words and the day it was checked', async () => {
    await open('/sources');
    const rows = register().getAllByRole('listitem');
    expect(rows).toHaveLength(catalog.sources.length);
    for (const row of rows) {
      expect(row.textContent).toMatch(/Verified|Seen second-hand|Not verified/);
      expect(row.textContent).toMatch(/(checked|as of) \d+ \w+ \d{4}/);
    }
  });

  it('offers a button for every https address and shows any other as plain text', async () => {
    await open('/sources');
    const urls = catalog.sources.flatMap((source) => source.urls);
    expect(register().getAllByRole('button')).toHaveLength(urls.filter(isHttpsUrl).length);
    for (const url of urls.filter((each) => !isHttpsUrl(each))) {
      expect(register().getByText(url).closest('button')).toBeNull();
    }
  });

  it('opens an address by its id, never by the address', async () => {
    const { fake, user } = await open('/sources');
    await user.type(screen.getByRole('searchbox', { name: 'Find a source' }), 'irs ein');
    await user.click(register().getAllByRole('button')[0] as HTMLElement);
    expect(fake.callsTo('openLink')).toEqual([{ linkId: 'source/irs-ein/0' }]);
  });

  it('finds by every word typed and says how many there are', async () => {
    const { user } = await open('/sources');
    const box = screen.getByRole('searchbox', { name: 'Find a source' });
    await user.type(box, 'breach');
    const count = findSources(catalog.sources, 'breach').length;
    expect(count).toBeGreaterThan(0);
    expect(screen.getByText(`${count} of ${catalog.sources.length} sources`)).toBeTruthy();
    await user.clear(box);
    await user.type(box, 'zebra');
    expect(screen.getByText('No source has all these words. Try fewer.')).toBeTruthy();
  });

  it('finds by status, whatever the case', () => {
    const found = findSources(catalog.sources, 'SECOND-HAND ftc');
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['secondary']));
  });
});

describe('a link to the outside', () => {
  afterEach(cleanup);

  it('says beside itself why it could not be opened', async () => {
    const fake = aFakeBridge();
    installBridge(fake);
    fake.failWith('openLink', { code: 'link-refused', message: 'Your browser could not be started.' });
    render(<OutsideLink linkId="source/irs-ein/0">IRS</OutsideLink>);
    await userEvent.click(screen.getByRole('button', { name: /IRS.*opens in your browser/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('Your browser could not be started.');
  });
});

describe('what older guides get wrong', () => {
  it('sets every correction beside what the guides say, with its sources and their status', async () => {
    await open('/guides');
    const quotes = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(quotes).toEqual(catalog.guideCorrections.map(({ guideSays }) => guideSays));
    for (const { guideSays, now, sources, status } of catalog.guideCorrections) {
      const row = screen.getByRole('heading', { level: 2, name: guideSays }).closest('li');
      expect(row?.textContent).toContain(now);
      for (const id of sources) {
        expect(row?.textContent).toContain(catalog.sources.find((source) => source.id === id)?.title);
      }
      if (status === 'unverified') expect(row?.textContent).toContain('Not verified');
    }
  });
});
