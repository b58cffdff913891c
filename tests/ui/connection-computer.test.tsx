import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEVICE_CHECK_IDS } from '../../shared/domain/device-checks/device-check.ts';
import { deviceChecks } from '../../shared/domain/device-checks/device-checks.ts';
import { probeInWords } from '../../shared/domain/device-checks/probe.ts';
import { aDeviceRun, aPortal } from '../support/check-runs.ts';
import { button, openPage, row, seenLooks } from '../support/open-connection.tsx';
import { whenSaved } from '../support/render-form.tsx';
import { withDialogs } from '../support/with-dialogs.ts';

beforeAll(withDialogs);

describe('the looks at this computer', () => {
  it('shows every command before it is run for the first time', async () => {
    const { user, fake } = await openPage({ platform: 'windows' });
    await user.click(button('Check this computer'));
    const dialog = screen.getByRole('dialog', { name: 'This will run on your computer' });
    for (const family of deviceChecks) {
      for (const probe of family.on.windows.probes) {
        expect(dialog.textContent).toContain(probeInWords(probe));
      }
    }
    expect(fake.callsTo('runChecks')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Run the checks' }));
    await waitFor(() => expect(fake.callsTo('runChecks')).toHaveLength(1));
    expect(fake.callsTo('runChecks')[0]?.subjects).toHaveLength(DEVICE_CHECK_IDS.length);
  });

  it('runs nothing when the user says not now', async () => {
    const { user, fake } = await openPage();
    await user.click(button('Check this computer'));
    await user.click(button('Not now'));
    expect(fake.callsTo('runChecks')).toEqual([]);
  });

  it('does not ask again for commands that were run before', async () => {
    const { user, fake } = await openPage({ plan: { checks: seenLooks } });
    await user.click(button('Check this computer'));
    await waitFor(() => expect(fake.callsTo('runChecks')).toHaveLength(1));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows the commands of one look beside its button, and which of them use the network', async () => {
    const { user } = await openPage({ platform: 'macos' });
    await user.click(row(/^System updates/));
    const panel = screen.getByRole('region', { name: /System updates/ });
    const updates = deviceChecks.find(({ id }) => id === 'os-updates');
    const probes = updates?.on.macos.probes ?? [];
    for (const probe of probes) expect(within(panel).getByText(probeInWords(probe))).toBeTruthy();
    expect(within(panel).getAllByText(/over the internet/)).toHaveLength(
      probes.filter(({ usesNetwork }) => usesNetwork).length,
    );
  });

  it('says what to do in the words of this system when a look failed', async () => {
    const run = aDeviceRun('firewall', 'fail', { sentences: ['The firewall is off.'], platform: 'macos' });
    await openPage({ platform: 'macos', plan: { checks: [run] } });
    const next = screen.getByRole('region', { name: 'What to do next' });
    expect(next.textContent).toContain('Open System Settings, Network, Firewall, and switch it on.');
    expect(within(next).getByRole('button', { name: 'Firewall' })).toBeTruthy();
  });

  it('leads from a next step to its line, opened', async () => {
    const { user } = await openPage({ plan: { checks: [aDeviceRun('firewall', 'fail')] } });
    await user.click(
      within(screen.getByRole('region', { name: 'What to do next' })).getByRole('button', {
        name: 'Firewall',
      }),
    );
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Firewall/, expanded: true }));
  });

  it('takes the user’s word into the item it counts for, and never shows it as passed', async () => {
    const { user, fake } = await openPage({ plan: { checks: [aDeviceRun('firewall', 'unknown')] } });
    await user.click(row(/^Firewall/));
    await user.click(button('Say what you saw yourself'));
    await user.click(screen.getByLabelText(/^On: I saw it switched on/));
    await user.type(screen.getByLabelText('Looked on'), '11/20/2026');
    await user.tab();
    await whenSaved();
    await screen.findByText(
      /^Counts as your word: the firewall is on\. The checklist still asks for “How you looked”/,
    );
    expect(fake.plan().items['sec-hygiene']?.answers).toMatchObject({
      firewall: 'pass',
      checked: '2026-11-20',
    });
    expect(screen.getByRole('button', { name: /^Firewall/, expanded: true }).textContent).toContain(
      'Your word',
    );
    expect(document.querySelectorAll('[data-standing="passed"]')).toHaveLength(0);
  });

  it('never has two controls with the same id, whatever is open', async () => {
    const { user } = await openPage({
      plan: { records: [aPortal(), aPortal({ id: 'p2' }, { target: 'x.org:443' })] },
    });
    for (const line of screen.getAllByRole('button', { expanded: false })) await user.click(line);
    for (const word of screen.getAllByRole('button', { name: 'Say what you saw yourself' }))
      await user.click(word);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('says so on a system it knows no checks for', async () => {
    await openPage({ platform: null });
    expect(screen.getByText(/knows no checks for this system/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check this computer' })).toBeNull();
  });
});
