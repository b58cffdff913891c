import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ItemPage } from '../../renderer/features/items/item-page.tsx';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import { aDeviceRun, aPortal, aPortalRun } from '../support/check-runs.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { type RenderedPage, renderPage } from '../support/render-form.tsx';
import { TODAY } from '../support/test-profile.ts';

const openItem = (itemId: ItemId, plan: Partial<Plan> = {}): Promise<RenderedPage> =>
  renderPage(<ItemPage itemId={itemId} />, { fake: aFakeBridge({ plan: { ...EMPTY_PLAN, ...plan } }) });

const desk = () => screen.getByRole('region', { name: 'From the page “Secure connection”' });
const control = (id: string) => document.getElementById(id);

describe('an item that takes answers from the page “Secure connection”', () => {
  it('shows what was checked, and asks only for the rest', async () => {
    await openItem('sec-encrypt', { checks: [aDeviceRun('disk-encryption', 'pass')] });
    expect(within(desk()).getByText('On: I saw that the whole disk is encrypted')).toBeTruthy();
    expect(within(desk()).getByText('Checked by First Claim on this computer')).toBeTruthy();
    for (const id of ['disk', 'method', 'checked', 'file']) expect(control(`sec-encrypt.${id}`)).toBeNull();
    for (const id of ['key_location', 'key_elsewhere', 'note']) {
      expect(control(`sec-encrypt.${id}`)).toBeTruthy();
    }
    expect(within(desk()).getByRole('link').getAttribute('href')).toBe('/connection');
  });

  it('asks everything itself where nothing was found out, and says that the app can look', async () => {
    await openItem('sec-encrypt', { checks: [aDeviceRun('disk-encryption', 'unknown')] });
    expect(screen.queryByRole('region', { name: /^From the page/ })).toBeNull();
    expect(control('sec-encrypt.disk')).toBeTruthy();
    expect(screen.getByRole('link', { name: '“Secure connection”' }).getAttribute('href')).toBe(
      '/connection',
    );
  });

  it('asks what a check of the screen lock left open', async () => {
    await openItem('sec-access', { checks: [aDeviceRun('screen-lock', 'pass', { proves: {} })] });
    expect(within(desk()).getByText('Yes')).toBeTruthy();
    expect(control('sec-access.screen_lock')).toBeNull();
    expect(control('sec-access.lock_minutes')).toBeTruthy();
  });

  it('lists the portals, and leads to the page that keeps them', async () => {
    await openItem('sec-network', { records: [aPortal()], checks: [aPortalRun('pass')] });
    const [line] = within(desk()).getAllByRole('listitem');
    expect(line?.textContent).toMatch(/^Clearwater.*Passed.*TLS 1\.3/);
    expect(control('sec-network.portals')).toBeNull();
    expect(within(desk()).getByRole('link', { name: 'Change on the page “Secure connection”' })).toBeTruthy();
  });

  it('says that there are no portals yet, with the way to add one', async () => {
    await openItem('sec-network');
    expect(within(desk()).getByText('Nothing yet.')).toBeTruthy();
    expect(
      within(desk())
        .getByRole('link', { name: 'Add a portal on the page “Secure connection”' })
        .getAttribute('href'),
    ).toBe('/connection');
    expect(control('sec-network.portals')).toBeNull();
  });

  it('keeps the user’s own answer when the app cannot see it any more', async () => {
    const own = { disk: 'pass', method: 'Looked myself', checked: TODAY };
    const record = {
      id: 'sec-encrypt' as const,
      status: 'in-progress' as const,
      answers: own,
      notApplicableReason: null,
      dueOn: null,
      completedOn: null,
      updatedAt: `${TODAY}T08:00:00.000Z`,
    };
    await openItem('sec-encrypt', {
      items: { 'sec-encrypt': record },
      checks: [aDeviceRun('disk-encryption', 'unknown')],
    });
    expect((control('sec-encrypt.method') as HTMLInputElement).value).toBe('Looked myself');
  });
});
