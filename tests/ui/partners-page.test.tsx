import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SaveNote } from '../../renderer/app/save-note.tsx';
import { PartnersPage } from '../../renderer/features/partners/partners-page.tsx';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { aClient, aVendor, manyPartners, withPartners } from '../support/a-partner.ts';
import { aPlan } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { type RenderedPage, renderPage } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';

const open = (records: readonly PlanRecord[] = [], memory = aSessionMemory()): Promise<RenderedPage> =>
  renderPage(
    <>
      <PartnersPage />
      <SaveNote />
    </>,
    { fake: aFakeBridge({ plan: withPartners(records, aPlan()) }), path: '/partners', memory },
  );

const list = (name: 'Clients' | 'Vendors') => screen.getByRole('list', { name });
const rows = (name: 'Clients' | 'Vendors') =>
  within(list(name))
    .getAllByRole('listitem')
    .map((row) => row.textContent);
const nameBox = () => screen.getByLabelText<HTMLInputElement>(/^Name$/);
const messageOf = (id: string) => document.getElementById(`${id}-message`)?.textContent ?? '';

describe('the lists of partners', () => {
  it('show clients and vendors apart, each with its standing in a word, what is missing first', async () => {
    await open([
      aClient('Riverbend', { states: ['NJ', 'PA'] }),
      aClient('Harbor', { baa_status: 'missing' }),
      aVendor('Keystone', { expires: '2027-01-05' }),
      aVendor('Old fax', { role: 'e-fax', expires: '2026-11-01' }),
      aVendor('Plainview', { role: 'other', touches_phi: false, baa_status: 'not-applicable' }),
    ]);
    expect(rows('Clients')).toEqual(['HarborNot signed', 'RiverbendNJ, PASignedsince 1 Sep 2026']);
    expect(rows('Vendors')).toEqual([
      'Old faxOnline fax (e-fax)Expiredended 1 Nov 2026',
      'KeystoneBackupSignedends 5 Jan 2027',
      'PlainviewSomething elseNot needed',
    ]);
    const harbor = screen.getByRole('link', { name: 'Harbor', description: /Not signed/ });
    expect(harbor.getAttribute('href')).toBe('/partners/Harbor');
  });

  it('say what belongs there while they are empty', async () => {
    await open();
    screen.getByText(/No clients yet/);
    screen.getByText(/Think of the clearinghouse/);
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('keep what was taken off the list in reach', async () => {
    const { user, fake } = await open([aVendor('Keystone', {}, { archivedOn: '2026-11-01' })]);
    screen.getByText('Taken off the list (1)');
    await user.click(screen.getByText('Taken off the list (1)'));
    await user.click(screen.getByRole('button', { name: 'Put it back: Keystone' }));
    await waitFor(() => expect(rows('Vendors')).toEqual(['KeystoneBackupSignedsince 1 Sep 2026']));
    expect(fake.callsTo('archiveRecord')).toEqual([{ id: 'Keystone', isArchived: false }]);
  });

  it('say why somebody cannot be put back, and where the other one is', async () => {
    const { user } = await open([
      aVendor('a', { name: 'Keystone' }, { archivedOn: '2026-11-01' }),
      aVendor('b', { name: 'KEYSTONE' }),
    ]);
    await user.click(screen.getByText('Taken off the list (1)'));
    await user.click(screen.getByRole('button', { name: 'Put it back: Keystone' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'There is a partner of this name already',
    );
  });

  it('are read while they are short and searched when they are long', async () => {
    const few = Array.from({ length: 15 }, (_, at) => aVendor(`Vendor ${at + 1}`));
    const { view, user } = await open(few);
    expect(screen.queryByRole('searchbox')).toBeNull();
    view.unmount();
    await open([...few, aVendor('Shredders', { role: 'shredding' })]);
    await user.type(screen.getByRole('searchbox', { name: /Find in vendors/ }), 'SHRED');
    await waitFor(() => expect(rows('Vendors')).toHaveLength(1));
    screen.getByText('1 vendor');
  });
});

describe('adding a partner', () => {
  it('takes a kind and a name and goes on to its page', async () => {
    const { user, fake, path } = await open();
    await user.click(screen.getByLabelText(/^Vendor:/));
    await user.type(nameBox(), ' Keystone {Enter}');
    await waitFor(() => expect(path()).toBe('/partners/record-1'));
    expect(fake.plan().records).toMatchObject([
      { kind: 'partner', answers: { name: 'Keystone', partner_kind: 'vendor' } },
    ]);
  });

  it('asks for what is missing, beside it, all at once', async () => {
    const { user, fake } = await open();
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(messageOf('new-partner.kind')).toBe('Choose whether it is a client or a vendor.');
    expect(messageOf('new-partner.name')).toBe('Type its name.');
    expect(document.activeElement).toBe(screen.getByLabelText(/^Client:/));
    expect(fake.callsTo('saveRecord')).toEqual([]);
  });

  it('refuses a name that is taken, beside the box, and keeps what was typed', async () => {
    const memory = aSessionMemory();
    const { user, view, fake } = await open([aClient('Riverbend')], memory);
    await user.click(screen.getByLabelText(/^Client:/));
    await user.type(nameBox(), 'riverbend{Enter}');
    await waitFor(() =>
      expect(messageOf('new-partner.name')).toBe(
        'There is a partner of this name already. Use another name.',
      ),
    );
    expect(nameBox().value).toBe('riverbend');
    expect(document.activeElement).toBe(nameBox());
    expect(nameBox().getAttribute('aria-invalid')).toBe('true');
    expect(fake.plan().records).toHaveLength(1);
    view.unmount();
    await open([aClient('Riverbend')], memory);
    expect(nameBox().value).toBe('riverbend');
    expect(screen.getByLabelText<HTMLInputElement>(/^Client:/).checked).toBe(true);
  });

  it('says beside the box that there is one of almost that name, with the way there, and allows it', async () => {
    const { user, fake } = await open([aClient('Riverbend')]);
    await user.click(screen.getByLabelText(/^Client:/));
    await user.type(nameBox(), 'RIVERBEND, P.C.');
    expect(messageOf('new-partner.name')).toBe('You already have “Riverbend”.');
    expect(screen.getByRole('link', { name: '“Riverbend”' }).getAttribute('href')).toBe(
      '/partners/Riverbend',
    );
    expect(nameBox().getAttribute('aria-invalid')).toBe('false');
    await user.type(nameBox(), '{Enter}');
    await waitFor(() => expect(fake.plan().records).toHaveLength(2));
  });

  it('says of one taken off the list that it is, and nothing of another company', async () => {
    const { user } = await open([aVendor('Keystone LLC', {}, { archivedOn: '2026-11-01' })]);
    await user.type(nameBox(), 'Keyston');
    expect(messageOf('new-partner.name')).toBe('');
    await user.type(nameBox(), 'e');
    expect(messageOf('new-partner.name')).toBe('You already have “Keystone LLC”, taken off the list.');
  });

  it('keeps what was typed when it cannot be saved', async () => {
    const { user, fake } = await open();
    fake.failWith('saveRecord', { code: 'disk-full', message: 'The disk is full.' });
    await user.click(screen.getByLabelText(/^Client:/));
    await user.type(nameBox(), 'Harbor{Enter}');
    await waitFor(() => expect(messageOf('new-partner.name')).toBe('The disk is full.'));
    expect(nameBox().value).toBe('Harbor');
  });
});

describe('the chain of agreements', () => {
  const partners = [
    aClient('Riverbend', { incident_days: 5 }),
    aClient('Harbor', { incident_days: 1, baa_status: 'missing' }),
    aVendor('Keystone', { expires: '2027-01-05' }),
  ];

  it('is a picture with a name and a description', async () => {
    await open(partners);
    screen.getByRole('img', {
      name: 'Agreements from your clients through you to your vendors',
      description:
        '2 of 3 agreements signed; 1 not signed. Harbor: not signed. The table holds the same, complete.',
    });
  });

  it('is a table as well, with every date', async () => {
    const { user } = await open(partners);
    await user.click(screen.getByText('The same as a table (3)'));
    const table = await screen.findByRole('table', { name: 'Agreements with clients and vendors' });
    const cells = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ['Partner', 'Patient data goes', 'Agreement', 'Signed on', 'Ends on', 'Incident notice'],
      ['Harbor', 'Client to you', 'Not signed', 'Not recorded', 'Not recorded', '1 day'],
      ['Keystone', 'You to vendor: Backup', 'Signed', '1 Sep 2026', '5 Jan 2027', '5 days'],
      ['Riverbend', 'Client to you', 'Signed', '1 Sep 2026', 'No end recorded', '5 days'],
    ]);
  });

  it('names the shortest deadline for a breach and the way to the clocks', async () => {
    await open(partners);
    const part = screen.getByRole('region', { name: 'The chain of agreements' });
    expect(part.textContent).toContain('the first client has to be told within 1 day: Harbor.');
    expect(within(part).getByRole('link', { name: 'Breach clocks' }).getAttribute('href')).toBe('/breach');
  });

  it('stays a picture one can read with two hundred partners: the broken links, and how many more', async () => {
    const { user } = await open([...manyPartners(199), aVendor('Zebra', { baa_status: 'missing' })]);
    const picture = screen.getByRole('img');
    expect(picture.querySelectorAll('rect')).toHaveLength(21);
    expect(picture.textContent).toContain('Zebra');
    expect(picture.textContent).toContain('and 90 more, in the table');
    await user.click(screen.getByText('The same as a table (200)'));
    const table = await screen.findByRole('table', { hidden: true });
    expect(table.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(rows('Clients')).toHaveLength(100);
    expect(rows('Vendors')).toHaveLength(100);
  });
});

it('shows how the items stand that take from the register', async () => {
  await open([aClient('Riverbend', { expires: '2027-01-01' })]);
  const items = screen.getByRole('region', { name: 'Where it counts' });
  const link = within(items).getByRole('link', { name: 'Sign a BAA with each client' });
  expect(link.getAttribute('href')).toBe('/item/cli-baa');
});
